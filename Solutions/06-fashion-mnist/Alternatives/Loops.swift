import Tensors

enum Fault: Error {
  case magic
  case length
  case size
  case label(UInt8)
}

/// The images, pixel by pixel.
public func readImages(_ idx: [UInt8]) throws -> Tensor {
  if idx.count < 16 { throw Fault.length }
  if idx[0] != 0 || idx[1] != 0 || idx[2] != 8 || idx[3] != 3 {
    throw Fault.magic
  }
  let n = fourBytes(idx, 4)
  if fourBytes(idx, 8) != 28 || fourBytes(idx, 12) != 28 { throw Fault.size }
  if idx.count != 16 + n * 28 * 28 { throw Fault.length }
  var images = Tensor.zeros(shape: [n, 1, 28, 28])
  var place = 16
  for i in 0..<n {
    for row in 0..<28 {
      for column in 0..<28 {
        images[i, 0, row, column] = Float(idx[place]) / 255
        place += 1
      }
    }
  }
  return images
}

/// The labels, one after another.
public func readLabels(_ idx: [UInt8]) throws -> [Int] {
  if idx.count < 8 { throw Fault.length }
  if idx[0] != 0 || idx[1] != 0 || idx[2] != 8 || idx[3] != 1 {
    throw Fault.magic
  }
  let n = fourBytes(idx, 4)
  if idx.count != 8 + n { throw Fault.length }
  var labels: [Int] = []
  for byte in idx[8...] {
    if byte > 9 { throw Fault.label(byte) }
    labels.append(Int(byte))
  }
  return labels
}

/// The batches, filled one example at a time.
public func miniBatches(count: Int, size: Int, order: [Int]) -> [[Int]] {
  var batches: [[Int]] = []
  var batch: [Int] = []
  for i in 0..<count {
    batch.append(order[i])
    if batch.count == size {
      batches.append(batch)
      batch = []
    }
  }
  if !batch.isEmpty { batches.append(batch) }
  return batches
}

private func fourBytes(_ idx: [UInt8], _ place: Int) -> Int {
  var number = 0
  for i in place..<place + 4 { number = number * 256 + Int(idx[i]) }
  return number
}
