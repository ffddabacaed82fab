import Testing

/// Every mistake of an author is told with its file and line.
struct MistakeTests {
  private let file = "Lessons/03-softmax/lesson.md"

  @Test(arguments: [
    ("```output\n1\n```", "9: this output belongs to no cell"),
    (
      "```swift cell=a\n```\n\n```output\n```\n\n```output\n```",
      "15: this output belongs to no cell"
    ),
    (
      "```swift cell=a\n```\n\n```swift cell=a\n```",
      "12: the cell `a` is there twice"
    ),
    ("```swift cell\n```", "9: `cell` has no name"),
    (
      "```swift cell=a hidden\n```",
      "9: a block of swift has no attribute `hidden`"
    ),
    ("```math derive=a\n```", "9: a block of math has no attribute `derive`"),
    ("```math derivation=\n```", "9: `derivation` has no name"),
    (
      "```swift cell=a\n```\n```output tolerance=small\n```",
      "11: `tolerance` is not a number"
    ),
    ("Text.\n\n```math\na\n", "11: this block of math is not closed"),
    ("Text $`a`$ and $`b.", "9: this formula is not closed"),
    ("Text $`a_b`, more.", "9: this formula is not closed"),
    ("Text.\nMore $`a_b text.", "10: this formula is not closed"),
    (
      "It is 4 <!-- = nothing[0] -->.",
      "9: no cell of this lesson is named `nothing`"
    ),
    (
      "It is 4 <!-- = a -->.",
      "9: `<!-- = a -->` names no number of a cell"
    ),
    (
      "It is <!-- quoted: me -->.",
      "9: `<!-- quoted: me -->` has no number before it"
    ),
    (
      "It is 4\n<!-- = a[0] -->",
      "10: `<!-- = a[0] -->` has no number before it"
    ),
    (
      "```quiz\nid: a\nask: b\nkind: guess\n```",
      "12: there is no kind of quiz `guess`"
    ),
    (
      "```quiz\nid: a\nask: b\nkind: number\nanswer: 1\n```",
      "10: the quiz lacks the key `because`"
    ),
    (
      "```quiz\nid: a\nask: b\nkind: number\nanswer: some\nbecause: c\n```",
      "13: `answer` is not a number"
    ),
    (
      """
      ```quiz
      id: a
      ask: b
      kind: choice
      options:
        - { text: A, right: false, because: R }
        - { text: B, right: false, because: S }
      ```
      """, "14: no option of the quiz `a` is right"
    ),
    (
      """
      ```quiz
      id: a
      ask: b
      kind: choice
      options:
        - { text: A, right: true, because: R }
        - { text: B, right: true, because: S }
      ```
      """, "14: 2 options of the quiz `a` are right"
    ),
    (
      """
      ```quiz
      id: a
      ask: b
      kind: choice
      options:
        - { text: A, right: true, because: R }
        - { text: B, right: false }
      ```
      """, "15: the option lacks the key `because`"
    ),
    (
      "```quiz\nid: a\nask: it is: this\n```",
      "11: this is not YAML: mapping values are not allowed in this context"
    ),
    (
      String(repeating: "> ", count: 60) + "deep",
      "9: lists or quotations are nested too deeply"
    ),
  ])
  func inTheText(body: String, expected: String) {
    let complaint = complaint(body)
    #expect(complaint.hasPrefix("\(file):\(expected); "), "\(complaint)")
  }

  @Test(arguments: [
    ("", "2: there is nothing here"),
    ("id: softmax", "2: the front matter lacks the key `title`"),
    ("- a\n- b", "2: the front matter is not a record"),
    ("id: [a", "3: this is not YAML: did not find expected ',' or ']'"),
    (
      soundFront.replacing("minutes: 20", with: "minutes: long"),
      "5: `minutes` is not a whole number"
    ),
    (
      soundFront.replacing("minutes: 20", with: "minutes: 0"),
      "5: no lesson takes 0 minutes"
    ),
    (
      exerciseFront().replacing("imports: [Tensors]", with: "imports: Tensors"),
      "12: `imports` is not a list"
    ),
    (
      soundFront + "\nauthor: me",
      "8: the front matter has no key `author`"
    ),
    (
      soundFront + "\nid: again", "2: the key id is there twice"
    ),
    (
      soundFront.replacing("id: softmax", with: "id: Soft Max"),
      "2: the id `Soft Max` is hard to type"
    ),
    (
      exerciseFront(functions: "func f() -> Int"),
      "10: `func f() -> Int` does not begin with `public func`"
    ),
    (
      exerciseFront(functions: "public func f(_ x: [Int) -> Int"),
      "10: a bracket of `public func f(_ x: [Int) -> Int` is not closed"
    ),
    (exerciseFront(buildsOn: "[3]"), "11: lesson 3 cannot build on lesson 3"),
    (
      exerciseFront(buildsOn: "[softmax]"),
      "11: `buildsOn` is not a list of whole numbers"
    ),
    (
      exerciseFront(limits: "{ seconds: 5 }"),
      "13: the limits lacks the key `megabytes`"
    ),
    (
      exerciseFront(limits: "{ seconds: 0, megabytes: 1 }"),
      "13: a limit is not above zero"
    ),
  ])
  func inTheFrontMatter(front: String, expected: String) {
    let complaint = complaint(front: front)
    #expect(complaint.hasPrefix("\(file):\(expected); "), "\(complaint)")
  }

  @Test func soundTextsPass() {
    #expect(complaint("Text.") == "nothing")
    #expect(complaint(front: exerciseFront()) == "nothing")
  }
}
