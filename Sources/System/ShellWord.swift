/// A word as a shell reads it back.
///
/// ```swift
/// quotedForShell("it's")   // 'it'\''s'
/// quotedForShell("a/b.swift")   // a/b.swift
/// ```
package func quotedForShell(_ word: String) -> String {
  let isPlain =
    !word.isEmpty
    && word.utf8.allSatisfy { byte in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
        || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
        || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
        || "-_=:,./+".utf8.contains(byte)
    }
  return isPlain ? word : "'" + word.replacingScalar("'", with: "'\\''") + "'"
}
