import Tensors
import Testing

private let x = Tensor([[1, 2], [3, 4], [5, 6]])

@Test func comparisonsTakeNumbersOnEitherSide() {
  let t = Tensor([1, 2, 3])
  #expect((t .> 2) == Tensor([0, 0, 1]))
  #expect((t .>= 2) == Tensor([0, 1, 1]))
  #expect((t .< 2) == Tensor([1, 0, 0]))
  #expect((t .<= 2) == Tensor([1, 1, 0]))
  #expect((t .== 2) == Tensor([0, 1, 0]))
  #expect((2 .> t) == Tensor([1, 0, 0]))
  #expect((2 .>= t) == Tensor([1, 1, 0]))
  #expect((2 .< t) == Tensor([0, 0, 1]))
  #expect((2 .<= t) == Tensor([0, 1, 1]))
  #expect((2 .== t) == Tensor([0, 1, 0]))
  let rectified = t * (t - 2 .> 0)
  #expect(rectified == Tensor([0, 0, 3]))
}

@Test func nothingComparesWithNaN() {
  let nan = Tensor([.nan, .infinity])
  for result in [nan .> nan, nan .< nan] { #expect(result == Tensor([0, 0])) }
  for result in [nan .>= nan, nan .<= nan, nan .== nan] {
    #expect(result == Tensor([0, 1]))
  }
  #expect(!(x.trackingGradients() .> 1).isTrackingGradients)
}

@Test func rowsAreTakenByEveryKindOfRange() {
  #expect(x[0..<2] == Tensor([[1, 2], [3, 4]]))
  #expect(x[0...1] == x[0..<2])
  #expect(x[..<2] == x[0..<2])
  #expect(x[...1] == x[0..<2])
  #expect(x[1...] == Tensor([[3, 4], [5, 6]]))
  #expect(x[3...].shape == [0, 2])
  #expect(Tensor([1, 2, 3])[1..<3] == Tensor([2, 3]))
  #expect(Tensor.zeros(shape: [4, 0, 2])[1..<3].shape == [2, 0, 2])
  let halves = [0, 2].map { Tensor([1, 2, 3, 4])[$0..<$0 + 2].sum().item }
  #expect(halves == [3, 7])
}

@Test func theSmallestIsFoundLikeTheLargest() {
  #expect(x.min() == Tensor(1))
  #expect(x.min(axis: 1) == Tensor([1, 3, 5]))
  #expect(Tensor([3, 1, 1]).argmin(axis: 0) == [1])
  #expect(Tensor([3, .nan, 1]).argmin(axis: 0) == [1])
  #expect(Tensor([3, .nan, 1]).min().item.isNaN)
  #expect(Tensor([.infinity, 1, -.infinity]).min() == Tensor(-.infinity))
  #expect(Tensor.zeros(shape: [0, 3]).argmin(axis: 1).isEmpty)
  #expect(Tensor([0, -0.0]).min().item.sign == .plus)
  let equal = Tensor([2, 1, 1]).trackingGradients()
  equal.min().backward()
  #expect(equal.gradient == Tensor([0, 1, 0]))
}

@Test func theStandardDeviationOfEqualElementsIsZero() {
  for count in 1...9 {
    let x = Tensor([Float](repeating: 0.1, count: count)).trackingGradients()
    let deviation = x.standardDeviation()
    #expect(deviation == Tensor(0))
    deviation.backward()
    #expect(x.gradient == Tensor.zeros(shape: [count]))
  }
  #expect(Tensor([]).standardDeviation().item.isNaN)
  #expect(Tensor([1, .nan]).standardDeviation().item.isNaN)
}

@Test func gradientsAreTakenWithoutATrace() {
  let parameters = [Tensor([1, 2]), Tensor([10])].map { $0.trackingGradients() }
  let other = Tensor([5]).trackingGradients()
  let found = gradient(at: parameters + [Tensor([7])]) { p in
    (p[0] * p[0] * p[1] * other).sum()
  }
  #expect(found == [Tensor([100, 200]), Tensor([25]), Tensor([0])])
  #expect(parameters.map(\.gradient) == [nil, nil])
  #expect(other.gradient == nil)
  #expect(!found[0].isTrackingGradients)
}

@Test func gradientsAreTakenAnywhere() {
  struct Problem: Error {}
  let slope = withoutGradients { gradient(at: Tensor([3])) { $0 * $0 } }
  #expect(slope == Tensor([6]))
  #expect(gradient(at: Tensor([3])) { $0 } == Tensor([1]))
  #expect(gradient(at: Tensor([3, 4])) { _ in Tensor(1) } == Tensor([0, 0]))
  #expect(gradient(at: []) { _ in Tensor(1) } == [])
  #expect(throws: Problem.self) {
    try gradient(at: Tensor(1)) { _ throws(Problem) in throw Problem() }
  }
  // The loss (w − 3)² has the gradient 2 (w − 3).
  var w = Tensor([7])
  for _ in 0..<2 { w -= 0.25 * gradient(at: w) { ($0 - 3).squared().sum() } }
  #expect(w == Tensor([4]))
}
