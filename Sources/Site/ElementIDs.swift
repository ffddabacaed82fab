/// The ids of the elements that change while a served page is open.
package func verdictID(_ checkpoint: Int) -> String {
  "_verdict-\(checkpoint)"
}

package func hintID(_ checkpoint: Int) -> String { "_hint-\(checkpoint)" }

package func outputID(_ cell: String) -> String { "_output-\(cell)" }

package func lessonID(_ number: Int) -> String { "_lesson-\(number)" }

/// The bar at the lower edge.
package let barID = "_bar"

/// The live region that screen readers announce, and that is not shown.
package let announcementID = "_announcement"

/// The curves of a training, and the same numbers as a table.
package let curvesID = "_curves"
package let numbersID = "_numbers"

/// What a training does now.
package let trainingNoteID = "_training-note"

extension Site {
  /// Where a training is shown; they stay empty if there is none.
  var trainingElements: [HTML] {
    guard isLive else { return [] }
    return [
      HTML(
        "section", ["class": "training", "aria-label": "Training"],
        HTML("div", ["id": curvesID], []),
        HTML(
          "details", HTML("summary", "The numbers of the curves"),
          HTML("div", ["id": numbersID], [])))
    ]
  }
}
