import Tensors

/// Fashion-MNIST: grey images of 28 by 28 pixels in ten classes of clothes,
/// kept as bytes until a batch is drawn.
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
    /// What a model learns from.
    case train
    /// What it is judged by.
    case test

    /// How many examples the published part has; a sample has fewer.
    public var fullCount: Int { self == .train ? 60_000 : 10_000 }

    /// The file of the images.
    public var imagesFile: String { "\(prefix)-images-idx3-ubyte.gz" }

    /// The file of the labels.
    public var labelsFile: String { "\(prefix)-labels-idx1-ubyte.gz" }

    private var prefix: String { self == .train ? "train" : "t10k" }
  }

  /// The grey values of all images, one image after another, row by row.
  public let images: [UInt8]
  /// The class of each image, in `0..<10`.
  public let labels: [UInt8]
  /// The number of rows of an image.
  public let rows: Int
  /// The number of columns of an image.
  public let columns: Int

  /// The number of examples, n.
  public var count: Int { labels.count }

  /// The examples of these bytes, as they come from another process.
  ///
  /// There must be `rows * columns` grey values for each label, and labels
  /// must lie in `0..<10`.
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

  /// Reads one part from the two gzip'd IDX files of a folder, and verifies
  /// them: checksums, formats, dimensions, counts and labels.
  ///
  /// A sample of the data set is as welcome as the whole;
  /// ``Part/fullCount`` tells them apart.
  public init(_ part: Part, in folder: String) throws(DatasetError) {
    let imagesPath = folder + "/" + part.imagesFile
    let labelsPath = folder + "/" + part.labelsFile
    let labels = try IDX.labels(
      gunzip(readFile(labelsPath), named: labelsPath), file: labelsPath)
    let images = try IDX.images(
      gunzip(readFile(imagesPath), named: imagesPath), file: imagesPath)
    guard images.rows == 28, images.columns == 28 else {
      throw DatasetError(
        file: imagesPath, expected: "images of 28 x 28 pixels",
        found: "\(images.rows) x \(images.columns)")
    }
    guard images.count == labels.count else {
      throw DatasetError(
        file: labelsPath,
        expected: "\(images.count) labels, one for each image of "
          + part.imagesFile,
        found: "\(labels.count)")
    }
    self.init(images: images.pixels, labels: labels)
  }

  /// Reads one part from the first place that has the data: the folder
  /// `COURSE_DATA` names, the user's cache, or the system's data sets.
  public init(_ part: Part) throws(DatasetError) {
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

  /// The names of the classes of `labels`, each in `0..<10`.
  ///
  /// ```swift
  /// print(FashionMNIST.names(of: [9, 0]))  // prints ["ankle boot", "t-shirt"]
  /// ```
  public static func names(of labels: [Int]) -> [String] {
    labels.map { name(of: $0, in: classNames) }
  }

  /// The names of the classes of `labels` in Chinese.
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
