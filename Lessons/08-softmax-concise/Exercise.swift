import Datasets
import Networks
import Tensors

/// A model for pictures of shape [n, 1, 28, 28] that gives ten scores each.
///
/// One linear layer with weights of shape [784, 10] from a normal
/// distribution of mean 0 and standard deviation 0.01, drawn from a generator
/// with this seed, and biases of zero.
public func makeModel(seed: UInt64) -> Sequential {
  notWritten()
}

/// Takes one step of the optimizer on one batch, and returns the batch's loss as
/// it was before the step.
///
/// Use what is passed: the model may have hidden layers, the optimizer may have
/// momentum, and the loss may be a sum. The model turns x into scores of shape
/// [n, q], y has n labels in 0..<q, and the loss is a single number. The
/// optimizer was made for this model, whose parameters have no gradients yet.
/// Each step must follow the gradients of its own batch only: clear them after
/// the step, or before `backward()`.
public func trainStep(
  _ model: inout Sequential, _ x: Tensor, _ y: [Int], loss: CrossEntropyLoss,
  optimizer: inout SGD
) -> Float {
  notWritten()
}

/// Makes a layer of your own, which multiplies each feature by a learned
/// factor: [n, d] → [n, d].
///
/// Its only parameter is a tensor of shape [d], all ones at first.
public func makeScale(_ d: Int) -> any Layer {
  notWritten()
}
