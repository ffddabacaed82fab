#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Why a plot could not be saved.
public struct PlotFileError: Error, Equatable, CustomStringConvertible {
  /// The path of the file.
  public let file: String
  /// Why it was not written.
  public let reason: String
  /// What to do about it.
  public let advice: String

  /// The file, the reason and the advice in one sentence.
  public var description: String {
    "cannot write \(file): \(reason); \(advice)"
  }
}

/// Writes a temporary file and renames it, so that a failure leaves the old
/// file or none.
func writeFile(_ path: String, _ text: String) throws(PlotFileError) {
  do {
    try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
  } catch {
    let (reason, advice) = explained((error as? CocoaError)?.code)
    throw PlotFileError(file: path, reason: reason, advice: advice)
  }
}

private func explained(
  _ code: CocoaError.Code?
) -> (reason: String, advice: String) {
  switch code {
  case .fileNoSuchFile, .fileReadNoSuchFile:
    ("there is no such folder", "create it, or choose another")
  case .fileWriteNoPermission, .fileReadNoPermission,
    .fileWriteVolumeReadOnly:
    ("permission denied", "choose another folder")
  case .fileWriteOutOfSpace: ("the disk is full", "free some space")
  default: ("the file system refuses it", "choose another name or folder")
  }
}
