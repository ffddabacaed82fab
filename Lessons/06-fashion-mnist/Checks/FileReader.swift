internal import Checks
internal import References
internal import Tensors
internal import Wire

/// A function that reads a file.
struct Reader: Sendable {
  let subject: Subject
  let section: String

  /// Creates a reader from its reference and from wrong readings of valid files.
  ///
  /// `sample` is a small valid file with a header of `header` bytes, which may
  /// pass for labels.
  init(
    _ name: String, section: String, freedom: [FreeDimension],
    sample: IDXFile, header: Int,
    reference: @escaping @Sendable ([UInt8]) throws -> some WireConvertible,
    mistakes: [(key: String, reading: @Sendable (IDXFile) throws -> WireValue)],
    telling: @escaping Inputs
  ) {
    let base = name.prefix { $0 != "(" }
    self.section = section
    subject = Subject(
      name, axes: [""], freedom: freedom, reference: reference,
      mistakes: refusals(of: sample, header: header, reference: reference)
        + mistakes.map { key, reading in
          KnownMistake(key) { (bytes: [UInt8]) in
            // Whatever they make of a valid file, they refuse others.
            _ = try reference(bytes)
            return try reading(IDXFile(bytes, header: header))
          }
        },
      telling: telling,
      display: Display(value: summary(of:)) { (bytes: [UInt8]) in
        let first = bytes.prefix(20).map { "\($0)" }.joined(separator: ", ")
        return bytes.count > 20
          ? "\(base)([\(first), …]), \(bytes.count) bytes"
          : "\(base)([\(first)])"
      })
  }

  /// Checks that the function reads valid files correctly.
  func reads(
    _ id: String, section: String? = nil, trials: Int = 4,
    file: @escaping @Sendable (inout SeededGenerator, Int) -> IDXFile
  ) -> Check {
    // One division: an error of half a unit in the last place of a Float.
    .agrees(id, subject, section: section ?? self.section, trials: trials) {
      random, number in arguments(file(&random, number).bytes)
    }
  }

  /// Checks that the function refuses invalid files.
  func refuses(
    _ id: String,
    files: @escaping @Sendable (inout SeededGenerator) -> [BadFile]
  ) -> Check {
    Check(id, of: subject, section: faults) { examination in
      for bad in files(&examination.random) {
        let call = arguments(bad.file)
        let remark: Remark
        let received: String
        do throws(Interruption) {
          let value = try examination.call(
            subject.name, call, shownAs: subject.shownCall(call))
          remark = bad.remark(on: value)
          received = summary(of: value)
        } catch .threw {
          continue
        } catch .crashed(let crash) {
          remark = bad.remark(on: crash)
          received = "none: a crash"
        }
        return Failure(
          remark,
          counterexample: Counterexample(
            arguments: subject.shownCall(call),
            expected: "an error is thrown", received: received))
      }
      return nil
    }
  }
}

let faults = "what-may-be-wrong-with-a-file"

/// A file that must be refused, and the mistake that accepting it reveals.
struct BadFile: Sendable {
  let file: [UInt8]
  /// What is wrong with the file.
  let fault: Remark
  /// Advice for when the program crashes on it.
  let advice: Remark
  /// The id of the mistake that lets the file pass.
  let mistake: String
  /// The number of examples in the header, where it matters.
  var count: Int?

  /// What it reveals that the file was accepted.
  func remark(on value: WireValue) -> Remark {
    if let count, value.exampleCount > count {
      return .mistake("count-ignored", ["fault": fault, "count": count])
    }
    return .mistake(mistake, ["fault": fault])
  }

  func remark(on crash: Crash) -> Remark {
    // The advice is about lengths, not about a type that is too small.
    .mistake(
      crash.isOfNarrowInteger || crash.reason == .overflow && fitsInt
        ? "crash-for-error.integer" : "crash-for-error",
      [
        "fault": fault, "place": crash.place.map { " at \($0)" } ?? "",
        "advice": advice, "crash": crash.explanation,
      ])
  }
}

extension BadFile {
  /// Whether the product of all lengths fits an Int, so that only a narrower
  /// type overflows.
  private var fitsInt: Bool {
    let header = file.dropFirst(3).first == 3 ? 16 : 8
    var product = 1
    for length in IDXFile(file, header: header).lengths {
      let (next, overflows) = product.multipliedReportingOverflow(by: length)
      if overflows { return false }
      product = next
    }
    return true
  }
}

extension Crash {
  /// Whether an integer type was too small.
  fileprivate var isOfNarrowInteger: Bool {
    if case .integer = clue { return true }
    return [.doesNotFit, .negativeForUnsigned].contains(reason)
  }
}

// MARK: - Why a valid file is refused

/// The mistakes that refuse valid files: the header is read in such a way that
/// another file seems to be valid.
private func refusals(
  of sample: IDXFile, header: Int,
  reference: @escaping @Sendable ([UInt8]) throws -> some WireConvertible
) -> [KnownMistake] {
  func refusal(
    _ key: String, _ values: Remark.Values = [:], but file: [UInt8],
    if isRefused: @escaping @Sendable (_ count: Int) -> Bool = { _ in true }
  ) -> KnownMistake {
    var mistake = KnownMistake(key, values) { (bytes: [UInt8]) in
      let count = IDXFile(bytes, header: header).lengths[0]
      if bytes != file, isRefused(count) { throw NoImitation() }
      return try reference(bytes == file ? sample.bytes : bytes)
    }
    mistake.answered = { _, _ in arguments(file) }
    return mistake
  }
  // Only the lengths may have their low byte first, or the magic number too.
  let swapped = [4, 0].map { start in
    let numbers = stride(from: start, to: header, by: 4).flatMap {
      sample.bytes[$0..<$0 + 4].reversed()
    }
    return refusal(
      "little-endian",
      but: sample.bytes[..<start] + numbers + sample.bytes[header...])
  }
  let lengths = [-1, 1, -4, 4, -8, 8].map { surplus in
    refusal(
      "header-length",
      [
        "bytes": counted(abs(surplus), "byte"),
        "kind": surplus < 0 ? "short" : "long", "taken": header + surplus,
        "header": header,
      ],
      but: surplus < 0
        ? sample.bytes.dropLast(-surplus)
        : sample.bytes + [UInt8](repeating: 0, count: surplus))
  }
  var many = sample
  many.lengths[0] += 256
  // Read with a signed last byte, 256 + 200 is 200.
  let size = sample.content.count / sample.lengths[0]
  var signed = sample
  signed.lengths[0] = 456
  signed.content = [UInt8](repeating: 0, count: 200 * size)
  var none = KnownMistake(
    header == 16 ? "none-refused" : "none-refused.labels"
  ) { (bytes: [UInt8]) in
    guard IDXFile(bytes, header: header).lengths[0] > 0 else {
      throw NoImitation()
    }
    return try reference(bytes)
  }
  // What stops the program is worth more than that the file is valid.
  none.throwsErrors = true
  return swapped + lengths + [
    none,
    refusal("one-byte-count.refused", but: many.bytes) { $0 > 255 },
    refusal("signed-bytes.count", but: signed.bytes) { count in
      [24, 16, 8, 0].contains { count >> $0 & 128 > 0 }
    },
  ]
}

extension WireValue {
  /// The number of images or labels that this value holds.
  fileprivate var exampleCount: Int {
    switch self {
    case .tensor(let tensor): tensor.shape.first ?? 0
    case .integers(let labels): labels.count
    default: 0
    }
  }
}

/// A short summary; the position of the brightest pixel identifies an image.
@Sendable private func summary(of value: WireValue) -> String {
  guard case .tensor(let tensor) = value, tensor.values.count > 16 else {
    return shown(value)
  }
  let values = tensor.values
  let brightest = values.indices.max { values[$0] < values[$1] } ?? 0
  return "shape \(tensor.shape), the largest number \(values[brightest]) at "
    + "index \(brightest)"
}
