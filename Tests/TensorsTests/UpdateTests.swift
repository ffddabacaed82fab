import Tensors
import Testing

// The loss Σ (w − 3)² has the gradient 2 (w − 3). With a learning rate of
// 1/4, each step halves the distance to 3.

/// Adds the gradient of Σ (w − 3)² to that of w.
private func learn(_ w: Tensor) { (w - 3).squared().sum().backward() }

@Test func anUpdateWithoutGradientsKeepsALeaf() {
  var w = Tensor([1, 7]).trackingGradients()
  var pure = w.detached().trackingGradients()
  for expected: [Float] in [[2, 5], [2.5, 4], [2.75, 3.5]] {
    learn(w)
    withoutGradients { w -= w.gradient! * 0.25 }
    w.clearGradient()
    #expect(w == Tensor(expected))
    learn(pure)
    pure = (pure - pure.gradient! * 0.25).trackingGradients()
    #expect(w == pure)
  }
}

@Test func aLossThatIsKeptDisturbsNoStep() {
  var w = Tensor([1, 7]).trackingGradients()
  var losses: [Tensor] = []
  for _ in 0..<3 {
    let loss = (w - 3).squared().sum()
    losses.append(loss)
    loss.backward()
    withoutGradients { w -= w.gradient! * 0.25 }
    w.clearGradient()
  }
  #expect(losses == [Tensor(20), Tensor(5), Tensor(1.25)])
  #expect(w == Tensor([2.75, 3.5]))
}

@Test func everyUpdateKeepsTheGradientUntilItIsCleared() {
  var w = Tensor([1, 7]).trackingGradients()
  learn(w)
  withoutGradients {
    w += Tensor([1, 1])
    w -= 2
    w *= 10
    w /= Tensor([2, 3])
    w[0] = 4
  }
  #expect(w == Tensor([4, 20]))
  #expect(w.gradient == Tensor([-4, 8]))
  w.clearGradient()
  #expect(w.gradient == nil)
  learn(w)
  #expect(w.gradient == Tensor([2, 34]))
  learn(w)
  #expect(w.gradient == Tensor([4, 68]))
}

@Test func aCopyThatIsWrittenToSharesNoGradient() {
  let x = Tensor([1, 7]).trackingGradients()
  var x2 = x
  x2[0] = 100
  learn(x)
  #expect(x2.gradient == nil)
  learn(x2)
  #expect(x == Tensor([1, 7]))
  #expect(x.gradient == Tensor([-4, 8]))
  #expect(x2.gradient == Tensor([194, 8]))
  x2.clearGradient()
  #expect(x.gradient == Tensor([-4, 8]))
}

@Test func anOriginalThatIsWrittenToLeavesItsCopyAlone() {
  var x = Tensor([1, 7]).trackingGradients()
  let copy = x
  learn(x)
  withoutGradients { x -= x.gradient! * 0.25 }
  learn(x)
  #expect(copy == Tensor([1, 7]))
  #expect(copy.gradient == Tensor([-4, 8]))
  #expect(x.gradient == Tensor([-6, 12]))
  copy.clearGradient()
  #expect(x.gradient == Tensor([-6, 12]))
}

@Test func copiesInAnArrayAreUpdatedApart() {
  let x = Tensor([1, 7]).trackingGradients()
  var parts = [x, x]
  withoutGradients { for i in parts.indices { parts[i] += Float(i) } }
  parts.forEach(learn)
  #expect(parts.map(\.gradient) == [Tensor([-4, 8]), Tensor([-2, 10])])
  #expect(x.gradient == nil)
}

@Test func anUpdateThatIsRecordedMakesAResult() {
  let leaf = Tensor([1, 7]).trackingGradients()
  var w = leaf
  w *= 2
  learn(w)
  #expect(w.gradient == nil)
  #expect(leaf.gradient == Tensor([-4, 44]))
}

@Test func untrackedTensorsAreUpdatedAsBefore() {
  var total = Tensor(0)
  withoutGradients { total += Tensor([1, 2]) }
  #expect(total == Tensor([1, 2]))
  #expect(!total.isTrackingGradients)
  let leaf = Tensor([1]).trackingGradients()
  var result = leaf * 2
  withoutGradients { result += 1 }
  #expect(result == Tensor([3]))
  #expect(!result.isTrackingGradients)
}
