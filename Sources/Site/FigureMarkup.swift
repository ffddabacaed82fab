/// A figure's SVG within the page, so that it follows the color scheme.
func figureMarkup(
  _ svg: String?, alternative: String, name: String
) -> HTML {
  guard let svg, svg.hasPrefix("<svg"), !svg.contains("<script") else {
    return HTML("p", ["class": "note"], "Figure: \(alternative)")
  }
  // Every figure calls its title `title`; in one page that must be unique.
  let unique = svg.replacing("id=\"title\"", with: "id=\"_figure-\(name)\"")
    .replacing(
      "aria-labelledby=\"title\"", with: "aria-labelledby=\"_figure-\(name)\""
    )
  return HTML("figure", HTML(markup: unique))
}
