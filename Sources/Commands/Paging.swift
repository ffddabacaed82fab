internal import ArgumentParser
internal import Pages
internal import Terminals

/// Whether long pages go through a pager.
struct PagingOptions: ParsableArguments {
  @Flag(help: "Never go through a pager (the variable PAGER, or less -R).")
  var noPager = false
}

extension World {
  /// Shows a long page: on a terminal by a pager, where it does not fit.
  func show(_ page: (Screen) -> [Line], _ paging: PagingOptions) {
    let lines = page(screen)
    guard let desk, !paging.noPager, lines.count >= desk.rows,
      let pager = pager(environment)
    else { return show(lines) }
    var paged = screen
    // Other pagers than less may show the bytes of colours and links, or
    // count them as columns.
    if !isLess(pager) { (paged.links, paged.colours) = (false, .none) }
    let text = render(
      paged == screen ? lines : page(paged), for: paged)
    if !desk.page(text, pager) { show(lines) }
  }
}
