import Datasets
import Foundation
import Testing

/// The sample of the repository.
let sample = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "Data/fashion-mnist-sample")
  .path()

let systemFolder = "/usr/share/datasets/fashion-mnist"

var hasWholeDataSet: Bool {
  FileManager.default.fileExists(atPath: systemFolder)
}

struct GoldenFile: Decodable {
  let trainShape: [Int]
  let testShape: [Int]
  let trainClassCounts: [Int]
  let testClassCounts: [Int]
  let labels: [String]
  let chineseLabels: [String]
  let firstTrainLabels: [Int]
  let firstTestLabels: [Int]
  let trainPixelSum: Int
  let testPixelSum: Int
  let firstImage: [UInt8]
  let firstImageResized: [UInt8]

  enum CodingKeys: String, CodingKey {
    case labels
    case trainShape = "train_shape"
    case testShape = "test_shape"
    case trainClassCounts = "train_class_counts"
    case testClassCounts = "test_class_counts"
    case chineseLabels = "labels_zh"
    case firstTrainLabels = "first_20_train_labels"
    case firstTestLabels = "first_20_test_labels"
    case trainPixelSum = "train_pixel_sum"
    case testPixelSum = "test_pixel_sum"
    case firstImage = "train_image_0"
    case firstImageResized =
      "train_image_0_resized_64x64_bilinear_as_torchvision_on_pil"
  }

  static func read() throws -> GoldenFile {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/dataset.json")
    return try JSONDecoder()
      .decode(GoldenFile.self, from: Data(contentsOf: file))
  }
}

/// A copy of the sample that may be damaged, removed afterwards.
func withSampleCopy(_ body: (URL) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: UUID().uuidString)
  try FileManager.default.copyItem(at: URL(filePath: sample), to: folder)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder)
}

/// A gzip file of few bytes, stored as they are.
func gzipped(_ bytes: [UInt8]) -> [UInt8] {
  func littleEndian(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
  var checksum = ~UInt32(0)
  for byte in bytes {
    checksum ^= UInt32(byte)
    for _ in 0..<8 {
      checksum = checksum >> 1 ^ (checksum & 1 == 1 ? 0xedb8_8320 : 0)
    }
  }
  let length = UInt16(bytes.count)
  let halves = [length, ~length].flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
  return [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255, 1] + halves + bytes
    + littleEndian(~checksum) + littleEndian(UInt32(bytes.count))
}

/// The bytes of an IDX file.
func idx(magic: UInt32, lengths: [UInt32], _ elements: [UInt8]) -> [UInt8] {
  ([magic] + lengths).flatMap { number in
    (0..<4).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  } + elements
}
