internal import ArgumentParser
internal import Checks
internal import Datasets
internal import Journals
internal import Pages
internal import System
internal import Tensors

struct ShowCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract:
      "Show what your trained model has learned, and what it gets wrong.",
    discussion: """
      WHAT is weights, predictions, mistakes, confusion, reliability, or the \
      path of a picture (PNG or PGM) for the model to name. Without it, the \
      models that you trained are listed.
      """)

  @OptionGroup var look: OutputOptions
  @OptionGroup var data: DataOptions

  @Argument(help: ArgumentHelp("What to show.", valueName: "what"))
  var what: String?

  @Option(
    help: ArgumentHelp(
      "The model; by default, the latest.", valueName: "name"))
  var model: String?

  func run(in world: World) throws -> ExitStatus {
    let home = try Home(atNextLessonIn: world)
    // With a hidden layer, weights are not pictures of classes.
    let run = try home.run(
      named: model, preferringOneLayer: what == "weights")
    guard let what else {
      world.show(runsPage(home.runs.map(\.shown), on: world.screen))
      return .done
    }
    let model = try home.model(of: run)
    let names = FashionMNIST.classNames
    let settings = run.shown.settings
    let title = "Model \(run.name)" + (settings.isEmpty ? "" : ", \(settings)")
    switch what {
    case "weights":
      guard model.layers.count == 1 else {
        throw CommandFailure(
          .usage,
          "\(run.name) has a hidden layer, so no weight belongs to one class "
            + "alone; `swift run course train 7` makes a model without one")
      }
      let w = model.layers[0].w.transposed()
      world.show(paragraph(title, .dim, on: world.screen) + [""])
      world.show(
        weightsPage(
          (0..<w.shape[0]).map { w.row($0).values }, names: names, columns: 28,
          on: world.screen))
    case "predictions", "mistakes", "confusion", "reliability":
      let tested = try Tested(model, on: testData(home))
      world.show(paragraph(title, .dim, on: world.screen) + [""])
      world.show(page(what, of: tested, names: names, on: world.screen))
    default:
      try showPicture(what, model: model, names: names, world: world)
    }
    return .done
  }

  private func testData(_ home: Home) throws -> FashionMNIST {
    do {
      return try home.testData(data)
    } catch {
      throw CommandFailure(.environment, reason(error))
    }
  }

  private func page(
    _ what: String, of tested: Tested, names: [String], on screen: Screen
  ) -> [Line] {
    switch what {
    case "confusion": confusionPage(tested.confusion, names: names, on: screen)
    case "reliability": reliabilityPage(tested.reliability, on: screen)
    case "mistakes":
      grid(
        tested.mistakes.prefix(18), of: tested, names: names, on: screen,
        title: "The mistakes that the model is surest of")
    default:
      grid(
        0..<min(18, tested.data.count), of: tested, names: names, on: screen,
        title: "The first test images, and how sure the model is")
    }
  }

  private func grid(
    _ indices: some Sequence<Int>, of tested: Tested, names: [String],
    on screen: Screen, title: String
  ) -> [Line] {
    let size = tested.data.rows * tested.data.columns
    let images = indices.compactMap { index -> LabelledImage? in
      let pixels = tested.data.images[index * size..<(index + 1) * size]
      guard
        let image = GrayImage(
          pixels: Array(pixels), rows: tested.data.rows,
          columns: tested.data.columns)
      else { return nil }
      let share = Int((tested.confidence[index] * 100).rounded())
      return LabelledImage(
        image, names[Int(tested.data.labels[index])],
        predicted: names[tested.predicted[index]], sureness: "\(share) %")
    }
    let legend =
      "Below each: what it is, what the model says, and how sure it is."
    return heading([Span(title)], level: 2, on: screen)
      + paragraph(legend, .dim, on: screen) + [""]
      + imageGridPage(images, perRow: 6, on: screen)
  }

  private func showPicture(
    _ path: String, model: TrainedModel, names: [String], world: World
  ) throws {
    let file = path.hasPrefix("/") ? path : "\(world.currentFolder)/\(path)"
    guard exists(file) else {
      throw CommandFailure(
        .usage,
        "there is no picture \(path); `show` also takes weights, predictions, "
          + "mistakes, confusion and reliability")
    }
    let picture: Picture
    do {
      picture = try Picture(file: file)
    } catch {
      throw CommandFailure(.environment, "\(error)")
    }
    let seen = picture.likeFashionMNIST
    let pixels = Tensor(seen.pixels.map { Float($0) / 255 }, shape: [1, 784])
    let shares = probabilities(of: model.logits(pixels).values)
    guard
      let image = GrayImage(
        pixels: seen.pixels, rows: seen.rows, columns: seen.columns)
    else { return }
    world.show(
      picturePage(
        image, shares: Array(zip(names, shares)), on: world.screen))
  }
}
