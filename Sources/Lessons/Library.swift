import System

/// All lessons of a course, including those with errors.
package struct Library: Sendable {
  /// A numbered folder, and the lesson or error found in it.
  package struct Entry: Sendable {
    package var number: Int
    /// The name of the folder, such as `03-softmax`.
    package var directory: String
    package var result: Result<Lesson, LessonError>

    package var lesson: Lesson? { try? result.get() }
  }

  /// The entries, sorted by number.
  package var entries: [Entry]

  /// The lessons that can be read, sorted by number.
  package var lessons: [Lesson] { entries.compactMap(\.lesson) }

  /// The errors of the others.
  package var problems: [LessonError] {
    entries.compactMap {
      if case .failure(let problem) = $0.result { problem } else { nil }
    }
  }

  /// The entry with a number (`3`), an id or a folder's name.
  ///
  /// A lesson that cannot be read has no id, so the part of its folder's name
  /// after the number is used instead.
  package subscript(_ name: String) -> Entry? {
    if let number = Int(name) { return entries.first { $0.number == number } }
    return entries.first { $0.lesson?.id == name || $0.directory == name }
      ?? entries.first {
        $0.lesson == nil && $0.directory.hasSuffix("-\(name)")
      }
  }
}

/// Reads every folder named like `03-softmax`, and ignores everything else.
///
/// An error in one lesson does not stop the others: its entry holds the error.
/// The function throws only if the folder cannot be listed.
///
/// With `name`, a lesson's number or folder, it reads only that lesson and
/// those that its exercise builds on, which takes a fraction of the time. If
/// there is no such folder, it reads all of them.
package func readLessons(
  in folder: String, named name: String? = nil
) throws(LessonError) -> Library {
  let folders = try lessonFolders(in: folder)
  var entries: [Library.Entry] = []
  func read(_ lesson: LessonFolder) -> Lesson? {
    let result = Result { () throws(LessonError) in
      let lesson = try readLesson(folder: "\(folder)/\(lesson.name)")
      try lesson.checkUnique(among: entries)
      return lesson
    }
    entries.append(
      Library.Entry(
        number: lesson.number, directory: lesson.name, result: result))
    return try? result.get()
  }
  if let wanted = folders.first(where: { $0.matches(name) }) {
    let needed = read(wanted)?.exercise?.buildsOn ?? []
    for other in folders where needed.contains(other.number) { _ = read(other) }
  } else {
    for lesson in folders { _ = read(lesson) }
  }
  return Library(entries: entries.sorted { $0.number < $1.number })
}

/// Reads the lesson of a folder, or its translation into `language`.
package func readLesson(
  folder: String, language: String? = nil
) throws(LessonError) -> Lesson {
  let name = language.map { "lesson.\($0).md" } ?? "lesson.md"
  return try Lesson(
    Source(file: "\(folder)/\(name)"), folder: folder)
}

/// A folder named like `03-softmax`.
struct LessonFolder {
  var number: Int
  var name: String

  /// Whether a name such as `3`, `softmax` or `03-softmax` refers to this
  /// folder.
  fileprivate func matches(_ wanted: String?) -> Bool {
    guard let wanted else { return false }
    return Int(wanted) == number || wanted == name
      || name.hasSuffix("-\(wanted)") && name.dropLast(wanted.count).count <= 3
  }
}

/// The folders named like `03-softmax`, sorted by name.
func lessonFolders(
  in folder: String
) throws(LessonError) -> [LessonFolder] {
  let names: [String]
  do {
    names = try FileManager.default.contentsOfDirectory(atPath: folder)
  } catch {
    throw LessonError(
      file: folder, line: 1, problem: "the lessons cannot be listed",
      remedy: "run the command within the course's folder")
  }
  return names.sorted().compactMap { name in
    lessonNumber(of: name).map { LessonFolder(number: $0, name: name) }
  }
}

/// The number that a lesson's folder begins with.
private func lessonNumber(of directory: some StringProtocol) -> Int? {
  let parts = directory.split(separator: "-", maxSplits: 1)
  guard parts.count == 2, parts[0].utf8.count >= 2, parts[0] != directory,
    parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) })
  else { return nil }
  return Int(parts[0])
}

extension Lesson {
  /// Reads a lesson from a text, as if the text were in `folder`.
  package init(text: String, folder: String) throws(LessonError) {
    try self.init(
      Source(file: "\(folder)/lesson.md", text: text), folder: folder)
  }

  init(_ source: Source, folder: String) throws(LessonError) {
    let directory = folder.split(separator: "/").last ?? ""
    guard let number = lessonNumber(of: directory) else {
      throw LessonError(
        file: source.file, line: 1,
        problem: "the folder `\(directory)` has no number",
        remedy: "name it like 03-softmax")
    }
    let front = try FrontMatter(source, number: number)
    var reader = BlockReader(source)
    let blocks = try reader.read()
    self.init(
      number: number, folder: folder, directory: String(directory),
      id: front.id, title: front.title, summary: front.summary,
      minutes: front.minutes, exercise: front.exercise,
      cellImports: front.cells, blocks: blocks,
      sections: reader.sections)
    try checkBindings(in: source.file)
    try refuseUnknownCheckpoints(in: source.file)
  }

  /// Throws if a number is bound to a cell that does not exist.
  private func checkBindings(in file: String) throws(LessonError) {
    let names = Set(cells.map(\.name))
    for binding in bindings {
      guard case .cell(let name, _) = binding.source, !names.contains(name)
      else { continue }
      throw LessonError(
        file: file, line: binding.line,
        problem: "no cell of this lesson is named `\(name)`",
        remedy: "its cells are \(names.sorted().joined(separator: ", "))")
    }
  }

  /// Throws if an earlier lesson has the same number or id.
  fileprivate func checkUnique(
    among entries: [Library.Entry]
  ) throws(LessonError) {
    for entry in entries where entry.number == number || entry.lesson?.id == id
    {
      throw LessonError(
        file: "\(folder)/lesson.md", line: 1,
        problem: "\(entry.directory) has the same number or id",
        remedy: "give each lesson its own number and id")
    }
  }
}
