import Testing

@testable import Lessons
@testable import Pages

/// A lesson with everything in it, on screens laid out by hand.
struct LessonPageTests {
  @Test func onANarrowScreen() throws {
    try expect(
      Screen(width: 40),
      """
      Lesson 3 · Everything
      ═════════════════════
      All there is, in one page.
      About 5 minutes.

      One part
      ────────

      The mean ȳ of `y` is 40, says a page
      (https://a.org).

      ▌ Warning.
      ▌
      ▌ Mind the gap.

      • a
        1. ☑ b
        2. ☐ c
      • d

          print(40.0)

        │ 40.0

          print(1)

          What does this print? Say it first;
          then: swift run course run 3

           1
          ─── ∑ xᵢ
           n  i

      x │ name
      ──┼─────
      1 │ one

      [Figure: A curve]

      Question: How much is x²?
        a) One
        b) Two
      """)
  }

  @Test func inWordsAlone() throws {
    try expect(
      Screen(width: 44, colors: .full, plain: true, links: true),
      """
      # Lesson 3: Everything
      All there is, in one page.
      About 5 minutes.

      ## One part

      The mean y bar of `y` is 40, says a page
      (https://a.org).

      > Warning.
      >
      > Mind the gap.

      - a
        1. done: b
        2. to do: c
      - d

          print(40.0)

          This prints:
          40.0

          print(1)

          What does this print? Say it first;
          then: swift run course run 3

          1 over n times the sum over i of x sub i

      x: 1
      name: one

      [Figure: A curve]

      Question: How much is x squared?
        a) One
        b) Two
      """)
  }

  @Test func sectionsAreMarkedWhereTheyBegin() throws {
    let lines = lessonPage(try everything(), on: Screen())
    let marked = lines.filter { $0.mark == .section("one-part") }
    #expect(marked.map(\.text) == ["One part"])
  }

  @Test func titlesDrawTheirFormulas() throws {
    let lesson = try Lesson(
      text: Self.front + "## Why $`\\hat y`$\n", folder: "03-a")
    let page = lessonPage(lesson, on: Screen())
    #expect(page.contains { $0.text == "Why y\u{302}" })
  }

  @Test func formulasThatCannotBeShownAreToldToTheAuthor() throws {
    let lesson = try Lesson(
      Source(
        file: "03-a/lesson.md",
        text: Self.front + "A $`\\foo`$.\n\n```math\na\n\\bar\n```\n"),
      folder: "03-a")
    #expect(
      formulaProblems(in: lesson).map { "\($0.file):\($0.line)" } == [
        "03-a/lesson.md:7", "03-a/lesson.md:11",
      ])
    let shown = render(lessonPage(lesson, on: Screen()), for: Screen())
    #expect(!shown.contains("\\"))
  }

  private func expect(
    _ screen: Screen, _ page: String,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let lines = lessonPage(try everything(), on: screen)
    let shown = render(lines, for: screen)
    #expect(shown == page + "\n", "\n\(shown)", sourceLocation: location)
  }

  private static let front = """
    ---
    id: everything
    title: Everything
    summary: All there is, in one page.
    minutes: 5
    ---

    """

  private func everything() throws -> Lesson {
    try Lesson(
      Source(file: "03-a/lesson.md", text: Self.front + Self.text),
      folder: "03-a")
  }

  private static let text = #"""
    # Everything

    ## One part

    The mean $`\bar y`$ of `y` is *40* <!-- = mean[0] -->, says
    a [page](https://a.org).

    > [!WARNING]
    > Mind the gap.

    - a
      1. [x] b
      2. [ ] c
    - d

    <!-- For authors only. -->

    ```swift cell=mean
    print(40.0)
    ```

    ```output
    40.0
    ```

    ```swift cell=one predict
    print(1)
    ```

    ```output
    1
    ```

    ```math
    \frac1n \sum_i x_i
    ```

    | x | name |
    |--:|------|
    | 1 | one  |

    ![A curve](a.svg)

    ```quiz
    id: q
    ask: How much is $`x^2`$?
    kind: choice
    options:
      - { text: One, right: true, because: R }
      - { text: Two, right: false, because: S }
    ```
    """#
}
