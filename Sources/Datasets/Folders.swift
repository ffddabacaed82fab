extension FashionMNIST {
  /// A place where the data may be.
  public struct Candidate: Sendable, Equatable {
    /// The folder.
    public let path: String
    /// Whether the user asked for this very folder, so that no other will do.
    public let isRequired: Bool

    /// A place where the data may be, or must be.
    public init(_ path: String, isRequired: Bool = false) {
      self.path = path
      self.isRequired = isRequired
    }
  }

  /// Where to look for the data, first to last: the folder of an option, of
  /// `COURSE_DATA`, of the user's cache, of the system, and of the sample.
  public static func candidates(
    option: String? = nil, courseData: String? = nil,
    cacheHome: String? = nil, home: String? = nil, sample: String? = nil
  ) -> [Candidate] {
    let cache = cacheHome ?? home.map { $0 + "/.cache" }
    return [
      option.map { Candidate($0, isRequired: true) },
      courseData.map { Candidate($0, isRequired: true) },
      cache.map { Candidate($0 + "/course/fashion-mnist") },
      Candidate("/usr/share/datasets/fashion-mnist"),
      sample.map { Candidate($0) },
    ].compactMap { $0 }
  }

  /// The first of the candidates that is required or has any of the files.
  ///
  /// ```swift
  /// let mine = FashionMNIST.Candidate("/data", isRequired: true)
  /// print(try FashionMNIST.folder(among: [mine]))  // prints /data
  /// ```
  ///
  /// A folder that has one file but not the others, or damaged ones, is not
  /// passed over: reading from it will say what is wrong with it.
  public static func folder(
    among candidates: [Candidate]
  ) throws(DatasetError) -> String {
    let files = Part.allCases.flatMap { [$0.imagesFile, $0.labelsFile] }
    for candidate in candidates {
      let hasAny = files.contains { exists(candidate.path + "/" + $0) }
      if candidate.isRequired || hasAny { return candidate.path }
    }
    throw DatasetError(
      file: candidates.map(\.path).joined(separator: ", "),
      expected: "the four files of Fashion-MNIST",
      found: "none of them",
      advice: "install the package dataset-fashion-mnist, or name a folder "
        + "that has \(files.joined(separator: ", ")) by COURSE_DATA")
  }
}
