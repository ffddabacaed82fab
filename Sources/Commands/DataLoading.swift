package import ArgumentParser
package import Checks
package import Datasets

/// The option for the folder of the data set.
package struct DataOptions: ParsableArguments {
  @Option(
    name: .customLong("data"),
    help: ArgumentHelp(
      "The folder of the data set (or the variable COURSE_DATA).",
      valueName: "dir"))
  package var folder: String?

  package init() {}

  /// The same option for another run of this program.
  package var arguments: [String] { folder.map { ["--data", $0] } ?? [] }
}

extension Home {
  /// The places where the data set may be, in the order in which to try them.
  func dataCandidates(_ options: DataOptions) -> [FashionMNIST.Candidate] {
    FashionMNIST.candidates(
      option: options.folder,
      courseData: world.environment["COURSE_DATA"].flatMap {
        $0.isEmpty ? nil : $0
      },
      cacheHome: world.environment["XDG_CACHE_HOME"].flatMap {
        $0.isEmpty ? nil : $0
      },
      home: world.environment["HOME"], sample: sampleFolder)
  }

  /// The folder of the sample data set in the repository.
  var sampleFolder: String { root + "/Data/fashion-mnist-sample" }

  /// A closure that loads the training and test sets when it is called.
  package func dataLoader(
    _ options: DataOptions
  ) -> @Sendable () throws -> ClassificationData {
    let candidates = dataCandidates(options)
    return {
      let folder = try FashionMNIST.folder(among: candidates)
      return ClassificationData(
        train: try FashionMNIST(.train, in: folder),
        test: try FashionMNIST(.test, in: folder), folder: relative(folder))
    }
  }

  /// The test images alone, which load in a sixth of the time.
  package func testData(_ options: DataOptions) throws -> FashionMNIST {
    try FashionMNIST(
      .test, in: FashionMNIST.folder(among: dataCandidates(options)))
  }

  /// A closure that loads the sample, so that all authors verify lessons with
  /// the same data.
  package func sampleLoader() -> @Sendable () throws -> ClassificationData {
    let folder = sampleFolder
    return {
      ClassificationData(
        train: try FashionMNIST(.train, in: folder),
        test: try FashionMNIST(.test, in: folder), folder: relative(folder))
    }
  }
}
