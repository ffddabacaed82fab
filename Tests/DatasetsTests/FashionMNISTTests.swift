import Datasets
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
