package import System

/// The folder of a graded class.
///
///     manifest.jsonl     what is graded, a line for each submission
///     submissions/       the files, by their hashes
///     results/           a file for each result
///     class.yml          the rules, if there are any
///     roster.csv         the roster, if there is one
///     seed               that of the class; keep it from students
///     exercises          the numbers of those that were asked for
///     grades.csv         a line for each student
///     feedback/          what each student is told
///     class.html         the page of the class
///
/// Every file is written beside its place and then moved there, so that after a
/// kill it is either complete or absent.
package struct OutputFolder: Sendable {
  package let path: String

  package init(_ path: String) {
    self.path = path
    manifest = path + "/manifest.jsonl"
  }

  /// The folder that holds a manifest.
  package init(manifest: String) {
    path =
      manifest.split(separator: "/").count > 1
      ? String(manifest[..<(manifest.lastIndex(of: "/") ?? manifest.endIndex)])
      : ""
    self.manifest = manifest
  }

  package let manifest: String
  package var rules: String { path + "/class.yml" }
  package var roster: String { path + "/roster.csv" }
  private var submissions: String { path + "/submissions" }
  package var results: String { path + "/results" }

  /// Makes the folders, and removes what killed runs left half written.
  package func prepare() throws {
    for folder in [path, submissions, results] {
      // Seeds and hidden inputs are for nobody else's eyes.
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      removeStaleTemporaries(in: folder)
    }
  }

  /// Keeps a file under its hash.
  package func store(_ hash: String, _ bytes: [UInt8]) throws(FileError) {
    let place = "\(submissions)/\(hash).swift"
    if let there = try? readFile(place, atMost: bytes.count), there == bytes {
      return
    }
    try replaceFile(place, with: bytes, temporaryIn: submissions)
  }

  package func submission(_ hash: String) throws(FileError) -> [UInt8] {
    try readFile("\(submissions)/\(hash).swift", atMost: 16 << 20)
  }

  /// The seed that was drawn when the class was first taken in.
  package func seed() throws -> UInt64? {
    guard let text = try? readFile(path + "/seed", atMost: 100) else {
      return nil
    }
    return UInt64(String(decoding: text.dropLast(), as: UTF8.self))
  }

  /// The exercises that were asked for, which decide on the grader's hash even
  /// if nobody handed one of them in; nil in a folder without them.
  package func exercises() throws -> Set<Int>? {
    guard let text = try? readFile(path + "/exercises", atMost: 1_000) else {
      return nil
    }
    let words = String(decoding: text, as: UTF8.self)
      .split { $0 == "," || $0.isNewline }
    return Set(words.compactMap { Int($0) })
  }

  /// Writes the manifest last: what it needs is there.
  package func write(
    _ rows: [ManifestRow], seed: UInt64, rules: ClassRules, exercises: [Int]
  ) throws {
    try write("\(seed)\n", to: "seed")
    // For nobody else's eyes.
    chmod(path + "/seed", 0o600)
    if !rules.text.isEmpty { try write(rules.text, to: "class.yml") }
    let numbers = exercises.map(String.init).joined(separator: ",")
    try write(numbers + "\n", to: "exercises")
    let lines = try rows.map { String(decoding: try json($0), as: UTF8.self) }
    try replaceFile(
      manifest, with: Array((lines.joined(separator: "\n") + "\n").utf8),
      temporaryIn: path)
  }

  /// Where the result of a row by one grader is.
  package func resultPath(_ row: ManifestRow, grader: String) -> String {
    let name = plainName(row.student.id, atMost: 24)
    return "\(results)/\(name)-\(row.key)-\(grader.prefix(16)).json"
  }

  /// The result of a row by one grader, if it is there and whole.
  package func result(
    of row: ManifestRow, grader: String
  ) -> SubmissionResult? {
    let path = resultPath(row, grader: grader)
    guard let bytes = try? readFile(path, atMost: 64 << 20),
      let result = try? JSONDecoder().decode(
        SubmissionResult.self, from: Data(bytes)),
      result.versions.grader == grader, result.seed == row.seed,
      result.submission.hash == row.submission.hash,
      result.student.id == row.student.id
    else { return nil }
    return result
  }

  /// Whether there are results, by any grader.
  package var hasResults: Bool {
    let names = try? FileManager.default.contentsOfDirectory(atPath: results)
    return names?.contains { $0.hasSuffix(".json") } == true
  }

  /// The rows that this grader has not graded yet.
  ///
  /// Existing results are kept, so a killed run resumes where it stopped.
  package func missing(
    _ rows: [ManifestRow], grader: String
  ) -> [ManifestRow] {
    rows.filter { result(of: $0, grader: grader) == nil }
  }

  /// Writes a result, and makes its folder again if somebody removed it.
  package func write(_ result: SubmissionResult, of row: ManifestRow) throws {
    let place = resultPath(row, grader: result.versions.grader)
    let bytes = Array(try json(result, pretty: true)) + [UInt8(ascii: "\n")]
    do {
      try replaceFile(place, with: bytes, temporaryIn: results)
    } catch FileError.missing {
      try FileManager.default.createDirectory(
        atPath: results, withIntermediateDirectories: true)
      try replaceFile(place, with: bytes, temporaryIn: results)
    }
  }

  /// Writes a report, which can be made again: unlike a result it need not be
  /// on the disk before the next.
  package func report(_ text: String, to name: String) throws {
    try Data(text.utf8).write(
      to: URL(filePath: "\(path)/\(name)"), options: .atomic)
  }

  /// Writes a file that the next run needs.
  package func write(_ text: String, to name: String) throws(FileError) {
    try replaceFile(
      "\(path)/\(name)", with: Array(text.utf8), temporaryIn: path)
  }
}

/// The rows of a manifest; an error names the line that is none.
package func manifestRows(_ path: String) throws -> [ManifestRow] {
  let text = String(
    decoding: try readFile(path, atMost: 256 << 20), as: UTF8.self)
  return try text.split(separator: "\n").enumerated().map { index, line in
    do {
      return try JSONDecoder().decode(ManifestRow.self, from: Data(line.utf8))
    } catch {
      throw Refusal("\(path):\(index + 1): this is not a row of a manifest")
    }
  }
}

func json(_ value: some Encodable, pretty: Bool = false) throws -> Data {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
  return try encoder.encode(value)
}
