internal import ArgumentParser
internal import Audits
internal import Commands
internal import Lessons
internal import System

struct NewCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Create the folder of a new lesson: for authors.")

  @OptionGroup var look: OutputOptions

  @Argument(help: "The lesson's id, such as k-means.")
  var name: String

  @Option(
    help: ArgumentHelp(
      "The lesson's number (default: the next free one).", valueName: "n"))
  var number: Int?

  func run(in world: World) throws -> ExitStatus {
    let home = try Home(in: world)
    let letters = name.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
    guard letters, name.first?.isLetter == true, !name.hasSuffix("-") else {
      throw CommandFailure(
        .usage,
        "`\(name)` is not a valid lesson id; use lowercase letters, digits "
          + "and hyphens, as in k-means")
    }
    let taken = home.library.entries
    let number = number ?? (taken.map(\.number).max() ?? 0) + 1
    guard (0...99).contains(number), home.library["\(number)"] == nil,
      home.library[name] == nil
    else {
      throw CommandFailure(
        .usage,
        "lesson \(number) or `\(name)` already exists, or the number is not "
          + "from 0 to 99; see `swift run course list`")
    }
    let skeleton = Skeleton(name: name, number: number)
    if let refusal = skeleton.refusal {
      throw CommandFailure(.usage, refusal)
    }
    do {
      for path in try make(skeleton, in: home.root) {
        world.write("created \(path)\n")
      }
    } catch {
      throw CommandFailure(
        .environment, "cannot create the lesson's files: \(reason(error))")
    }
    world.write(skeleton.registration)
    return .done
  }

  /// Creates the files, and returns their paths.
  private func make(_ skeleton: Skeleton, in root: String) throws -> [String] {
    let files = FileManager.default
    for folder in skeleton.folders {
      try files.createDirectory(
        atPath: "\(root)/\(folder)", withIntermediateDirectories: true)
    }
    let made = try skeleton.files(in: root)
    for (path, text) in made {
      let url = URL(filePath: "\(root)/\(path)")
      try files.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      // Existing files are never overwritten.
      try Data(text.utf8).write(to: url, options: .withoutOverwriting)
    }
    return made.map(\.path)
  }
}
