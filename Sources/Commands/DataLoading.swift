internal import ArgumentParser
package import Checks
internal import Datasets

/// Which folder the data set is in.
struct DataOptions: ParsableArguments {
  @Option(
    name: .customLong("data"),
    help: ArgumentHelp(
      "The folder of the data set (or the variable COURSE_DATA).",
      valueName: "dir"))
  var folder: String?
}

extension Home {
  /// The places where the data set may be, the first one asked for first.
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

  /// The folder of the sample inside the repository.
  var sampleFolder: String { root + "/Data/fashion-mnist-sample" }

  /// Loads both parts of the data set, when it is asked for.
  func dataLoader(
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

  /// Loads the sample: what authors verify with is the same everywhere.
  package func sampleLoader() -> @Sendable () throws -> ClassificationData {
    let folder = sampleFolder
    return {
      ClassificationData(
        train: try FashionMNIST(.train, in: folder),
        test: try FashionMNIST(.test, in: folder), folder: relative(folder))
    }
  }
}
