import Testing

@testable import Audits
@testable import Lessons

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

  @Test func aCommentIsNoPartOfWhatChanged() {
    let changes = changes("let c = a\n  // Why b.\n  return c * b")
    #expect(changes.contains("return c * b let c = a"), "\(changes)")
    #expect(!changes.contains { $0.contains("//") })
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

  @Test func onlyNarrowingsAreNarrowings() {
    let text = "func f(_ v: [Int], _ i: Int) -> Int {\n  v[i] + i\n}\n"
    let narrowed = mutants(of: text).filter { $0.narrowing != nil }
    #expect(
      Set(narrowed.filter { $0.narrowing?.operand == "i" }.map(\.now)) == [
        "v[Int(Int8(truncatingIfNeeded: i))] + i",
        "v[Int(UInt8(truncatingIfNeeded: i))] + i",
        "v[Int(Int16(truncatingIfNeeded: i))] + i",
        "v[Int(UInt16(truncatingIfNeeded: i))] + i",
        "v[i] + Int(Int8(truncatingIfNeeded: i))",
        "v[i] + Int(UInt8(truncatingIfNeeded: i))",
        "v[i] + Int(Int16(truncatingIfNeeded: i))",
        "v[i] + Int(UInt16(truncatingIfNeeded: i))",
      ])
    #expect(
      narrowed.allSatisfy {
        $0.now.contains("truncatingIfNeeded")
          && $0.now.contains("Int\($0.narrowing?.bits ?? 0)")
      })
  }

  @Test func aListedNarrowingCoversItsOperandAlone() {
    let text = "func f(_ v: [Int], _ i: Int) -> Int {\n  v[i] + i\n}\n"
    let all = mutants(of: text)
    func report(_ changes: [EqualMutant.Change]) -> MutantReport {
      MutantReport(
        fates: all.map { ($0, .survived([1])) },
        list: changes.map {
          EqualMutant(function: "f(_:_:)", change: $0, because: "", line: 1)
        }, run: MutantRun(seeds: [1]), path: "", listPath: "")
    }
    func equal(_ report: MutantReport) -> Set<Mutant> {
      Set(report.fates.filter { $0.fate == .equal("") }.map(\.mutant))
    }
    let wide = report([.narrowing(Narrowing(of: "i", bits: 16))])
    #expect(
      Set(equal(wide).map(\.now)) == [
        "v[Int(Int16(truncatingIfNeeded: i))] + i",
        "v[Int(UInt16(truncatingIfNeeded: i))] + i",
        "v[i] + Int(Int16(truncatingIfNeeded: i))",
        "v[i] + Int(UInt16(truncatingIfNeeded: i))",
      ])
    #expect(wide.unmatched.isEmpty)
    let narrow = report([.narrowing(Narrowing(of: "i", bits: 8))])
    #expect(equal(narrow).count == 8)
    // A name that is nowhere narrowed is a useless entry.
    let useless = report([.narrowing(Narrowing(of: "j", bits: 8))])
    #expect(equal(useless).isEmpty)
    #expect(useless.unmatched.count == 1)
    #expect(useless.findings.contains { "\($0)".contains("j in 8 bits") })
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
