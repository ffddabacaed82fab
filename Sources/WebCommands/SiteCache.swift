internal import Commands
internal import Journals
internal import Lessons
internal import Site
internal import Synchronization
internal import System

/// The lessons as they are on disk now, and their pages.
final class SiteCache: Sendable {
  private struct State {
    var stamp: String
    var home: Home
    var site: Site
    var pages: [String: String] = [:]
    /// The models that were looked at, by name and time.
    var summaries: [String: ModelSummary] = [:]
  }

  private let world: World
  private let root: String
  private let state: Mutex<State>

  init(world: World) throws {
    self.world = world
    let home = try Home(in: world)
    root = home.root
    let site = try Site(of: home, isLive: true)
    state = Mutex(State(stamp: "", home: home, site: site))
    let stamp = currentStamp
    state.withLock { $0.stamp = stamp }
  }

  var home: Home { fresh { $0.home } }

  var site: Site { fresh { $0.site } }

  /// The text of a page, a style or a script; nil if there is none.
  func file(_ name: String) -> String? {
    fresh { state in
      if let page = state.pages[name] { return page }
      let page = state.site.file(name)
      state.pages[name] = page
      return page
    }
  }

  /// The page of a model, or of the latest.
  func modelPage(_ name: String?, data: DataOptions) -> String {
    let (home, site) = fresh { ($0.home, $0.site) }
    let runs = home.runs
    let wanted = runs.last { name == nil || $0.name == name }
    let key = wanted.map { "\($0.name) \($0.time) \(name == nil)" }
    if let key, var summary = state.withLock({ $0.summaries[key] }) {
      summary.runs = runs.map(\.shown)
      return site.modelPage(summary)
    }
    let summary = home.summary(of: name, data: data)
    if let key, summary.error == nil {
      state.withLock { state in
        // Models are large, and rarely is more than a handful compared.
        if state.summaries.count > 4 { state.summaries = [:] }
        state.summaries[key] = summary
      }
    }
    return site.modelPage(summary)
  }

  /// The page of a lesson.
  func lesson(ofPage page: String) -> Lesson? {
    home.library.lessons.first { $0.page == page + ".html" }
  }

  /// The state, read again if a lesson has changed.
  private func fresh<Value: Sendable>(
    _ body: (inout State) -> Value
  ) -> Value {
    let stamp = currentStamp
    return state.withLock { state in
      if state.stamp != stamp, let home = try? Home(in: world),
        let site = try? Site(of: home, isLive: true)
      {
        state = State(stamp: stamp, home: home, site: site)
      }
      return body(&state)
    }
  }

  /// A name for the lessons' texts and figures as they are on disk now.
  var version: String { currentStamp }

  /// When each lesson's text, and the figures beside it, were changed.
  private var currentStamp: String {
    let files = FileManager.default
    func changed(_ path: String) -> String {
      let date =
        (try? files.attributesOfItem(atPath: path))?[.modificationDate] as? Date
      return date.map { "\($0.timeIntervalSince1970)" } ?? "-"
    }
    let folders =
      (try? files.contentsOfDirectory(atPath: root + "/Lessons")) ?? []
    let texts = folders.filter { $0.first?.isNumber == true }.sorted().map {
      let folder = "\(root)/Lessons/\($0)"
      return changed(folder + "/lesson.md") + changed(folder + "/figures")
    }
    return texts.joined(separator: " ")
  }
}
