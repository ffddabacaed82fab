import Datasets
import Tensors
import Testing

/// Each mistake stops the process and names operation, values and rule.
@Suite struct Stops {
  @Test func batchSizeZero() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let data = FashionMNIST(images: [], labels: [])
      _ = MiniBatches(data, batchSize: 0)
    }
    expect(result, "MiniBatches: batch size 0")
  }

  @Test func orderOutOfRange() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let data = FashionMNIST(images: [1], labels: [1], rows: 1, columns: 1)
      _ = MiniBatches(data, batchSize: 1, order: [0, 1])
    }
    expect(result, "MiniBatches: example 1, the order must contain only")
  }

  @Test func batchOutOfRange() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let data = FashionMNIST(images: [1], labels: [1], rows: 1, columns: 1)
      _ = MiniBatches(data, batchSize: 1)[1]
    }
    expect(result, "MiniBatches: batch 1, there are 1 batches")
  }

  @Test func labelsTooFew() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = MiniBatches(Tensor([[1, 2], [3, 4]]), [0], batchSize: 1) }
    expect(result, "MiniBatches: examples of shape [2, 2] and 1 labels")
  }

  @Test func targetsTooMany() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Batches(Tensor([1, 2]), Tensor([[1], [2], [3]]), batchSize: 1) }
    expect(
      result, "MiniBatches: examples of shape [2] and targets of shape [3, 1]")
  }

  @Test func examplesWithoutAnAxis() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Batches(Tensor(.nan), Tensor(.nan), batchSize: 1) }
    expect(result, "MiniBatches: examples of shape [] and targets of shape []")
  }

  @Test func examplesThatAreNoNumbers() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = MiniBatches(Tensor([[1, 2], [3, .nan]]), [0, 1], batchSize: 1) }
    expect(result, "MiniBatches: nan in row 1 of the examples, all values must")
  }

  @Test func targetsThatAreInfinite() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Batches(Tensor([1]), Tensor([-.infinity]), batchSize: 1) }
    expect(result, "MiniBatches: -inf in row 0 of the targets")
  }

  @Test func rowsOfATableAreNotResized() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = MiniBatches(Tensor([[1, 2]]), [0], batchSize: 1)
        .resized(rows: 2, columns: 2)
    }
    expect(result, "resized: examples of shape [1, 2]")
  }

  @Test func aTensorCalledLikeTheRemarks() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Safetensors.bytes(of: ["__metadata__": Tensor(1)]) }
    expect(result, "Safetensors: a tensor called __metadata__")
  }

  @Test func bytesThatAreNotThere() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = FashionMNIST(images: [1, 2], labels: [1]) }
    expect(result, "FashionMNIST: 2 bytes for 1 images of 28 x 28")
  }

  @Test func nameOfNoClass() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = FashionMNIST.names(of: [10]) }
    expect(result, "names: label 10")
  }

  @Test func negativeNoise() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var generator = SeededGenerator(seed: 1)
      _ = syntheticRegression(
        weights: [1], bias: 0, count: 1, noise: -1, using: &generator)
    }
    expect(result, "syntheticRegression: count 1 and noise -1.0")
  }

  private func expect(_ result: ExitTest.Result?, _ parts: String...) {
    let error = String(
      decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    for part in parts {
      #expect(error.contains(part), "standard error was: \(error)")
    }
  }
}
