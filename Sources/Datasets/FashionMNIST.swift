public import Tensors

/// Fashion-MNIST: grayscale images of 28 × 28 pixels in ten classes of clothes.
///
/// Pixels stay bytes until a batch is drawn.
///
/// ```swift
/// let train = try FashionMNIST(.train)
/// print(train.rows, train.columns, train.labels[0])  // prints 28 28 9
/// ```
///
/// H. Xiao, K. Rasul, R. Vollgraf, "Fashion-MNIST" (2017), arXiv:1708.07747.
public struct FashionMNIST: Sendable {
  /// The two parts of the data set.
  public enum Part: String, Sendable, CaseIterable {
    /// The examples that a model learns from.
    case train
    /// The examples that a model is tested on.
    case test

    /// The number of examples in the full data set; a sample has fewer.
    public var fullCount: Int { self == .train ? 60_000 : 10_000 }

    /// The file of the images.
    public var imagesFile: String { "\(prefix)-images-idx3-ubyte.gz" }

    /// The file of the labels.
    public var labelsFile: String { "\(prefix)-labels-idx1-ubyte.gz" }

    private var prefix: String { self == .train ? "train" : "t10k" }
  }

  /// The gray values of all images, one image after another, row by row.
  public let images: [UInt8]
  /// The class of each image, in `0..<10`.
  public let labels: [UInt8]
  /// The number of rows of an image.
  public let rows: Int
  /// The number of columns of an image.
  public let columns: Int

  /// The number of examples, n.
  public var count: Int { labels.count }

  /// A data set made of these bytes.
  ///
  /// There must be `rows * columns` gray values for each label, and labels must
  /// lie in `0..<10`.
  public init(
    images: [UInt8], labels: [UInt8], rows: Int = 28, columns: Int = 28
  ) {
    guard rows > 0, columns > 0, images.count == labels.count * rows * columns
    else {
      stop(
        "FashionMNIST",
        "\(images.count) bytes for \(labels.count) images of \(rows) x \(columns)",
        "there must be rows * columns bytes for each label")
    }
    if let wrong = labels.first(where: { $0 >= 10 }) {
      stop("FashionMNIST", "label \(wrong)", "a label must lie in 0..<10")
    }
    self.images = images
    self.labels = labels
    self.rows = rows
    self.columns = columns
  }

  /// Reads one part from its two gzip-compressed IDX files in a folder, and
  /// verifies checksums, formats, dimensions, counts and labels.
  ///
  /// The folder may hold a sample instead of the full data set; compare with
  /// ``Part/fullCount`` to tell which.
  public init(_ part: Part, in folder: String) throws(DataFileError) {
    let imagesPath = folder + "/" + part.imagesFile
    let labelsPath = folder + "/" + part.labelsFile
    let labels = try IDX.labels(contents(labelsPath), file: labelsPath)
    let images = try IDX.images(contents(imagesPath), file: imagesPath)
    guard images.rows == 28, images.columns == 28 else {
      throw DataFileError(
        file: imagesPath, expected: "images of 28 x 28 pixels",
        found: "\(images.rows) x \(images.columns)")
    }
    guard images.count == labels.count else {
      throw DataFileError(
        file: labelsPath,
        expected: "\(images.count) labels, one for each image of "
          + part.imagesFile,
        found: "\(labels.count)")
    }
    self.init(images: images.pixels, labels: labels)
  }

  /// Reads one part from the folder that `COURSE_DATA` names, if it is set.
  ///
  /// Otherwise reads from the user's cache or the system's data sets,
  /// whichever has the data first.
  public init(_ part: Part) throws(DataFileError) {
    try self.init(part, in: FashionMNIST.usualFolder())
  }

  /// Example `i`: its image, with shape `[1, rows, columns]` and pixels in
  /// 0...1, and its label.
  ///
  /// ```swift
  /// let data = FashionMNIST(images: [0, 255], labels: [3, 7], rows: 1, columns: 1)
  /// print(data[1].image, data[1].label)  // prints [[[1.0]]] 7
  /// ```
  public subscript(i: Int) -> (image: Tensor, label: Int) {
    guard labels.indices.contains(i) else {
      stop("FashionMNIST", "example \(i)", "there are \(count) examples")
    }
    let size = rows * columns
    let pixels = images[i * size..<(i + 1) * size].map { Float($0) / 255 }
    return (Tensor(pixels, shape: [1, rows, columns]), Int(labels[i]))
  }
}

extension FashionMNIST {
  /// The uncompressed bytes of the two IDX files of one part, for a reader of
  /// one's own.
  ///
  /// ```swift
  /// let (images, _) = try FashionMNIST.files(of: .test)
  /// print(images[..<4])  // prints [0, 0, 8, 3]
  /// ```
  public static func files(
    of part: Part
  ) throws(DataFileError) -> (images: [UInt8], labels: [UInt8]) {
    let folder = try usualFolder() + "/"
    return (
      try contents(folder + part.imagesFile),
      try contents(folder + part.labelsFile)
    )
  }

  private static func usualFolder() throws(DataFileError) -> String {
    try folder(
      among: candidates(
        courseData: environment("COURSE_DATA"),
        cacheHome: environment("XDG_CACHE_HOME"), home: environment("HOME")))
  }
}

/// The uncompressed contents of a gzip file.
private func contents(_ path: String) throws(DataFileError) -> [UInt8] {
  try gunzip(readFile(path), named: path)
}

extension FashionMNIST {
  /// The name of each class, in the order of the labels.
  public static let classNames = [
    "t-shirt", "trouser", "pullover", "dress", "coat",
    "sandal", "shirt", "sneaker", "bag", "ankle boot",
  ]

  /// The name of each class in Chinese.
  public static let chineseClassNames = [
    "T恤", "裤子", "套衫", "连衣裙", "外套", "凉鞋", "衬衫", "运动鞋", "包", "短靴",
  ]

  /// The class names of `labels`; each label must lie in `0..<10`.
  ///
  /// ```swift
  /// print(FashionMNIST.names(of: [9, 0]))  // prints ["ankle boot", "t-shirt"]
  /// ```
  public static func names(of labels: [Int]) -> [String] {
    labels.map { name(of: $0, in: classNames) }
  }

  /// The Chinese class names of `labels`; each label must lie in `0..<10`.
  ///
  /// ```swift
  /// print(FashionMNIST.chineseNames(of: [9]))  // prints ["短靴"]
  /// ```
  public static func chineseNames(of labels: [Int]) -> [String] {
    labels.map { name(of: $0, in: chineseClassNames) }
  }

  private static func name(of label: Int, in names: [String]) -> String {
    guard names.indices.contains(label) else {
      stop("names", "label \(label)", "a label must lie in 0..<10")
    }
    return names[label]
  }
}
