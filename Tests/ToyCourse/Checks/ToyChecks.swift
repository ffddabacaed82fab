package import Checks
import Foundation
import Tensors
import Wire

/// The checks of the toy course.
package let toyRegistry: [ExerciseChecks] = [
  ExerciseChecks(
    lesson: "double",
    [
      .agrees(
        "small", doubled, section: "twice",
        inputs: { random, _ in
          arguments(Tensor([Float(random.below(9) + 1)]))
        }),
      .agrees(
        "many", doubled, points: 2,
        inputs: { random, _ in
          arguments(Tensor((0..<5).map { _ in Float(random.below(99)) }))
        }),
      .agrees(
        "sums", summed,
        inputs: { random, trial in
          arguments((0..<(trial % 4)).map { _ in random.below(10) })
        }),
    ]),
  ExerciseChecks(
    lesson: "scale",
    [
      .agrees(
        "scale", scaled,
        inputs: { random, _ in
          arguments(Tensor([Float(random.below(9) + 1)]))
        })
    ]),
  // Its folder is made by the tests that want it.
  ExerciseChecks(lesson: "training", laboratory: laboratory, [trains]),
  // The lesson `unchecked` has no checks: its author is told so.
]

private let doubled = Subject(
  "double(_:)", axes: ["n"],
  reference: { (x: Tensor) in Tensor(x.values.map { $0 * 2 }) },
  mistakes: [
    KnownMistake("squared") { (x: Tensor) in Tensor(x.values.map { $0 * $0 }) },
    KnownMistake("unchanged") {
      (x: Tensor) in x
    },
  ])

private let summed = Subject(
  "total(of:)", axes: ["n"],
  reference: { (labels: [Int]) in labels.reduce(0, +) })

private let scaled = Subject(
  "quadruple(_:)", axes: ["n"],
  reference: { (x: Tensor) in Tensor(x.values.map { $0 * 4 }) })

/// As many epochs as are asked for; the model of the last is all ones.
///
/// A rate above 9 makes it diverge.
private let laboratory = Laboratory([.rate, .epochs, .seed]) { settings in
  Check("laboratory", of: doubled) { examination in
    for epoch in 1...settings.epochs {
      let rate = Double(settings.rate ?? 0.5)
      examination.record(
        EpochMetrics(
          epoch: epoch, loss: rate, trainAccuracy: rate / 10,
          testAccuracy: rate / 20))
      examination.model = TrainedModel(
        [Tensor.ones(shape: [784, 10]), Tensor.ones(shape: [10])])
      do {
        _ = try examination.call("double(_:)", arguments(Tensor([1])))
      } catch Interruption.stopped {
        return nil
      }
      // Time enough to press a key.
      if settings.epochs > 100 { Thread.sleep(forTimeInterval: 0.05) }
    }
    return (settings.rate ?? 0) > 9 ? Failure(.words("It diverged.")) : nil
  }
}

/// Three epochs of four batches that take a little while, made up here: what
/// is tried with them is how training is shown.
private let trains = Check(
  "trains", of: doubled, seconds: 60
) { examination in
  for epoch in 1...3 {
    for batch in 0..<4 {
      examination.tell(
        BatchProgress(epoch: epoch, planned: 3, batch: batch, batches: 4))
      _ = try examination.call("double(_:)", arguments(Tensor([1])))
      Thread.sleep(forTimeInterval: 0.1)
    }
    let share = Double(epoch) / 4
    examination.record(
      EpochMetrics(
        epoch: epoch, loss: 1 - share, trainAccuracy: share,
        testAccuracy: share / 2),
      of: 3)
  }
  return nil
}
