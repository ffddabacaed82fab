internal import Checks
package import Pages
package import Plots

/// What the page of the learner's own model shows.
package struct ModelSummary: Sendable {
  package var runs: [ShownRun]
  /// The name of the model that is shown.
  package var name: String?
  /// Pictures of the weights; nil for a model with a hidden layer.
  package var weights: ImageGrid?
  package var confusion: HeatMap?
  package var mistakes: ImageGrid?
  /// Why there is nothing to show.
  package var error: String?

  package init(runs: [ShownRun]) { self.runs = runs }
}

extension Site {
  /// The page of the learner's own model: a field to draw in, what the model
  /// has learned, and a form to train it.
  package func modelPage(_ model: ModelSummary) -> String {
    var text = [
      HTML("h1", "Your model"),
      HTML(
        "p", ["class": "summary"],
        "What the functions you wrote have learned from the pictures."),
    ]
    if let error = model.error { text.append(HTML("p", HTML(sentence: error))) }
    if let name = model.name {
      let settings = model.runs.last { $0.name == name }?.settings ?? ""
      text.append(
        HTML(
          "p", HTML("The model shown here is "), HTML("code", name),
          HTML(settings.isEmpty ? "." : ", \(settings).")))
      text += drawing(name)
    }
    text += training
    text += figures(model)
    if !model.runs.isEmpty {
      text += [
        HTML("h2", ["id": "models"], "Your models"),
        table(model.runs, shown: model.name),
      ]
    }
    var page = page("model.html", "Your model", text)
    page.previous = ("index.html", "All lessons")
    return page.html
  }

  private func drawing(_ name: String) -> [HTML] {
    [
      HTML("h2", ["id": "draw"], "Draw something for it to name"),
      HTML(
        "p",
        "Draw a shoe, a shirt or a bag, and fill it in: the pictures it "
          + "learned from show bright things on black, and the shoes point "
          + "left. With the keyboard, the arrow keys move and the space bar "
          + "draws."
      ),
      HTML(
        "div", ["class": "drawing"],
        HTML(
          "div", ["class": "field"],
          HTML(
            "canvas",
            [
              "id": "_canvas", "width": "280", "height": "280",
              "tabindex": "0", "role": "application", "data-model": name,
              "aria-label": "A field to draw in, 28 by 28 cells",
            ], []),
          HTML("span", ["id": "_cursor", "hidden": ""], "")),
        HTML(
          "div",
          HTML("div", ["id": "_seen", "aria-live": "polite"], []),
          HTML(
            "p", HTML("button", ["type": "button", "id": "_clear"], "Clear")))),
    ]
  }

  /// How sure a model is of each class, in the order of the classes, so that
  /// the bars move and the names do not.
  package func sharesMarkup(_ shares: [(name: String, share: Double)]) -> HTML {
    let most = shares.max { $0.share < $1.share }?.name
    return HTML(
      "table", ["class": "shares"],
      HTML(
        "caption",
        most.map { "It looks like: \($0)" } ?? "Draw something"),
      HTML(
        shares.map { name, share in
          HTML(
            "tr", ["class": name == most ? "most" : nil],
            HTML("th", ["scope": "row"], name),
            HTML(
              "td",
              HTML(
                "meter",
                [
                  "value": "\(share)", "min": "0", "max": "1",
                  "aria-label": name,
                ],
                "")),
            HTML(
              "td", ["class": "trailing"], "\(Int((share * 100).rounded()))%"))
        }))
  }

  private var training: [HTML] {
    func field(
      _ name: String, _ label: String, _ hint: String, isWhole: Bool = true,
      only lesson: String? = nil
    ) -> HTML {
      HTML(
        "label", HTML(label),
        HTML(
          "input",
          [
            "name": name, "type": "number", "placeholder": hint,
            "min": isWhole && name != "seed" ? "1" : "0",
            "max": isWhole && name != "seed" ? "100000" : nil,
            "step": isWhole ? "1" : "any", "autocomplete": "off",
            "data-only": lesson,
          ]))
    }
    return [
      HTML("h2", ["id": "train"], "Train it with other settings"),
      HTML(
        "form", ["class": "knobs", "data-do": "train"],
        HTML(
          "label", HTML("Your code from exercise"),
          HTML(
            "select", ["name": "lesson"],
            HTML("option", ["value": "7"], "7, from scratch"),
            HTML("option", ["value": "8"], "8, with layers"))),
        field("rate", "Learning rate", "yours", isWhole: false),
        field("epochs", "Epochs", "10"), field("batch", "Batch size", "256"),
        field("momentum", "Momentum", "yours", isWhole: false, only: "8"),
        field("decay", "Weight decay", "yours", isWhole: false, only: "8"),
        field("hidden", "Hidden units", "none", only: "8"),
        field("examples", "Images", "all"), field("seed", "Seed", "random"),
        HTML("button", ["type": "submit"], "Train"),
        HTML("button", ["type": "button", "data-do": "stop"], "Stop")),
      HTML("div", ["id": trainingNoteID], []),
    ] + trainingElements
  }

  private func figures(_ model: ModelSummary) -> [HTML] {
    var contents: [HTML] = []
    func add(
      _ anchor: String, _ title: String, _ words: String, _ svg: String?
    ) {
      guard let svg else { return }
      contents += [
        HTML("h2", ["id": anchor], title), HTML("p", words),
        figureMarkup(svg, alternative: words, name: anchor),
      ]
    }
    add(
      "weights", "Its weights",
      "Bright where a bright pixel counts for the class, dark where it counts "
        + "against it.",
      model.weights?.svg(alternative: "The weights of each class as a picture"))
    add(
      "mistakes", "Its most confident mistakes",
      "Below each picture: what it is, what the model says, and how sure it is.",
      model.mistakes?.svg(
        alternative: "Test pictures that the model takes for something else"))
    add(
      "confusion", "Which classes it confuses",
      "Rows: what the pictures show. Columns: what the model says.",
      model.confusion?.svg(
        alternative: "How many test pictures of each class were predicted as "
          + "each class"))
    return contents
  }

  private func table(_ runs: [ShownRun], shown: String?) -> HTML {
    let names = ["model", "exercise", "settings", "loss", "test accuracy"]
    func rounded(_ value: Double?) -> String {
      value.map { "\((($0 * 10_000).rounded()) / 10_000)" } ?? "–"
    }
    return HTML(
      "div",
      [
        "class": "table", "role": "group", "aria-label": "Your models",
      ],
      HTML(
        "table",
        HTML("tr", names.map { HTML("th", ["scope": "col"], $0) }),
        HTML(
          runs.map { run in
            HTML(
              "tr",
              HTML(
                "td",
                HTML(
                  "a",
                  [
                    "href": "model.html?name=\(run.name)",
                    "aria-current": run.name == shown ? "true" : nil,
                  ], run.name)),
              HTML("td", "\(run.exercise)"),
              HTML(
                "td", run.diverged ? "\(run.settings) (diverged)" : run.settings
              ),
              HTML("td", ["class": "trailing"], rounded(run.last?.loss)),
              HTML("td", ["class": "trailing"], rounded(run.last?.testAccuracy))
            )
          })))
  }
}
