import Foundation
import Pages
import Synchronization

@testable import Commands
@testable import Terminals

extension ToyCourse {
  /// What a terminal shows after a command that runs within this process,
  /// whose reader types these lines and then ends the input.
  func typing(
    _ lines: [String], to arguments: String..., seed: UInt64 = 1,
    screen: Screen = Screen()
  ) -> String {
    let shown = OutputBuffer()
    let rest = Mutex(lines[...])
    var world = World(
      arguments: arguments,
      environment: ProcessInfo.processInfo.environment.merging([
        "COURSE_CACHE": cache
      ]) { $1 },
      currentFolder: root, executable: buildFolder + "/toy-course",
      user: getuid(), screen: screen, now: { Date() }, seed: { seed },
      write: { shown.append($0) }, writeError: { shown.append($0) },
      registry: { [] })
    world.desk = Desk(
      rows: 24, drawsOver: false, size: { nil }, canAnswer: true,
      readLine: {
        let line = rest.withLock { $0.popFirst() }
        // The terminal shows what is typed.
        if let line { shown.append(line + "\n") }
        return line
      })
    _ = Commands.run(Course.self, in: world)
    return shown.text
  }
}
