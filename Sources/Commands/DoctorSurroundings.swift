internal import Datasets
internal import Lessons
internal import Pages
internal import System
internal import Terminals

// What `doctor` says of things outside the course's own folder and build.
extension Home {
  func gitFinding() -> DoctorFinding {
    if let path = world.program(named: "git") {
      return DoctorFinding("git", path)
    }
    return DoctorFinding(
      "git", "not on the PATH; it brings back files of the course",
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

  /// How the sample in the repository stands: it is what remains where the
  /// full set is not to be had.
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

  /// The first file that an exercise wants and that is not there.
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

  /// Writes as much as a snapshot takes, to see that it can be.
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
      "space", state + "; a build wants some 300 MiB",
      remedy: "rm -r .course/cache", isAdvice: megabytes > 20)
  }
}

/// A size as either Foundation gives it.
private func bytes(_ size: Any) -> UInt64? {
  size as? UInt64 ?? (size as? Int).map(UInt64.init(clamping:))
}

extension World {
  /// The path of a program on the PATH, or named by one.
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
