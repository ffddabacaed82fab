import Datasets
import Foundation
import Tensors
import Testing

/// A file made by the specification: the header's length, the header, the data.
private func file(
  _ header: String, _ data: [UInt8] = [], length: UInt64? = nil
) -> [UInt8] {
  let length = length ?? UInt64(header.utf8.count)
  return (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
    + Array(header.utf8) + data
}

private func entry(
  _ name: String, _ shape: String, _ start: Int, _ end: Int,
  dtype: String = "F32"
) -> String {
  """
  "\(name)":{"dtype":"\(dtype)","shape":\(shape),"data_offsets":[\(start),\(end)]}
  """
}

private let one: [UInt8] = [0, 0, 0x80, 0x3f]
private let minusTwo: [UInt8] = [0, 0, 0, 0xc0]
private let infinity: [UInt8] = [0, 0, 0x80, 0x7f]
private let notANumber: [UInt8] = [0, 0, 0xc0, 0x7f]

@Test func aFileMadeByTheSpecificationIsRead() throws {
  let header = """
    {"b": {"data_offsets" : [8, 12], "shape":[],\t"dtype":"F32"},
    "__metadata__":{"format":"pt","shape":"7"},\(entry("a", "[1,2]", 0, 8)),
    \(entry("empty", "[2, 0]", 12, 12))}    \

    """
  let read = try Safetensors.tensors(file(header, minusTwo + one + infinity))
  #expect(
    read == [
      "a": Tensor([[-2, 1]]), "b": Tensor(.infinity),
      "empty": Tensor.zeros(shape: [2, 0]),
    ])
  #expect(try Safetensors.tensors(file("{}")).isEmpty)
  let nan = try Safetensors.tensors(
    file("{\(entry("x", "[1]", 0, 4))}", notANumber))
  #expect(nan["x"]?.item.isNaN == true)
}

@Test func namesMayHaveAnyCharacter() throws {
  let escaped = #"\u00e9\ud83d\ude00\n\"\\\/\b\f\r\t\u0000é"#
  let read = try Safetensors.tensors(file("{\(entry(escaped, "[0]", 0, 0))}"))
  let name = "é😀\n\"\\/\u{8}\u{c}\r\t\0é"
  #expect(Array(read.keys) == [name])
  let names = [name, "", "a.b", "日本", "\u{1f}\u{7f}"]
  let tensors = Dictionary(
    uniqueKeysWithValues: names.map { ($0, Tensor([Float($0.utf8.count)])) })
  let bytes = Safetensors.bytes(of: tensors)
  #expect(try Safetensors.tensors(bytes) == tensors)
}

@Test func theBytesAreThoseOfTheSpecification() {
  let header = "{\(entry("a", "[2]", 0, 8)),\(entry("b", "[]", 8, 12))}"
  let padding = String(repeating: " ", count: 7 - (header.utf8.count + 7) % 8)
  let expected = file(header + padding, one + minusTwo + one)
  #expect(expected.count % 8 == 12 % 8)
  #expect(
    Safetensors.bytes(of: ["b": Tensor(1), "a": Tensor([1, -2])]) == expected)
  #expect(Safetensors.bytes(of: [:]) == file("{}      "))
}

/// A file that is not what it says, and a part of what is said of it.
private struct Lie: CustomTestStringConvertible {
  let testDescription: String
  let bytes: [UInt8]

  init(_ says: String, _ bytes: [UInt8]) {
    (testDescription, self.bytes) = (says, bytes)
  }
}

private let lies = [
  Lie("at least 8 bytes, found 0 bytes", []),
  Lie("found 7 bytes", [UInt8](repeating: 0, count: 7)),
  Lie("found its end at byte 8", [UInt8](repeating: 0, count: 8)),
  Lie("a length of 7070728674188009504", Array("  %PDF bla".utf8)),
  Lie("a length of 18446744073709551615", file("{}", length: .max)),
  Lie("a header of 100 bytes, found 2 bytes", file("{}", length: 100)),
  Lie("found \" \" at byte 8", file(" {}")),
  Lie("found its end", file("{")),
  Lie("found \"x\" at byte 10", file("{}x")),
  Lie("found \"}\" at byte 10", file("{}}")),
  Lie(
    "a name that occurs twice",
    file("{\(entry("a", "[0]", 0, 0)),\(entry("a", "[0]", 0, 0))}")),
  Lie("an unknown key", file(#"{"a":{"type":"F32"}}"#)),
  Lie("without a dtype", file(#"{"a":{"dtype":"F32","shape":[]}}"#)),
  Lie(
    "two data_offsets",
    file(#"{"a":{"dtype":"F32","shape":[],"data_offsets":[0]}}"#)),
  Lie("an invalid number", file("{\(entry("a", "[-1]", 0, 0))}")),
  Lie("an invalid number", file("{\(entry("a", "[01]", 0, 4))}", one)),
  Lie(
    "an invalid number",
    file("{\(entry("a", "[99999999999999999999]", 0, 4))}", one)),
  Lie("found \".\"", file("{\(entry("a", "[1.0]", 0, 4))}", one)),
  Lie("found \"\\n\"", file("{\(entry("\n", "[]", 0, 4))}", one)),
  Lie("found ", file("{\(entry(#"\ud800"#, "[]", 0, 4))}", one)),
  Lie(
    "text that is not UTF-8",
    file("{\(entry("?", "[]", 0, 4))}", one).replacing(10, 0xff)),
  Lie(
    "numbers of type F32, found \"BF16\" in tensor \"w\"; convert them",
    file("{\(entry("w", "[2]", 0, 4, dtype: "BF16"))}", one)),
  Lie(
    "4 bytes for each number of tensor \"w\" of shape [2], found 4 bytes",
    file("{\(entry("w", "[2]", 0, 4))}", one)),
  Lie(
    "of shape [4611686018427387904, 4, 0]",
    file("{\(entry("w", "[4611686018427387904,4,0]", 0, 0))}")),
  Lie(
    "tensor \"b\" to begin at byte 8, found 4..<12",
    file(
      "{\(entry("a", "[2]", 0, 8)),\(entry("b", "[2]", 4, 12))}",
      one + one + one)),
  Lie(
    "tensor \"b\" to begin at byte 4, found 8..<12",
    file(
      "{\(entry("a", "[1]", 0, 4)),\(entry("b", "[1]", 8, 12))}",
      one + one + one)),
  Lie(
    "tensor \"a\" to begin at byte 0, found 4..<0",
    file("{\(entry("a", "[1]", 4, 0))}", one)),
  Lie(
    "4 bytes after the header, found 3",
    file("{\(entry("a", "[1]", 0, 4))}", Array(one.dropLast()))),
  Lie(
    "4 bytes after the header, found 5",
    file("{\(entry("a", "[1]", 0, 4))}", one + [0])),
  Lie(
    "found 9223372036854775807 bytes",
    file("{\(entry("a", "[1]", 0, .max))}", one)),
]

extension [UInt8] {
  fileprivate func replacing(_ place: Int, _ byte: UInt8) -> [UInt8] {
    var bytes = self
    bytes[place] = byte
    return bytes
  }
}

@Test(arguments: lies)
private func aFileThatIsNotWhatItSays(_ lie: Lie) throws {
  let error = #expect(throws: DataFileError.self) {
    try Safetensors.tensors(lie.bytes, file: "m.safetensors")
  }
  let sentence = try #require(error).description
  #expect(sentence.hasPrefix("m.safetensors: expected "))
  #expect(sentence.contains(lie.testDescription), "\(sentence)")
  #expect(!sentence.contains("\n") && sentence.count < 250)
}

@Test func noDamageCrashes() {
  let whole = file(
    "{\(entry(#"a\u00e9"#, "[1,2]", 0, 8)),\(entry("b", "[]", 8, 12))}",
    one + minusTwo + one)
  for count in 0..<whole.count {
    #expect(throws: DataFileError.self) {
      try Safetensors.tensors(Array(whole.prefix(count)))
    }
  }
  for place in whole.indices {
    for byte: UInt8 in [0, 0x22, 0x30, 0x39, 0x5c, 0x7d, 0xff] {
      _ = try? Safetensors.tensors(whole.replacing(place, byte))
    }
  }
}

/// A folder that is removed afterwards.
private func withFolder(_ body: (URL) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(
    at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder)
}

@Test func aFileIsReplacedAtOnce() throws {
  try withFolder { folder in
    let manager = FileManager.default
    let path = folder.appending(path: "w").path()
    let link = folder.appending(path: "link").path()
    try Safetensors.write(["w": Tensor([1])], to: path)
    try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    try manager.createSymbolicLink(atPath: link, withDestinationPath: path)
    try Safetensors.write(["w": Tensor([2])], to: link)
    #expect(try Safetensors.read(path) == ["w": Tensor([2])])
    let mode = try manager.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(
      try manager.contentsOfDirectory(atPath: folder.path()).sorted()
        == ["link", "w"])
  }
}

@Test func whatCannotBeWrittenIsSaid() throws {
  try withFolder { folder in
    for (path, says) in [
      (folder.appending(path: "no/w").path(), "no such file or directory"),
      (folder.path(), "expected a regular file"), ("/dev/full", "regular file"),
    ] {
      let error = #expect(throws: DataFileError.self) {
        try Safetensors.write(["w": Tensor([1])], to: path)
      }
      #expect(error?.description.contains(says) == true, "\(path)")
    }
    let left = try FileManager.default.contentsOfDirectory(
      atPath: folder.path())
    #expect(left == [])
  }
  for path in ["/no/such/file", "/dev/null", "/tmp"] {
    #expect(throws: DataFileError.self) { try Safetensors.read(path) }
  }
}
