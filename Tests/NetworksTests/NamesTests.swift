// A learner may import any of these beside the library. No name of the
// library may become ambiguous by that: this file uses each without naming
// its module, and would not compile.

import Datasets
import Dispatch
import Foundation
import Networks
import Tensors
import Testing
import Wire
import Workbench

private let types: [Any.Type] = [
  Accumulator.self, BatchReport.self, Batches<Tensor>.self, Call.self,
  CrossEntropyLoss.self,
  DataFileError.self, EpochReport.self, Exposed.self, FashionMNIST.self,
  Flatten.self, Frame.self, HuberLoss.self, IDX.self, Initializer.self,
  L1Loss.self, (any Layer).self, LayerBuilder.self, Linear.self,
  (any Loss).self, (any RegressionLoss).self,
  MeanSquaredError.self, MiniBatches.self, ReLU.self, Reduction.self,
  Reply.self, Reporter.self, Resize.self, SGD.self, Safetensors.self,
  SeededGenerator.self,
  Sequential.self, Sigmoid.self, Softmax.self, Stopwatch.self, Tally.self,
  Tensor.self,
  TrainingEvent.self, (any WireConvertible).self, (any WireElement).self,
  WireError.self, WireLimits.self, WireValue.self,
]

private let constants: [any Sendable] = [
  frameHeaderSize, notWrittenExitStatus, wireVersion,
]

/// Calls every function; the compiler has to choose one of each name.
private func callAll(_ generator: inout SeededGenerator) throws {
  let data = FashionMNIST(
    images: [0, 255], labels: [0, 1], rows: 1, columns: 1)
  let batches = MiniBatches(data, batchSize: 1)
  var model = Sequential {
    Flatten()
    Linear(1, 2)
  }
  var optimizer = SGD(model.parameters, learningRate: 1)
  train(&model, on: batches, epochs: 1, optimizer: &optimizer)
  train(
    &model, on: batches, shuffledBy: &generator, epochs: 1,
    optimizer: &optimizer)
  _ = withoutGradients { predict(model, on: batches) }
  _ = gradient(at: Tensor([[1, 2]])) { logSumExp(softmax($0)).sum() }
  _ = evaluateAccuracy(model, on: batches)
  _ = syntheticRegression(
    weights: [1], bias: 0, count: 1, using: &generator)
  let frame = Frame(Call(id: 1, function: "f", arguments: []))
  _ = try bodyLength(
    header: frame.bytes.prefix(frameHeaderSize),
    limits: WireLimits(bytes: 1_000))
  _ = expose("f(_:)", { $0 } as @Sendable (Int) -> Int)
}

/// These end the process or change it: they are named and not called.
private func callNone() -> Never {
  printByLines()
  endWithParent()
  if types.isEmpty { serve([]) }
  notWritten()
}

@Test func noNameIsAmbiguousBesideTheSystemsModules() throws {
  var generator = SeededGenerator(seed: 1)
  try callAll(&generator)
  #expect(types.count == 42 && constants.count == 3)
}

@Test func everyPublicNameStandsInThisFile() throws {
  let file = URL(filePath: #filePath)
  let uses = words(try String(contentsOf: file, encoding: .utf8))
  let sources = file.deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources")
  var names: Set<String> = []
  for module in ["Tensors", "Networks", "Datasets", "Wire", "Workbench"] {
    let folder = sources.appending(path: module)
    for name in try FileManager.default.contentsOfDirectory(
      atPath: folder.path()) where name.hasSuffix(".swift")
    {
      let text = try String(
        contentsOf: folder.appending(path: name), encoding: .utf8)
      for line in text.split(separator: "\n") where line.hasPrefix("public ") {
        let words = words(line)
        guard words.count > 2, words[1] != "import" else { continue }
        names.insert(words[2])
      }
    }
  }
  #expect(names.count > 45)
  for name in names.sorted() {
    #expect(uses.contains(name))
  }
}

private func words(_ text: some StringProtocol) -> [String] {
  text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map { String($0) }
}
