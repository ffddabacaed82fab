import Foundation
import Testing

private let rooms = ["Tensors", "Networks", "Datasets", "Plots"]

/// The examples of the doc comments: each is compiled, and what it prints is
/// compared with what it says it prints.
@Test func examplesPrintWhatTheySay() throws {
  let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let examples = try rooms.flatMap {
    try Example.all(in: root.appending(path: "Sources").appending(path: $0))
  }
  #expect(examples.count > 80)
  let folder = FileManager.default.temporaryDirectory
    .appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(
    at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let main = folder.appending(path: "main.swift")
  try Example.program(examples)
    .write(to: main, atomically: true, encoding: .utf8)

  let compiled = try run(
    "swiftc", compilerArguments(main, root: root, into: folder), in: root)
  try #require(compiled.status == 0, "\(compiled.output)")
  let program = folder.appending(path: "examples").path()
  let printed = try run(program, [], in: root, at: folder).output
    .components(separatedBy: Example.separator).dropFirst()
  #expect(printed.count == examples.count)
  for (example, text) in zip(examples, printed) {
    #expect(
      text.trimmingCharacters(in: .newlines) == example.output,
      "\(example.place)")
  }
}

private struct Example {
  static let separator = "--- example ---\n"

  let place: String
  let code: [String]

  /// What the comments `// prints …` say, with the comments below them.
  var output: String {
    var lines: [String] = []
    for line in code {
      if let range = line.range(of: "// prints ") {
        lines.append(String(line[range.upperBound...]))
      } else if line.hasPrefix("//        ") {
        lines.append(String(line.dropFirst(10)))
      }
    }
    return lines.joined(separator: "\n")
  }

  static func all(in folder: URL) throws -> [Example] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path())
      .filter { $0.hasSuffix(".swift") }.sorted()
      .flatMap { name in
        let text = try String(
          contentsOf: folder.appending(path: name), encoding: .utf8)
        return all(name, text)
      }
  }

  private static func all(_ name: String, _ text: String) -> [Example] {
    var examples: [Example] = []
    var code: [String]?
    for (i, line) in text.components(separatedBy: "\n").enumerated() {
      let line = line.trimmingCharacters(in: .whitespaces)
      if line == "/// ```swift" {
        code = []
      } else if line == "/// ```", let lines = code {
        examples.append(Example(place: "\(name):\(i + 1)", code: lines))
        code = nil
      } else if code != nil {
        code?.append(String(line.dropFirst(4)))
      }
    }
    return examples
  }

  /// One function an example; those that print are called.
  static func program(_ examples: [Example]) -> String {
    var lines = rooms.map { "import \($0)" }
    for (i, example) in examples.enumerated() {
      lines += ["func example\(i)() throws {"] + example.code + ["}"]
    }
    for (i, example) in examples.enumerated() {
      lines.append("print(\"--- example ---\")")
      if !example.output.isEmpty { lines.append("try example\(i)()") }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// The modules and objects are those beside the running test program.
private func compilerArguments(
  _ main: URL, root: URL, into folder: URL
) throws -> [String] {
  let built = URL(filePath: CommandLine.arguments[0])
    .deletingLastPathComponent()
  let objects = try rooms.flatMap { room in
    // Objects of files that are no more stay in the build folder.
    let sources = root.appending(path: "Sources/\(room)").path()
    return try FileManager.default.contentsOfDirectory(atPath: sources)
      .filter { $0.hasSuffix(".swift") }
      .map { built.appending(path: "\(room).build/\($0).o").path() }
  }
  let headers = ["-I", root.appending(path: "Sources/Czlib").path()]
  return [main.path(), "-I", built.appending(path: "Modules").path()]
    + headers + objects
    + ["-lz", "-suppress-warnings"]
    + ["-o", folder.appending(path: "examples").path()]
}

private func run(
  _ command: String, _ arguments: [String], in root: URL, at folder: URL? = nil
) throws -> (status: Int32, output: String) {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = [command] + arguments
  process.environment = ProcessInfo.processInfo.environment.merging(
    ["COURSE_DATA": root.appending(path: "Data/fashion-mnist-sample").path()]
  ) { $1 }
  process.currentDirectoryURL = folder
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = pipe
  try process.run()
  let output = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (
    process.terminationStatus, String(decoding: output, as: UTF8.self)
  )
}
