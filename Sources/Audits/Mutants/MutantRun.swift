internal import Checks
internal import Grading
package import Lessons
internal import Tensors

/// Which mutants are graded, and how.
package struct MutantRun: Sendable {
  /// A mutant is killed only if it fails at each of these.
  package var seeds: [UInt64]
  /// The full name or base name of the function to change; nil for all.
  package var function: String?
  /// How many mutants of each function are drawn; nil for all.
  package var sample: Int?

  /// Whether to grade the killed mutants once more, for what is told of them.
  package var explains = false

  package init(seeds: [UInt64], function: String? = nil, sample: Int? = nil) {
    self.seeds = seeds
    self.function = function
    self.sample = sample
  }

  /// The mutants to try.
  func chosen(from all: [Mutant]) -> [Mutant] {
    let named = all.filter { mutant in
      guard let function else { return true }
      return mutant.function == function
        || mutant.function.hasPrefix("\(function)(")
    }
    guard let sample else { return named }
    // Always the same ones, and 4 times as many as asked for, because about
    // half of them do not compile.
    var random = SeededGenerator(seed: 1)
    let shuffled = named.map { ($0, random.next()) }
      .sorted { $0.1 < $1.1 }.map(\.0)
    var counts: [String: Int] = [:]
    return shuffled.filter { mutant in
      counts[mutant.function, default: 0] += 1
      return counts[mutant.function, default: 0] <= 4 * sample
    }
  }
}

extension AuditedCourse {
  /// Changes a lesson's model answer in many small ways, and grades each
  /// mutant.
  ///
  /// Calls `hear` with the number of mutants done and the number of all.
  package func mutantReport(
    of lesson: Lesson, _ run: MutantRun,
    hear: @escaping @Sendable (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) throws -> MutantReport {
    let laboratory = try MutantLaboratory(
      compiler: compiler.apart(in: "mutants"),
      plan: try modelAnswer(of: lesson), id: lesson.id,
      checks: checks(of: lesson)?.checks ?? [], data: data, seeds: run.seeds,
      explains: run.explains)
    let source = laboratory.plan.source
    let all = run.chosen(from: mutants(of: source.text))
    let groups = stride(from: 0, to: all.count, by: 64).map {
      Array(all[$0..<min($0 + 64, all.count)])
    }
    let progress = Progress(all: all.count, hear: hear)
    let results = concurrently(groups) { group in
      let result = Result { try laboratory.fates(of: group) }
      progress.add(group.count)
      return result
    }
    var fates = try results.flatMap { try $0.get() }
    if let sample = run.sample {
      var counts: [String: Int] = [:]
      fates = fates.filter { mutant, _ in
        counts[mutant.function, default: 0] += 1
        return counts[mutant.function, default: 0] <= sample
      }
    }
    let listPath = path(of: lesson, "mutants.yaml")
    let list =
      try text(listPath).map {
        try EqualMutant.list(parsing: $0, file: listPath)
      } ?? []
    return MutantReport(
      fates: fates, list: list, run: run, path: source.path,
      listPath: listPath)
  }
}

extension MutantReport {
  init(
    fates: [(mutant: Mutant, fate: MutantFate)], list: [EqualMutant],
    run: MutantRun, path: String, listPath: String
  ) {
    var unmatched = list
    self.fates = fates.map { mutant, fate in
      guard case .survived = fate,
        let entry = list.first(where: { $0.names(mutant) })
      else { return (mutant, fate) }
      unmatched.removeAll { $0 == entry }
      return (mutant, .equal(entry.because))
    }
    // An entry can only be judged if all mutants were tried.
    self.unmatched =
      run.function == nil && run.sample == nil ? unmatched : []
    self.path = path
    self.listPath = listPath
  }
}

extension EqualMutant {
  fileprivate func names(_ mutant: Mutant) -> Bool {
    guard function == mutant.function else { return false }
    return switch change {
    case .lines(let was, let now): was == mutant.was && now == mutant.now
    case .narrowing(let narrowing):
      mutant.narrowing.map(narrowing.covers) ?? false
    }
  }
}
