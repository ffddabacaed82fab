import Datasets
import Foundation
import Networks
import Tensors
import Testing

private func network(seed: UInt64) -> Sequential {
  var generator = SeededGenerator(seed: seed)
  var model = Sequential {
    Flatten()
    Linear(4, 3)
    ReLU()
    Sequential { Linear(3, 2) }
  }
  model.initialize(
    weights: .normal(standardDeviation: 1),
    biases: .normal(standardDeviation: 1), using: &generator)
  return model
}

/// A file in a folder that is removed afterwards.
private func withFile(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(
    at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder.appending(path: "model.safetensors").path())
}

@Test func aSavedModelIsLoaded() throws {
  try withFile { path in
    let model = network(seed: 1)
    try model.save(to: path)
    var other = network(seed: 2)
    let copy = other
    try other.load(from: path)
    #expect(other.parameters == model.parameters)
    #expect(copy.parameters != model.parameters)
    #expect(other.parameters.allSatisfy { $0.isTrackingGradients })
    other(Tensor([[1, 2, 3, 4]])).sum().backward()
    #expect(model.parameters.map(\.gradient) == [nil, nil, nil, nil])
  }
}

@Test func theNamesAndShapesAreThoseOfPyTorch() {
  #expect(
    network(seed: 1).state.mapValues(\.shape) == [
      "1.weight": [3, 4], "1.bias": [3], "3.0.weight": [2, 3], "3.0.bias": [2],
    ])
  var layer = Linear(2, 1)
  layer.state = ["weight": Tensor([[2, 3]]), "bias": Tensor([10])]
  #expect(layer(Tensor([[1, 1]])) == Tensor([[15]]))
}

@Test func aModelOfOtherShapesIsNotLoaded() throws {
  let sentences: [(Sequential, String)] = [
    (
      Sequential { Linear(4, 3) },
      "expected \"0.bias\" of shape [3], found \"0.bias\" of shape [2]"
    ),
    (
      Sequential {
        Linear(4, 2)
        Linear(2, 2)
      }, "expected \"1.bias\" of shape [2], found no \"1.bias\""
    ),
    (
      Sequential { ReLU() }, "expected no \"0.bias\", found \"0.bias\" of shape"
    ),
  ]
  try withFile { path in
    try Sequential { Linear(4, 2) }.save(to: path)
    for (model, says) in sentences {
      var changed = model
      let error = #expect(throws: DataFileError.self) {
        try changed.load(from: path)
      }
      #expect(error?.description.contains(says) == true, "\(says)")
      #expect(changed.parameters == model.parameters)
    }
  }
}

@Test func aDamagedFileChangesNothing() throws {
  try withFile { path in
    var model = network(seed: 1)
    let before = model.parameters
    try model.save(to: path)
    let bytes = try Data(contentsOf: URL(filePath: path))
    try bytes.dropLast().write(to: URL(filePath: path))
    #expect(throws: DataFileError.self) { try model.load(from: path) }
    #expect(model.parameters == before)
  }
}

/// A layer as a learner may write it, without names for its parameters.
private struct Scale: Layer {
  var factor = Tensor([2]).trackingGradients()
  func callAsFunction(_ x: Tensor) -> Tensor { x * factor }
  var parameters: [Tensor] {
    get { [factor] }
    set { factor = newValue[0] }
  }
  var description: String { "Scale()" }
}

@Test func aLayerWithoutNamesIsSavedByNumber() throws {
  try withFile { path in
    var model = Sequential { Scale() }
    model.parameters = [Tensor([7])]
    #expect(model.state == ["0.0": Tensor([7])])
    try model.save(to: path)
    model.parameters = [Tensor([1])]
    try model.load(from: path)
    #expect(model(Tensor([1])) == Tensor([7]))
    #expect(model.parameters[0].isTrackingGradients)
  }
}

// With PyTorch and the package safetensors, where a Python has both.

private let python: String? = {
  let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  return [root.appending(path: "peers/bin/python").path(), "python3"].first {
    (try? output(of: $0, "import safetensors.torch")) != nil
  }
}()

private func output(of python: String, _ code: String) throws -> String? {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = [python, "-c", code]
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = FileHandle.nullDevice
  try process.run()
  let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  guard process.terminationStatus == 0 else { return nil }
  return String(decoding: bytes, as: UTF8.self)
}

private let input = Tensor([[1, -2, 0.5, 3], [0, 1, 1, -1]])

/// The same network in PyTorch, and its outputs for `input`.
private let torch = """
  import torch
  from safetensors.torch import load_file, save_file
  from torch import nn
  torch.manual_seed(7)
  net = nn.Sequential(nn.Flatten(), nn.Linear(4, 3), nn.ReLU(),
                      nn.Sequential(nn.Linear(3, 2)))
  def show():
      x = torch.tensor([[1, -2, 0.5, 3], [0, 1, 1, -1]])
      print(*net(x).reshape(-1).tolist())

  """

@Test(
  .enabled(
    if: python != nil,
    "no Python with torch and safetensors; Benchmarks/README.md makes one"))
func pyTorchReadsWhatWeWriteAndWritesWhatWeRead() throws {
  let python = try #require(python)
  func outputs(_ code: String) throws -> [Double] {
    let text = try #require(try output(of: python, torch + code))
    return text.split(whereSeparator: \.isWhitespace).compactMap {
      Double($0)
    }
  }
  try withFile { path in
    var model = network(seed: 3)
    try model.save(to: path)
    let theirs = try outputs(
      "net.load_state_dict(load_file('\(path)')); show()")
    #expect(isClose(model(input).values, theirs, tolerance: 1e-5))

    let others = try outputs("save_file(net.state_dict(), '\(path)'); show()")
    try model.load(from: path)
    #expect(isClose(model(input).values, others, tolerance: 1e-5))
    #expect(others != theirs && others.count == 4)

    let tensors = [
      "é\"\\\n😀": Tensor(5), "empty": Tensor.zeros(shape: [0, 3]),
      "x": Tensor([1, 2, 3, 4], shape: [1, 2, 2]),
    ]
    try Safetensors.write(tensors, to: path)
    _ = try outputs(
      "save_file(load_file('\(path)'), '\(path)', metadata={'a': 'b'})")
    #expect(try Safetensors.read(path) == tensors)

    _ = try outputs("save_file(net.half().state_dict(), '\(path)')")
    let error = #expect(throws: DataFileError.self) {
      try model.load(from: path)
    }
    #expect(error?.found.contains("F16") == true)
  }
}
