// Confusions between classes are left out.
// fails: shift-agreement
// mistake: diagonal-only
import Foundation
import Tensors

/// The number of test examples that Hoeffding's inequality asks for.
public func hoeffdingSampleSize(error: Double, confidence: Double) -> Int {
  let risk = 1 - confidence
  return Int((log(1 / risk) / (2 * error * error)).rounded(.up))
}

/// The weights and the biases after a step with weight decay.
public func weightDecayStep(
  _ parameters: [Tensor], gradients: [Tensor], learningRate: Float,
  decay: Float, batchSize: Int
) -> [Tensor] {
  let (w, b) = (parameters[0], parameters[1])
  let rate = learningRate / Float(batchSize)
  return [
    (1 - learningRate * decay) * w - rate * gradients[0],
    b - rate * gradients[1],
  ]
}

/// The distribution p of the labels for which C p = μ.
public func labelShift(confusion: Tensor, predicted: Tensor) -> Tensor {
  let q = predicted.count
  return Tensor((0..<q).map { predicted[$0] / confusion[$0, $0] })
}
