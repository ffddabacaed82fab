/// The style sheet of every page.
var styleSheet: String {
  String(decoding: PackageResources.style_css, as: UTF8.self)
}

/// The script of every page.
var script: String {
  String(decoding: PackageResources.site_js, as: UTF8.self)
}
