/// One lesson: what its front matter promises and what its text says.
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
  package var blocks: [Block]
  /// The headings in order, however deep they lie.
  package var sections: [Section]
}

/// A heading, and where links to it lead.
package struct Section: Sendable, Equatable {
  package var anchor: String
  /// The words of the heading, its formulas as TeX.
  package var title: String
  /// The heading as it is to be shown.
  package var heading: [Inline]
  package var level: Int
  /// The line of the heading in the lesson's file.
  package var line: Int
}

/// What the learner completes, and what it may use to do so.
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

/// What one check of an exercise may use.
package struct Limits: Sendable, Equatable {
  package var seconds: Double
  package var megabytes: Int

  package init(seconds: Double, megabytes: Int) {
    self.seconds = seconds
    self.megabytes = megabytes
  }
}
