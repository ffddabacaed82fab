import Tensors

/// Resizes images.
///
/// Each pixel becomes a weighted mean of the pixels near its position, and the
/// result equals torchvision's `Resize` on 8-bit images exactly.
///
/// ```swift
/// let resize = Resize(rows: 2, columns: 2)
/// print(resize([0, 100, 200, 200], rows: 1, columns: 4))
/// // prints [71, 186, 71, 186]
/// ```
///
/// The weights fall linearly with distance: a triangle that extends one pixel
/// of the coarser of the two grids to each side. Images are resampled
/// horizontally and then vertically; both results are rounded to bytes, and
/// weights have 22 fractional bits. After Pillow's `Resample.c`.
public struct Resize: Sendable, Equatable {
  /// The number of rows of the result.
  public let rows: Int
  /// The number of columns of the result.
  public let columns: Int

  /// A resizing to the given size; both lengths must be positive.
  public init(rows: Int, columns: Int) {
    guard rows > 0, columns > 0 else {
      stop("Resize", "\(rows) x \(columns)", "both lengths must be positive")
    }
    self.rows = rows
    self.columns = columns
  }

  /// Resizes one image or several, one after another, each of `oldRows` by
  /// `oldColumns` bytes.
  public func callAsFunction(
    _ images: [UInt8], rows oldRows: Int, columns oldColumns: Int
  ) -> [UInt8] {
    guard oldRows > 0, oldColumns > 0,
      images.count.isMultiple(of: oldRows * oldColumns)
    else {
      stop(
        "Resize",
        "\(images.count) bytes as images of \(oldRows) x \(oldColumns)",
        "the bytes must be whole images")
    }
    let wide = resample(images, length: oldColumns, to: columns, inner: 1)
    return resample(wide, length: oldRows, to: rows, inner: columns)
  }
}

/// Resamples an axis of `length` steps of `inner` bytes each.
private func resample(
  _ bytes: [UInt8], length: Int, to newLength: Int, inner: Int
) -> [UInt8] {
  let windows = windows(length: length, to: newLength)
  let outer = bytes.count / (length * inner)
  var result: [UInt8] = []
  result.reserveCapacity(outer * newLength * inner)
  for o in 0..<outer {
    for window in windows {
      for i in 0..<inner {
        var sum = 1 << (precision - 1)
        for (k, weight) in window.weights.enumerated() {
          sum +=
            weight * Int(bytes[(o * length + window.start + k) * inner + i])
        }
        result.append(UInt8(min(max(sum >> precision, 0), 255)))
      }
    }
  }
  return result
}

private let precision = 22

/// The start and the weights of the old pixels that make one new pixel.
private struct Window {
  let start: Int
  let weights: [Int]
}

private func windows(length: Int, to newLength: Int) -> [Window] {
  let scale = Double(length) / Double(newLength)
  let reach = max(scale, 1)
  return (0..<newLength).map { i in
    let center = (Double(i) + 0.5) * scale
    let start = max(Int(center - reach + 0.5), 0)
    let end = min(Int(center + reach + 0.5), length)
    let heights = (start..<end).map { k in
      max(1 - abs((Double(k) - center + 0.5) / reach), 0)
    }
    let total = heights.reduce(0, +)
    let weights = heights.map { height in
      Int((height / total * Double(1 << precision)).rounded())
    }
    return Window(start: start, weights: weights)
  }
}
