internal import Datasets
internal import Lessons
internal import Pages
internal import System
internal import Terminals

// The findings of `doctor` about git, the locale, files and disk space.
extension Home {
  func gitFinding() -> DoctorFinding {
    if let path = world.program(named: "git") {
      return DoctorFinding("git", path)
    }
    return DoctorFinding(
      "git", "not found on PATH; needed to restore files of the course",
      remedy: "apt-get install git", isAdvice: true)
  }

  func localeFinding() -> DoctorFinding {
    if !world.screen.ascii {
      return DoctorFinding("locale", "Unicode")
    }
    return DoctorFinding(
      "locale", "without Unicode: drawings are ASCII, formulas are words",
      remedy: "export LC_ALL=C.UTF-8", isAdvice: true)
  }

  /// The state of the sample data set, which is used without the full set.
  func sampleFinding() -> DoctorFinding {
    let place = relative(sampleFolder)
    let remedy = "git checkout -- \(place)"
    guard isFolder(sampleFolder) else {
      return DoctorFinding(
        "sample", "\(place) is missing", remedy: remedy, isAdvice: true)
    }
    do throws(DataFileError) {
      let train = try FashionMNIST(.train, in: sampleFolder)
      let test = try FashionMNIST(.test, in: sampleFolder)
      return DoctorFinding(
        "sample", "whole, \(train.count) and \(test.count) images")
    } catch {
      return DoctorFinding("sample", relative("\(error)"), remedy: remedy)
    }
  }

  /// A finding about the first missing file of an exercise, if any is missing.
  func missingFile() -> DoctorFinding? {
    for lesson in library.lessons where lesson.exercise != nil {
      let starter = lesson.folder + "/Starter.swift"
      if contents(of: starter) == nil {
        let path = relative(starter)
        return DoctorFinding(
          "lessons", "\(path) is missing", remedy: "git checkout -- \(path)")
      }
      let exercise = exercisePath(of: lesson)
      if contents(of: exercise) == nil {
        return DoctorFinding(
          "lessons", "\(relative(exercise)) is missing",
          remedy: "swift run course undo \(lesson.number)")
      }
    }
    return nil
  }

  /// Checks that a file the size of a snapshot can be written to a folder.
  func probe(_ folder: String) throws {
    let path = "\(root)/\(folder)/.probe"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try replaceFile(
      path, with: [UInt8](repeating: 0, count: 1 << 16),
      temporaryIn: "\(root)/.course/tmp")
  }

  func spaceFinding() -> DoctorFinding {
    let attributes = try? FileManager.default.attributesOfFileSystem(
      forPath: root)
    let free = attributes?[.systemFreeSize].flatMap(bytes)
    guard let free else { return DoctorFinding("space", "not known") }
    let megabytes = free >> 20
    let state =
      megabytes < 10_000
      ? "\(megabytes) MiB free" : "\(megabytes >> 10) GiB free"
    if megabytes >= 300 { return DoctorFinding("space", state) }
    return DoctorFinding(
      "space", state + "; a build needs about 300 MiB",
      remedy: "rm -r .course/cache", isAdvice: megabytes > 20)
  }
}

/// Converts a size, whose type differs between implementations of Foundation.
private func bytes(_ size: Any) -> UInt64? {
  size as? UInt64 ?? (size as? Int).map(UInt64.init(clamping:))
}

extension World {
  /// The path of an executable, looked up in `PATH` unless the name is a path.
  func program(named name: String) -> String? {
    if name.contains("/") {
      return FileManager.default.isExecutableFile(atPath: name) ? name : nil
    }
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    return folders.lazy.map { "\($0)/\(name)" }.first {
      FileManager.default.isExecutableFile(atPath: $0) && !isFolder($0)
    }
  }
}
