extension String {
  /// The text with each occurrence of a character replaced, combining marks or
  /// not: programs that read it look at scalars, and so must what escapes it.
  package func replacingScalar(
    _ scalar: Unicode.Scalar, with replacement: String
  ) -> String {
    var replaced = ""
    for own in unicodeScalars {
      if own == scalar {
        replaced.unicodeScalars.append(contentsOf: replacement.unicodeScalars)
      } else {
        replaced.unicodeScalars.append(own)
      }
    }
    return replaced
  }
}
