package import Tensors

/// One row for each label: zeros with a single 1.
package func oneHotByHand(_ labels: [Int], _ classes: Int) -> Tensor {
  var values = [Float](repeating: 0, count: labels.count * classes)
  for (i, label) in labels.enumerated() { values[i * classes + label] = 1 }
  return Tensor(values, shape: [labels.count, classes])
}

/// The first class with the highest score in each row.
package func winners(_ x: Tensor) -> [Int] {
  let (scores, q) = (x.values, x.shape[1])
  var classes: [Int] = []
  for start in stride(from: 0, to: scores.count, by: q) {
    var best = start
    for place in start..<start + q where scores[place] > scores[best] {
      best = place
    }
    classes.append(best - start)
  }
  return classes
}

package func countRight(_ x: Tensor, _ y: [Int]) -> Int {
  let classes = winners(x)
  return y.indices.count { classes[$0] == y[$0] }
}

extension SeededGenerator {
  /// More labels than two bytes can count.
  package mutating func manyLabels(below classes: Int) -> [Int] {
    let some = labels(count: 97, in: 0..<classes)
    return repeated(some, count: 65_600 + below(100))
  }

  /// Hundreds or thousands of rows, dozens of classes, or more of either than two bytes can count.
  package mutating func manyScores(_ number: Int) -> Tensor {
    switch number {
    case 0: return distinctScores(rows: 500, columns: 10)
    case 1: return distinctScores(rows: 12, columns: 25 + below(16))
    case 2, 4:
      let some = distinctScores(rows: 97, columns: 2).values
      let rows = number == 2 ? 66_600 + below(100) : 3_000
      return Tensor(repeated(some, count: 2 * rows), shape: [rows, 2])
    default:
      let columns = 65_700 + below(100)
      let some = distinctScores(rows: 1, columns: 97).values
      var x = Tensor(repeated(some, count: columns), shape: [1, columns])
      x[0, columns - 1 - below(50)] = 1_000
      return x
    }
  }

  /// Labels, about half of them the class with the highest score.
  package mutating func labels(nearTo x: Tensor) -> [Int] {
    x.argmax(axis: 1).map { below(2) == 0 ? $0 : below(x.shape[1]) }
  }

  /// The classes with the highest scores, with one in fifty of the second half
  /// replaced by another; of fewer than 100, none.
  package mutating func mostlyRight(_ x: Tensor) -> [Int] {
    var classes = x.argmax(axis: 1)
    for i in stride(from: max(99, classes.count / 2), to: classes.count, by: 50)
    {
      classes[i] = (classes[i] + 1) % x.shape[1]
    }
    return classes
  }
}
