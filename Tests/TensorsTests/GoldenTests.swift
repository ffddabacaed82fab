import Testing

@testable import Tensors

/// Every case that is a function of tensors; the losses are in NetworksTests.
@Test(
  arguments: try Golden.cases(in: "functions.json").filter { !isLoss($0) }
    + Golden.cases(in: "vocabulary.json"))
func agreesWithPyTorch(_ example: Golden.Case) throws {
  let function = try #require(functions[example.name], "no such function here")
  let inputs = example.inputs.map { $0.tensor.trackingGradients() }
  let output = function(inputs, example.labels)
  #expect(difference(output, example.output, tolerance: 1e-6) == nil)
  guard let gradients = example.gradients else { return }
  output.sum().backward()
  for (input, expected) in zip(inputs, gradients) {
    guard let expected else { continue }
    let gradient = try #require(input.gradient)
    #expect(difference(gradient, expected, tolerance: 1e-5) == nil)
  }
}

private func isLoss(_ example: Golden.Case) -> Bool {
  ["cross entropy", "mse", "l1", "huber"].contains {
    example.name.hasPrefix($0)
  } && example.name != "cross entropy of probabilities"
}

private func indices(_ found: [Int], _ shape: [Int]) -> Tensor {
  Tensor(found.map { Float($0) }, shape: shape)
}

private typealias Function = @Sendable ([Tensor], [Int]) -> Tensor

private let functions: [String: Function] = [
  ".>": { x, _ in x[0] .> x[1] },
  ".>=": { x, _ in x[0] .>= x[1] },
  ".<": { x, _ in x[0] .< x[1] },
  ".<=": { x, _ in x[0] .<= x[1] },
  ".==": { x, _ in x[0] .== x[1] },
  "min": { x, _ in x[0].min() },
  "min axis 0": { x, _ in x[0].min(axis: 0) },
  "min axis 1 keepdim": { x, _ in x[0].min(axis: 1, keepingDimensions: true) },
  "min axis 1 of three": { x, _ in x[0].min(axis: 1) },
  "argmin axis 0": { x, _ in indices(x[0].argmin(axis: 0), [2, 4]) },
  "argmin axis 1": { x, _ in indices(x[0].argmin(axis: 1), [3, 4]) },
  "argmin axis 2": { x, _ in indices(x[0].argmin(axis: 2), [3, 2]) },
  "std": { x, _ in x[0].standardDeviation() },
  "std axis 0": { x, _ in x[0].standardDeviation(axis: 0) },
  "std axis 1 keepdim": { x, _ in
    x[0].standardDeviation(axis: 1, keepingDimensions: true)
  },
  "std axis 1 of three": { x, _ in x[0].standardDeviation(axis: 1) },
  "std far from 0": { x, _ in x[0].standardDeviation(axis: 0) },
  "std of equal elements": { x, _ in x[0].standardDeviation(axis: 0) },
  "rows 1 to 3": { x, _ in x[0][1..<3].squared() },
  "rows from 1 of three axes": { x, _ in x[0][1...].squared() },
  "no rows": { x, _ in x[0][2..<2].squared() },
  "loss of two parameters": { x, _ in x[0].matmul(x[1]).squared().mean() },
  "sum axis 0 keepdim": { x, _ in x[0].sum(axis: 0, keepingDimensions: true) },
  "sum axis 1 keepdim": { x, _ in x[0].sum(axis: 1, keepingDimensions: true) },
  "sum axis 0": { x, _ in x[0].sum(axis: 0) },
  "sum axis 1": { x, _ in x[0].sum(axis: 1) },
  "softmax rows": { x, _ in x[0].softmax() },
  "softmax random": { x, _ in x[0].softmax() },
  "softmax squared": { x, _ in x[0].softmax().squared() },
  "softmax large": { x, _ in x[0].softmax() },
  "softmax dim 0": { x, _ in x[0].transposed().softmax().transposed() },
  "log_softmax random": { x, _ in x[0].logSoftmax() },
  "log_softmax large": { x, _ in x[0].logSoftmax() },
  "logsumexp random": { x, _ in x[0].logSumExp() },
  "cross entropy of probabilities": { x, y in -x[0].picking(y).log() },
  "half squared loss": { x, _ in (x[0] - x[1]).squared() / 2 },
  "sigmoid": { x, _ in x[0].sigmoid() },
  "relu": { x, _ in x[0].relu() },
  "exp": { x, _ in x[0].exp() },
  "log": { x, _ in x[0].log() },
  "matmul": { x, _ in x[0].matmul(x[1]) },
  "affine": { x, _ in x[0].matmul(x[1]) + x[2] },
  "broadcast divide": { x, _ in x[0] / x[1] },
  "broadcast multiply 3d": { x, _ in x[0] * x[1] },
  "mean": { x, _ in x[0].mean() },
  "transpose matmul": { x, _ in x[0].transposed().matmul(x[1]) },
  "shared subexpression": { x, _ in
    let x = x[0]
    let firstColumn = x.picking([Int](repeating: 0, count: x.shape[0]))
    return (x * x + x).sum(axis: 1) * firstColumn
  },
  "softmax regression loss": { x, y in
    (x[0].reshaped([3, -1]).matmul(x[1]) + x[2]).crossEntropy(y).mean()
  },
  "two-layer perceptron loss": { x, y in
    let hidden = (x[0].matmul(x[1]) + x[2]).relu()
    return (hidden.matmul(x[3]) + x[4]).crossEntropy(y).mean()
  },
]
