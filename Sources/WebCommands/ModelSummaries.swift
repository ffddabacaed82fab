internal import Checks
internal import Commands
internal import Datasets
internal import Journals
internal import Pages
internal import Plots
internal import Site
internal import System
internal import Tensors

extension Home {
  /// What the page of the learner's models shows of one, or of the latest.
  func summary(of name: String?, data: DataOptions) -> ModelSummary {
    var shown = ModelSummary(runs: runs.map(\.shown))
    let run: LearnersRun
    let model: TrainedModel
    do {
      run = try self.run(named: name, preferringOneLayer: name == nil)
      model = try self.model(of: run)
    } catch {
      shown.error = (error as? CommandFailure)?.message ?? reason(error)
      return shown
    }
    shown.name = run.name
    if model.layers.count == 1 { shown.weights = weights(of: model) }
    let test: FashionMNIST
    do {
      test = try testData(data)
    } catch {
      shown.error = reason(error)
      return shown
    }
    let tested = Tested(model, on: test)
    let names = FashionMNIST.classNames
    let size = test.rows * test.columns
    shown.confusion = HeatMap(rows: names, columns: names, tested.confusion)
    shown.mistakes = ImageGrid(
      perRow: 6,
      tested.mistakes.prefix(18).map { index in
        ImageGrid.Image(
          Array(test.images[index * size..<(index + 1) * size]),
          names[Int(test.labels[index])],
          predicted: names[tested.predicted[index]],
          sureness: "\(Int((tested.confidence[index] * 100).rounded()))%")
      })
    return shown
  }

  private func weights(of model: TrainedModel) -> ImageGrid {
    let w = model.layers[0].w.transposed()
    return ImageGrid(
      perRow: 5,
      FashionMNIST.classNames.enumerated().map { index, name in
        let values = w.row(index).values
        let most = values.map(\.magnitude).max() ?? 1
        // Gray is 0.
        return ImageGrid.Image(
          values.map { UInt8(clamping: Int(128 + 127 * $0 / most)) }, name)
      })
  }

  /// How sure a model is of each class, for a picture that was drawn.
  func shares(
    of bytes: [UInt8], model name: String?
  ) throws -> [(name: String, share: Double)] {
    let model = try model(of: run(named: name, preferringOneLayer: name == nil))
    let seen = try Picture(bytes, named: "the drawing").likeFashionMNIST
    let pixels = Tensor(seen.pixels.map { Float($0) / 255 }, shape: [1, 784])
    return Array(
      zip(
        FashionMNIST.classNames,
        probabilities(of: model.logits(pixels).values)))
  }
}
