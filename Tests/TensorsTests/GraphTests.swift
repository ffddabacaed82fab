import Tensors
import Testing

@Test func gradientsOfSeveralPathsAdd() {
  let x = Tensor([3]).trackingGradients()
  let square = x * x
  (square * x + square).sum().backward()
  #expect(x.gradient == Tensor([27 + 6]))
}

@Test func aSecondBackwardPassAddsUntilCleared() {
  let x = Tensor([1, 2]).trackingGradients()
  let y = (x * x).sum()
  y.backward()
  #expect(x.gradient == Tensor([2, 4]))
  y.backward()
  #expect(x.gradient == Tensor([4, 8]))
  x.clearGradient()
  #expect(x.gradient == nil)
  (x * 3).sum().backward()
  #expect(x.gradient == Tensor([3, 3]))
}

@Test func aCopyIsTheSameLeaf() {
  let x = Tensor([1, 2]).trackingGradients()
  let copy = x
  (copy * 5).sum().backward()
  #expect(x.gradient == Tensor([5, 5]))
}

@Test func nothingIsRecordedOutsideTheGraph() throws {
  struct Problem: Error {}
  let x = Tensor([1, 2]).trackingGradients()
  #expect((x + 1).isTrackingGradients)
  #expect(!x.detached().isTrackingGradients)
  let outside = withoutGradients { x + 1 }
  #expect(!outside.isTrackingGradients)
  #expect(throws: Problem.self) {
    try withoutGradients { () throws(Problem) in throw Problem() }
  }
  #expect((x + 1).isTrackingGradients)
}

@Test func detachedPartsAreConstants() {
  let x = Tensor([3]).trackingGradients()
  (x * x.detached()).sum().backward()
  #expect(x.gradient == Tensor([3]))
}

@Test func onlyWhatTookPartHasAGradient() {
  let x = Tensor([1]).trackingGradients()
  let y = Tensor([2]).trackingGradients()
  (x * 2).sum().backward()
  #expect(x.gradient == Tensor([2]))
  #expect(y.gradient == nil)
}

@Test func longChainsNeedNoDeepStack() {
  let x = Tensor(1).trackingGradients()
  var y = x
  for _ in 0..<10_000 { y = y + x }
  y.backward()
  #expect(x.gradient == Tensor(10_001))
}

@Test func writingKeepsALeaf() {
  var x = Tensor([1, 2]).trackingGradients()
  x[0] = 5
  (x * x).sum().backward()
  #expect(x.gradient == Tensor([10, 4]))
}

@Test func theGraphIsSharedByThreads() async {
  let x = Tensor([1, 2]).trackingGradients()
  await withTaskGroup { group in
    for _ in 0..<8 {
      group.addTask { for _ in 0..<100 { (x * 2).sum().backward() } }
    }
  }
  #expect(x.gradient == Tensor([1_600, 1_600]))
}

/// A computation of many steps needs no deep stack, neither on the way back
/// nor when it is let go.
@Test func aVeryLongChainHasItsGradient() {
  let x = Tensor([1, 2]).trackingGradients()
  var y = x
  for step in 0..<200_000 {
    y = step.isMultiple(of: 2) ? y + x * 0 : y * Tensor([1, 1])
  }
  y.sum().backward()
  #expect(x.gradient == Tensor([1, 1]))
}
