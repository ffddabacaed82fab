extension FashionMNIST {
  /// A folder that may hold the data.
  public struct Candidate: Sendable, Equatable {
    /// The folder.
    public let path: String
    /// Whether the user named this folder, so that no other may replace it.
    public let isRequired: Bool

    /// A folder that may hold the data, or must.
    public init(_ path: String, isRequired: Bool = false) {
      self.path = path
      self.isRequired = isRequired
    }
  }

  /// The folders to search for the data, in order: those named by an option and
  /// by `COURSE_DATA`, the user's cache, the system's folder and the sample's.
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

  /// The first candidate that is required or has any of the files.
  ///
  /// ```swift
  /// let mine = FashionMNIST.Candidate("/data", isRequired: true)
  /// print(try FashionMNIST.folder(among: [mine]))  // prints /data
  /// ```
  ///
  /// A folder with missing or damaged files is not skipped: reading from it
  /// reports what is wrong.
  public static func folder(
    among candidates: [Candidate]
  ) throws(DataFileError) -> String {
    let files = Part.allCases.flatMap { [$0.imagesFile, $0.labelsFile] }
    for candidate in candidates {
      let hasAny = files.contains { exists(candidate.path + "/" + $0) }
      if candidate.isRequired || hasAny { return candidate.path }
    }
    throw DataFileError(
      file: candidates.map(\.path).joined(separator: ", "),
      expected: "the four files of Fashion-MNIST",
      found: "none of them",
      advice: "install the package dataset-fashion-mnist, or set COURSE_DATA "
        + "to a folder that has \(files.joined(separator: ", "))")
  }
}
