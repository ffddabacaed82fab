internal import Checks
internal import References
internal import Tensors
internal import Wire

/// A function that reads a file, with its reference and known mistakes.
struct Reader: Sendable {
  let subject: Subject
  let section: String

  /// A small valid file; variants of it reveal why other files are refused.
  let sample: IDXFile

  /// The number of bytes in the header.
  let header: Int

  let expected: @Sendable (IDXFile) -> WireValue

  /// Wrong readings of a valid file; nil where the program would stop.
  let mistakes: [ReadingMistake]
}

/// A wrong way to read a file.
struct ReadingMistake: Sendable {
  let key: String
  let imitation: @Sendable (IDXFile) -> WireValue?

  init(
    _ key: String, imitation: @escaping @Sendable (IDXFile) -> WireValue?
  ) {
    self.key = key
    self.imitation = imitation
  }
}

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
}

/// The outcome of reading a file.
private enum Reading {
  case value(WireValue)
  case refused(String)
  case crashed(Crash)
}

extension Reader {
  /// Checks that the function reads valid files correctly.
  func reads(
    _ id: String, section: String? = nil, trials: Int = 4,
    file: @escaping @Sendable (Examination, Int) -> IDXFile
  ) -> Check {
    Check(id, of: subject, section: section ?? self.section) {
      examination in
      var passed: [IDXFile] = []
      for number in 0..<trials {
        let file = file(examination, number)
        switch try read(file.bytes, examination) {
        case .refused(let words):
          return try failure(
            file,
            whyRefused(file, examination)
              ?? .sentence("refused", ["error": words]), "an error: \(words)")
        case .crashed(let crash):
          guard let reason = try whyCrashed(examination) else {
            // The judge explains more than a check could, and shows the last
            // call, so repeat the call that crashed.
            _ = try read(file.bytes, examination)
            throw Interruption.crashed(crash)
          }
          return failure(file, reason, "none: a crash")
        case .value(let received):
          let right = expected(file)
          // One division: an error of half a unit in the last place of a Float.
          if let words = difference(
            of: received, from: right, within: .float32)
          {
            return failure(
              words, file: file, right, received, passed: passed)
          }
          passed.append(file)
        }
      }
      return nil
    }
  }

  /// Checks that the function refuses invalid files.
  func refuses(
    _ id: String, section: String? = nil,
    files: @escaping @Sendable (Examination) -> [BadFile]
  ) -> Check {
    let section = section ?? "what-may-be-wrong-with-a-file"
    return Check(id, of: subject, section: section) { examination in
      for bad in files(examination) {
        let failure = { (remark: Remark, received: String) in
          Failure(
            remark,
            counterexample: Counterexample(
              arguments: call(bad.file), expected: "an error is thrown",
              received: received), section: section)
        }
        switch try read(bad.file, examination) {
        case .refused: continue
        case .crashed(let crash):
          let place = crash.place.map { " at \($0)" } ?? ""
          // The advice is about lengths, not about a type that is too small.
          let isNarrow = crash.reason == .doesNotFit
          return failure(
            .mistake(
              isNarrow ? "crash-for-error.integer" : "crash-for-error",
              [
                "fault": bad.fault, "place": place, "advice": bad.advice,
                "crash": crash.explanation,
              ]), "none: a crash")
        case .value(let received):
          if let count = bad.count, received.exampleCount > count {
            return failure(
              .mistake("count-ignored", ["fault": bad.fault, "count": count]),
              summary(of: received))
          }
          return failure(
            .mistake(bad.mistake, ["fault": bad.fault]), summary(of: received))
        }
      }
      return nil
    }
  }

  /// Calls the function; a thrown error and a crash are outcomes too.
  private func read(
    _ bytes: [UInt8], _ examination: Examination
  ) throws(Interruption) -> Reading {
    do {
      return .value(
        try examination.call(
          subject.name, arguments(bytes), shownAs: call(bytes)))
    } catch {
      switch error {
      case .threw(let words): return .refused(words)
      case .crashed(let crash): return .crashed(crash)
      default: throw error
      }
    }
  }

  private func failure(
    _ words: String, file: IDXFile, _ right: WireValue, _ received: WireValue,
    passed: [IDXFile]
  ) -> Failure {
    let found = mistake(file, received, passed: passed)
    return Failure(
      found.map { .mistake($0.key) } ?? .words(words),
      counterexample: Counterexample(
        arguments: call(file.bytes), expected: summary(of: right),
        received: summary(of: received)),
      section: found == nil ? nil : section)
  }

  /// The known mistake that gives this result for a valid file, and the right
  /// one for the files read before.
  private func mistake(
    _ file: IDXFile, _ received: WireValue, passed: [IDXFile] = []
  ) -> ReadingMistake? {
    mistakes.first { mistake in
      func gives(_ value: WireValue, for file: IDXFile) -> Bool {
        guard let imitated = mistake.imitation(file) else { return false }
        return difference(
          of: value, from: imitated, within: .float32, nanEqualsNaN: true)
          == nil
      }
      return gives(received, for: file)
        && passed.allSatisfy { gives(expected($0), for: $0) }
    }
  }

  private func failure(
    _ file: IDXFile, _ remark: Remark, _ received: String
  ) -> Failure {
    Failure(
      remark,
      counterexample: Counterexample(
        arguments: call(file.bytes), expected: summary(of: expected(file)),
        received: received),
      section: remark.mistake == nil ? nil : section)
  }

  private func call(_ bytes: [UInt8]) -> String {
    let name = subject.name.prefix { $0 != "(" }
    let first = bytes.prefix(20).map { "\($0)" }.joined(separator: ", ")
    return bytes.count > 20
      ? "\(name)([\(first), …]), \(bytes.count) bytes" : "\(name)([\(first)])"
  }
}

// MARK: - Why a whole file is refused

extension Reader {
  /// Why a valid file was refused, if other files reveal it.
  private func whyRefused(
    _ file: IDXFile, _ examination: Examination
  ) throws(Interruption) -> Remark? {
    guard case .value(let received) = try read(sample.bytes, examination) else {
      if let reason = try whyLowByteFirst(examination) { return reason }
      return try whyHeader(examination)
    }
    // Bytes of the header, read as labels, may exceed 9.
    if let found = mistake(sample, received),
      mistakeID(of: found.key) == "header-not-skipped"
    {
      return .mistake(found.key)
    }
    return try whyOneByteCount(file, examination)
  }

  /// Why the program crashed on a valid file, if other files reveal it.
  private func whyCrashed(
    _ examination: Examination
  ) throws(Interruption) -> Remark? {
    if case .value = try read(sample.bytes, examination) { return nil }
    return try whyLowByteFirst(examination)
  }

  /// Detects that the lengths are read with the low byte first: a file written
  /// that way is accepted.
  private func whyLowByteFirst(
    _ examination: Examination
  ) throws(Interruption) -> Remark? {
    var swapped = sample
    swapped.lowByteFirst = true
    var allSwapped = swapped
    allSwapped.magic.reverse()
    for other in [swapped, allSwapped] {
      guard case .value = try read(other.bytes, examination) else { continue }
      return .mistake("little-endian")
    }
    return nil
  }

  /// Detects that the header is assumed longer or shorter than it is: a file
  /// whose length differs by as much is accepted.
  private func whyHeader(
    _ examination: Examination
  ) throws(Interruption) -> Remark? {
    for surplus in [-1, 1, -4, 4, -8, 8] {
      let bytes =
        surplus < 0
        ? sample.bytes.dropLast(-surplus)
        : sample.bytes + [UInt8](repeating: 0, count: surplus)
      guard case .value = try read(bytes, examination) else { continue }
      return .mistake(
        "header-length",
        [
          "bytes": counted(abs(surplus), "byte"),
          "kind": surplus < 0 ? "short" : "long", "taken": header + surplus,
          "header": header,
        ])
    }
    return nil
  }

  /// Detects that one byte is used for the whole count: a file with as many
  /// examples as the last byte says is accepted.
  private func whyOneByteCount(
    _ file: IDXFile, _ examination: Examination
  ) throws(Interruption) -> Remark? {
    let (count, lastByte) = (file.lengths[0], file.lengths[0] & 255)
    guard count > 255 else { return nil }
    var short = file
    short.content = Array(
      file.content.prefix(file.content.count / count * lastByte))
    guard case .value(let received) = try read(short.bytes, examination),
      received.exampleCount == lastByte
    else { return nil }
    return .mistake("one-byte-count.refused")
  }
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
private func summary(of value: WireValue) -> String {
  guard case .tensor(let tensor) = value, tensor.values.count > 16 else {
    return shown(value)
  }
  let values = tensor.values
  let brightest = values.indices.max { values[$0] < values[$1] } ?? 0
  return "shape \(tensor.shape), the largest number \(values[brightest]) at "
    + "index \(brightest)"
}
