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
  String(decoding: PackageResources.live_js, as: UTF8.self)
}

/// The script of the field to draw in.
var drawingScript: String {
  String(decoding: PackageResources.drawing_js, as: UTF8.self)
}

/// The script of every page.
var script: String {
  String(decoding: PackageResources.site_js, as: UTF8.self)
}
