// swift-format-ignore-file: ReplaceForEachWithForLoop
// Lines as learners write them, of numbers, tensors and literals on either
// side; the values were computed by hand.

import Tensors
import Testing

private let t = Tensor([1, 2, 3])
private let x = Tensor([[1, 2], [3, 4]])

@Test func literalsStandOnEitherSide() {
  let complement = 1 - t
  #expect(complement == Tensor([0, -1, -2]))
  let doubled = 2 * t
  #expect(doubled == Tensor([2, 4, 6]))
  let third = t / 2
  #expect(third == Tensor([0.5, 1, 1.5]))
  let inverse = 6 / t
  #expect(inverse == Tensor([6, 3, 2]))
  let shifted = t + 0.5
  #expect(shifted == Tensor([1.5, 2.5, 3.5]))
  let negative = -t
  #expect(negative == Tensor([-1, -2, -3]))
  let twice = -(-t)
  #expect(twice == t)
  let square = t * t - 2 * t + 1
  #expect(square == Tensor([0, 1, 4]))
  let half = 0.5 * (t - 1).squared()
  #expect(half == Tensor([0, 0.5, 2]))
  let mixed = (1 - t) * (1 + t) / 2 - -t * 3
  #expect(mixed == Tensor([3, 4.5, 5]))
  let n = 4
  let mean = t / Float(n)
  #expect(mean == Tensor([0.25, 0.5, 0.75]))
  let rate: Float = 0.5
  let step = t - rate * t * 2
  #expect(step == Tensor([0, 0, 0]))
  let sigmoid = 1 / (1 + (-Tensor([0])).exp())
  #expect(sigmoid == Tensor([0.5]))
  let p = Tensor([0.5, 0.5])
  let y = Tensor([1, 0])
  let loss = -(y * p.log() + (1 - y) * (1 - p).log()).mean()
  #expect(loss.isClose(to: Tensor(0.693_147_2)))
  let normalized = (x - x.mean(axis: 0)) / (2 * x.max() - x.sum() + 3)
  #expect(normalized == Tensor([[-1, -1], [1, 1]]))
}

@Test func compoundAssignmentsTakeTensorsAndNumbers() {
  var a = Tensor([1, 2])
  a += 1
  a *= 2
  a -= Tensor([1, 1])
  a /= 0.5
  #expect(a == Tensor([6, 10]))
  let decay: Float = 0.5
  a *= 1 - decay
  a -= decay * a
  a += Tensor([1]) * 2 - 1
  #expect(a == Tensor([2.5, 3.5]))
  var parts = [Tensor([1]), Tensor([2])]
  parts[0] += 1
  parts.indices.forEach { parts[$0] *= 3 }
  #expect(parts == [Tensor([6]), Tensor([6])])
}

@Test func reductionsBecomeNumbers() {
  let s = t.sum()
  #expect(s.values[0] == 6)
  let share = t[0] / s.item
  #expect(share == Float(1) / 6)
  let mean = t.sum().item / Float(t.count)
  #expect(mean == 2)
  let precise = Double(t.mean().item)
  #expect(precise == 2)
  let whole = Int(t.max().item)
  #expect(whole == 3)
  let isLarge = t.sum().item > 5 && t[2] >= 3 && t.values.max() == 3
  #expect(isLarge)
  let columns = x.sum(axis: 0) / x.sum()
  #expect(columns == Tensor([0.4, 0.6]))
  let rows = x / x.sum(axis: 1, keepingDimensions: true)
  #expect(rows[1, 0] == Float(3) / 7)
  let largest = x.max(axis: -1).values.map { Int($0) }
  #expect(largest == [2, 4])
  let hits = zip(x.argmax(axis: 1), [1, 0]).filter { $0 == $1 }.count
  #expect(hits == 1)
  let accuracy = Float(zip(x.argmax(axis: 1), [1, 0]).count { $0 == $1 }) / 2
  #expect(accuracy == 0.5)
  let distance = (t - 1).squared().sum().squareRoot().item
  #expect(distance == Float(5).squareRoot())
  let range = t.max() - -(-t).max()
  #expect(range.item == 2)
  let same = x == x.transposed().transposed() && x != x + 1
  #expect(same)
}

@Test func sequencesOfTensorsFoldAndMap() {
  let parts = [t, 2 * t, t - 1]
  let total = parts.reduce(Tensor.zeros(shape: [3])) { $0 + $1 }
  #expect(total == Tensor([3, 7, 11]))
  let folded = parts.dropFirst().reduce(parts[0], +)
  #expect(folded == total)
  let number = parts.reduce(0) { $0 + $1.sum().item }
  #expect(number == 21)
  let sums = parts.map { $0.sum().item }
  #expect(sums == [6, 12, 3])
  let gathered = parts.reduce(into: Tensor(0)) { $0 += $1.max() }
  #expect(gathered == Tensor(11))
  let scaled = zip(parts, [1, 2, 3]).map { $0 * $1 }
  #expect(scaled[1] == Tensor([4, 8, 12]))
  let moved = zip(parts, parts).map { w, g in w - 0.5 * g }
  #expect(moved[0] == Tensor([0.5, 1, 1.5]))
  let dot = zip(t.values, t.values).map { $0 * $1 }.reduce(0, +)
  #expect(dot == 14)
  let errors = zip(t.values, [1, 1, 1]).map { abs($0 - $1) }
  #expect(errors == [0, 1, 2])
  let shapes = parts.map(\.shape)
  #expect(shapes == [[3], [3], [3]])
  let evens = t.values.enumerated().filter { $0.offset % 2 == 0 }
  #expect(evens.map(\.element) == [1, 3])
  let curve = stride(from: 0, to: 1, by: 0.5).map { (t * Float($0)).sum().item }
  #expect(curve == [0, 3])
  let vector = Tensor((0..<3).map { Float($0) / 2 })
  #expect(vector == Tensor([0, 0.5, 1]))
  let empty = Tensor([])
  #expect(empty.shape == [0])
  let picked = x.picking([1, 0]).values.map { -$0 }
  #expect(picked == [-2, -3])
}

@Test func gradientsAreTakenInLine() {
  let w = Tensor([3]).trackingGradients()
  (w * w + 2 * w).sum().backward()
  let slope = w.gradient.map { $0[0] } ?? 0
  #expect(slope == 8)
  let next = (w - 0.5 * w.gradient!).trackingGradients()
  #expect(next == Tensor([-1]))
  let slopes = [w, next].map { $0.gradient?.item ?? 0 }
  #expect(slopes == [8, 0])
  let loss = withoutGradients { (w - 1).squared().mean().item }
  #expect(loss == 4)
  let (a, b) = withoutGradients { (w + 1, w.detached() - 1) }
  #expect(a - b == Tensor([2]))
  var generator = SeededGenerator(seed: 1)
  let noise = Tensor.normal(shape: [2, 2], using: &generator) * 0
  #expect(noise.reshaped([-1]) == Tensor([0, 0, 0, 0]))
  let product = x.matmul(x.transposed()).matmul(Tensor([1, 0])) + 1
  #expect(product.isClose(to: Tensor([6, 12]), tolerance: 0))
}
