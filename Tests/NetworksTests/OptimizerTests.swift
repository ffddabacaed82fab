import Networks
import Tensors
import Testing

struct OptimizerFile: Decodable {
  struct Run: Decodable {
    struct Options: Decodable {
      let lr: Float
      let momentum: Float?
      let dampening: Float?
      let weightDecay: Float?
      let nesterov: Bool?
    }
    let options: Options
    let start: [Float]
    let afterStep: [[Double]]
  }

  struct Regression: Decodable {
    struct Step: Decodable {
      let lossSumBefore: Double
      let w: [Double]
      let b: Double
    }
    let x: GoldenTensor
    let y: GoldenTensor
    let lr: Float
    let batch: Int
    let steps: [Step]

    enum CodingKeys: String, CodingKey {
      case x = "X"
      case y, lr, batch, steps
    }
  }

  let sgd: [Run]
  let linearRegression: Regression
}

@Test func stepsLikePyTorch() throws {
  let file = try golden(OptimizerFile.self, "optimizers.json")
  #expect(file.sgd.count == 6)
  for run in file.sgd {
    let options = run.options
    var parameters = [Tensor(run.start).trackingGradients()]
    var optimizer = SGD(
      parameters, learningRate: options.lr, momentum: options.momentum ?? 0,
      dampening: options.dampening ?? 0,
      weightDecay: options.weightDecay ?? 0,
      nesterov: options.nesterov ?? false)
    for (step, expected) in run.afterStep.enumerated() {
      let p = parameters[0]
      p.clearGradient()
      // p0² + p1² + p2² + p0 · p1
      (p.squared().sum() + p.row(0) * p.row(1)).backward()
      optimizer.step(&parameters)
      #expect(
        isClose(parameters[0].values, expected, tolerance: 1e-5),
        "step \(step) of \(options)")
    }
  }
}

@Test func linearRegressionStepsLikePyTorch() throws {
  let run = try golden(OptimizerFile.self, "optimizers.json").linearRegression
  let (x, y) = (run.x.tensor, run.y.tensor)
  var model = Linear(2, 1)
  var optimizer = SGD(
    model.parameters, learningRate: run.lr / Float(run.batch))
  for expected in run.steps {
    let loss = (model(x) - y).squared().sum() / 2
    #expect(isClose(loss.values, [expected.lossSumBefore], tolerance: 1e-5))
    loss.backward()
    optimizer.step(&model.parameters)
    model.clearGradients()
    #expect(isClose(model.weight.values, expected.w, tolerance: 1e-5))
    #expect(isClose(model.bias.values, [expected.b], tolerance: 1e-5))
  }
}

@Test func parametersWithoutGradientStay() {
  var parameters = [Tensor([1]).trackingGradients()]
  var optimizer = SGD(parameters, learningRate: 1, weightDecay: 1)
  optimizer.step(&parameters)
  #expect(parameters == [Tensor([1])])
}
