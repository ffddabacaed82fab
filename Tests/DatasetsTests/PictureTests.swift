import Foundation
import Testing

@testable import Datasets

@Suite("Pictures")
struct PictureTests {
  struct Golden: Decodable {
    struct Picture: Decodable {
      var file: String
      var rows: Int
      var columns: Int
      var pixels: [UInt8]
    }
    var pictures: [String: Picture]
  }

  private func golden() throws -> [String: Golden.Picture] {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/pictures.json")
    return try JSONDecoder().decode(
      Golden.self, from: Data(contentsOf: path)
    ).pictures
  }

  private func read(_ bytes: Data) throws -> Picture {
    let path = FileManager.default.temporaryDirectory
      .appending(path: UUID().uuidString).path
    try bytes.write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try Picture(file: path)
  }

  @Test func pixelsAreThoseOfPillow() throws {
    let all = try golden()
    #expect(all.count == 10)
    for (name, golden) in all {
      let bytes = try #require(Data(base64Encoded: golden.file))
      let picture = try read(bytes)
      #expect(picture.rows == golden.rows)
      #expect(picture.columns == golden.columns)
      #expect(picture.pixels.count == golden.pixels.count)
      // Colors are rounded in another place there.
      let most = zip(picture.pixels, golden.pixels).map {
        (Int($0) - Int($1)).magnitude
      }.max()
      #expect(most ?? 255 <= 1, "\(name)")
    }
  }

  @Test func aFileThatEndsEarlyOrIsDamagedIsRefused() throws {
    let all = try golden()
    let bytes = try #require(
      all["color"].flatMap { Data(base64Encoded: $0.file) })
    for count in stride(from: 0, to: bytes.count - 13, by: 7) {
      #expect(throws: DataFileError.self) { try read(bytes.prefix(count)) }
    }
    for index in 8..<bytes.count {
      var damaged = bytes
      damaged[index] ^= 0x5A
      // It is a picture, or it is refused; nothing crashes.
      _ = try? read(damaged)
    }
  }

  @Test(arguments: [
    "P5 20000 20000 255 ", "P5 3 2 65535 ", "P2 2 2 255 1 2 3", "P2 2 1 9 1 10",
    "P5 0 4 255 ", "P2", "P7 1 1 255 0", "",
  ])
  func whatIsNoPictureIsRefused(_ text: String) {
    #expect(throws: DataFileError.self) { try read(Data(text.utf8)) }
  }

  @Test func aHugePNGIsRefusedByItsHeader() throws {
    let header: [UInt8] =
      pngSignature + [0, 0, 0, 13] + Array("IHDR".utf8)
      + [0, 0, 0x4E, 0x20, 0, 0, 0x4E, 0x20, 8, 0, 0, 0, 0] + [0, 0, 0, 0]
    let error = #expect(throws: DataFileError.self) { try read(Data(header)) }
    #expect(error?.found == "20000 × 20000")
  }

  @Test func aCommentInAHeaderIsPassedOver() throws {
    let picture = try read(Data("P2 # drawn\n2 1\n# so bright\n4\n0 4".utf8))
    #expect(picture.pixels == [0, 255])
  }

  /// A dark square on light paper becomes a light one that fills the height.
  @Test func aDrawingBecomesLikeFashionMNIST() {
    var paper = Picture(
      pixels: Array(repeating: 250, count: 100 * 60), rows: 100, columns: 60)
    for row in 20..<60 {
      for column in 10..<30 { paper.pixels[row * 60 + column] = 0 }
    }
    let seen = paper.likeFashionMNIST
    #expect(seen.rows == 28 && seen.columns == 28)
    // Twice as high as wide: half of the columns, all of the rows.
    #expect(seen.pixels[14 * 28 + 14] == 255)
    #expect(seen.pixels[14 * 28 + 2] == 0)
    #expect(seen.pixels[14] == 255 && seen.pixels[27 * 28 + 14] == 255)
  }

  @Test func aPictureOfThatSizeIsOnlyInverted() {
    var picture = Picture(
      pixels: Array(repeating: 0, count: 784), rows: 28, columns: 28)
    picture.pixels[400] = 200
    #expect(picture.likeFashionMNIST == picture)
    let inverted = Picture(
      pixels: picture.pixels.map { 255 - $0 }, rows: 28, columns: 28)
    #expect(inverted.likeFashionMNIST == picture)
  }
}
