internal import Site

/// A page of a report: one HTML file, without scripts, that loads nothing.
///
/// Its policy forbids both to whatever might have slipped in.
func reportPage(title: String, _ contents: [HTML]) -> String {
  let page = HTML(
    "html", ["lang": "en"],
    HTML(
      "head", HTML("meta", ["charset": "utf-8"]),
      HTML(
        "meta",
        [
          "http-equiv": "Content-Security-Policy",
          "content": "default-src 'none'; style-src 'unsafe-inline'",
        ]),
      HTML(
        "meta",
        ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
      HTML("title", title), HTML("style", [HTML(markup: reportStyle)])),
    HTML("body", [HTML("main", contents)]))
  return "<!DOCTYPE html>\n\(page.markup)\n"
}

/// A table whose cells are text.
func reportTable(_ head: [String], _ rows: [[String]]) -> HTML {
  HTML(
    "div", ["class": "table"],
    HTML(
      "table",
      HTML("thead", HTML("tr", head.map { HTML("th", ["scope": "col"], $0) })),
      HTML(
        "tbody",
        rows.map { row in HTML("tr", row.map { HTML("td", $0) }) })))
}

private let reportStyle = """
  :root { color-scheme: light dark; }
  body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; }
  main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: .6rem;
    border: 1px solid color-mix(in srgb, currentColor 25%, transparent); }
  .table { overflow-x: auto; }
  table { border-collapse: collapse; }
  th, td { text-align: start; padding: .2rem .8rem .2rem 0;
    overflow-wrap: anywhere; vertical-align: top; }
  svg { max-width: 100%; height: auto; }
  svg text { fill: currentColor; font: 13px system-ui, sans-serif; }
  svg rect { fill: #2f7fc1; }
  """
