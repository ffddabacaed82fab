internal import Foundation

/// The JSON of a report whose keys are in snake case.
package func reportJSON(_ report: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.keyEncodingStrategy = .convertToSnakeCase
  encoder.outputFormatting = [
    .prettyPrinted, .sortedKeys, .withoutEscapingSlashes,
  ]
  return String(decoding: try encoder.encode(report), as: UTF8.self) + "\n"
}
