internal import Commands
internal import Journals
internal import Lessons
internal import Site
internal import Synchronization
internal import System

/// The lessons as they are on disk now, and their pages.
final class Shelf: Sendable {
  private struct State {
    var stamp: [String]
    var home: Home
    var site: Site
    var pages: [String: String] = [:]
    /// The models that were looked at, by name and time.
    var looks: [String: ShownModel] = [:]
  }

  private let world: World
  private let root: String
  private let state: Mutex<State>

  init(world: World) throws {
    self.world = world
    let home = try Home(in: world)
    root = home.root
    let site = try Site(of: home, isLive: true)
    state = Mutex(State(stamp: [], home: home, site: site))
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
    let wanted = name.map { name in runs.last { $0.name == name } } ?? runs.last
    let key = wanted.map { "\($0.name) \($0.time) \(name == nil)" } ?? ""
    var look =
      state.withLock { $0.looks[key] } ?? home.look(at: name, data: data)
    look.runs = runs.map(\.shown)
    state.withLock { state in
      // Models are large, and rarely is more than a handful compared.
      if state.looks.count > 4 { state.looks = [:] }
      state.looks[key] = look
    }
    return site.modelPage(look)
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

  /// When each lesson's text was changed.
  private var currentStamp: [String] {
    let folders = (try? FileManager.default.contentsOfDirectory(
      atPath: root + "/Lessons")) ?? []
    return folders.sorted().compactMap { folder in
      let path = "\(root)/Lessons/\(folder)/lesson.md"
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      return (attributes?[.modificationDate] as? Date).map {
        "\(folder) \($0.timeIntervalSince1970)"
      }
    }
  }
}

extension Site {
  /// The pages of a course's lessons.
  init(
    of home: Home, language: String = "en", base: String? = nil,
    isLive: Bool = false
  ) throws {
    self.init(
      lessons: home.library.lessons,
      reference: try LibraryReference(root: home.root), language: language,
      base: base,
      figure: { lesson, path in
        path.hasPrefix("figures/") && !path.contains("..")
          ? (try? readFile("\(lesson.folder)/\(path)", atMost: 4 << 20))
            .flatMap { String(validating: $0, as: UTF8.self) } : nil
      })
    self.isLive = isLive
    broken = home.library.entries.compactMap { entry in
      guard case .failure(let error) = entry.result else { return nil }
      return (entry.directory + ".html", home.relative(error.description))
    }
  }
}
