internal import ArgumentParser
internal import Commands
internal import Lessons
internal import Site
internal import System

struct ExportCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the lessons as pages for a browser.",
    discussion: """
      The pages are plain files: open index.html, or publish the folder \
      anywhere. They work without a network and without scripts.
      """)

  @OptionGroup var look: OutputOptions

  @Argument(help: "The folder to write to; it is created if necessary.")
  var folder: String

  @Option(
    help: ArgumentHelp(
      "The address where the folder will be published, for links that search "
        + "engines follow.", valueName: "address"))
  var base: String?

  @Option(help: "The language of the lessons; en is the only one so far.")
  var language = "en"

  func validate() throws {
    guard language == "en" else {
      throw ValidationError("there are no lessons in `\(language)`, only in en")
    }
  }

  func run(in world: World) throws -> ExitStatus {
    let home = try Home(in: world)
    var address = base
    while address?.hasSuffix("/") == true { address?.removeLast() }
    guard !home.library.lessons.isEmpty else {
      throw CommandFailure(
        .environment,
        "no lesson can be read; see `swift run course verify`")
    }
    let site = try Site(of: home, language: language, base: address)
    let target = URL(
      filePath: folder, relativeTo: URL(filePath: world.currentFolder + "/")
    ).path
    let files = site.files
    do {
      try FileManager.default.createDirectory(
        atPath: target, withIntermediateDirectories: true)
      for file in files {
        try replaceFile(
          "\(target)/\(file.path)", with: file.text.utf8, temporaryIn: target)
      }
    } catch {
      throw CommandFailure(
        .environment, "cannot write to \(folder): \(reason(error))")
    }
    for problem in home.library.problems {
      world.writeError("course: left out: \(problem)\n")
    }
    world.write("Wrote \(files.count) files; open \(folder)/index.html\n")
    return .done
  }
}
