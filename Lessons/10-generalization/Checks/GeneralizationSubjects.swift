internal import Checks
internal import References
internal import System
internal import Tensors
internal import Wire

// Two functions, with their references and known mistakes.

/// Hoeffding's number of examples before it is rounded up.
func exactSampleSize(error: Double, confidence: Double) -> Double {
  -log(1 - confidence) / (2 * error * error)
}

let hoeffdingSubject = Subject(
  "hoeffdingSampleSize(error:confidence:)", axes: ["", ""],
  freedom: hoeffdingFreedom,
  reference: { (error: Double, confidence: Double) in
    whole(exactSampleSize(error: error, confidence: confidence).rounded(.up))
  },
  mistakes: hoeffdingMistakes)

private let hoeffdingMistakes: [KnownMistake] = [
  size("two-sided") { error, risk in
    (log(2 / risk) / (2 * error * error)).rounded(.up)
  },
  size("rounded-down") { error, risk in
    (log(1 / risk) / (2 * error * error)).rounded(.down)
  },
  size("rounded-near") { error, risk in
    (log(1 / risk) / (2 * error * error)).rounded()
  },
  size("one-too-many") { error, risk in
    (log(1 / risk) / (2 * error * error)).rounded(.up) + 1
  },
  size("error-not-squared") { error, risk in
    (log(1 / risk) / (2 * error)).rounded(.up)
  },
  size("multiplied") { error, risk in
    (log(1 / risk) / 2 * error * error).rounded(.up)
  },
  size("two-forgotten") { error, risk in
    (log(1 / risk) / (error * error)).rounded(.up)
  },
  size("confidence-for-risk") { error, risk in
    (log(1 / (1 - risk)) / (2 * error * error)).rounded(.up)
  },
  size("sign-forgotten") { error, risk in
    (log(risk) / (2 * error * error)).rounded(.up)
  },
  size("base-ten") { error, risk in
    (log10(1 / risk) / (2 * error * error)).rounded(.up)
  },
  size("base-two") { error, risk in
    (log2(1 / risk) / (2 * error * error)).rounded(.up)
  },
  size("standard-error") { error, _ in (1 / (4 * error * error)).rounded(.up) },
]

private func size(
  _ key: String,
  _ imitation: @escaping @Sendable (_ error: Double, _ risk: Double) -> Double
) -> KnownMistake {
  KnownMistake(key) {
    (error: Double, confidence: Double) in
    whole(imitation(error, 1 - confidence))
  }
}

/// A number as an Int; −1 if it is not an integer.
private func whole(_ number: Double) -> Int { Int(exactly: number) ?? -1 }

let decaySubject = Subject(
  "weightDecayStep(_:gradients:learningRate:decay:batchSize:)",
  axes: ["", "", "", "", ""], freedom: decayFreedom, reference: stepped(),
  mistakes: decayMistakes,
  telling: { random, _ in random.decay(features: 3, classes: 2) })

private let decayMistakes: [KnownMistake] = [
  wrongStep(
    "bias-decayed",
    bias: { b, g, s in (1 - s.rate * s.decay) * b - s.rate / s.size * g }),
  wrongStep(
    "rate-forgotten",
    weight: { w, g, s in (1 - s.decay) * w - s.rate / s.size * g }),
  wrongStep(
    "decay-divided",
    weight: { w, g, s in
      (1 - s.rate * s.decay / s.size) * w - s.rate / s.size * g
    }),
  wrongStep(
    "batch-size-ignored",
    weight: { w, g, s in (1 - s.rate * s.decay) * w - s.rate * g },
    bias: { b, g, s in b - s.rate * g }),
  wrongStep(
    "batch-size-ignored.weights",
    weight: { w, g, s in (1 - s.rate * s.decay) * w - s.rate * g }),
  wrongStep(
    "batch-size-ignored.biases", bias: { b, g, s in b - s.rate * g }),
  wrongStep(
    "growth",
    weight: { w, g, s in (1 + s.rate * s.decay) * w - s.rate / s.size * g }),
  wrongStep(
    "doubled",
    weight: { w, g, s in
      (1 - 2 * s.rate * s.decay) * w - s.rate / s.size * g
    }),
  wrongStep(
    "halved",
    weight: { w, g, s in
      (1 - s.rate * s.decay / 2) * w - s.rate / s.size * g
    }),
  wrongStep(
    "decay-forgotten", weight: { w, g, s in w - s.rate / s.size * g }),
  wrongStep(
    "step-decayed",
    weight: { w, g, s in (1 - s.rate * s.decay) * (w - s.rate / s.size * g) }),
  wrongStep(
    "sign-decayed",
    weight: { w, g, s in
      w - s.rate * s.decay * (w > 0 ? 1 : -1) - s.rate / s.size * g
    }),
  wrongStep(
    "ascent",
    weight: { w, g, s in (1 + s.rate * s.decay) * w + s.rate / s.size * g }),
  wrongStep(
    "ascent",
    weight: { w, g, s in (1 - s.rate * s.decay) * w + s.rate / s.size * g },
    bias: { b, g, s in b + s.rate / s.size * g }),
]

/// The settings of a step.
private struct Settings {
  var rate: Double
  var decay: Double
  var size: Double
}

private typealias Stepping =
  @Sendable (_ parameter: Double, _ gradient: Double, Settings) -> Double

private let rightWeight: Stepping = { w, g, s in
  w - s.rate * (g / s.size + s.decay * w)
}

private let rightBias: Stepping = { b, g, s in b - s.rate * g / s.size }

private func wrongStep(
  _ key: String,
  weight: @escaping Stepping = rightWeight, bias: @escaping Stepping = rightBias
) -> KnownMistake {
  KnownMistake(key, imitation: stepped(weight: weight, bias: bias))
}

/// A step of weights and biases, computed number by number in Double.
private func stepped(
  weight: @escaping Stepping = rightWeight, bias: @escaping Stepping = rightBias
) -> @Sendable ([Tensor], [Tensor], Float, Float, Int) -> [Tensor] {
  { parameters, gradients, rate, decay, size in
    let settings = Settings(
      rate: Double(rate), decay: Double(decay), size: Double(size))
    return zip(zip(parameters, gradients), [weight, bias]).map { pair, step in
      let values = zip(pair.0.values, pair.1.values).map {
        Float(step(Double($0), Double($1), settings))
      }
      return Tensor(values, shape: pair.0.shape)
    }
  }
}
