internal import Datasets
internal import Plots

// Figures of the pictures that come with the course.

/// One part of the bundled sample, which the cells of the lessons read, too.
func sample(_ part: FashionMNIST.Part) throws -> FashionMNIST {
  let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  return try FashionMNIST(part, in: "/\(root)/Data/fashion-mnist-sample")
}

extension FashionMNIST {
  /// The gray values of image `i`, row by row.
  func pixels(_ i: Int) -> [UInt8] {
    Array(images[i * rows * columns..<(i + 1) * rows * columns])
  }

  /// The name of the class of image `i`.
  func name(_ i: Int) -> String { FashionMNIST.classNames[Int(labels[i])] }
}

extension Figure {
  /// A figure that is drawn from the sample; empty, and so reported by
  /// `verify`, if the sample cannot be read.
  static func sampled(_ draw: () throws -> Figure) -> Figure {
    (try? draw()) ?? .images(ImageGrid([]))
  }
}
