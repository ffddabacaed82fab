internal import ArgumentParser
internal import Classes
internal import Commands
internal import Grading
internal import System

struct AutograderCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "autograder",
    abstract: "Write the autograder zip to upload to Gradescope.",
    discussion: """
      It clones the course at the commit that is checked out here, so that all \
      submissions are graded by the same checks, and grades each in a sandbox.
      """)

  @OptionGroup var look: OutputOptions

  @Argument(help: ArgumentHelp("The file to write.", valueName: "zip"))
  var file: String

  @Option(
    help: ArgumentHelp(
      "The exercises, by number; default: those of class.yml.",
      valueName: "n[,n…]"))
  var exercise: String?

  @Option(
    name: .customLong("class"),
    help: ArgumentHelp(
      "Exercises, points, hidden checks and deadlines.",
      valueName: "class.yml"))
  var classFile: String?

  @Option(
    help: ArgumentHelp(
      "Where Gradescope clones the course from; default: where this one came "
        + "from.", valueName: "url"))
  var repository: String?

  @Flag(
    help: """
      Grade without a sandbox, even where one would work; every result says so.
      """)
  var unsafeNoSandbox = false

  func run(in world: World) throws -> ExitStatus {
    let home = try Home(in: world)
    let rules = try classFile.map { try world.rules($0, or: "") }
    let numbers =
      try exercise.map(numbers) ?? rules?.exercises.keys.sorted() ?? []
    guard !numbers.isEmpty else {
      throw CommandFailure(.usage, "name the exercises with --exercise")
    }
    for number in numbers { _ = try home.lesson("\(number)") }
    let origin =
      try repository
      ?? git(["remote", "get-url", "origin"], in: home, or: "--repository")
    var autograder = GradescopeAutograder(
      repository: origin,
      commit: try git(["rev-parse", "HEAD"], in: home, or: "a git checkout"),
      exercises: numbers,
      settings: try classFile.map {
        String(
          decoding: try readFile(world.absolute($0), atMost: 1 << 20),
          as: UTF8.self)
      })
    autograder.isUnsandboxed = unsafeNoSandbox
    let path = world.absolute(file)
    let folder = URL(filePath: path).deletingLastPathComponent().path
    do {
      try replaceFile(path, with: autograder.archive, temporaryIn: folder)
    } catch {
      throw CommandFailure(
        .environment, "cannot write to \(file): \(reason(error))")
    }
    warn(of: home)
    world.write("Wrote \(file); upload it as the autograder's zip\n")
    return .done
  }

  /// Warns of what Gradescope will not clone.
  private func warn(of home: Home) {
    func said(_ words: String...) -> String? {
      try? git(words, in: home, or: "")
    }
    if said("status", "--porcelain", "--untracked-files=no") != nil {
      home.world.writeError(
        "course: uncommitted changes will not be used; commit and push them, "
          + "then run this again\n")
    }
    if repository == nil,
      said("branch", "--remotes", "--list", "origin/*", "--contains", "HEAD")
        == nil
    {
      home.world.writeError(
        "course: this commit is not on origin; push it before you upload the "
          + "zip\n")
    }
  }

  private func numbers(_ list: String) throws -> [Int] {
    try list.split(separator: ",").map { word in
      guard let number = Int(word) else {
        throw ValidationError("--exercise takes numbers, such as 3,4")
      }
      return number
    }
  }

  /// What git says of the course's folder; `other` is what else would do.
  private func git(
    _ words: [String], in home: Home, or other: String
  ) throws -> String {
    let command = Command(
      "/usr/bin/env", ["git", "-C", home.root] + words,
      environment: home.world.environment)
    guard let run = try? Grading.run([command], seconds: 30)[0],
      run.succeeded, let line = run.text.split(separator: "\n").first
    else {
      throw CommandFailure(
        .environment,
        "`git \(words.joined(separator: " "))` failed in \(home.root); "
          + "this needs \(other)")
    }
    return String(line)
  }
}
