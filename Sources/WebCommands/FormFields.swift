/// The fields of a form, as browsers encode them; what is not encoded so is left
/// out.
func formFields(in body: [UInt8]) -> [String: String] {
  var fields: [String: String] = [:]
  for field in body.split(separator: UInt8(ascii: "&")) {
    let parts = field.split(
      separator: UInt8(ascii: "="), maxSplits: 1,
      omittingEmptySubsequences: false
    ).map(decoded)
    if parts.count == 2, let name = parts[0], let value = parts[1] {
      fields[name] = value
    }
  }
  return fields
}

private func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
  var text: [UInt8] = []
  var rest = bytes
  while let byte = rest.popFirst() {
    switch byte {
    case UInt8(ascii: "+"): text.append(UInt8(ascii: " "))
    case UInt8(ascii: "%"):
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      guard digits.utf8.count == 2, digits.allSatisfy(\.isHexDigit),
        let value = UInt8(digits, radix: 16)
      else {
        return nil
      }
      text.append(value)
      rest = rest.dropFirst(2)
    default: text.append(byte)
    }
  }
  return String(validating: text, as: UTF8.self)
}
