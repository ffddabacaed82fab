/// A lesson: its front matter and its text.
package struct Lesson: Sendable, Equatable {
  /// The lesson's number, which is also its exercise's.
  package var number: Int
  /// The path of the folder, as it was given.
  package var folder: String
  /// The name of the folder, such as `03-softmax`.
  package var directory: String
  package var id: String
  package var title: String
  package var summary: String
  /// How long an attentive reader takes.
  package var minutes: Int
  package var exercise: Exercise?
  /// The modules that the cells import beside those of the exercise.
  package var cellImports: [String]
  package var blocks: [Block]
  /// The headings in order, at any depth.
  package var sections: [Section]
}

/// A heading and its anchor.
package struct Section: Sendable, Equatable {
  package var anchor: String
  /// The text of the heading, with its formulas as TeX.
  package var title: String
  /// The heading as it is shown.
  package var heading: [Inline]
  package var level: Int
  /// The line of the heading in the lesson's file.
  package var line: Int
}

/// The functions that the learner writes, and what they may use.
package struct Exercise: Sendable, Equatable {
  package var functions: [Signature]
  /// The numbers of earlier lessons whose exercises this one imports.
  package var buildsOn: [Int]
  /// The modules that the learner may import.
  package var imports: [String]
  package var limits: Limits
  /// The first line of the exercise in the lesson's file.
  package var line: Int

  package init(
    functions: [Signature], buildsOn: [Int] = [], imports: [String],
    limits: Limits, line: Int = 1
  ) {
    self.functions = functions
    self.buildsOn = buildsOn
    self.imports = imports
    self.limits = limits
    self.line = line
  }
}

/// The time and memory that one check of an exercise may use.
package struct Limits: Sendable, Equatable {
  package var seconds: Double
  package var megabytes: Int

  package init(seconds: Double, megabytes: Int) {
    self.seconds = seconds
    self.megabytes = megabytes
  }
}
