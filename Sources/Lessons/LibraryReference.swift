import System

/// The declarations of the library, and their names in PyTorch.
package struct LibraryReference: Sendable {
  package let declarations: [LibraryDeclaration]
  package let words: CompilerExplanations

  /// The modules that a program of the learner's own may import.
  private static let modules = ["Tensors", "Networks", "Datasets", "Plots"]

  /// Reads the sources of the library from the course's folder.
  package init(root: String) throws(LessonError) {
    words = try CompilerExplanations(file: "\(root)/Lessons/compiler.yaml")
    var all: [LibraryDeclaration] = []
    for module in Self.modules {
      let folder = "\(root)/Sources/\(module)"
      let files = try? FileManager.default.contentsOfDirectory(atPath: folder)
      for file in (files ?? []).sorted() where file.hasSuffix(".swift") {
        let source = try Source.text(of: "\(folder)/\(file)")
        all += LibraryDeclaration.all(in: source, module: module)
      }
    }
    declarations = all
  }

  /// PyTorch's name for a declaration, if there is one.
  package func torchName(of declaration: LibraryDeclaration) -> String? {
    words.torch.first { $0.name == declaration.name }?.torch
  }

  /// The declarations with a name or, if there are none, those with the query
  /// in their name, PyTorch's name or their owner's.
  ///
  /// Case does not matter.
  package func matches(_ query: String) -> [LibraryDeclaration] {
    let query = query.lowercased()
    let exact = declarations.filter {
      [$0.baseName, $0.name].contains { $0.lowercased() == query }
    }
    guard exact.isEmpty else { return exact }
    return declarations.filter { one in
      [one.name, torchName(of: one) ?? "", one.owner ?? ""].contains {
        $0.lowercased().contains(query)
      }
    }
  }

  /// What to write instead of a name from another library.
  package func spelling(of name: String) -> String? {
    let name = name.split(separator: ".").last.map(String.init) ?? name
    return words.spellings.first { $0.name == name }?.means
  }
}
