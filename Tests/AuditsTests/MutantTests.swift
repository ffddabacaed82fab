import Testing

@testable import Audits

@Suite("Mutants of a model answer")
struct MutantTests {
  /// The changed lines of the mutants of one function with this body.
  private func changes(
    _ body: String, _ parameters: String = "_ a: Int, _ b: Int"
  ) -> Set<String> {
    let text =
      "import Tensors\n\n/// f.\npublic func f(\(parameters)) -> Int {\n"
      + "  \(body)\n}\n"
    return Set(mutants(of: text).map(\.now))
  }

  @Test(arguments: [
    // Other operators, exchanged and dropped operands, variables.
    ("a - b", ["a + b", "a * b", "a / b", "b - a", "a", "b", "a - a"]),
    ("a < b", ["a <= b", "a > b", "a >= b", "a == b", "true", "false"]),
    ("a && !b", ["a || !b", "a && b", "!b && a"]),
    ("-a * b", ["a * b", "-a / b"]),
    // Numbers and truth.
    ("a + 4", ["a + 5", "a + 3", "a + 8", "a + 2", "a + 0", "a + (-4)"]),
    ("a * 0.5", ["a * 1.5", "a * (-0.5)", "a * 1.0", "a * 0.25", "a * 0.0"]),
    ("g(a, true)", ["g(a, false)", "g(true, a)", "g(a)", "g(b, true)"]),
    ("a.sum(axis: 1)", ["a.sum(axis: 0)", "a.mean(axis: 1)", "a"]),
    // Related functions, narrower types, rounding, sequences.
    ("max(a, b)", ["min(a, b)", "max(b, a)", "max(a)", "max(b, b)"]),
    ("a.first", ["a.last", "a", "b.first"]),
    (
      "Int(a)",
      [
        "Int8(a)", "Int(Int8(truncatingIfNeeded: Int(a)))",
        "((Int(a)).rounded())", "(-(Int(a)))", "Int((a).reversed())",
      ]
    ),
    ("v[a]", ["v[((a) + 1)]", "v[((a) - 1)]", "v[b]"]),
    // Results that come too early.
    ("a.exp().log()", ["return a", "return b", "a.exp()", "a.log()"]),
    // Bounds, conditions, what a loop repeats.
    ("for i in 0..<a { g(i) }", ["for i in 0...a { g(i) }", "nothing"]),
    (
      "if a == b { g(a) }",
      ["if !(a == b) { g(a) }", "if true { g(a) }", "if false { g(a) }"]
    ),
    (
      "for i in 0..<a { var s = 0; g(s) }",
      ["for i in 1..<a { var s = 0; g(s) }"]
    ),
  ])
  func areTheseAmongOthers(_ body: String, _ wanted: [String]) {
    let changes = changes(body)
    for one in wanted { #expect(changes.contains(one), "\(one): \(changes)") }
  }

  @Test func aStatementIsDroppedDoubledExchangedAndMovedOutOfItsLoop() {
    let text = """
      func f(_ n: Int) -> Int {
        var all = 0
        for i in 0..<n {
          var one = i
          all += one
        }
        return all
      }

      """
    let found = mutants(of: text)
    func has(_ was: String, _ now: String) -> Bool {
      found.contains { $0.was == was && $0.now == now }
    }
    #expect(has("all += one", "nothing"))
    #expect(has("nothing", "all += one"))
    #expect(has("all += one", "all -= one"))
    #expect(has("var one = i all += one", "all += one var one = i"))
    #expect(
      has("for i in 0..<n { var one = i", "var one = i for i in 0..<n {"))
    #expect(found.first { $0.now == "all -= one" }?.line == 5)
    #expect(found.allSatisfy { $0.function == "f(_:)" })
  }

  @Test func noTextComesTwiceAndNoneIsTheAnswer() {
    let text = "func f(_ a: Int) -> Int {\n  a + a // twice\n}\n"
    let files = mutants(of: text).map(\.file)
    #expect(files.count > 20)
    #expect(Set(files).count == files.count)
    #expect(!files.contains(text))
  }

  @Test func functionsAreFoundWithTheirHelpers() {
    let text = """
      import Tensors

      struct Bad { func no() {} }

      /// One, `func three()`.
      public func one(_ x: Int, to y: Int) throws -> Int { x + y }
      private func two(
        _ x: Int
      ) -> Int {
        "}".count
      }
      """
    let functions = FunctionText.all(in: text)
    #expect(functions.map(\.name) == ["one(_:to:)", "two(_:)"])
    #expect(functions.map(\.isPublic) == [true, false])
    #expect(
      functions[0].text(functions[0].range)
        == "public func one(_ x: Int, to y: Int) throws -> Int { x + y }")
  }

  @Test func manyMutantsAreOneProgram() {
    let text = "public func f(_ a: Int) -> Int {\n  a + 1\n}\n"
    let all = mutants(of: text).filter { $0.now.hasPrefix("a + ") }
    let program = MutantProgram(all, of: text)
    let lines = program.text.split(
      separator: "\n", omittingEmptySubsequences: false)
    for (number, mutant) in all.enumerated() {
      #expect(lines[program.lines[number]].contains("  \(mutant.now)"))
      #expect(
        program.text.contains("case \(number): return f_mutant\(number)(a)"))
    }
    #expect(program.text.contains("default: return f_original(a)"))
    #expect(program.text.hasPrefix("public func f(_ a: Int) -> Int {\n"))
    #expect(program.mutants(at: [program.lines[1].lowerBound + 1]) == [1])
  }

  @Test func aScoreLeavesEqualMutantsOut() {
    let scores = [
      MutantScore(function: "f(_:)", mutants: 10, killed: 6, equal: 2),
      MutantScore(function: "g(_:)", mutants: 2, killed: 0, equal: 2),
    ]
    #expect(scores.map(\.percent) == [75, 100])
    #expect(
      scores.table == """
        function       mutants  killed  equal   score
        f(_:)               10       6      2   75.0%
        g(_:)                2       0      2  100.0%
        all functions       12       6      4   75.0%

        """)
  }
}
