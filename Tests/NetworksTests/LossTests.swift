import Networks
import Tensors
import Testing

struct LossCase: Decodable, Sendable, CustomTestStringConvertible {
  let name: String
  let inputs: [GoldenTensor]
  let output: GoldenTensor
  let integers: [String: [Int]]?
  let gradients: [GoldenTensor?]?

  enum CodingKeys: String, CodingKey {
    case name, inputs, output, integers
    case gradients = "gradOfOutputSum"
  }

  var testDescription: String { name }

  static func all() throws -> [LossCase] {
    struct File: Decodable { let cases: [LossCase] }
    return try golden(File.self, "functions.json", room: "TensorsTests").cases
      .filter { losses[$0.name] != nil }
  }
}

@Test func everyFunctionIsInTheGoldenFile() throws {
  #expect(try LossCase.all().count == losses.count)
}

/// The losses, and what they are made of.
@Test(arguments: try LossCase.all())
func lossAgreesWithPyTorch(_ example: LossCase) throws {
  let loss = try #require(losses[example.name])
  let inputs = example.inputs.map { $0.tensor.trackingGradients() }
  let output = loss(inputs, example.integers?["y"] ?? [])
  #expect(output.shape == example.output.shape)
  #expect(isClose(output.values, example.output.values, tolerance: 1e-6))
  output.sum().backward()
  for (input, expected) in zip(inputs, example.gradients ?? []) {
    guard let expected else { continue }
    let gradient = try #require(input.gradient)
    #expect(gradient.shape == expected.shape)
    #expect(isClose(gradient.values, expected.values, tolerance: 1e-5))
  }
}

private typealias Loss = @Sendable ([Tensor], [Int]) -> Tensor

private let losses: [String: Loss] = [
  "softmax random": { x, _ in softmax(x[0]) },
  "softmax squared": { x, _ in Softmax()(x[0]).squared() },
  "softmax large": { x, _ in softmax(x[0]) },
  "logsumexp random": { x, _ in logSumExp(x[0]) },
  "cross entropy of logits, none": { x, y in
    CrossEntropyLoss(reduction: .none)(x[0], y)
  },
  "cross entropy of logits, mean": { x, y in CrossEntropyLoss()(x[0], y) },
  "cross entropy of logits, sum": { x, y in
    CrossEntropyLoss(reduction: .sum)(x[0], y)
  },
  "cross entropy of large logits": { x, y in
    CrossEntropyLoss(reduction: .none)(x[0], y)
  },
  "cross entropy with soft labels": { x, _ in
    CrossEntropyLoss(reduction: .none)(x[0], x[1])
  },
  "cross entropy ignore_index -100": { x, y in
    CrossEntropyLoss(ignoredIndex: -100)(x[0], y)
  },
  "cross entropy label smoothing 0.1": { x, y in
    CrossEntropyLoss(labelSmoothing: 0.1)(x[0], y)
  },
  "mse none": { x, _ in MeanSquaredError(reduction: .none)(x[0], x[1]) },
  "mse mean": { x, _ in MeanSquaredError()(x[0], x[1]) },
  "l1 none": { x, _ in L1Loss(reduction: .none)(x[0], x[1]) },
  "huber delta 1 none": { x, _ in HuberLoss(reduction: .none)(x[0], x[1]) },
  "huber delta 0.5 none": { x, _ in
    HuberLoss(delta: 0.5, reduction: .none)(x[0], x[1])
  },
]

@Test func smoothedLabelsAreADistribution() {
  var generator = SeededGenerator(seed: 7)
  let logits = Tensor.normal(shape: [4, 3], using: &generator)
  let labels = [0, 2, 1, 1]
  let even: Float = 0.3 / 3
  let distributions = Tensor(
    labels.map { label in (0..<3).map { even + ($0 == label ? 0.7 : 0) } })
  let smoothed = CrossEntropyLoss(labelSmoothing: 0.3)(logits, labels)
  #expect(smoothed.isClose(to: CrossEntropyLoss()(logits, distributions)))
}

@Test func ignoredRowsHaveNoPart() throws {
  let loss = CrossEntropyLoss(
    reduction: .none, ignoredIndex: -1, labelSmoothing: 0.1)
  let logits = Tensor([[1, 2], [3, 5]]).trackingGradients()
  let losses = loss(logits, [-1, 0])
  #expect(losses[0] == 0)
  losses.sum().backward()
  #expect(try #require(logits.gradient).row(0) == Tensor([0, 0]))
}
