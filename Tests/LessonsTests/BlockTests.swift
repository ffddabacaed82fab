import Testing

@testable import Lessons

/// What CommonMark's and GitHub's rules make of a text.
struct BlockTests {
  @Test func mathematicsIsNotAltered() throws {
    let source = #"\hat{y}_i * a_b * <c> \\ [d](e) &amp; **f**"#
    let read = try lesson("See $`\(source)`$, and $`x`$.\n").blocks
    #expect(
      read == [
        .paragraph([
          .text("See "), .math(source, line: 9), .text(", and "),
          .math("x", line: 9), .text("."),
        ])
      ])
  }

  @Test func displayedMathematicsKeepsItsLineAndDerivation() throws {
    let read = try lesson(
      "Text.\n\n```math derivation=mean\na_b \\\\\n*c*\n```\n")
    let math = Math(
      source: "a_b \\\\\n*c*\n", derivation: "mean", line: 12)
    #expect(read.blocks.last == .math(math))
  }

  @Test func cellsTakeTheirOutputs() throws {
    let read = try lesson(
      """
      ```swift cell=one predict
      print(1)
      ```

      ```output tolerance=1e-4
      1.0
      ```

      > ```swift cell=two
      > print(2)
      > ```
      """)
    #expect(
      read.cells == [
        Cell(
          name: "one", code: "print(1)\n", line: 10, predict: true,
          yours: false,
          output: .init(text: "1.0\n", tolerance: 1e-4, line: 14)),
        Cell(
          name: "two", code: "print(2)\n", line: 18, predict: false,
          yours: false),
      ])
  }

  @Test func numbersAreBoundToTheirSources() throws {
    let read = try lesson(
      """
      ```swift cell=a
      ```

      It is **40** <!-- = a[0] -->, −3.4 <!-- = a[1] -->, and 12.5% <!-- =
      a[2] --> of 60,000 images <!-- quoted: the paper -->,
      5-10 <!-- quoted: me --> and 1e-3 <!-- quoted: me -->.
      """)
    #expect(
      read.bindings == [
        Binding(source: .cell("a", index: 0), line: 12),
        Binding(source: .cell("a", index: 1), line: 12),
        Binding(source: .cell("a", index: 2), line: 12),
        Binding(source: .quoted("the paper"), line: 13),
        Binding(source: .quoted("me"), line: 14),
        Binding(source: .quoted("me"), line: 14),
      ])
  }

  @Test func textsKnowWhereTheyStand() throws {
    let body = """
      # A *b* c

      From **40** <i>it</i>, −3.4 `x` and $`y`$ more
        in $`z`$ a [link _of
      two_ lines](x.md) here
      > > quoted *deep
      > > and* on
      lazy words

      7. [x] done ![p](p.svg) it
         on

      | one | `x` two |
      |-----|:-------:|
      |  3 ü|  four   |

      <p align="x"> html
      of <b>two</b> lines
      """
    let lines =
      (Array(repeating: "", count: 8)
        + body.split(
          separator: "\n", omittingEmptySubsequences: false
        ).map { "\($0)" })
    var found = 0
    for inline in try lesson(body).blocks.flattened.flatMap(\.inlines).flattened
    {
      guard case .text(let words, let place) = inline else { continue }
      found += 1
      let rest = lines[place.line - 1].utf8.dropFirst(place.column - 1)
      #expect(rest.starts(with: words.utf8), "\(words) at \(place)")
    }
    #expect(found > 30)
  }

  @Test func listsKnowTheirNumbersAndTasks() throws {
    let read = try lesson("3. a\n4. b\n\n- [ ] c\n- [x] d\n- e\n").blocks
    func item(_ text: String, _ done: Bool? = nil) -> List.Item {
      List.Item(blocks: [.paragraph([.text(text)])], done: done)
    }
    #expect(
      read == [
        .list(List(start: 3, tight: true, items: [item("a"), item("b")])),
        .list(
          List(
            start: nil, tight: true,
            items: [item("c", false), item("d", true), item("e")])),
      ])
  }

  @Test func tablesAreReadFromTheirBars() throws {
    let read = try lesson(
      "| a | b | c |\n|:--|:-:|--:|\n| 1 | `x|y` | $`z`$ |\n| 2 |\n"
    ).blocks
    #expect(
      read == [
        .table(
          Table(
            alignments: [.leading, .center, .trailing],
            header: [[.text("a")], [.text("b")], [.text("c")]],
            rows: [
              [[.text("1")], [.code("x|y")], [.math("z", line: 11)]],
              [[.text("2")], [], []],
            ]))
      ])
    let prose = try lesson("a | b\nc | d\n").blocks
    #expect(
      prose == [.paragraph([.text("a | b"), .softBreak, .text("c | d")])])
  }

  @Test func quotationsMayBeCallouts() throws {
    let read = try lesson("> [!TIP]\n> Words.\n\n> Words.\n").blocks
    let words = Block.paragraph([.text("Words.")])
    #expect(read == [.callout(.tip, [words]), .quote([words])])
  }

  @Test func aPictureAloneIsAFigure() throws {
    let read = try lesson("![A curve](figures/a.svg)\n\nSee ![b](c.svg).\n")
    #expect(
      read.blocks == [
        .figure(path: "figures/a.svg", alternative: "A curve"),
        .paragraph([
          .text("See "), .image(alternative: "b", path: "c.svg"), .text("."),
        ]),
      ])
  }

  @Test func quizzesOfBothKinds() throws {
    let read = try lesson(
      """
      ```quiz
      id: one
      ask: What is $`x`$?
      kind: choices
      options:
        - { text: A, right: true, because: R }
        - { text: B, right: false, because: S }
      ```

      ```quiz
      id: two
      ask: How many?
      kind: number
      answer: 31
      tolerance: 0.5
      because: "So: there."
      ```
      """)
    #expect(
      read.quizzes == [
        Quiz(
          id: "one",
          ask: [.text("What is "), .math("x", line: 11), .text("?")],
          kind: .choices,
          options: [
            .init(text: [.text("A")], right: true, because: [.text("R")]),
            .init(text: [.text("B")], right: false, because: [.text("S")]),
          ], tolerance: 0, because: [], line: 10),
        Quiz(
          id: "two", ask: [.text("How many?")], kind: .number, options: [],
          answer: 31, tolerance: 0.5, because: [.text("So: there.")],
          line: 19),
      ])
  }

  /// The cases are those of GitHub's own pages.
  @Test func anchorsAreGitHubs() throws {
    let read = try lesson(
      """
      # What's new?
      ## What's new?
      ## Why `softmax` is *not* max
      ## C++ & Swift_6 - 100%
      ## 交叉熵 (Cross-Entropy)
      ## Straße
      """)
    #expect(
      read.sections.map(\.anchor) == [
        "whats-new", "whats-new-1", "why-softmax-is-not-max",
        "c--swift_6---100", "交叉熵-cross-entropy", "straße",
      ])
    #expect(read.section(anchor: "whats-new-1")?.line == 10)
    #expect(read.section(anchor: "nowhere") == nil)
  }

  @Test func carriageReturnsAndMarksMakeNoDifference() throws {
    let text = "---\n\(soundFront)\n---\n# A\n\n```swift\nx\n```\n"
    let folder = "03-a"
    let plain = try Lesson(Source(file: "f", text: text), folder: folder)
    let other = try Lesson(
      Source(
        file: "f", text: "\u{FEFF}" + text.replacing("\n", with: "\r\n")),
      folder: folder)
    #expect(plain == other)
  }

  @Test func theFrontMatterPromisesAnExercise() throws {
    let read = try lesson(front: exerciseFront(), "# A\n")
    #expect(read.id == "softmax" && read.minutes == 20 && read.number == 3)
    #expect(read.directory == "03-softmax")
    let exercise = try #require(read.exercise)
    #expect(exercise.functions.map(\.fullName) == ["f(_:)"])
    #expect(exercise.functions.map(\.line) == [10])
    #expect(exercise.buildsOn == [2] && exercise.imports == ["Tensors"])
    #expect(exercise.limits == Limits(seconds: 5, megabytes: 9))
  }
}
