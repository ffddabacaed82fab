internal import Lessons

/// One file that contains many mutants, because compiling each alone would be
/// slow.
///
/// The program's last argument chooses a mutant. For every changed function the
/// file has the original, a copy for each mutant, and a function of the same
/// name that passes its arguments to the chosen copy.
struct MutantProgram {
  let text: String
  /// The lines of each mutant, counted from 1.
  let lines: [Range<Int>]

  init(_ mutants: [Mutant], of source: String) {
    var text = ""
    var lines = [Range<Int>](repeating: 0..<0, count: mutants.count)
    var line = 1
    func add(_ piece: String) {
      text += piece
      line += piece.utf8.count { $0 == UInt8(ascii: "\n") }
    }
    var end = 0
    for function in FunctionText.all(in: source) {
      let numbers = mutants.indices.filter {
        mutants[$0].function == function.name
      }
      guard !numbers.isEmpty else { continue }
      let body = function.bytes(function.body)
      let head = function.text(function.range.lowerBound..<body.lowerBound)
      add(function.text(end..<function.range.lowerBound))
      add(head + "\n" + dispatch(among: numbers, of: function) + "\n}\n")
      add(copy(of: function.text(function.range), function, "original"))
      for number in numbers {
        let start = line
        add(copy(of: mutants[number].text, function, "mutant\(number)"))
        lines[number] = start..<line
      }
      end = function.range.upperBound
    }
    add(String(decoding: Array(source.utf8)[end...], as: UTF8.self))
    add(
      "\nprivate let chosenMutant = Int(CommandLine.arguments.last ?? \"\")\n")
    self.text = text
    self.lines = lines
  }

  /// The mutants that contain at least one of these lines.
  func mutants(at wrong: [Int]) -> Set<Int> {
    Set(
      lines.indices.filter { number in
        wrong.contains(where: lines[number].contains)
      })
  }
}

/// A private copy of a function, with a suffix to its name.
private func copy(
  of text: String, _ function: FunctionText, _ suffix: String
) -> String {
  let name = function.signature.baseName
  guard let keyword = text.firstRange(of: "func \(name)") else { return "" }
  return "\nprivate func \(name)_\(suffix)\(text[keyword.upperBound...])\n"
}

private func dispatch(
  among numbers: [Int], of function: FunctionText
) -> String {
  let signature = function.signature
  let arguments = signature.parameters.map { $0.argument($0.name) }
    .joined(separator: ", ")
  let effect = signature.isThrowing ? "try " : ""
  func call(_ suffix: String) -> String {
    "return \(effect)\(signature.baseName)_\(suffix)(\(arguments))"
  }
  let cases = numbers.map { "  case \($0): \(call("mutant\($0)"))" }
  return
    (["  switch chosenMutant {"] + cases
    + ["  default: \(call("original"))", "  }"]).joined(separator: "\n")
}
