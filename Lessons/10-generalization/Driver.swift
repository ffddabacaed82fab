import Exercise10
import Tensors
import Wire
import Workbench

// The learner's functions as the trusted process calls them. A fold crosses as
// a list of two: the examples to train on, and those to validate on.

serve([
  expose("hoeffdingSampleSize(error:confidence:)") {
    @Sendable (error: Double, confidence: Double) in
    hoeffdingSampleSize(error: error, confidence: confidence)
  },
  expose("weightDecayStep(_:gradients:learningRate:decay:batchSize:)") {
    @Sendable (
      parameters: [Tensor], gradients: [Tensor], learningRate: Float,
      decay: Float, batchSize: Int
    ) in
    weightDecayStep(
      parameters, gradients: gradients, learningRate: learningRate,
      decay: decay, batchSize: batchSize)
  },
  expose("folds(count:k:order:)") {
    @Sendable (count: Int, k: Int, order: [Int]) in
    folds(count: count, k: k, order: order).map { [$0.train, $0.validation] }
  },
])
