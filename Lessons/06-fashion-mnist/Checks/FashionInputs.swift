import Checks
internal import References
import Tensors

extension IDXFile {
  /// The file with other first bytes.
  func withMagic(_ magic: [UInt8]) -> BadFile {
    var other = self
    other.magic = magic
    return BadFile(
      file: other.bytes, fault: .sentence("fault-magic", ["magic": magic]),
      advice: .sentence("advice-magic"),
      mistake: "magic-ignored")
  }

  /// The file with each of its first four bytes changed alone.
  func withEachOfMagicChanged(
    _ random: inout SeededGenerator
  ) -> [BadFile] {
    magic.indices.map { place in
      var changed = magic
      changed[place] ^= UInt8(1 + random.below(255))
      return withMagic(changed)
    }
  }

  /// The file with a higher bit set in one of its lengths: a reader that uses
  /// fewer than four bytes takes it for whole.
  private func higherBytes(of length: Int) -> [IDXFile] {
    [8, 16, 24, 31].map { bit in
      var other = self
      other.lengths[length] += 1 << bit
      return other
    }
  }

  /// The file with a count of many more than are there.
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

  /// The file with its end missing, in several ways.
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

  /// The file with more at its end: another whole element, or single bytes.
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

/// The largest number that four bytes hold.
let largestLength = 0xffff_ffff
