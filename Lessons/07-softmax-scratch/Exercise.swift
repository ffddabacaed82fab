import Datasets
import Exercise02
import Exercise03
import Exercise04
import Tensors

/// The parameters before training: weights of shape [784, 10] from a normal
/// distribution of mean 0 and standard deviation 0.01, biases of shape [10],
/// all zero.
public func initialParameters(seed: UInt64) -> [Tensor] {
  notWritten()
}

/// The probabilities that the model gives each class.
///
/// `x` holds n images, of shape [n, 1, 28, 28]; `w` has shape [784, 10] and
/// `b` shape [10]. The result has shape [n, 10].
public func model(_ x: Tensor, _ w: Tensor, _ b: Tensor) -> Tensor {
  notWritten()
}

/// Trains over all batches once.
///
/// Each batch makes a step of plain gradient descent on its mean loss. There
/// is at least one example. Returns the new weights and biases, and the mean
/// loss and the accuracy over the examples as the model met them.
public func trainEpoch(
  _ batches: MiniBatches, _ w: Tensor, _ b: Tensor, learningRate: Float
) -> (w: Tensor, b: Tensor, loss: Float, accuracy: Float) {
  notWritten()
}

/// The fraction of the examples in all batches that the model classifies
/// correctly.
///
/// There is at least one example, and none has two highest scores.
public func evaluateAccuracy(
  _ batches: MiniBatches, _ w: Tensor, _ b: Tensor
) -> Float {
  notWritten()
}
