import Tensors

/// The images, read from left to right by a cursor.
public func readImages(_ idx: [UInt8]) throws -> Tensor {
  var cursor = Cursor(rest: idx[...])
  try cursor.expect(2051)
  let n = try cursor.number()
  try cursor.expect(28)
  try cursor.expect(28)
  let pixels = try cursor.all(n * 784)
  return Tensor(pixels.map { Float($0) }, shape: [n, 1, 28, 28]) / 255
}

/// The labels, read the same way.
public func readLabels(_ idx: [UInt8]) throws -> [Int] {
  var cursor = Cursor(rest: idx[...])
  try cursor.expect(2049)
  let n = try cursor.number()
  return try cursor.all(n).map { byte in
    guard 0..<10 ~= byte else { throw Unexpected(value: Int(byte)) }
    return Int(byte)
  }
}

/// The batches, cut off the front of the order.
public func miniBatches(count: Int, size: Int, order: [Int]) -> [[Int]] {
  var rest = order.prefix(count)
  var batches: [[Int]] = []
  while !rest.isEmpty {
    batches.append(Array(rest.prefix(size)))
    rest = rest.dropFirst(size)
  }
  return batches
}

struct Unexpected: Error {
  let value: Int
}

private struct Cursor {
  var rest: ArraySlice<UInt8>

  /// The next four bytes as a number, high byte first.
  mutating func number() throws -> Int {
    guard rest.count >= 4 else { throw Unexpected(value: rest.count) }
    defer { rest = rest.dropFirst(4) }
    return rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
  }

  mutating func expect(_ wanted: Int) throws {
    let found = try number()
    if found != wanted { throw Unexpected(value: found) }
  }

  /// The remaining bytes, which must be `count`.
  func all(_ count: Int) throws -> ArraySlice<UInt8> {
    guard rest.count == count else { throw Unexpected(value: rest.count) }
    return rest
  }
}
