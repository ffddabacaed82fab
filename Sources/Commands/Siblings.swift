internal import Grading
internal import System

/// A program for another audience, which runs some of `course`'s commands, as
/// `git-foo` does for `git`.
///
/// This keeps code that learners do not need out of their first build.
struct Sibling: Sendable {
  /// The end of its name, as in `course-author` beside `course`.
  let audience: String
  let commands: [String]

  /// A trait of the package that it is built with, and then in a build folder
  /// of its own: in a common one, each switch would compile everything again.
  var trait: String?

  static let all = [
    Sibling(audience: "author", commands: ["verify", "new"]),
    Sibling(audience: "web", commands: ["serve", "export"]),
    Sibling(
      audience: "class", commands: ["grade", "gradebook", "autograder"],
      trait: "Class"),
  ]

  /// The sibling that the arguments ask for, including by `help verify`.
  static func asked(by arguments: [String]) -> Sibling? {
    let isHelp = arguments.first == "help"
    guard let command = arguments.dropFirst(isHelp ? 1 : 0).first else {
      return nil
    }
    return all.first { $0.commands.contains(command) }
  }

  /// Replaces this program with the sibling, with the same arguments.
  ///
  /// The sibling is built first if it is missing or older than its sources.
  func takeOver(from world: World) throws(CommandFailure) -> Never {
    let own = URL(filePath: world.executable)
    let name = "\(own.lastPathComponent)-\(audience)"
    let package = folder(above: own.path, holding: "Sources")
    let path = path(of: name, beside: own, in: package)
    if let package, isStale(path, package: package) {
      world.writeError("course: building \(name); this takes a while\n")
      try build(name, in: package, world: world)
      // If only comments changed, nothing is linked, and the date stays old.
      try? FileManager.default.setAttributes(
        [.modificationDate: world.now()], ofItemAtPath: path)
    }
    // Signals that this program ignores would stay ignored in the next.
    signal(SIGPIPE, SIG_DFL)
    var words = ([path] + world.arguments).map { strdup($0) } + [nil]
    execv(path, &words)
    throw CommandFailure(
      .environment,
      "\(name) cannot be started: \(errorText(errno)); run `swift build "
        + "--product \(name)`")
  }

  /// Where the sibling is: beside this program, or in its own build folder.
  private func path(
    of name: String, beside own: URL, in package: String?
  ) -> String {
    let folder = own.deletingLastPathComponent()
    guard trait != nil, let package else {
      return folder.appending(path: name).path
    }
    let configuration = folder.lastPathComponent
    return "\(buildFolder(in: package))/\(configuration)/\(name)"
  }

  private func buildFolder(in package: String) -> String {
    "\(package)/.build/\(audience)"
  }

  /// Whether any Swift file that the program may be built from is newer.
  private func isStale(_ program: String, package: String) -> Bool {
    guard let built = changed(program) else { return true }
    let files = FileManager.default
    for folder in ["Sources", "Lessons"] {
      let paths = try? files.subpathsOfDirectory(
        atPath: "\(package)/\(folder)")
      for path in paths ?? [] {
        let isOfLearner = ["Exercise.swift", "Starter.swift"].contains {
          path.hasSuffix($0)
        }
        guard path.hasSuffix(".swift"), !isOfLearner,
          !path.contains("/Mistakes/")
        else { continue }
        if let time = changed("\(package)/\(folder)/\(path)"), time > built {
          return true
        }
      }
    }
    return changed(package + "/Package.swift").map { $0 > built } ?? false
  }

  private func changed(_ path: String) -> Date? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.modificationDate] as? Date
  }

  private func build(
    _ name: String, in package: String, world: World
  ) throws(CommandFailure) {
    let separately =
      trait.map {
        ["--traits", $0, "--scratch-path", buildFolder(in: package)]
      } ?? []
    let command = Command(
      "/usr/bin/env",
      ["swift", "build", "--package-path", package, "--product", name]
        + separately,
      environment: world.environment)
    let said: String
    do {
      let run = try Grading.run([command], seconds: 3_600)[0]
      if run.succeeded { return }
      said = run.text + run.errors
    } catch {
      said = error.description
    }
    let wrong = said.lines.filter { $0.contains("error:") }
    throw CommandFailure(
      .environment,
      "\(name) is not built:\n"
        + (wrong.isEmpty ? said : wrong.joined(separator: "\n")))
  }
}
