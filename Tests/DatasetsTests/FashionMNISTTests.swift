import Datasets
import Tensors
import Testing

@Test(.enabled(if: hasWholeDataSet))
func theWholeIsWhatPyTorchReads() throws {
  let golden = try GoldenFile.read()
  let train = try FashionMNIST(.train, in: systemFolder)
  let test = try FashionMNIST(.test, in: systemFolder)
  #expect([train.count, train.rows, train.columns] == golden.trainShape)
  #expect([test.count, test.rows, test.columns] == golden.testShape)
  #expect(train.count == FashionMNIST.Part.train.fullCount)
  #expect(test.count == FashionMNIST.Part.test.fullCount)
  #expect(classCounts(train) == golden.trainClassCounts)
  #expect(classCounts(test) == golden.testClassCounts)
  #expect(train.images.reduce(0) { $0 + Int($1) } == golden.trainPixelSum)
  #expect(test.images.reduce(0) { $0 + Int($1) } == golden.testPixelSum)
}

@Test func theSampleIsTheBeginningOfTheWhole() throws {
  let golden = try GoldenFile.read()
  let train = try FashionMNIST(.train, in: sample)
  let test = try FashionMNIST(.test, in: sample)
  #expect(train.count == 6_000 && test.count == 1_000)
  #expect(train.labels.prefix(20).map { Int($0) } == golden.firstTrainLabels)
  #expect(test.labels.prefix(20).map { Int($0) } == golden.firstTestLabels)
  #expect(Array(train.images.prefix(784)) == golden.firstImage)
}

@Test func aDataSetCanBeIndexed() throws {
  let golden = try GoldenFile.read()
  let train = try FashionMNIST(.train, in: sample)
  let (image, label) = train[0]
  #expect(image.shape == [1, 28, 28] && label == golden.firstTrainLabels[0])
  #expect(image.values == golden.firstImage.map { Float($0) / 255 })
  #expect(train[19].label == golden.firstTrainLabels[19])
}

@Test func classesHaveNamesInTwoLanguages() throws {
  let golden = try GoldenFile.read()
  #expect(FashionMNIST.names(of: Array(0..<10)) == golden.labels)
  #expect(FashionMNIST.chineseNames(of: Array(0..<10)) == golden.chineseLabels)
}

@Test func anImageIsResizedLikeTorchvision() throws {
  let golden = try GoldenFile.read()
  let resize = Resize(rows: 64, columns: 64)
  let image = resize(golden.firstImage, rows: 28, columns: 28)
  #expect(image == golden.firstImageResized)
}

/// Values by Pillow 13.0, `Image.resize` with `BILINEAR`.
@Test func imagesBecomeSmallerLikePillow() {
  let image = (0..<35).map { UInt8($0 * 37 % 256) }
  #expect(
    Resize(rows: 3, columns: 4)(image, rows: 5, columns: 7) == [
      20, 78, 146, 204, 25, 83, 151, 209, 30, 88, 156, 214,
    ])
  #expect(
    Resize(rows: 8, columns: 3)(image, rows: 5, columns: 7) == [
      32, 111, 190, 33, 112, 191, 35, 114, 193, 37, 116, 195,
      39, 118, 197, 41, 120, 199, 43, 122, 201, 44, 123, 202,
    ])
}

@Test func resizingKeepsWhatIsEven() {
  let even = [UInt8](repeating: 77, count: 2 * 5 * 3)
  for (rows, columns) in [(1, 1), (5, 3), (2, 9), (64, 64)] {
    let resized = Resize(rows: rows, columns: columns)(
      even, rows: 5, columns: 3)
    #expect(resized == [UInt8](repeating: 77, count: 2 * rows * columns))
  }
}

private func classCounts(_ data: FashionMNIST) -> [Int] {
  data.labels.reduce(into: [Int](repeating: 0, count: 10)) {
    $0[Int($1)] += 1
  }
}
