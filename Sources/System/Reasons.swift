/// A short description of an error, for the middle of a message.
///
/// Foundation's errors print a domain, a code and a dictionary; this gives only
/// the reason. This program's own errors already describe themselves.
package func reason(_ error: any Error) -> String {
  switch error {
  case let error as CocoaError: reason(error)
  case let error as POSIXError: systemReason(error.code.rawValue)
  case let error as DecodingError: reason(error)
  case is EncodingError: "it has a value that cannot be written"
  default: "\(error)"
  }
}

private func reason(_ error: CocoaError) -> String {
  if let system = error.underlying as? POSIXError { return reason(system) }
  return switch error.code {
  case .fileWriteNoPermission, .fileReadNoPermission: "permission denied"
  case .fileWriteOutOfSpace: "no space is left on the disk"
  case .fileWriteVolumeReadOnly: "the file system is read-only"
  case .fileNoSuchFile, .fileReadNoSuchFile: "there is no such file or folder"
  case .fileWriteFileExists: "something with that name already exists"
  case .fileReadTooLarge: "the file is too large"
  case .fileReadCorruptFile, .fileReadInapplicableStringEncoding:
    "the file is damaged"
  default: "the file system refused it (code \(error.code.rawValue))"
  }
}

private func reason(_ error: DecodingError) -> String {
  switch error {
  case .keyNotFound(let key, let context):
    "the key \"\(key.stringValue)\" is missing" + place(context)
  case .typeMismatch(_, let context), .valueNotFound(_, let context):
    "a value has the wrong type" + place(context)
  case .dataCorrupted(let context):
    "it is not valid JSON" + place(context)
  @unknown default: "it cannot be decoded"
  }
}

private func place(_ context: DecodingError.Context) -> String {
  let path = context.codingPath.map { key in
    key.intValue.map { "\($0)" } ?? key.stringValue
  }
  return path.isEmpty ? "" : ", at " + path.joined(separator: ".")
}
