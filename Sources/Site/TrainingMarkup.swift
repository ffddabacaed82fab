package import Checks
package import Pages
internal import Plots
internal import System

/// A training while it runs: its curves, and the same numbers as a table.
package struct TrainingMarkup {
  let epochs: [EpochMetrics]
  let firstLosses: [BatchProgress]
  let earlier: [EarlierTraining]

  package init(
    _ epochs: [EpochMetrics], firstLosses: [BatchProgress] = [],
    beside earlier: [EarlierTraining] = []
  ) {
    self.epochs = epochs
    self.firstLosses = firstLosses
    self.earlier = earlier
  }

  /// The curves by epoch or, in the first epochs, by batch.
  package var curves: HTML {
    if epochs.count > 1 {
      let (loss, accuracy) = trainingCharts(epochs, beside: earlier)
      return HTML([
        drawn(loss, "loss", "The loss by epoch"),
        drawn(accuracy, "accuracy", "The accuracy by epoch"),
      ])
    }
    guard firstLosses.count > 1 else { return HTML("") }
    return drawn(
      batchChart(firstLosses), "loss", "The loss by batch of the first epoch")
  }

  private func drawn(_ chart: Chart, _ name: String, _ words: String) -> HTML {
    figureMarkup(
      chart.svg(alternative: words), alternative: words, name: name)
  }

  package var numbers: HTML {
    let names = ["epoch", "loss", "train accuracy", "test accuracy"]
    return HTML(
      "table",
      HTML("tr", names.map { HTML("th", ["scope": "col"], $0) }),
      HTML(
        epochs.map { epoch in
          HTML(
            "tr",
            [
              "\(epoch.epoch)", decimals(epoch.loss, 4),
              decimals(epoch.trainAccuracy, 3),
              decimals(epoch.testAccuracy, 3),
            ].map { HTML("td", ["class": "trailing"], $0) })
        }))
  }

  /// The latest epoch in a sentence, to be read aloud.
  package var spoken: HTML {
    guard let last = epochs.last else { return HTML("") }
    return HTML(
      "Epoch \(last.epoch): loss \(decimals(last.loss, 3)), "
        + "test accuracy \(decimals(last.testAccuracy, 3)).")
  }
}
