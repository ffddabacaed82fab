/// The style sheet of every page.
var styleSheet: String {
  String(decoding: PackageResources.style_css, as: UTF8.self)
}

/// The style of what only served pages have.
var liveStyleSheet: String {
  String(decoding: PackageResources.live_css, as: UTF8.self)
}

/// The script that keeps a served page up to date.
var liveScript: String {
  delivered(PackageResources.live_js)
}

/// The script of the field to draw in.
var drawingScript: String {
  delivered(PackageResources.drawing_js)
}

/// The script of every page.
var script: String {
  delivered(PackageResources.site_js)
}

/// A script without comments and indentation, which are for its authors.
private func delivered(_ script: [UInt8]) -> String {
  String(decoding: script, as: UTF8.self).split(separator: "\n")
    .map { $0.drop { $0 == " " } }.filter { !$0.hasPrefix("//") }
    .joined(separator: "\n") + "\n"
}
