internal import Lessons

/// The blocks of a lesson as markup.
struct BlockMarkup {
  let links: Links
  /// A figure's SVG by its path in the lesson; nil where there is none.
  let figure: (String) -> String?
  /// Whether the page follows the learner's work.
  let isLive: Bool
  /// How many figures and checkpoints came before, to make ids unique.
  private var count = 0
  private var checkpoints = 0
  /// What comes after the last checkpoint, and how many there are.
  private let trailer: [HTML]
  private let total: Int

  init(
    links: Links, isLive: Bool = false, after total: Int = 0,
    trailer: [HTML] = [], figure: @escaping (String) -> String?
  ) {
    self.total = total
    self.trailer = trailer
    self.links = links
    self.isLive = isLive
    self.figure = figure
  }

  mutating func markup(_ blocks: [Block]) -> [HTML] {
    var contents: [HTML] = []
    var rest = blocks[...]
    while let block = rest.popFirst() {
      guard case .cell(let cell) = block, cell.isPredicted else {
        contents.append(markup(block))
        continue
      }
      // The paragraph after a prediction tells its result.
      var told: [HTML] = []
      if case .paragraph(let inlines)? = rest.first {
        told = [HTML("p", inlines.markup(links))]
        rest.removeFirst()
      }
      contents.append(cellMarkup(cell, told: told, isLive: isLive))
    }
    return contents
  }

  private mutating func markup(_ block: Block) -> HTML {
    switch block {
    case .heading(let level, let inlines, let anchor):
      return HTML(
        "h\(level)", ["id": anchor],
        inlines.markup(links) + [
          HTML(
            "a",
            [
              "class": "anchor", "href": "#\(anchor)",
              "aria-label": "Link to this section: \(inlines.plainText)",
            ], "#")
        ])
    case .paragraph(let inlines): return HTML("p", inlines.markup(links))
    case .list(let list): return markup(list)
    case .quote(let blocks): return HTML("blockquote", markup(blocks))
    case .checkpoint(let checkpoint, let blocks):
      checkpoints += 1
      let place = HTML("div", ["id": verdictID(checkpoints - 1)], [])
      let aside = HTML(
        "aside",
        [
          "class": "checkpoint", "id": "_checkpoint-\(checkpoints - 1)",
          "aria-label": "Checkpoint: \(checkpoint.function)",
        ], markup(blocks) + (isLive ? [place] : []))
      return HTML([aside] + (checkpoints == total ? trailer : []))
    case .callout(let kind, let blocks):
      return HTML(
        "aside", ["class": "callout \(kind.rawValue)"], markup(blocks))
    case .code(let language, let text):
      return codeMarkup(text, language: language)
    case .cell(let cell):
      return cellMarkup(cell, told: [], isLive: isLive)
    case .math(let math):
      return HTML(
        "div",
        [
          "class": "math", "role": "group", "aria-label": "Formula",
        ],
        formula(math.source, isDisplayed: true))
    case .quiz(let quiz): return quizMarkup(quiz, links)
    case .figure(let path, let alternative, _):
      count += 1
      return figureMarkup(
        figure(path), alternative: alternative, name: "\(count)")
    case .table(let table): return markup(table)
    case .thematicBreak: return HTML("hr")
    case .html: return HTML("")
    }
  }

  private mutating func markup(_ list: List) -> HTML {
    let start = list.start.flatMap { $0 == 1 ? nil : "\($0)" }
    var items: [HTML] = []
    for item in list.items {
      var contents = markup(item.blocks)
      if list.tight, case .paragraph(let inlines)? = item.blocks.first {
        contents[0] = HTML("span", inlines.markup(links))
      }
      items.append(HTML("li", contents))
    }
    return list.start == nil
      ? HTML("ul", items) : HTML("ol", ["start": start], items)
  }

  private func markup(_ table: Table) -> HTML {
    func row(_ cells: [[Inline]], _ name: String) -> HTML {
      HTML(
        "tr",
        zip(cells, table.alignments).map { cell, alignment in
          HTML(
            name,
            [
              "class": alignment.name,
              "scope": name == "th" ? "col" : nil,
            ], cell.markup(links))
        })
    }
    return HTML(
      "div",
      [
        "class": "table", "role": "group", "aria-label": "Table",
      ],
      HTML(
        "table", HTML("thead", row(table.header, "th")),
        HTML("tbody", table.rows.map { row($0, "td") })))
  }
}

extension Table.Alignment {
  fileprivate var name: String? {
    switch self {
    case .leading: nil
    case .center: "center"
    case .trailing: "trailing"
    }
  }
}

/// A cell and its output; a prediction's output and what is told of it are
/// hidden at first.
private func cellMarkup(_ cell: Cell, told: [HTML], isLive: Bool) -> HTML {
  var contents = [codeMarkup(cell.code, language: "swift")]
  if let output = cell.output {
    let printed = HTML(
      "pre", ["class": "output"],
      HTML("samp", String(output.text.dropLast())))
    contents.append(
      cell.predict
        ? HTML(
          "details", ["class": "predict"],
          [
            HTML("summary", "What does it print? Say it first, then look."),
            printed,
          ] + told)
        : printed)
  }
  if cell.yours {
    contents.append(
      HTML("p", ["class": "note"], "This cell calls your own functions."))
  }
  if isLive {
    contents += [
      HTML(
        "p", ["class": "run"],
        HTML(
          "button",
          ["type": "button", "data-do": "run", "data-cell": cell.name], "Run")),
      HTML("div", ["id": outputID(cell.name)], []),
    ]
  }
  return HTML(
    "div", ["class": "cell", "id": "_cell-\(cell.name)"], contents)
}
