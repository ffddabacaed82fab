import Networks
import Tensors
import Testing

@Test func aModelPrintsItsTree() {
  let deep = true
  let model = Sequential {
    Flatten()
    if deep {
      Sequential {
        Linear(4, 3)
        ReLU()
      }
    }
    for _ in 0..<2 { Sigmoid() }
    Linear(3, 2)
  }
  #expect(
    "\(model)" == """
      Sequential(
        (0): Flatten()
        (1): Sequential(
          (0): Linear(4, 3)
          (1): ReLU()
        )
        (2): Sigmoid()
        (3): Sigmoid()
        (4): Linear(3, 2)
      )
      """)
  #expect(model.parameters.map(\.shape) == [[4, 3], [3], [3, 2], [2]])
}

@Test func layersComputeWhatTheySay() {
  var layer = Linear(2, 1)
  layer.parameters = [Tensor([[2], [3]]), Tensor([10])]
  #expect(layer(Tensor([[1, 1], [0, 2]])) == Tensor([[15], [16]]))
  #expect(ReLU()(Tensor([-1, 0, 2])) == Tensor([0, 0, 2]))
  #expect(Sigmoid()(Tensor([0])) == Tensor([0.5]))
  #expect(Flatten()(Tensor.zeros(shape: [2, 3, 4])).shape == [2, 12])
  #expect(Flatten()(Tensor.zeros(shape: [0, 3, 4])).shape == [0, 12])
}

@Test func parametersOfAModelAreSetLayerByLayer() {
  var model = Sequential {
    Linear(1, 1)
    ReLU()
    Linear(1, 1)
  }
  model.parameters = [2, 3, 4, 5].enumerated().map { i, value in
    Tensor([value], shape: i.isMultiple(of: 2) ? [1, 1] : [1])
  }
  #expect(model(Tensor([[1]])) == Tensor([[25]]))
}

@Test func initializersDrawTheirValues() {
  var generator = SeededGenerator(seed: 1)
  var model = Sequential { Linear(100, 100) }
  #expect(model.parameters[0] == Tensor.zeros(shape: [100, 100]))
  model.initialize(
    weights: .normal(mean: 1, standardDeviation: 0.1), biases: .constant(2),
    using: &generator)
  #expect(abs(model.parameters[0].mean().item - 1) < 0.01)
  #expect(model.parameters[1] == Tensor.ones(shape: [100]) * 2)
  #expect(model.parameters.allSatisfy { $0.isTrackingGradients })
}

@Test func sumsAndTimesGather() {
  var sums = Accumulator(2)
  sums.add(1, 2)
  sums.add(10, 20)
  #expect(sums.sums == [11, 22])
  sums.reset()
  #expect(sums[1] == 0)

  var stopwatch = Stopwatch()
  stopwatch.start()
  stopwatch.stop()
  stopwatch.start()
  stopwatch.stop()
  #expect(stopwatch.times.count == 2)
  #expect(stopwatch.average == stopwatch.sum / 2)
}
