import Datasets
import Foundation
import Testing

@Test func foldersAreLookedForInOrder() {
  let paths = FashionMNIST.candidates(
    option: "/a", courseData: "/b", cacheHome: "/c", home: "/d", sample: "/e"
  ).map(\.path)
  #expect(
    paths == [
      "/a", "/b", "/c/course/fashion-mnist",
      "/usr/share/datasets/fashion-mnist", "/e",
    ])
  #expect(
    FashionMNIST.candidates(home: "/d").map(\.path) == [
      "/d/.cache/course/fashion-mnist", "/usr/share/datasets/fashion-mnist",
    ])
}

@Test func aFolderThatWasAskedForIsNotPassedOver() throws {
  let chosen = try FashionMNIST.folder(among: [
    .init("/nowhere", isRequired: true), .init(sample),
  ])
  #expect(chosen == "/nowhere")
}

@Test func foldersWithoutDataArePassedOver() throws {
  let chosen = try FashionMNIST.folder(among: [
    .init("/nowhere"), .init("/tmp"), .init(sample),
  ])
  #expect(chosen == sample)
}

@Test func aDamagedFolderIsNotPassedOver() throws {
  try withSampleCopy { folder in
    for name in try FileManager.default.contentsOfDirectory(
      atPath: folder.path())
    where !name.hasPrefix("t10k-labels") {
      try FileManager.default.removeItem(at: folder.appending(path: name))
    }
    let chosen = try FashionMNIST.folder(among: [
      .init(folder.path()), .init(sample),
    ])
    #expect(chosen == folder.path())
    #expect(throws: DataFileError.self) {
      try FashionMNIST(.test, in: chosen)
    }
  }
}

@Test func whereItLookedIsSaid() {
  let error = #expect(throws: DataFileError.self) {
    try FashionMNIST.folder(among: [.init("/no/where"), .init("/nor/here")])
  }
  #expect(error?.file == "/no/where, /nor/here")
  #expect(error?.advice.contains("COURSE_DATA") == true)
}
