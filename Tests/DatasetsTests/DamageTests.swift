import Datasets
import Foundation
import Testing

/// A change to a copy of the sample, and what must be said about it.
struct Damage: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let file: String
  let says: [String]
  let change: @Sendable ([UInt8]) -> [UInt8]?
}

private let images = "train-images-idx3-ubyte.gz"
private let labels = "train-labels-idx1-ubyte.gz"

private let damages = [
  Damage(
    testDescription: "missing", file: images,
    says: ["no such file", "copy the file there"], change: { _ in nil }),
  Damage(
    testDescription: "empty", file: images,
    says: ["a gzip file", "0 bytes"], change: { _ in [] }),
  Damage(
    testDescription: "not gzip", file: labels,
    says: ["a gzip file (first bytes 1f 8b)", "that start with 68 65"],
    change: { _ in Array("here is no gzip file".utf8) }),
  Damage(
    testDescription: "cut in the middle", file: images, says: ["expected"],
    change: { Array($0.prefix($0.count / 2)) }),
  Damage(
    testDescription: "last byte missing", file: labels, says: ["expected"],
    change: { Array($0.dropLast()) }),
  Damage(
    testDescription: "one byte altered", file: images,
    says: ["a valid gzip stream"],
    change: { bytes in
      var bytes = bytes
      bytes[bytes.count / 2] ^= 1
      return bytes
    }),
  Damage(
    testDescription: "checksum altered", file: labels,
    says: ["incorrect data check"],
    change: { bytes in
      var bytes = bytes
      bytes[bytes.count - 6] ^= 1
      return bytes
    }),
  Damage(
    testDescription: "something appended", file: labels, says: ["expected"],
    change: { $0 + [1, 2, 3] }),
  Damage(
    testDescription: "a second stream appended", file: labels,
    says: ["nothing after the end of the gzip stream", "3087 more bytes"],
    change: { $0 + $0 }),
  Damage(
    testDescription: "a false length", file: labels,
    says: ["in the last four bytes"],
    change: { $0.dropLast(4) + [255, 255, 255, 255] }),
  Damage(
    testDescription: "labels where images belong", file: images,
    says: ["images (IDX magic 2051)", "found labels (IDX magic 2049)"],
    change: { _ in gzipped(idx(magic: 0x801, lengths: [2], [1, 2])) }),
  Damage(
    testDescription: "images where labels belong", file: labels,
    says: ["labels (IDX magic 2049)", "found images (IDX magic 2051)"],
    change: { _ in
      gzipped(idx(magic: 0x803, lengths: [1, 1, 2], [1, 2]))
    }),
  Damage(
    testDescription: "images of another size", file: images,
    says: ["28 x 28", "found 1 x 2"],
    change: { _ in
      gzipped(idx(magic: 0x803, lengths: [1, 1, 2], [1, 2]))
    }),
  Damage(
    testDescription: "fewer labels than images", file: labels,
    says: ["6000 labels", "found 2"],
    change: { _ in gzipped(idx(magic: 0x801, lengths: [2], [1, 2])) }),
  Damage(
    testDescription: "a label of no class", file: labels,
    says: ["labels in 0..<10", "10 as label 1"],
    change: { _ in gzipped(idx(magic: 0x801, lengths: [2], [1, 10])) }),
]

@Test(arguments: damages)
func aDamagedFileIsNamed(_ damage: Damage) throws {
  try withSampleCopy { folder in
    let path = folder.appending(path: damage.file)
    let bytes = [UInt8](try Data(contentsOf: path))
    try FileManager.default.removeItem(at: path)
    if let changed = damage.change(bytes) {
      try Data(changed).write(to: path)
    }
    let error = #expect(throws: DataFileError.self) {
      try FashionMNIST(.train, in: folder.path())
    }
    let text = "\(try #require(error))"
    #expect(text.hasPrefix(path.path()))
    for part in damage.says { #expect(text.contains(part), "\(text)") }
  }
}

@Test func filesThatChangedPlacesAreNamed() throws {
  try withSampleCopy { folder in
    let manager = FileManager.default
    let first = folder.appending(path: images)
    let second = folder.appending(path: "t10k-images-idx3-ubyte.gz")
    let aside = folder.appending(path: "aside")
    try manager.moveItem(at: first, to: aside)
    try manager.moveItem(at: second, to: first)
    try manager.moveItem(at: aside, to: second)
    let error = #expect(throws: DataFileError.self) {
      try FashionMNIST(.train, in: folder.path())
    }
    #expect(try #require(error).expected.hasPrefix("1000 labels"))
    #expect(try #require(error).found == "6000")
  }
}

@Test func aFolderIsNoFile() {
  let error = #expect(throws: DataFileError.self) {
    try FashionMNIST(.train, in: "/nowhere/at/all")
  }
  #expect(error?.file == "/nowhere/at/all/\(labels)")
}

@Test func unpackedFilesAreReadToo() throws {
  let read = try IDX.images(
    idx(magic: 0x803, lengths: [2, 1, 3], [1, 2, 3, 4, 5, 6]))
  #expect(read.count == 2 && read.rows == 1 && read.columns == 3)
  #expect(read.pixels == [1, 2, 3, 4, 5, 6])
  let labels = try IDX.labels(idx(magic: 0x801, lengths: [2], [9, 0]))
  #expect(labels == [9, 0])
}

@Test(arguments: [
  [], [0, 0, 8, 3], idx(magic: 0x803, lengths: [1, 1, 2], [1]),
  idx(magic: 0x803, lengths: [1, 1, 2], [1, 2, 3]),
  idx(magic: 0x803, lengths: [.max, .max, .max], []),
  idx(magic: 0x903, lengths: [1, 1, 1], [1]),
])
func anIDXFileMustBeWhole(_ bytes: [UInt8]) {
  #expect(throws: DataFileError.self) { try IDX.images(bytes) }
}
