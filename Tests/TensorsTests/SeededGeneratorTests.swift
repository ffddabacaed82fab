import Tensors
import Testing

/// The first numbers of the authors' C programs xoshiro256starstar.c, its
/// state filled by splitmix64.c from the seed.
@Test(arguments: referenceStreams)
func repeatsTheReferenceStream(_ seed: UInt64, _ expected: [UInt64]) {
  var generator = SeededGenerator(seed: seed)
  #expect(expected.indices.map { _ in generator.next() } == expected)
}

@Test func permutationsHoldEachNumberOnce() {
  var generator = SeededGenerator(seed: 3)
  for count in [0, 1, 2, 10, 1_000] {
    let order = generator.permutation(of: count)
    #expect(order.sorted() == Array(0..<count))
  }
  var counts: [[Int]: Int] = [:]
  for _ in 0..<6_000 { counts[generator.permutation(of: 3), default: 0] += 1 }
  #expect(counts.count == 6)
  #expect(counts.values.allSatisfy { 850...1_150 ~= $0 })
}

@Test func deviatesAreNormal() {
  var generator = SeededGenerator(seed: 4)
  let x = (0..<200_000).map { _ in generator.normal() }
  func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }
  #expect(abs(mean(x)) < 0.01)
  #expect(abs(mean(x.map { $0 * $0 }) - 1) < 0.02)
  #expect(abs(mean(x.map { $0 * $0 * $0 * $0 }) - 3) < 0.1)
  // Of a normal distribution, 68.27% lie within one standard deviation and
  // 99.73% within three.
  #expect(abs(mean(x.map { abs($0) < 1 ? 1 : 0 }) - 0.6827) < 0.005)
  #expect(abs(mean(x.map { abs($0) < 3 ? 1 : 0 }) - 0.9973) < 0.001)
}

@Test func tensorsOfDeviatesHaveMeanAndDeviation() {
  var generator = SeededGenerator(seed: 5)
  let x = Tensor.normal(
    mean: 3, standardDeviation: 0.5, shape: [100, 100], using: &generator)
  #expect(abs(x.mean().item - 3) < 0.02)
  #expect(abs((x - 3).squared().mean().squareRoot().item - 0.5) < 0.02)
}

@Test func boundsAreKept() {
  var generator = SeededGenerator(seed: 6)
  #expect((0..<1_000).allSatisfy { _ in 0..<7 ~= generator.below(7) })
  #expect((0..<1_000).allSatisfy { _ in 0..<1 ~= generator.uniform() })
}

private let referenceStreams: [(UInt64, [UInt64])] = [
  (
    0,
    [
      11_091_344_671_253_066_420,
      13_793_997_310_169_335_082,
      1_900_383_378_846_508_768,
      7_684_712_102_626_143_532,
    ]
  ),
  (
    1,
    [
      12_966_619_160_104_079_557,
      9_600_361_134_598_540_522,
      10_590_380_919_521_690_900,
      7_218_738_570_589_545_383,
    ]
  ),
  (
    42,
    [
      1_546_998_764_402_558_742,
      6_990_951_692_964_543_102,
      12_544_586_762_248_559_009,
      17_057_574_109_182_124_193,
    ]
  ),
  (
    18_446_744_073_709_551_615,
    [
      10_328_197_420_357_168_392,
      14_156_678_507_024_973_869,
      9_357_971_779_955_476_126,
      13_791_585_006_304_312_367,
    ]
  ),

]
