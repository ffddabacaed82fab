import Foundation
import Testing

@testable import Lessons

@Suite("The reference of the library")
struct LibraryReferenceTests {
  private let source = """
    import A

    /// Not public.
    func hidden() {}

    /// A box; `{` is no body.
    ///
    /// ```swift
    /// print(Box())  // prints {}
    /// ```
    public struct Box<Item>: Sendable {
      /// Its size.
      public private(set) var size: Int { 3 }

      /// Packs items.
      @discardableResult
      public mutating func pack(
        _ items: [Item], into place: (Int, Int) = (0, 0),
        by rule: @escaping (Item, Item) -> Bool
      ) throws -> Box {
        self
      }

      public func undocumented() {}

      /// Compares.
      public static func == (a: Box, b: Box) -> Bool { true }
    }

    /// A box of numbers.
    public typealias Numbers = Box<Int>

    /// Makes a box.
    public func make() -> Box<Int> { Box() }
    """

  @Test func namesOwnersTextsAndDocumentation() {
    let all = LibraryDeclaration.all(in: source, module: "M")
    #expect(
      all.map(\.name) == [
        "Box", "size", "pack(_:into:by:)", "Numbers", "make()",
      ])
    #expect(all.map(\.owner) == [nil, "Box", "Box", nil, nil])
    #expect(all[0].text == "struct Box<Item>: Sendable")
    #expect(all[0].summary == "A box; `{` is no body.")
    #expect(all[0].documentation.hasSuffix("print(Box())  // prints {}\n```"))
    #expect(all[1].text == "private(set) var size: Int")
    #expect(all[2].text.hasSuffix(") throws -> Box"))
    #expect(all[2].text.contains("= (0, 0)"))
    #expect(all[3].text == "typealias Numbers = Box<Int>")
    #expect(all[4].baseName == "make")
  }

  private let reference: LibraryReference
  private let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  init() throws { reference = try LibraryReference(root: root) }

  /// Counted another way: the lines that begin with `public`, a comment above.
  @Test(arguments: ["Tensors", "Networks", "Datasets", "Plots"])
  func nothingIsLeftOut(_ module: String) throws {
    let folder = "\(root)/Sources/\(module)"
    var names: [String] = []
    for file in try FileManager.default.contentsOfDirectory(atPath: folder)
    where file.hasSuffix(".swift") {
      let text = try String(
        contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
        .filter { !$0.hasPrefix("@") }
      for (above, line) in zip(lines, lines.dropFirst())
      where above.hasPrefix("///") && line.hasPrefix("public ") {
        let kinds = #/\b(?:func|var|let|struct|enum|protocol|typealias) (\w+)/#
        if let found = line.firstMatch(of: kinds) {
          names.append(String(found.1))
        } else if let found = line.firstMatch(of: #/\b(init|subscript)/#) {
          names.append(String(found.1))
        }
      }
    }
    let found = reference.declarations.filter { $0.module == module }
    #expect(found.map(\.baseName).sorted() == names.sorted())
    #expect(names.count > 15)
  }

  @Test func whatPyTorchCallsItIsThere() {
    let names = Set(reference.declarations.map(\.name))
    for (name, _) in reference.words.torch {
      #expect(names.contains(name), "\(name)")
    }
  }

  /// Every method that the advice names is one of the library, of arrays, or
  /// of numbers.
  @Test func theAdviceNamesWhatThereIs() {
    let names = Set(reference.declarations.map(\.baseName))
    let ofSwift: Set = [
      "map", "count", "append", "enumerated", "infinity", "pi", "reduce",
      "rounded", "shuffle",
    ]
    var count = 0
    for (name, means) in reference.words.spellings {
      for method in means.matches(of: #/`[^`]*?\b\w+\)?\.([a-z]\w+)/#) {
        let called = String(method.1)
        count += 1
        // `np.exp(x)` is what it is not called.
        if ["torch", "np"].contains(name) { continue }
        #expect(
          names.contains(called) || ofSwift.contains(called),
          "\(name): \(called)")
      }
    }
    // The pattern has found something to look at.
    #expect(count > 20)
  }

  @Test func aSearchFindsNamesPartsAndPyTorchsNames() {
    #expect(
      Set(reference.matches("SUM").map(\.name)).isSuperset(of: [
        "sum()", "sum(axis:keepingDimensions:)",
      ]))
    #expect(
      reference.matches("requires_grad_").map(\.name) == [
        "trackingGradients()"
      ])
    #expect(
      reference.spelling(of: "torch.unsqueeze")?.contains("reshaped") == true)
    #expect(reference.matches("nonsense") == [])
  }
}
