internal import Wire

/// How the received answers relate to the right ones in all trials: each is 3
/// times too large, or right but for the last row.
///
/// It describes what was seen on the inputs tried and claims no cause.
package struct Relation: Sendable, Equatable {
  /// What kind it is: `factor`, `transposed`.
  package let id: String

  /// The sentence that a learner reads.
  package let words: String
}

/// Looks for one kind of relation in several answers, at least one of them
/// wrong.
typealias RelationFinder = @Sendable ([Sample]) -> Relation?

/// The finders of exact relations, those that explain the most first.
let exactFinders: [RelationFinder] = [
  misshapen, nonfinite, constant, given, combined, rearranged, scaled,
  transformed, shifted, stepped, confined, paired,
]

/// The finders of relations that say only something about the answers.
let vagueFinders: [RelationFinder] = [proportional, affine]

/// Answers of one kind, in which relations are looked for.
struct SampleGroup {
  /// The name of the part, where an answer has several.
  var part: String?

  let samples: [Sample]
}

/// The answers, each part by itself; empty if they are not made of numbers.
///
/// The inputs of `trials` must not have been shrunk: a small input has many
/// explanations.
func sampleGroups(
  of trials: [Trial], of subject: Subject, within tolerance: Tolerance
) -> [SampleGroup] {
  let names = argumentNames(of: subject, in: trials)
  func samples(part: Int? = nil) -> [Sample] {
    trials.compactMap {
      Sample($0, part: part, of: subject, names: names, within: tolerance)
    }
  }
  let counts = trials.compactMap(\.partCount)
  guard !counts.isEmpty else {
    let all = samples()
    return all.count == trials.count ? [SampleGroup(samples: all)] : []
  }
  guard counts.count == trials.count else { return [] }
  let parts = 0..<(counts.max() ?? 0)
  if subject.parts.isEmpty {
    // A list of any length, such as of parameters: all are alike.
    return [SampleGroup(samples: parts.flatMap { samples(part: $0) })]
  }
  return zip(parts, subject.parts).compactMap { part, name in
    let all = samples(part: part)
    return all.count == trials.count
      ? SampleGroup(part: name, samples: all) : nil
  }
}

/// The relation that explains all answers of a group; nil if none is certain.
func relation(
  in groups: [SampleGroup], by finders: [RelationFinder]
) -> Relation? {
  for group in groups {
    guard let found = find(in: group.samples, by: finders) else { continue }
    return group.part.map {
      Relation(id: found.id, words: "\($0): \(found.words)")
    } ?? found
  }
  return nil
}

extension Trial {
  /// How many parts came and should have come; nil where these differ, or the
  /// answer is no list.
  fileprivate var partCount: Int? {
    guard case .list(let wanted) = expected, case .list(let came) = received
    else { return nil }
    return wanted.count == came.count ? wanted.count : nil
  }
}

/// The relation that holds for all samples or, failing that, for those without
/// huge or tiny numbers, where other mistakes may hide it.
private func find(
  in samples: [Sample], by finders: [RelationFinder]
) -> Relation? {
  if let found = finders.first(in: samples) { return found }
  let ordinary = samples.filter(\.isOrdinary)
  guard ordinary.count >= 6, ordinary.count < samples.count,
    let found = finders.first(in: ordinary)
  else { return nil }
  return Relation(
    id: found.id,
    words: "For numbers that are neither huge nor tiny: \(found.words)")
}

extension [RelationFinder] {
  fileprivate func first(in samples: [Sample]) -> Relation? {
    samples.contains(where: \.isWrong)
      ? lazy.compactMap { $0(samples) }.first : nil
  }
}

extension [Sample] {
  /// Whether a supposed answer equals the received one in every sample.
  ///
  /// In at least three samples the supposed answer must differ from the right
  /// one, so that they could have refuted it. Whole numbers, such as classes,
  /// agree by chance more often, so more of them must differ.
  func agree(with supposed: (Sample) -> Values?) -> Bool {
    var refuting = 0
    var numbers = 0
    for sample in self {
      guard let answer = supposed(sample), answer.isClose(to: sample.received)
      else { return false }
      let telling = answer.differences(from: sample.expected)
      if telling > 0 { refuting += 1 }
      numbers += telling
    }
    return refuting >= 3 && numbers >= (first?.isWhole == true ? 8 : 3)
  }
}
