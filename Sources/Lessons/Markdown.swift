import Ccmark

/// A node of CommonMark's tree, copied out of C.
///
/// Only this file uses cmark: it parses, copies and frees.
struct Markdown {
  enum Kind {
    case document
    case heading(level: Int)
    case paragraph
    case quote
    case list(start: Int?, tight: Bool)
    case item
    case codeBlock(info: String)
    case htmlBlock
    case thematicBreak
    case text
    case softBreak
    case lineBreak
    case code
    case html
    case emphasis
    case strong
    case link(destination: String)
    case image(destination: String)
  }

  /// The deepest nesting: deeper than any real text, and safe for the stack.
  static let deepest = 40

  var kind: Kind
  var literal: String
  /// The lines within the parsed text, from 1.
  var lines: ClosedRange<Int>
  /// The byte within its line at which it begins, from 1.
  ///
  /// Within a paragraph, cmark assumes that all lines are indented like the
  /// first.
  var column = 1
  var children: [Markdown] = []
}

extension Markdown {
  /// Parses a text, which is always valid CommonMark.
  ///
  /// Throws if the nesting is deeper than `deepest`, with the line of that.
  init(parsing text: String) throws(TooDeep) {
    var text = text
    let root = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cmark_parse_document(
          $0.baseAddress, $0.count, CMARK_OPT_SOURCEPOS)
      }
    }
    defer { cmark_node_free(root) }
    cmark_consolidate_text_nodes(root)
    try self.init(copying: root, depth: 0)
  }

  struct TooDeep: Error {
    var line: Int
  }

  private init(copying node: OpaquePointer?, depth: Int) throws(TooDeep) {
    let first = Int(cmark_node_get_start_line(node))
    guard depth <= Self.deepest else { throw TooDeep(line: first) }
    kind = Self.kind(of: node)
    literal = Self.copy(cmark_node_get_literal(node))
    lines = first...max(first, Int(cmark_node_get_end_line(node)))
    column = Int(cmark_node_get_start_column(node))
    var child = cmark_node_first_child(node)
    while let next = child {
      children.append(try Markdown(copying: next, depth: depth + 1))
      child = cmark_node_next(next)
    }
  }

  private static func kind(of node: OpaquePointer?) -> Kind {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_HEADING:
      .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_LIST:
      .list(
        start: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
          ? Int(cmark_node_get_list_start(node)) : nil,
        tight: cmark_node_get_list_tight(node) != 0)
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK:
      .codeBlock(info: copy(cmark_node_get_fence_info(node)))
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .html
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK:
      .link(destination: copy(cmark_node_get_url(node)))
    case CMARK_NODE_IMAGE:
      .image(destination: copy(cmark_node_get_url(node)))
    case CMARK_NODE_TEXT: .text
    default: .paragraph
    }
  }

  private static func copy(_ string: UnsafePointer<CChar>?) -> String {
    if let string { String(cString: string) } else { "" }
  }
}
