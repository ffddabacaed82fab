import Foundation

#if canImport(FoundationXML)
import FoundationXML
#endif

/// What a page consists of, as an XML parser reads it.
final class Reading: NSObject, XMLParserDelegate {
  var ids: Set<String> = []
  var repeatedIDs: [String] = []
  var links: [String] = []
  var headings: [Int] = []
  var problem: String?

  init(page: String) throws {
    super.init()
    // HTML lets some elements stand without an end and attributes without a
    // value; closed and written out, the page must be XML.
    var text = page.replacing("<!DOCTYPE html>\n", with: "")
    for name in ["meta", "link", "input", "br", "hr", "img"] {
      text = text.replacing(
        try Regex("<\(name)((?: [^<>\"]+(?:=\"[^\"]*\")?)*)>"),
        with: { "<\(name)\($0.output[1].substring ?? "")/>" })
    }
    text = text.replacing(" hidden", with: " hidden=\"\"")
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    if !parser.parse() {
      problem =
        "line \(parser.lineNumber): "
        + (parser.parserError?.localizedDescription ?? "cannot be read")
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if let id = attributes["id"], !ids.insert(id).inserted {
      repeatedIDs.append(id)
    }
    if let link = attributes["href"] { links.append(link) }
    if name.count == 2, name.hasPrefix("h"), let level = Int(name.dropFirst()) {
      headings.append(level)
    }
  }
}
