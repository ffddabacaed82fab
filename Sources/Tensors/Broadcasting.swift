/// How to traverse two broadcast shapes together: as few nested loops as
/// possible, with a stride for each operand.
///
/// Neighboring axes that are contiguous in both operands are merged, so equal
/// shapes need one loop, and `[n, q]` with `[q]` or `[n, 1]` needs two.
struct Broadcast {
  /// One loop: a stride of 0 repeats the operand.
  struct Loop {
    var length = 1
    var strideA = 0
    var strideB = 0
  }

  /// The shape of the result.
  let shape: [Int]
  /// The number of its elements.
  let count: Int
  /// The two inner loops.
  let rows: Loop
  let columns: Loop
  /// The loops around them, outermost first.
  private let outer: [Loop]

  init(_ a: [Int], _ b: [Int], in operation: String) {
    if a == b || a.isEmpty || b.isEmpty {
      shape = a.isEmpty ? b : a
      count = shape.reduce(1, *)
      (rows, outer) = (Loop(), [])
      columns = Loop(
        length: count, strideA: a.isEmpty ? 0 : 1, strideB: b.isEmpty ? 0 : 1)
      return
    }
    var shape: [Int] = []
    var loops: [Loop] = []
    var (sizeA, sizeB) = (1, 1)
    for axis in 1...max(a.count, b.count) {
      let lengthA = axis <= a.count ? a[a.count - axis] : 1
      let lengthB = axis <= b.count ? b[b.count - axis] : 1
      guard lengthA == lengthB || lengthA == 1 || lengthB == 1 else {
        // Of two matrices whose product exists, that product was meant.
        let isProduct =
          operation == "*" && a.count == 2 && b.count == 2 && a[1] == b[0]
        stop(
          operation, "shapes \(a) and \(b) do not broadcast",
          "matched from the last axis, lengths must be equal or 1"
            + (isProduct ? "; the product of matrices is `matmul`" : ""))
      }
      let length = lengthA == 1 ? lengthB : lengthA
      shape.append(length)
      let strideA = lengthA == 1 ? 0 : sizeA
      let strideB = lengthB == 1 ? 0 : sizeB
      (sizeA, sizeB) = (sizeA * lengthA, sizeB * lengthB)
      guard length != 1 else { continue }
      if let inner = loops.last, strideA == inner.strideA * inner.length,
        strideB == inner.strideB * inner.length
      {
        loops[loops.count - 1].length *= length
      } else {
        loops.append(
          Loop(length: length, strideA: strideA, strideB: strideB))
      }
    }
    self.shape = shape.reversed()
    count = shape.reduce(1, *)
    columns = loops.isEmpty ? Loop() : loops[0]
    rows = loops.count < 2 ? Loop() : loops[1]
    outer = loops.dropFirst(2).reversed()
  }

  /// The number of times that the two inner loops run.
  var blockCount: Int { outer.reduce(count == 0 ? 0 : 1) { $0 * $1.length } }

  /// The offsets at which one run of the inner loops starts.
  func start(ofBlock block: Int) -> (result: Int, a: Int, b: Int) {
    var (rest, a, b) = (block, 0, 0)
    for loop in outer.reversed() {
      let index = rest % loop.length
      rest /= loop.length
      a += index * loop.strideA
      b += index * loop.strideB
    }
    return (block * rows.length * columns.length, a, b)
  }
}
