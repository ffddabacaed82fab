import Tensors

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
    let labels = try IDX.labels(
      gunzip(readFile(labelsPath), named: labelsPath), file: labelsPath)
    let images = try IDX.images(
      gunzip(readFile(imagesPath), named: imagesPath), file: imagesPath)
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
    let candidates = FashionMNIST.candidates(
      courseData: environment("COURSE_DATA"),
      cacheHome: environment("XDG_CACHE_HOME"), home: environment("HOME"))
    try self.init(part, in: FashionMNIST.folder(among: candidates))
  }
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
