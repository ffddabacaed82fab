import Checks
import Content
import Foundation
import Testing
import Wire

/// Every known mistake, played in this process against all checks of its
/// function.
///
/// The files of `Mistakes` show that one check names each; here no check may
/// name another one, and no input of any check may end the process.
@Suite("Known mistakes before all checks of their function")
struct ImitationTests {
  @Test(arguments: registry.map(\.lesson))
  func noCheckNamesAnother(lesson: String) throws {
    let checks = try #require(registry.first { $0.lesson == lesson }).checks
    for (name, own) in Dictionary(grouping: checks, by: \.subject.asking) {
      // A subject may be listed twice; its mistakes are the same.
      let mistakes = own.map(\.subject.mistakes).max { $0.count < $1.count }
      for (number, mistake) in (mistakes ?? []).enumerated() {
        let callee = Imitator(own[0].subject.asking, mistake.imitation)
        var caught = false
        for (place, check) in own.enumerated()
        where isThorough || !caught || (place + number) % 4 == 0 {
          let examination = Examination(
            callee: callee, random: generator(seed: 1, check: check.id),
            seconds: 5, data: { throw NoData() })
          guard case .failed(let failure) = outcome(of: check, in: examination)
          else { continue }
          caught = true
          #expect(
            [nil, mistakeID(of: mistake.key)].contains(failure.remark.mistake),
            "\(check.id) takes \(mistake.key) for \(failure.remark)")
        }
        #expect(caught, "no check of \(name) notices \(mistake.key)")
      }
    }
  }
}

/// Whether every mistake meets every check, or only every fourth.
let isThorough = ProcessInfo.processInfo.environment["THOROUGH"] != nil

private struct NoData: Error {}

/// A learner who makes one mistake, and has written nothing else.
private final class Imitator: Callee {
  private let name: String
  private let function: WireFunction

  init(_ name: String, _ function: @escaping WireFunction) {
    self.name = name
    self.function = function
  }

  func call(
    _ function: String, _ arguments: [WireValue], seconds: Double,
    event: (String, WireValue) throws(Interruption) -> Void
  ) throws(Interruption) -> WireValue {
    guard function == name else { throw .notWritten(function) }
    do {
      return try self.function(arguments)
    } catch {
      // Where a mistake has no answer the learner's program has stopped.
      throw .threw("\(error)")
    }
  }
}
