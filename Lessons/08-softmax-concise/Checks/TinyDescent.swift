internal import Tensors

/// Steps of gradient descent with the same batch, by the formulas for one
/// linear layer, or for two with ReLU between them.
struct TinyDescent {
  /// For each layer its weights and its biases.
  var parameters: [Tensor]
  let x: Tensor
  let y: [Int]
  let settings: Settings

  /// The settings of the optimizer and of the loss, as they are sent.
  struct Settings {
    var rate: Float = 0.1
    var momentum: Float = 0
    var decay: Float = 0
    var smoothing: Float = 0
    var isSum = false

    var tensor: Tensor {
      Tensor([rate, momentum, decay, smoothing, isSum ? 1 : 0])
    }
  }

  /// How a step is made; right, unless something is set.
  struct Way: Sendable {
    /// What becomes of a batch's gradients: `late` if the step comes between
    /// the loss and its gradients, `last` if it comes before both.
    enum Gradients { case cleared, added, late, last }
    /// Which loss is returned.
    enum Answer { case before, after, zero, sum }
    /// Which optimizer is used.
    enum Optimizer {
      case given, copy, none
      case plain(rate: Float)
    }

    var gradients = Gradients.cleared
    var answer = Answer.before
    var optimizer = Optimizer.given
    /// Whether softmax is taken before the loss.
    var softmaxFirst = false
    /// Whether the loss that is given is replaced by the mean.
    var ignoresLoss = false
  }

  /// The losses that are returned, and the parameters in the end.
  func run(steps: Int, _ way: Way = Way()) -> [Tensor] {
    var descent = self
    descent.ignoresLoss = way.ignoresLoss
    var kept = parameters.map { $0 * 0 }
    var velocities = kept
    var pending: [Tensor]?
    var losses: [Float] = []
    for step in 0..<steps {
      let (loss, new) = descent.slopes(softmaxFirst: way.softmaxFirst)
      var gradients: [Tensor]? = new
      switch way.gradients {
      case .cleared: break
      case .added:
        kept = zip(kept, new).map(+)
        gradients = kept
      case .late:
        // Parameters that have moved do not receive the gradients of a loss
        // that was computed from the old ones.
        gradients = pending
        pending = pending == nil ? new : nil
      case .last: if step == steps - 1 { gradients = nil }
      }
      if case .copy = way.optimizer { velocities = velocities.map { $0 * 0 } }
      // Without a gradient, an optimizer does nothing.
      for i in parameters.indices {
        guard let gradients else { break }
        let p = descent.parameters[i]
        switch way.optimizer {
        case .given, .copy:
          velocities[i] =
            settings.momentum * velocities[i] + gradients[i]
            + settings.decay * p
          descent.parameters[i] = p - settings.rate * velocities[i]
        case .plain(let rate): descent.parameters[i] = p - rate * gradients[i]
        case .none: break
        }
      }
      switch way.answer {
      case .before: losses.append(loss)
      case .after:
        losses.append(descent.slopes(softmaxFirst: way.softmaxFirst).loss)
      case .zero: losses.append(0)
      case .sum:
        losses.append(descent.isSum ? loss : loss * Float(y.count))
      }
    }
    return [Tensor(losses)] + descent.parameters
  }

  private var ignoresLoss = false
  private var isSum: Bool { settings.isSum && !ignoresLoss }
  private var smoothing: Float { ignoresLoss ? 0 : settings.smoothing }

  init(_ parameters: [Tensor], _ x: Tensor, _ y: [Int], _ settings: Tensor) {
    self.parameters = parameters
    self.x = x
    self.y = y
    let s = settings.values
    self.settings = Settings(
      rate: s[0], momentum: s[1], decay: s[2], smoothing: s[3],
      isSum: s[4] == 1)
  }

  /// The loss, and its gradient with respect to each parameter.
  private func slopes(
    softmaxFirst: Bool
  ) -> (loss: Float, gradients: [Tensor]) {
    let isDeep = parameters.count == 4
    let last = parameters.count - 1
    let (w, b) = (parameters[last - 1], parameters[last])
    let hidden = isDeep ? x.matmul(parameters[0]) + parameters[1] : x
    let a = isDeep ? hidden * (hidden .> 0) : x
    let scores = a.matmul(w) + b
    let logits = softmaxFirst ? scores.logSoftmax().exp() : scores
    let q = logits.shape[1]
    let right = Tensor(
      y.flatMap { label in (0..<q).map { $0 == label ? Float(1) : 0 } },
      shape: logits.shape)
    let targets = right * (1 - smoothing) + smoothing / Float(q)
    let logs = logits.logSoftmax()
    let share = isSum ? 1 : 1 / Float(y.count)
    var slope = (logs.exp() - targets) * share
    if softmaxFirst {
      // The slope p (g − Σ g p) of softmax.
      let inner = (slope * logits).sum(axis: 1, keepingDimensions: true)
      slope = logits * (slope - inner)
    }
    var gradients = [a.transposed().matmul(slope), slope.sum(axis: 0)]
    if isDeep {
      let below = slope.matmul(w.transposed()) * (hidden .> 0)
      gradients =
        [x.transposed().matmul(below), below.sum(axis: 0)] + gradients
    }
    return (-(targets * logs).sum().item * share, gradients)
  }
}
