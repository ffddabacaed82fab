/// The files of a lesson that is still to be written: every `TODO` in them
/// is a finding, and with all of them filled in the lesson is whole.
package struct Skeleton: Sendable {
  package let directory: String
  private let number: Int
  private let name: String
  /// The name as a type and as a value: `KMeans`, `kMeans`.
  private let type: String
  private let value: String

  /// Of a name such as `k-means`.
  package init(name: String, number: Int) {
    self.name = name
    self.number = number
    directory = (number < 10 ? "0" : "") + "\(number)-\(name)"
    let words = name.split(separator: "-").map {
      $0.prefix(1).uppercased() + $0.dropFirst()
    }
    type = words.joined()
    value = type.prefix(1).lowercased() + type.dropFirst()
  }

  /// Why no function can be named so, and what mends it; nil where one can.
  package var refusal: String? {
    guard reservedWords.contains(value) else { return nil }
    return "a function cannot be named `\(value)` in Swift; take two words, as "
      + "in \(name)-model"
  }

  /// The paths within the course, and the texts.
  package var files: [(path: String, text: String)] {
    let lesson = "Lessons/\(directory)"
    let solutions = "Solutions/\(directory)"
    return [
      ("\(lesson)/lesson.md", lessonText),
      ("\(lesson)/mutants.yaml", "[]\n"),
      ("\(lesson)/Starter.swift", starter),
      ("\(lesson)/Exercise.swift", starter),
      ("\(lesson)/feedback.yaml", feedback),
      ("\(lesson)/Checks/\(type)Checks.swift", checks),
      ("\(lesson)/Checks/\(type)Figures.swift", figures),
      ("\(lesson)/Mistakes/Unchanged.swift", mistake),
      ("\(solutions)/Exercise.swift", solution),
      ("\(solutions)/Alternatives/Another.swift", solution),
    ]
  }

  /// The folders that hold nothing yet.
  package var folders: [String] { ["Lessons/\(directory)/figures"] }

  /// What is to be added by hand, and where.
  package var registration: String {
    """
    To Package.swift, in the list of lessons:
      ("\(directory)", []),
    To Lessons/Checks/Registry.swift:
      \(value)Checks,    in registry
      LessonFigures(lesson: "\(name)", \(value)Figures),    in figures
    Then: swift build --product course && swift run course verify \(number)

    """
  }

  private var lessonText: String {
    """
    ---
    id: \(name)
    title: TODO
    summary: TODO
    minutes: 20
    exercise:
      functions:
        - public func \(value)(_ x: Tensor) -> Tensor
      buildsOn: []
      imports: [Tensors]
      limits: { seconds: 5, megabytes: 512 }
    ---

    # TODO

    TODO: what is it for, on a case small enough to hold in the head?

    ## The idea

    ```swift cell=first
    let x = Tensor([1, 2, 3])
    print(x.sum())
    ```

    ```output
    6.0
    ```

    ```quiz
    id: first
    ask: TODO
    kind: choice
    options:
      - text: TODO
        right: true
        because: TODO
      - text: TODO
        right: false
        because: TODO
    ```

    ## Your turn

    Open `Lessons/\(directory)/Exercise.swift`, complete `\(value)`, and run

    ```sh
    swift run course check \(number)
    ```

    """
  }

  private var starter: String {
    """
    import Tensors

    /// TODO: one sentence; then shapes.
    public func \(value)(_ x: Tensor) -> Tensor {
      notWritten()
    }

    """
  }

  private var solution: String {
    """
    import Tensors

    /// TODO: as in the starter.
    public func \(value)(_ x: Tensor) -> Tensor {
      x + x
    }

    """
  }

  private var mistake: String {
    """
    // What came is returned.
    // fails: agreement
    // mistake: unchanged
    import Tensors

    /// TODO: as in the starter.
    public func \(value)(_ x: Tensor) -> Tensor {
      x
    }

    """
  }

  private var checks: String {
    """
    package import Checks
    internal import Tensors

    package let \(value)Checks = ExerciseChecks(
      lesson: "\(name)",
      [
        .agrees(
          "agreement", subject, section: "the-idea",
          inputs: { random, _ in
            arguments(Tensor((0..<4).map { _ in Float(random.normal()) }))
          })
      ])

    private let subject = Subject(
      "\(value)(_:)", axes: ["n"],
      reference: { (x: Tensor) in x + x },
      mistakes: [
        KnownMistake("unchanged") { (x: Tensor) in x }
      ])

    """
  }

  private var feedback: String {
    """
    # Every sentence of this lesson that a learner can be told. A {name} is a
    # value that the check supplies.
    checks:
      agreement: "TODO: what must hold"
    mistakes:
      unchanged:
        section: the-idea
        says: You returned what came.
    hints:
      \(value)(_:):
        - TODO
        - TODO
        - "TODO: the line of thought, without code."

    """
  }

  private var figures: String {
    """
    internal import Figures

    let \(value)Figures: [LessonFigure] = []

    """
  }
}

/// Words of Swift that are no names for functions, and the one of the course.
private let reservedWords: Set = [
  "as", "associatedtype", "break", "case", "catch", "class", "continue",
  "default", "defer", "deinit", "do", "else", "enum", "extension",
  "fallthrough", "false", "fileprivate", "for", "func", "guard", "if",
  "import", "in", "init", "inout", "internal", "is", "let", "nil",
  "notWritten", "operator", "precedencegroup", "private", "protocol",
  "public", "repeat", "rethrows", "return", "self", "static", "struct",
  "subscript", "super", "switch", "throw", "throws", "true", "try",
  "typealias", "var", "where", "while",
]
