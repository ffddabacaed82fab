package import Lessons

/// All declarations of the library by module, with the summary of each.
package func referencePage(
  _ reference: LibraryReference, on screen: Screen
) -> [Line] {
  var page = paragraph(
    [
      Span(
        "Everything in the library. To see one declaration in full, with an example: "
      ),
      Span("swift run course reference NAME", .code),
    ], on: screen)
  var group = ""
  for one in reference.declarations {
    if one.place != group {
      group = one.place
      page.append("")
      page += heading([Span(one.place)], level: 2, on: screen)
    }
    page += paragraph([Span(one.name, .code)], on: screen)
    page += paragraph(markdown: one.summary, indent: 4, on: screen)
    if let torch = reference.torchName(of: one) {
      page += paragraph(
        [Span("PyTorch: ", .dim), Span(torch, .code)], indent: 4, on: screen)
    }
  }
  return page
}

/// The declarations that match a search, in full.
///
/// If the query is a name from another library, what to write instead comes
/// first.
package func referencePage(
  _ query: String, in reference: LibraryReference, on screen: Screen
) -> [Line] {
  var page: [Line] = []
  let found = reference.matches(query)
  if let means = reference.spelling(of: query) {
    page += paragraph(
      [Span(query, .code), Span(" in PyTorch, NumPy or Python: ")], on: screen)
    page += paragraph(markdown: means, indent: 2, on: screen)
  }
  for one in found {
    if !page.isEmpty { page.append("") }
    page += heading([Span("\(one.place).\(one.name)")], level: 2, on: screen)
    page += code(one.text, language: "swift", on: screen)
    page.append("")
    page += documented(one.documentation, on: screen)
    if let torch = reference.torchName(of: one) {
      page.append("")
      page += paragraph(
        [Span("PyTorch: ", .dim), Span(torch, .code)], on: screen)
    }
  }
  return page
}

/// Lays out documentation: paragraphs, and code between fences.
private func documented(_ text: String, on screen: Screen) -> [Line] {
  var page: [Line] = []
  var words: [String] = []
  var example: [String]?
  func end(of lines: inout [String]) -> String {
    defer { lines = [] }
    return lines.joined(separator: "\n")
  }
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    let isFence = line.hasPrefix("```")
    if isFence || line.isEmpty, !words.isEmpty {
      if !page.isEmpty { page.append("") }
      page += paragraph(markdown: end(of: &words), on: screen)
    }
    if isFence, let code = example {
      page.append("")
      page += Pages.code(
        code.joined(separator: "\n"), language: "swift", on: screen)
      example = nil
    } else if isFence {
      example = []
    } else if example != nil {
      example?.append(String(line))
    } else if !line.isEmpty {
      words.append(String(line))
    }
  }
  if !words.isEmpty {
    if !page.isEmpty { page.append("") }
    page += paragraph(markdown: end(of: &words), on: screen)
  }
  return page
}
