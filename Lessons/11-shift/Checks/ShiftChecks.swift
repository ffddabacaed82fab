package import Checks
internal import References
internal import Tensors

package let shiftChecks = ExerciseChecks(
  lesson: "shift",
  [
    .agrees(
      "decisions", decide, section: "decide-by-cost",
      inputs: { random, _ in
        arguments(
          random.normalScores(rows: 3, columns: 3).squared(),
          random.normalScores(rows: 3, columns: 2).squared())
      })
  ])

private let decide = Subject(
  "decide(_:costs:)", axes: ["nq", "qa"],
  reference: { (probabilities: Tensor, costs: Tensor) in
    probabilities.matmul(costs).argmin(axis: 1)
  },
  mistakes: [
    KnownMistake("most-expensive") { (probabilities: Tensor, costs: Tensor) in
      probabilities.matmul(costs).argmax(axis: 1)
    }
  ])
