/// Whether anything exists at a path, following links.
package func exists(_ path: String) -> Bool {
  FileManager.default.fileExists(atPath: path)
}

package func isFolder(_ path: String) -> Bool {
  let attributes = try? FileManager.default.attributesOfItem(atPath: path)
  return attributes?[.type] as? FileAttributeType == .typeDirectory
}
