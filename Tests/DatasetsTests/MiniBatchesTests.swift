import Datasets
import Tensors
import Testing

/// Five images of two pixels, whose first pixel is their number.
private let five = FashionMNIST(
  images: [0, 255, 1, 255, 2, 255, 3, 255, 4, 255], labels: [0, 1, 2, 3, 4],
  rows: 1, columns: 2)

@Test func batchesComeInTheOrderOfTheFiles() {
  let batches = MiniBatches(five, batchSize: 2)
  #expect(batches.count == 3)
  #expect(batches.map(\.y) == [[0, 1], [2, 3], [4]])
  #expect(
    batches.map(\.x.shape) == [[2, 1, 1, 2], [2, 1, 1, 2], [1, 1, 1, 2]])
  #expect(batches[1].x.values == [2 / 255, 1, 3 / 255, 1])
}

@Test func aShortLastBatchMayBeDropped() {
  let batches = MiniBatches(five, batchSize: 2, droppingLast: true)
  #expect(batches.map(\.y) == [[0, 1], [2, 3]])
  #expect(batches.exampleCount == 4)
  #expect(MiniBatches(five, batchSize: 6, droppingLast: true).count == 0)
  #expect(MiniBatches(five, batchSize: 6).map(\.y) == [[0, 1, 2, 3, 4]])
}

@Test func anOrderMayBeGiven() {
  let batches = MiniBatches(five, batchSize: 2, order: [4, 0, 2])
  #expect(batches.map(\.y) == [[4, 0], [2]])
  var generator = SeededGenerator(seed: 1)
  let shuffled = batches.shuffled(using: &generator)
  #expect(shuffled.flatMap(\.y).sorted() == [0, 2, 4])
  let again = shuffled.shuffled(using: &generator)
  #expect(again.flatMap(\.y).sorted() == [0, 2, 4])
}

@Test func everyPassGoesTheSameWay() {
  var generator = SeededGenerator(seed: 1)
  let batches = MiniBatches(five, batchSize: 2, shuffledBy: &generator)
  let first = batches.flatMap(\.y)
  #expect(first.sorted() == [0, 1, 2, 3, 4])
  #expect(batches.flatMap(\.y) == first)
  let orders = (0..<20).map { _ in
    batches.shuffled(using: &generator).flatMap(\.y)
  }
  #expect(Set(orders).count > 1)
  var same = SeededGenerator(seed: 1)
  #expect(
    MiniBatches(five, batchSize: 2, shuffledBy: &same).flatMap(\.y) == first)
}

@Test func aPassMayEndEarly() {
  let batches = MiniBatches(five, batchSize: 1)
  for _ in 0..<100 {
    for (_, y) in batches where y == [2] { break }
  }
  let third = batches.first { $0.y == [3] }
  #expect(third?.x.values == [Float(3) / 255, 1])
}

@Test func everyByteIsDividedExactly() {
  let bytes = (0..<256).map { UInt8($0) }
  let data = FashionMNIST(
    images: bytes, labels: [0], rows: 16, columns: 16)
  #expect(
    MiniBatches(data, batchSize: 1)[0].x.values
      == bytes.map { Float($0) / Float(255) })
}

@Test func imagesMayBeDrawnInAnotherSize() throws {
  let golden = try GoldenFile.read()
  let data = try FashionMNIST(.train, in: sample)
  let batches = MiniBatches(data, batchSize: 3, order: [5, 0])
    .resized(rows: 64, columns: 64)
  let (x, y) = batches[0]
  #expect(x.shape == [2, 1, 64, 64])
  #expect(y[1] == golden.firstTrainLabels[0])
  #expect(
    Array(x.values.suffix(4_096))
      == golden.firstImageResized.map { Float($0) / 255 })
  var generator = SeededGenerator(seed: 1)
  #expect(batches.shuffled(using: &generator)[0].x.shape == [2, 1, 64, 64])
}

@Test func anyTensorIsDrawnInBatches() {
  let x = Tensor((0..<24).map { Float($0) }, shape: [4, 2, 3])
  let batches = MiniBatches(x, [7, 5, 9, -100], batchSize: 3)
  #expect(batches.map(\.x) == [x[0..<3], x[3..<4]])
  #expect(batches.map(\.y) == [[7, 5, 9], [-100]])
  let chosen = MiniBatches(
    x, [7, 5, 9, -100], batchSize: 2, order: [3, 0, 0], droppingLast: true)
  #expect(chosen.map(\.x) == [Tensor(rows: [x.row(3), x.row(0)])])
  #expect(chosen.map(\.y) == [[-100, 7]])
  var generator = SeededGenerator(seed: 1)
  let shuffled = batches.shuffled(using: &generator)
  for (part, labels) in shuffled {
    for (i, label) in labels.enumerated() {
      let place = [7, 5, 9, -100].firstIndex(of: label) ?? 0
      #expect(part.row(i) == x.row(place))
    }
  }
  #expect(shuffled.flatMap(\.y).sorted() == [-100, 5, 7, 9])
}

@Test func targetsAreDrawnWithTheirExamples() {
  let x = Tensor([1, 2, 3]).trackingGradients()
  let batches = Batches(x, Tensor([[10], [20], [30]]), batchSize: 2)
    .telling { _, _ in }
  #expect(batches.map(\.x) == [Tensor([1, 2]), Tensor([3])])
  #expect(batches.map(\.y) == [Tensor([[10], [20]]), Tensor([[30]])])
  #expect(!batches[0].x.isTrackingGradients)
}

@Test func noExamplesMakeNoBatches() {
  let none = MiniBatches(Tensor.zeros(shape: [0, 3]), [], batchSize: 2)
  #expect(none.count == 0 && none.exampleCount == 0)
  #expect(none.map(\.y) == [])
}

@Test func syntheticExamplesFollowTheirFunction() {
  var generator = SeededGenerator(seed: 1)
  let (x, y) = syntheticRegression(
    weights: [2, -3.4], bias: 4.2, count: 1_000, noise: 0.01,
    using: &generator)
  #expect(x.shape == [1_000, 2] && y.shape == [1_000, 1])
  let errors = (0..<1_000).map { i in
    y[i, 0] - (2 * x[i, 0] - 3.4 * x[i, 1] + 4.2)
  }
  let squares = errors.map { $0 * $0 }.reduce(0, +)
  #expect(0.008...0.012 ~= (squares / 1_000).squareRoot())
  #expect(abs(x.mean().item) < 0.1)
}
