package import Checks
internal import Datasets
package import Journals
internal import Lessons
internal import System
internal import Tensors

/// A training run of the learner's that is kept in `.course/models`.
package typealias LearnersRun = TrainedRun<TrainingSettings, EpochMetrics>

extension Home {
  package var runs: [LearnersRun] { journal.runs(of: LearnersRun.self) }

  /// Keeps a training run and the weights it ended with.
  ///
  /// Returns whether that succeeded; if not, the user is told why.
  func keep(_ run: LearnersRun, _ model: TrainedModel) -> Bool {
    do {
      // Weights without a record are not listed; a record without weights would
      // be.
      try journal.makeModelFolder()
      try Safetensors.write(model.named, to: path(of: run))
      try journal.keep(run)
      return true
    } catch {
      world.writeError("course: the model was not kept: \(reason(error))\n")
      return false
    }
  }

  /// The weights of a training run.
  package func model(of run: LearnersRun) throws -> TrainedModel {
    let path = path(of: run)
    let tensors: [String: Tensor]
    do {
      tensors = try Safetensors.read(path)
    } catch {
      throw CommandFailure(.environment, "\(relative(path)): \(reason(error))")
    }
    guard let model = TrainedModel(named: tensors) else {
      throw CommandFailure(
        .environment,
        "\(relative(path)) has no layers for pictures of 28 × 28 pixels; "
          + "train again with `swift run course train`")
    }
    return model
  }

  private func path(of run: LearnersRun) -> String {
    "\(journal.models)/\(run.name).safetensors"
  }

  /// The run with this name, or the latest one.
  ///
  /// With `preferringOneLayer`, the latest one without a hidden layer is taken, if
  /// there is one.
  package func run(
    named name: String?, preferringOneLayer: Bool = false
  ) throws -> LearnersRun {
    let runs = runs
    if let name {
      if let run = runs.last(where: { $0.name == name }) { return run }
      let known = runs.map(\.name).joined(separator: ", ")
      throw CommandFailure(
        .usage,
        "there is no model \(name)"
          + (known.isEmpty ? "" : "; there are \(known)"))
    }
    let oneLayer = runs.last { preferringOneLayer && $0.settings.hidden == nil }
    guard let run = oneLayer ?? runs.last else {
      throw CommandFailure(
        .usage,
        "no model has been trained yet: pass exercise 7 (`swift run course check "
          + "7`), or try `swift run course train`")
    }
    return run
  }
}

extension TrainedModel {
  /// The parameters by the names that PyTorch gives them; its weights are
  /// [outputs, inputs].
  var named: [String: Tensor] {
    var tensors: [String: Tensor] = [:]
    for (index, layer) in layers.enumerated() {
      // Flatten is 0, and there is a ReLU between two layers.
      tensors["\(2 * index + 1).weight"] = layer.w.transposed()
      tensors["\(2 * index + 1).bias"] = layer.b
    }
    return tensors
  }

  init?(named tensors: [String: Tensor]) {
    var parameters: [Tensor] = []
    for index in 0..<tensors.count / 2 {
      guard let w = tensors["\(2 * index + 1).weight"],
        let b = tensors["\(2 * index + 1).bias"], w.shape.count == 2
      else { return nil }
      parameters += [w.transposed(), b]
    }
    self.init(parameters)
  }
}
