import Tensors
import Testing

/// Each mistake stops the process; the message names the operation, what it
/// was given and the rule.
@Suite struct Stops {
  @Test func matricesThatAreMultipliedElementByElement() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Tensor([[1, 2], [3, 4], [5, 6]]) * Tensor([[1], [2]]) }
    expect(result, "; the product of matrices is `matmul`")
  }

  @Test func shapesThatDoNotBroadcast() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Tensor([1, 2, 3]) + Tensor([[1, 2], [3, 4]]) }
    expect(result, "+: shapes [3] and [2, 2] do not broadcast")
  }

  @Test func shapesThatDoNotMultiply() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Tensor([[1, 2]]).matmul(Tensor([[1, 2]])) }
    expect(result, "matmul: shapes [1, 2] and [1, 2] do not multiply")
  }

  @Test func productOfThreeAxes() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Tensor.zeros(shape: [1, 2, 3]).matmul(Tensor([1, 2, 3])) }
    expect(result, "matmul: shapes [1, 2, 3] and [3] do not multiply")
  }

  @Test func anUpdateThatChangesTheShapeOfALeaf() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var w = Tensor([1, 2]).trackingGradients()
      withoutGradients { w += Tensor([[1, 2], [3, 4]]) }
    }
    expect(result, "+=: shapes [2] and [2, 2] of the result, a tensor that")
  }

  @Test func axisOutOfRange() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Tensor([[1, 2]]).sum(axis: 2) }
    expect(result, "sum: axis 2 of shape [1, 2], the axis must lie in -2..<2")
  }

  @Test func axisFarBelowZero() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Tensor([[1, 2]]).mean(axis: -3) }
    expect(result, "mean: axis -3 of shape [1, 2]")
  }

  @Test func twoUnknownLengths() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Tensor([1, 2]).reshaped([-1, -1]) }
    expect(
      result, "reshaped: shapes [2] and [-1, -1], only one length may be -1")
  }

  @Test func anotherNumberOfElements() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Tensor([1, 2, 3]).reshaped([2, -1]) }
    expect(result, "reshaped: shapes [3] and [2, -1]")
  }

  @Test func labelOutOfRange() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Tensor([[1, 2], [3, 4]]).picking([0, 2]) }
    expect(
      result,
      "picking: label 2 of row 1 and shape [2, 2], a label must lie in 0..<2")
  }

  @Test func labelBelowZero() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Tensor([[1, 2]]).picking([-1]) }
    expect(result, "picking: label -1 of row 0")
  }

  @Test func labelsTooFew() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Tensor([[1, 2], [3, 4]]).picking([0]) }
    expect(result, "picking: shape [2, 2] and 1 labels")
  }

  @Test func largestOfNothing() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Tensor.zeros(shape: [2, 0]).max(axis: 1) }
    expect(result, "max: shape [2, 0], the axis must not be empty")
  }

  @Test func smallestOfNothing() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Tensor.zeros(shape: [2, 0]).min(axis: 1) }
    expect(result, "min: shape [2, 0], the axis must not be empty")
  }

  @Test func rowsBeyondTheLast() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Tensor([[1, 2], [3, 4]])[1...2] }
    expect(
      result,
      "subscript: rows 1..<3 of shape [2, 2], the range must lie in 0...2"
    )
  }

  @Test func rowsFromBeyondTheLast() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Tensor([1, 2])[3...] }
    expect(result, "subscript: rows 3..<2 of shape [2]")
  }

  @Test func rowsOfANumber() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Tensor(1)[0..<1] }
    expect(result, "subscript: rows 0..<1 of shape []")
  }

  @Test func gradientOfAVector() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = gradient(at: Tensor([1, 2])) { $0 } }
    expect(result, "gradient(at:): shape [2], only a single number")
  }

  @Test func comparisonOfOtherShapes() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { print(Tensor([1, 2]) .> Tensor([1, 2, 3])) }
    expect(result, ".>: shapes [2] and [3] do not broadcast")
  }

  @Test func largestPlaceOfNothing() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Tensor.zeros(shape: [2, 0]).argmax(axis: 1) }
    expect(result, "argmax: shape [2, 0]")
  }

  @Test func backwardFromAVector() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { Tensor([1, 2]).trackingGradients().backward() }
    expect(result, "backward: shape [2], only a single number")
  }

  @Test func backwardFromAnUntrackedNumber() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { Tensor(1).backward() }
    expect(result, "backward: an untracked tensor of shape []")
  }

  @Test func valuesThatDoNotFillTheShape() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Tensor([1, 2, 3], shape: [2, 2]) }
    expect(result, "Tensor(_:shape:): shape [2, 2] and 3 values")
  }

  @Test func negativeLength() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Tensor.zeros(shape: [2, -1]) }
    expect(result, "zeros: shape [2, -1]")
  }

  @Test func shapeThatOverflows() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Tensor([], shape: [1 << 62, 4]) }
    expect(
      result,
      "shape [4611686018427387904, 4], this is not the shape of a tensor")
  }

  @Test func rowsOfUnequalLength() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Tensor([[1, 2], [3]]) }
    expect(result, "Tensor(_:): row 0 has 2 values, row 1 has 1")
  }

  @Test func rowsOfUnequalShape() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Tensor(rows: [Tensor([1]), Tensor([1, 2])]) }
    expect(result, "Tensor(rows:): shapes [1] of row 0 and [2] of row 1")
  }

  @Test func elementOutOfRange() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Tensor([[1, 2]])[1, 0] }
    expect(result, "subscript: element [1, 0] of shape [1, 2]")
  }

  @Test func tooFewIndices() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Tensor([[1, 2]])[0] }
    expect(result, "subscript: element [0] of shape [1, 2]")
  }

  @Test func rowOutOfRange() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Tensor([[1, 2]]).row(1) }
    expect(result, "row: row 1 of shape [1, 2]")
  }

  @Test func transposeOfAVector() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Tensor([1, 2]).transposed() }
    expect(result, "transposed: shape [2]")
  }

  @Test func itemOfSeveral() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Tensor([1, 2]).item }
    expect(result, "item: shape [2]")
  }

  @Test func writingIntoAResult() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let x = Tensor([1, 2]).trackingGradients()
      var y = x * 2
      y[0] = 1
    }
    expect(
      result, "writing an element: a tensor of shape [2] computed from others")
  }

  @Test func boundZero() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var generator = SeededGenerator(seed: 1)
      _ = generator.below(0)
    }
    expect(result, "below: bound 0")
  }

  @Test func whatIsNotWrittenEndsWithAStatusOfItsOwn() async {
    let result = await #expect(
      processExitsWith: .exitCode(97), observing: [\.standardErrorContent]
    ) {
      func softmax(_ x: Tensor) -> Tensor { notWritten() }
      _ = softmax(Tensor(1))
    }
    #expect(notWrittenExitStatus == 97)
    expect(result, "softmax(_:) is not written yet\n")
  }

  private func expect(_ result: ExitTest.Result?, _ parts: String...) {
    let error = String(
      decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    for part in parts {
      #expect(error.contains(part), "standard error was: \(error)")
    }
  }
}
