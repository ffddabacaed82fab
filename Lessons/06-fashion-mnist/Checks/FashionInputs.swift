import Checks
internal import References
import Tensors

extension IDXFile {
  /// The file with another magic number.
  func withMagic(_ magic: [UInt8]) -> BadFile {
    var other = self
    other.magic = magic
    return BadFile(
      file: other.bytes, fault: .sentence("fault-magic", ["magic": magic]),
      advice: .sentence("advice-magic"),
      mistake: "magic-ignored")
  }

  /// The file with each byte of its magic number changed in turn.
  func withEachOfMagicChanged(
    _ random: inout SeededGenerator
  ) -> [BadFile] {
    magic.indices.map { place in
      var changed = magic
      changed[place] ^= UInt8(1 + random.below(255))
      return withMagic(changed)
    }
  }

  /// The file with a higher bit set in one of its lengths, which a reader that
  /// uses fewer than four bytes considers valid.
  private func higherBytes(of length: Int) -> [IDXFile] {
    [8, 16, 24, 31].map { bit in
      var other = self
      other.lengths[length] += 1 << bit
      return other
    }
  }

  /// The file with a count far above the number of examples it has.
  private var countsOfBytes: [BadFile] {
    higherBytes(of: 0).map { file in
      BadFile(
        file: file.bytes,
        fault: .sentence("fault-count", ["count": file.lengths[0]]),
        advice: .sentence("advice-count"),
        mistake: "count-cut-off")
    }
  }

  /// The file with a number of rows or columns whose lowest byte alone is right.
  var dimensionsOfBytes: [BadFile] {
    (higherBytes(of: 1) + higherBytes(of: 2)).map(BadFile.init(dimensions:))
  }

  /// The file truncated in several ways.
  func truncations(header: Int) -> [BadFile] {
    var huge = self
    huge.lengths[0] = largestLength
    let ends = [header, header - 1, header / 2, 5, 4, 3, 1, 0]
    let short =
      [Array(bytes.dropLast()), Array(bytes.dropLast(content.count / 2))]
      + ends.map { Array(bytes.prefix($0)) } + [huge.bytes]
    return short.map { file in
      BadFile(
        file: file,
        fault: .sentence(
          "fault-length", ["bytes": counted(file.count, "byte")]),
        advice: file.count < header
          ? .sentence("advice-header") : .sentence("advice-length"),
        mistake: "length-ignored")
    } + countsOfBytes
  }

  /// The file with extra bytes at its end: a whole element, or single bytes.
  func surpluses(one element: Int) -> [BadFile] {
    [element, 1, 4].map { surplus in
      BadFile(
        file: bytes + [UInt8](repeating: 7, count: surplus),
        fault: .sentence(
          "fault-surplus", ["bytes": counted(surplus, "byte")]),
        advice: .sentence("advice-surplus"),
        mistake: "surplus-ignored",
        count: surplus == element ? lengths[0] : nil)
    }
  }
}

/// The largest number that fits in four bytes.
let largestLength = 0xffff_ffff
