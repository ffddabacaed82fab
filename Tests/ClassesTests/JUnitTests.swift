import Classes
import Foundation
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

/// The rules of the schema of Jenkins' xUnit plugin, `junit-10.xsd`, for the
/// elements that reports use: children, required and allowed attributes.
private let rules:
  [String: (
    children: Set<String>, required: Set<String>,
    allowed: Set<String>
  )] = [
    "testsuites": (
      ["testsuite"], [], ["name", "time", "tests", "failures", "errors"]
    ),
    "testsuite": (
      ["testsuite", "properties", "testcase", "system-out", "system-err"],
      ["name", "tests", "failures", "errors"],
      [
        "group", "time", "skipped", "timestamp", "hostname", "id", "package",
        "file", "log", "url",
      ]
    ),
    "testcase": (
      ["skipped", "error", "failure", "system-out", "system-err"], ["name"],
      ["time", "classname", "group"]
    ),
    "failure": ([], [], ["type", "message"]),
    "error": ([], [], ["type", "message"]),
    "skipped": ([], [], ["type", "message"]),
    "system-out": ([], [], []),
  ]

/// Reads a report and collects what breaks the rules.
private final class SchemaReader: NSObject, XMLParserDelegate {
  var problems: [String] = []
  var counts: [String: Int] = [:]
  var suites: [[String: String]] = []
  private var open: [String] = []

  init(_ text: String) {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    if !parser.parse() {
      problems.append(
        "not well-formed: \(String(describing: parser.parserError))")
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    guard let rule = rules[name] else {
      problems.append("no element \(name)")
      return
    }
    if let parent = open.last, rules[parent]?.children.contains(name) != true {
      problems.append("\(name) in \(parent)")
    }
    let given = Set(attributes.keys)
    if !rule.required.isSubset(of: given) {
      problems.append("\(name) lacks \(rule.required.subtracting(given))")
    }
    let unknown = given.subtracting(rule.required).subtracting(rule.allowed)
    if !unknown.isEmpty { problems.append("\(name) has \(unknown)") }
    // SUREFIRE_TIME.
    if name != "testcase", let time = attributes["time"],
      time.wholeMatch(of: /(([0-9]{0,3},)*[0-9]{3}|[0-9]{0,3})*(\.[0-9]*)?/)
        == nil
    {
      problems.append("time \(time)")
    }
    if name == "testsuite" { suites.append(attributes) }
    counts[name, default: 0] += 1
    open.append(name)
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    if open.last == name { open.removeLast() }
  }
}

@Suite("JUnit XML")
struct JUnitTests {
  @Test(arguments: Verdict.allCases)
  func obeysTheSchemaOfJenkins(verdict: Verdict) throws {
    let results = hostileTexts.map { text in
      sample(verdict: verdict, writing: text, hidden: text.isEmpty)
    }
    let reader = SchemaReader(junitXML(results))
    #expect(reader.problems == [])
    #expect(reader.suites.count == hostileTexts.count)
  }

  @Test func tellsFailuresFromErrors() throws {
    let reader = SchemaReader(junitXML([sample(), sample(verdict: .rejected)]))
    #expect(reader.suites.map { $0["tests"] } == ["3", "4"])
    #expect(reader.suites.map { $0["failures"] } == ["1", "1"])
    // The crash, and the submission that was stopped as a whole.
    #expect(reader.suites.map { $0["errors"] } == ["1", "2"])
    #expect(reader.suites.map { $0["time"] } == ["1.634", "1.634"])
    #expect(reader.counts["failure"] == 2)
    #expect(reader.counts["error"] == 3)
  }

  @Test func anEmptyClassIsAReport() {
    #expect(SchemaReader(junitXML([])).problems == [])
  }

  /// For a check by other programs: `JUNIT_SAMPLE=FILE` is written there.
  @Test(.enabled(if: samplePath != nil))
  func writesASample() throws {
    let path = try #require(samplePath)
    let results = Verdict.allCases.flatMap { verdict in
      hostileTexts.map { sample(verdict: verdict, writing: $0) }
    }
    try junitXML(results).write(toFile: path, atomically: true, encoding: .utf8)
  }
}

private let samplePath = ProcessInfo.processInfo.environment["JUNIT_SAMPLE"]
