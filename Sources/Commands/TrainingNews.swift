package import Checks
package import Grading
internal import System

extension BackgroundRun {
  /// What a program that trains has told on standard error since the last
  /// call, a JSON object a line.
  package func takeTrainingNews() -> [TrainingEvent] {
    let decoder = JSONDecoder()
    return takeErrorLines().compactMap {
      $0.hasPrefix("{")
        ? try? decoder.decode(TrainingEvent.self, from: Data($0.utf8)) : nil
    }
  }
}
