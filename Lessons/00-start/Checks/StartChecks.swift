package import Checks
internal import References

package let startChecks = ExerciseChecks(
  lesson: "start",
  [
    .agrees(
      "agreement", mostFrequent, section: "your-first-function",
      inputs: { random, _ in
        arguments(random.labels(count: 5, in: 0..<3) + [1, 1, 1, 1])
      })
  ])

private let mostFrequent = Subject(
  "mostFrequent(_:)", axes: ["n"],
  reference: { (labels: [Int]) in
    Set(labels).max { a, b in
      labels.count { $0 == a } < labels.count { $0 == b }
    } ?? 0
  },
  mistakes: [
    KnownMistake("first-label") { (labels: [Int]) in labels[0] }
  ])
