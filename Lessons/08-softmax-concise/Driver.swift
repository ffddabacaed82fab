import Datasets
import Exercise08
import Networks
import Tensors
import Wire
import Workbench

// A model and a layer do not cross between processes; what they hold and what
// they do crosses. No test image comes here.

serve([
  expose("parameters") { @Sendable (seed: UInt64) in
    makeModel(seed: seed).parameters.map { $0.detached() }
  },
  expose("tracking") { @Sendable (seed: UInt64) in
    makeModel(seed: seed).parameters.map { $0.isTrackingGradients ? 1 : 0 }
  },
  expose("answer", answer),
  expose("moments", moments),
  expose("learn", learn),
  expose("learnDeep", learnDeep),
  expose("scale") { @Sendable (d: Int) in
    makeScale(d).parameters.map { $0.detached() }
  },
  expose("scaled", scaled),
  expose("scaleSteps", scaleSteps),
  expose("train", reporting: trainAndReport),
  expose("laboratory", reporting: laboratory),
])

/// The mean, the standard deviation and the largest magnitude of the weights
/// for so many seeds.
@Sendable
private func moments(seed: UInt64, count: Int) -> Tensor {
  let w = (0..<UInt64(count)).flatMap { number in
    makeModel(seed: seed &+ number).parameters.first?.values ?? []
  }
  let mean = w.reduce(0) { $0 + Double($1) } / Double(w.count)
  let variance =
    w.reduce(0) { sum, weight in
      sum + (Double(weight) - mean) * (Double(weight) - mean)
    } / Double(w.count)
  let largest = w.reduce(0) { max($0, $1.magnitude) }
  return Tensor([Float(mean), Float(variance.squareRoot()), largest])
}

/// The scores of a model with these parameters, and the gradients of a weighted
/// sum of the scores with respect to the parameters.
///
/// A model with parameters of other shapes answers with its own.
@Sendable
private func answer(
  seed: UInt64, w: Tensor, b: Tensor, x: Tensor, factors: Tensor
) -> [Tensor] {
  var model = makeModel(seed: seed)
  guard model.parameters.map(\.shape) == [w.shape, b.shape] else {
    return model.parameters.map { $0.detached() }
  }
  model.parameters = [w, b].map { $0.trackingGradients() }
  let scores = model(x)
  if scores.isTrackingGradients { (scores * factors).sum().backward() }
  return [scores.detached()]
    + model.parameters.map { $0.gradient ?? Tensor.zeros(shape: $0.shape) }
}

/// Steps of the learner's `trainStep` with the same batch, for one layer.
///
/// The settings are the optimizer's learning rate, momentum and weight decay,
/// and then the loss's label smoothing and 1 for a sum. The results are the
/// losses that are returned, and the parameters after the last step.
@Sendable
private func learn(
  w: Tensor, b: Tensor, x: Tensor, y: [Int], count: Int, settings: Tensor
) -> [Tensor] {
  var model = Sequential { Linear(w.shape[0], w.shape[1]) }
  model.parameters = [w, b].map { $0.trackingGradients() }
  return learn(model, x, y, count: count, settings: settings.values)
}

/// The same with a hidden layer.
@Sendable
private func learnDeep(
  w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor, x: Tensor, y: [Int],
  count: Int, settings: Tensor
) -> [Tensor] {
  var model = Sequential {
    Linear(w1.shape[0], w1.shape[1])
    ReLU()
    Linear(w2.shape[0], w2.shape[1])
  }
  model.parameters = [w1, b1, w2, b2].map { $0.trackingGradients() }
  return learn(model, x, y, count: count, settings: settings.values)
}

private func learn(
  _ model: Sequential, _ x: Tensor, _ y: [Int], count: Int, settings: [Float]
) -> [Tensor] {
  var model = model
  var optimizer = SGD(
    model.parameters, learningRate: settings[0], momentum: settings[1],
    weightDecay: settings[2])
  let loss = CrossEntropyLoss(
    reduction: settings[4] == 1 ? .sum : .mean, labelSmoothing: settings[3])
  let losses = (0..<count).map { _ in
    trainStep(&model, x, y, loss: loss, optimizer: &optimizer)
  }
  return [Tensor(losses)] + model.parameters.map { $0.detached() }
}

/// What the learner's layer with these factors makes of x, and the gradient of
/// a weighted sum of that with respect to the factors.
///
/// A layer with other parameters answers with its own.
@Sendable
private func scaled(factors: Tensor, x: Tensor, slopes: Tensor) -> [Tensor] {
  var layer = makeScale(x.shape[1])
  guard layer.parameters.map(\.shape) == [factors.shape] else {
    return layer.parameters.map { $0.detached() }
  }
  layer.parameters = [factors.trackingGradients()]
  let output = layer(x)
  if output.isTrackingGradients { (output * slopes).sum().backward() }
  return [output.detached()]
    + layer.parameters.map { $0.gradient ?? Tensor.zeros(shape: $0.shape) }
}

/// The parameters of the learner's layer after each of three steps toward
/// targets, and 1 for each that tracks gradients.
@Sendable
private func scaleSteps(x: Tensor, targets: Tensor, rate: Float) -> [Tensor] {
  var layer = makeScale(x.shape[1])
  let tracking = layer.parameters.map { $0.isTrackingGradients ? 1 : 0 }
  var optimizer = SGD(layer.parameters, learningRate: rate)
  var path: [Float] = []
  for _ in 1...3 {
    let loss = MeanSquaredError()(layer(x), targets)
    if loss.isTrackingGradients { loss.backward() }
    optimizer.step(&layer.parameters)
    layer.clearGradients()
    path += layer.parameters.flatMap(\.values)
  }
  return [
    Tensor(path, shape: [3, path.count / 3]), Tensor(tracking.map(Float.init)),
  ]
}

/// Trains the learner's model with the learner's loop.
@Sendable
private func trainAndReport(
  _ report: Reporter, images: [UInt8], labels: [UInt8], epochs: Int,
  batchSize: Int, learningRate: Float, seed: UInt64
) throws -> [Tensor] {
  let model = makeModel(seed: seed)
  return trainAndReport(
    report, FashionMNIST(images: images, labels: labels), epochs: epochs,
    batchSize: batchSize, seed: seed, model: model,
    optimizer: SGD(model.parameters, learningRate: learningRate))
}

/// The same with other settings, and with the library's model where there is a
/// hidden layer; a setting that is not a number is the usual one.
@Sendable
private func laboratory(
  _ report: Reporter, images: [UInt8], labels: [UInt8], epochs: Int,
  batchSize: Int, seed: UInt64, hidden: Int, knobs: Tensor
) throws -> [Tensor] {
  var model = makeModel(seed: seed)
  if hidden > 0 {
    var generator = SeededGenerator(seed: seed)
    model = Sequential {
      Flatten()
      Linear(784, hidden)
      ReLU()
      Linear(hidden, 10)
    }
    model.initialize(
      weights: .normal(standardDeviation: 0.05), using: &generator)
  }
  func value(_ index: Int, else usual: Float) -> Float {
    knobs[index].isNaN ? usual : knobs[index]
  }
  return trainAndReport(
    report, FashionMNIST(images: images, labels: labels), epochs: epochs,
    batchSize: batchSize, seed: seed, model: model,
    optimizer: SGD(
      model.parameters, learningRate: value(0, else: 0.1),
      momentum: value(1, else: 0), weightDecay: value(2, else: 0)))
}

/// Trains with the learner's loop on batches shuffled anew each epoch.
///
/// Events "batch" say how far an epoch is. After every epoch an event "epoch"
/// says its number, its mean loss as the model met the examples, the accuracy
/// after it, and the model's parameters. The result is the last of these.
private func trainAndReport(
  _ report: Reporter, _ data: FashionMNIST, epochs: Int, batchSize: Int,
  seed: UInt64, model: Sequential, optimizer: SGD
) -> [Tensor] {
  let batches = MiniBatches(data, batchSize: batchSize)
  var generator = SeededGenerator(seed: seed)
  var (model, optimizer) = (model, optimizer)
  let loss = CrossEntropyLoss()
  for epoch in 1...epochs {
    var total: Float = 0
    for (i, (x, y)) in batches.shuffled(using: &generator).enumerated() {
      let new = trainStep(&model, x, y, loss: loss, optimizer: &optimizer)
      total += new * Float(y.count)
      report.batch(i + 1, of: batches.count, loss: new)
    }
    report(
      "epoch",
      WireValue.list([
        .integer(epoch), .float(total / Float(data.count)),
        .float(evaluateAccuracy(model, on: batches)),
        .list(model.parameters.map { .tensor($0.detached()) }),
      ]))
  }
  return model.parameters.map { $0.detached() }
}
