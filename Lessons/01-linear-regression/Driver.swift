import Exercise01
import Tensors
import Wire
import Workbench

// The learner's functions as the trusted process calls them; the tuple of
// `trainRegression` crosses as a list.

serve([
  expose("linearRegression(_:_:_:)") {
    @Sendable (x: Tensor, w: Tensor, b: Tensor) in linearRegression(x, w, b)
  },
  expose("squaredLoss(_:_:)") { @Sendable (yHat: Tensor, y: Tensor) in
    squaredLoss(yHat, y)
  },
  expose("regressionGradient(_:_:_:_:)") {
    @Sendable (x: Tensor, y: Tensor, w: Tensor, b: Tensor) in
    regressionGradient(x, y, w, b)
  },
  expose("sgdStep(_:gradients:learningRate:batchSize:)") {
    @Sendable (
      parameters: [Tensor], gradients: [Tensor], learningRate: Float,
      batchSize: Int
    ) in
    sgdStep(
      parameters, gradients: gradients, learningRate: learningRate,
      batchSize: batchSize)
  },
  expose("trainRegression(_:_:batches:epochs:learningRate:)") {
    @Sendable (
      x: Tensor, y: Tensor, batches: [[Int]], epochs: Int, learningRate: Float
    ) in
    let result = trainRegression(
      x, y, batches: batches, epochs: epochs, learningRate: learningRate)
    return WireValue.list([
      .tensor(result.w), .tensor(result.b), result.losses.wireValue,
    ])
  },
])
