import Datasets
import Exercise08
import Networks
import Tensors
import Wire
import Workbench

// A model, a loss and an optimizer do not cross between processes; what they
// hold and what they do crosses. No test image comes here.

serve([
  expose("parameters") { @Sendable (seed: UInt64) in
    makeModel(seed: seed).parameters.map { $0.detached() }
  },
  expose("tracking") { @Sendable (seed: UInt64) in
    makeModel(seed: seed).parameters.map { $0.isTrackingGradients ? 1 : 0 }
  },
  expose("answer", answer),
  expose("loss") { @Sendable (logits: Tensor, labels: [Int]) in
    makeLoss()(logits, labels)
  },
  expose("steps", steps),
  expose("moments", moments),
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

/// What steps of the learner's optimizer make of a layer's weights and biases:
/// a step with gradients of 0, one with each of these, and one more with 0.
///
/// The results are the weights and the biases after each step.
@Sendable
private func steps(w: Tensor, b: Tensor, dw: Tensor, db: Tensor) -> [Tensor] {
  var model = Sequential {
    Flatten()
    Linear(w.shape[0], w.shape[1])
  }
  model.parameters = [w, b].map { $0.trackingGradients() }
  var optimizer = makeOptimizer(for: model)
  var path: [[Float]] = [[], []]
  let count = dw.shape[0] + 2
  for step in 0..<count {
    for (parameter, slopes) in zip(model.parameters, [dw, db]) {
      let start = (step - 1) * parameter.count
      let gradient =
        step == 0 || step == count - 1
        ? parameter.detached() * 0
        : Tensor(
          Array(slopes.values[start..<start + parameter.count]),
          shape: parameter.shape)
      (parameter * gradient).sum().backward()
    }
    optimizer.step(&model.parameters)
    model.clearGradients()
    for i in path.indices { path[i] += model.parameters[i].values }
  }
  return zip(path, [w, b]).map { Tensor($0, shape: [count] + $1.shape) }
}

/// Trains with what the learner's functions make.
@Sendable
private func trainAndReport(
  _ report: Reporter, images: [UInt8], labels: [UInt8], epochs: Int,
  batchSize: Int, seed: UInt64
) throws -> [Tensor] {
  let model = makeModel(seed: seed)
  return trainAndReport(
    report, FashionMNIST(images: images, labels: labels), epochs: epochs,
    batchSize: batchSize, seed: seed, model: model,
    optimizer: makeOptimizer(for: model))
}

/// Trains as the learner set it: the library's model where there is a hidden
/// layer, and its optimizer where a setting is a number.
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
  var optimizer = makeOptimizer(for: model)
  let set = knobs.values
  if set.contains(where: { !$0.isNaN }) {
    func value(_ index: Int, else own: Float) -> Float {
      set[index].isNaN ? own : set[index]
    }
    optimizer = SGD(
      model.parameters, learningRate: value(0, else: optimizer.learningRate),
      momentum: value(1, else: optimizer.momentum),
      weightDecay: value(2, else: optimizer.weightDecay))
  }
  return trainAndReport(
    report, FashionMNIST(images: images, labels: labels), epochs: epochs,
    batchSize: batchSize, seed: seed, model: model, optimizer: optimizer)
}

/// Trains on batches shuffled anew each epoch.
///
/// Events "batch" say how far an epoch is. After every epoch an event "epoch"
/// says its number, loss and accuracy as the library has them, and the model's
/// parameters. The result is the last of these.
private func trainAndReport(
  _ report: Reporter, _ data: FashionMNIST, epochs: Int, batchSize: Int,
  seed: UInt64, model: Sequential, optimizer: SGD
) -> [Tensor] {
  let batches = MiniBatches(data, batchSize: batchSize)
  var generator = SeededGenerator(seed: seed)
  var (model, optimizer) = (model, optimizer)
  let loss = makeLoss()
  for epoch in 1...epochs {
    var told = Tally()
    let reports = train(
      &model, on: batches, shuffledBy: &generator, epochs: 1, loss: loss,
      optimizer: &optimizer,
      report: { event in
        guard case .batch(let news) = event else { return }
        // The loss of this batch alone.
        let new = Tally(
          loss: news.tally.loss - told.loss,
          count: news.tally.count - told.count)
        told = news.tally
        report.batch(news.batch, of: news.batchCount, loss: new.meanLoss)
      }, isCancelled: { false })
    report(
      "epoch",
      WireValue.list([
        .integer(epoch), .float(reports[0].loss),
        .float(reports[0].trainAccuracy),
        .list(model.parameters.map { .tensor($0.detached()) }),
      ]))
  }
  return model.parameters.map { $0.detached() }
}
