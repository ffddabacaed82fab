internal import Checks
internal import Journals
internal import Lessons
internal import System

extension Experiment {
  /// The latest runs of an exercise that differ in the setting and in nothing
  /// else: the last run of each value, oldest first.
  ///
  /// Where there are not enough, runs whose seeds differ as well will do. Of
  /// several groups that are large enough, the one that was trained last is
  /// taken, else the largest.
  func runs(among all: [LearnersRun], of exercise: Int) -> [LearnersRun] {
    let own = all.filter { $0.exercise == exercise && !$0.epochs.isEmpty }
    let alike = group(own, alike: { vary.isAllThatDiffers($0, $1) })
    if alike.count >= runs { return alike }
    return group(own, alike: { vary.isAllButTheSeed($0, $1) })
  }

  private func group(
    _ runs: [LearnersRun], alike: (LearnersRun, LearnersRun) -> Bool
  ) -> [LearnersRun] {
    var groups: [[LearnersRun]] = []
    for run in runs {
      if let place = groups.firstIndex(where: { alike($0[0], run) }) {
        groups[place].removeAll { vary.value(of: $0) == vary.value(of: run) }
        groups[place].append(run)
      } else {
        groups.append([run])
      }
    }
    let enough = groups.filter { $0.count >= self.runs }
    return enough.max { $0.last?.time ?? 0 < $1.last?.time ?? 0 }
      ?? groups.max { $0.count < $1.count } ?? []
  }

  /// The question with the runs as its options.
  ///
  /// There are at most six options. Where several runs are equally good, only
  /// one of them is an option.
  func question(_ quiz: Quiz, about group: [LearnersRun]) -> Quiz {
    let best = group.map(score).max() ?? 0
    let first = group.firstIndex { score($0) == best }
    let shown = group.indices.filter { $0 == first || score(group[$0]) < best }
    let others = shown.filter { $0 != first }.suffix(5)
    var question = quiz
    question.kind = .choice
    question.options = shown.filter { $0 == first || others.contains($0) }.map {
      index in
      let run = group[index]
      return Quiz.Option(
        text: [.text("\(vary.words) \(vary.shown(run)) (\(run.name))")],
        right: index == first,
        because: [.text(told(run) + " ")] + quiz.because)
    }
    return question
  }

  /// What a run is compared by; higher is better.
  private func score(_ run: LearnersRun) -> Double {
    // A diverged run is the worst, whatever its last epoch says.
    guard let last = run.epochs.last, !run.diverged else { return -.infinity }
    return switch measure {
    case .testAccuracy: last.testAccuracy
    case .trainAccuracy: last.trainAccuracy
    case .loss: -last.loss
    case .gap: last.testAccuracy - last.trainAccuracy
    }
  }

  private func told(_ run: LearnersRun) -> String {
    guard let last = run.epochs.last, !run.diverged else {
      return "That run diverged."
    }
    let ending =
      switch measure {
      case .testAccuracy: "a test accuracy of \(decimals(last.testAccuracy, 4))"
      case .trainAccuracy:
        "a training accuracy of \(decimals(last.trainAccuracy, 4))"
      case .loss: "a loss of \(decimals(last.loss, 4))"
      case .gap:
        "a training accuracy of \(decimals(last.trainAccuracy, 4)) and a test "
          + "accuracy of \(decimals(last.testAccuracy, 4))"
      }
    return "That run ended with \(ending)."
  }
}

extension Experiment.Setting {
  var words: String {
    switch self {
    case .rate: "the learning rate"
    case .batch: "the batch size"
    case .epochs: "the number of epochs"
    case .momentum: "the momentum"
    case .decay: "the weight decay"
    case .hidden: "the number of hidden units"
    case .examples: "the number of training pictures"
    case .seed: "the seed"
    }
  }

  /// The setting of a run; nil where the learner's own functions decide.
  fileprivate func value(of run: LearnersRun) -> Double? {
    let settings = run.settings
    return switch self {
    case .rate: settings.rate.map(Double.init)
    case .batch: Double(settings.batch)
    case .epochs: Double(settings.epochs)
    case .momentum: settings.momentum.map(Double.init)
    case .decay: settings.decay.map(Double.init)
    case .hidden: settings.hidden.map(Double.init)
    case .examples: settings.examples.map(Double.init)
    case .seed: Double(settings.seed)
    }
  }

  /// The setting of a run, for an option.
  fileprivate func shown(_ run: LearnersRun) -> String {
    guard let value = value(of: run) else { return "of your own functions" }
    switch self {
    case .rate, .momentum, .decay: return "\(Float(value))"
    case .batch, .epochs, .hidden, .examples, .seed: return "\(Int(value))"
    }
  }

  /// Whether two runs have all other settings in common.
  fileprivate func isAllThatDiffers(
    _ one: LearnersRun, _ other: LearnersRun
  ) -> Bool {
    (self == .seed || one.settings.seed == other.settings.seed)
      && isAllButTheSeed(one, other)
  }

  /// The same, whatever the seeds.
  fileprivate func isAllButTheSeed(
    _ one: LearnersRun, _ other: LearnersRun
  ) -> Bool {
    without(one.settings) == without(other.settings)
  }

  /// The settings, with this one and the seed made equal.
  private func without(_ settings: TrainingSettings) -> TrainingSettings {
    var rest = settings
    rest.seed = 0
    switch self {
    case .rate: rest.rate = nil
    case .batch: rest.batch = 0
    case .epochs: rest.epochs = 0
    case .momentum: rest.momentum = nil
    case .decay: rest.decay = nil
    case .hidden: rest.hidden = nil
    case .examples: rest.examples = nil
    case .seed: break
    }
    return rest
  }
}
