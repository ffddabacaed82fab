/// The places on a served page that change while it is open, by their ids.
package func verdictPlace(_ checkpoint: Int) -> String {
  "_verdict-\(checkpoint)"
}

package func hintPlace(_ checkpoint: Int) -> String { "_hint-\(checkpoint)" }

package func outputPlace(_ cell: String) -> String { "_output-\(cell)" }

package func lessonPlace(_ number: Int) -> String { "_lesson-\(number)" }

/// The bar at the lower edge.
package let barPlace = "_bar"

/// What is read aloud, and not seen.
package let saidPlace = "_said"

/// The curves of a training, and the same numbers as a table.
package let curvesPlace = "_curves"
package let numbersPlace = "_numbers"

/// What a training does now.
package let trainingNotePlace = "_training-note"

extension Site {
  /// Where a training is shown; they stay empty if there is none.
  var trainingPlaces: [HTML] {
    guard isLive else { return [] }
    return [
      HTML(
        "section", ["class": "training", "aria-label": "Training"],
        HTML("div", ["id": curvesPlace], []),
        HTML(
          "details", HTML("summary", "The numbers of the curves"),
          HTML("div", ["id": numbersPlace], [])))
    ]
  }
}
