import Classes
import Foundation
import Grading
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

/// Reads a report: how many elements of each name it has, and what is wrong.
private final class Reader: NSObject, XMLParserDelegate {
  var counts: [String: Int] = [:]
  var suites: [[String: String]] = []
  private(set) var problem: String?

  init(_ text: String) {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    if !parser.parse() {
      problem = "not well-formed: \(String(describing: parser.parserError))"
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    if name == "testsuite" { suites.append(attributes) }
    counts[name, default: 0] += 1
  }
}

@Suite("JUnit XML")
struct JUnitTests {
  /// Checked by the schema itself, with a program that is not ours; `.ci/run`
  /// installs it.
  @Test(
    .enabled(if: finds("xmllint"), "there is no xmllint: install libxml2-utils")
  )
  func obeysTheSchemaOfJenkins() throws {
    let schema = packageFolder + "/Tests/ClassesTests/Golden/junit-10.xsd"
    let results = Verdict.allCases.flatMap { verdict in
      hostileTexts.map {
        sample(verdict: verdict, writing: $0, hidden: $0.isEmpty)
      }
    }
    let folder = try TemporaryFolder()
    for report in [results, []] {
      let file = try folder.write(junitXML(report), to: "junit.xml")
      let run = try shell(
        "xmllint --noout --huge --schema \"$1\" \"$2\"", schema, file)
      #expect(run.exitStatus == 0, "\(run.errors.prefix(2_000))")
    }
    // Proves that the schema is applied.
    let wrong = try folder.write("<testsuites><x/></testsuites>", to: "x.xml")
    let run = try shell(
      "xmllint --noout --schema \"$1\" \"$2\"", schema, wrong)
    #expect(run.exitStatus != 0)
  }

  @Test(arguments: Verdict.allCases)
  func isWellFormedWhateverAStrangerWrites(verdict: Verdict) throws {
    let results = hostileTexts.map { text in
      sample(verdict: verdict, writing: text, hidden: text.isEmpty)
    }
    let reader = Reader(junitXML(results))
    #expect(reader.problem == nil)
    #expect(reader.suites.count == hostileTexts.count)
  }

  @Test func tellsFailuresFromErrors() throws {
    let reader = Reader(junitXML([sample(), sample(verdict: .rejected)]))
    #expect(reader.suites.map { $0["tests"] } == ["3", "4"])
    #expect(reader.suites.map { $0["failures"] } == ["1", "1"])
    // The crash, and the submission that was stopped as a whole.
    #expect(reader.suites.map { $0["errors"] } == ["1", "2"])
    #expect(reader.suites.map { $0["time"] } == ["1.634", "1.634"])
    #expect(reader.counts["failure"] == 2)
    #expect(reader.counts["error"] == 3)
  }
}
