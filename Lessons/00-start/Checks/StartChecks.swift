package import Checks
internal import References
internal import Tensors
internal import Wire

package let startChecks = ExerciseChecks(
  lesson: "start",
  [
    mostHolds("most-example", trials: 1) { _, _ in
      arguments([9, 0, 0, 3, 0, 2, 7, 2, 5, 5])
    },
    mostHolds("most-agreement", repeatsCalls: true, inputs: ordinaryLabels),
    mostHolds("most-order", trials: 4) { random, number in
      let labels = random.clearLabels(number)
      switch number % 4 {
      case 0: return arguments(labels.sorted())
      case 1: return arguments(Array(labels.sorted().reversed()))
      case 2: return arguments(random.endingInWinner(labels))
      default: return arguments(Array(random.endingInWinner(labels).reversed()))
      }
    },
    mostHolds("most-edges", trials: edges.count) { _, number in
      arguments(edges[number % edges.count])
    },
    mostHolds("most-large", trials: 6) { random, number in
      let large = 998 - random.below(700)
      switch number % 4 {
      case 0: return arguments([999])
      case 1: return arguments([999, large, 999])
      case 2: return arguments([0, large, 1, large])
      default: return arguments([large, large, 999])
      }
    },
    mostHolds("most-ties", trials: 6) { random, number in
      let tied = (0..<2 + number % 3).map { 3 * $0 + random.below(3) }
      let rare = [20 + random.below(10)]
      return arguments(random.shuffled(tied + tied + (number > 2 ? rare : [])))
    },
    mostHolds("most-many", trials: 4) { random, number in
      let winner = random.below(1_000)
      let others = random.labels(
        count: [200, 300, 3_000, 9_000][number % 4], in: 0..<1_000
      ).filter { $0 != winner }
      // In a byte, 140 is negative, and the others are 1.
      let count = [140, 257, 513, 769][number % 4]
      return arguments(
        random.shuffled(others + Array(repeating: winner, count: count)))
    },
  ])

private let edges = [[0], [7], [4, 4], [0, 0, 0], [3, 5, 3], [6, 2, 2]]

private func mostHolds(
  _ id: String, trials: Int = usualTrials, repeatsCalls: Bool = false,
  inputs: @escaping Inputs
) -> Check {
  .holds(
    id, mostFrequent, within: .exact, section: "your-first-function",
    trials: trials, repeatsCalls: repeatsCalls, inputs: inputs
  ) { trial in
    guard case .integers(let labels)? = trial.arguments.first,
      case .integer(let answer) = trial.received
    else { return nil }
    let winners = winners(labels)
    guard !winners.contains(answer) else { return nil }
    let most = labels.count { $0 == winners.first }
    return Violation(
      "occurrences",
      [
        "answer": answer, "count": labels.count { $0 == answer },
        "most": most,
      ])
  }
}
