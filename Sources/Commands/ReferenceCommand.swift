internal import ArgumentParser
internal import Lessons
internal import Pages

struct ReferenceCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: "Look up what the library offers, by its name or PyTorch's.",
    discussion: """
      Without a name it lists everything. With one, such as `sum`, `Linear` or \
      `unsqueeze`, it shows the declaration, its documentation and an example, \
      or what to write instead of a name of PyTorch, NumPy or Python.
      """)

  @OptionGroup var look: OutputOptions
  @OptionGroup var paging: PagingOptions

  @Argument(help: "A name, or a part of one.")
  var name: String?

  @Flag(help: "Print one JSON object.")
  var json = false

  func run(in world: World) throws -> ExitStatus {
    let root = try world.courseFolder()
    let reference: LibraryReference
    do throws(LessonError) {
      reference = try LibraryReference(root: root)
    } catch {
      throw CommandFailure(.environment, "\(error)")
    }
    let found =
      name.map(reference.matches) ?? reference.declarations
    if json {
      world.write(try encoded(Found(declarations: found)) + "\n")
      return .done
    }
    guard let name else {
      try world.show("The library", paging) { referencePage(reference, on: $0) }
      return .done
    }
    guard !found.isEmpty || reference.spelling(of: name) != nil else {
      throw CommandFailure(
        .usage,
        "the library has no `\(name)`; see all with "
          + "`swift run course reference`")
    }
    try world.show(name, paging) { referencePage(name, in: reference, on: $0) }
    return .done
  }

  /// What `--json` prints.
  private struct Found: Encodable {
    let declarations: [LibraryDeclaration]
  }
}
