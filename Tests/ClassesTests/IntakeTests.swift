import Foundation
import Testing

@testable import Classes

/// The answer to exercise 3 and its reason, as an intake of one name finds it.
func taken(
  _ folder: TemporaryFolder, _ exercises: [AskedExercise] = [softmax],
  roster: Roster? = nil, rules: ClassRules = ClassRules()
) throws -> [ManifestRow] {
  let intake = Intake(
    exercises: exercises, roster: roster, rules: rules, seed: 7)
  return try intake.rows(from: folder.path) { hash, bytes in
    #expect(hash == sha256(bytes))
  }
}

let softmax = AskedExercise(number: 3, folder: "03-softmax")
private let entropy = AskedExercise(number: 4, folder: "04-cross-entropy")

@Suite("Taking in submissions")
struct IntakeTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func hashesAreThoseOfTheStandard(_ text: String, _ expected: String) {
    #expect(sha256(text) == expected)
  }

  @Test(arguments: [
    "ada/Exercise.swift", "ada/Exercise03.swift", "ada/my answer.swift",
    "ada/deep/er/exercise3.swift", "ada/Lessons/03-softmax/Exercise.swift",
    "ada.swift", "ada_Exercise03.swift", "ada/-o.swift", "ada/@args.swift",
    "ada/a\nb.swift", "ada/Exercise (1).swift", "ada/Sources/Exercise03.swift",
    "ada/Tests/my answer.swift",
  ])
  func theAnswerIsFound(_ name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("func a() {}", to: name)
    let row = try #require(try taken(folder).first)
    #expect(row.student.id == "ada")
    #expect(row.refusal == nil)
    #expect(row.submission.source == name)
    #expect(row.submission.hash == sha256("func a() {}"))
  }

  @Test func inAWholeCourseOnlyTheStudentsFileIsTaken() throws {
    let folder = try TemporaryFolder()
    for name in [
      "Lessons/03-softmax/Exercise.swift", "Lessons/03-softmax/Starter.swift",
      "Lessons/04-cross-entropy/Exercise.swift", "Package.swift",
      "Solutions/03-softmax/Exercise.swift", "Sources/Tensors/Tensor.swift",
      ".build/03-softmax/Exercise.swift", "Tests/03-softmax/Exercise.swift",
    ] { try folder.write("// " + name, to: "course-ada/\(name)") }
    let rows = try taken(folder, [softmax, entropy])
    #expect(
      rows.map(\.submission.source) == [
        "course-ada/Lessons/03-softmax/Exercise.swift",
        "course-ada/Lessons/04-cross-entropy/Exercise.swift",
      ])
  }

  @Test func severalPossibleAnswersAreRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("1", to: "ada/a/Exercise.swift")
    try folder.write("2", to: "ada/b/Exercise.swift")
    #expect(
      try taken(folder).first?.refusal
        == "several files could be the answer: a/Exercise.swift, "
        + "b/Exercise.swift")
  }

  @Test func linksPipesAndLargeFilesAreRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("secret", to: "../secret-\(folder.path.suffix(8))")
    defer { unlink("\(folder.path)/../secret-\(folder.path.suffix(8))") }
    for name in ["link", "hard", "pipe", "folder-link"] {
      try folder.write("x", to: "\(name)/other.txt")
    }
    try shell(
      """
      cd "$1"; ln -s ../../secret-* link/Exercise.swift
      ln ../secret-* hard/Exercise.swift; mkfifo pipe/Exercise.swift
      ln -s / root; ln -s /etc folder-link/03-softmax
      """, folder.path)
    try folder.write(
      [UInt8](repeating: 0x20, count: (1 << 20) + 1), to: "large/Exercise.swift"
    )
    try folder.write([0x66, 0xff], to: "bytes/Exercise.swift")
    try folder.write([0x66, 0], to: "zero/Exercise.swift")
    try folder.write("\r\n \n", to: "empty/Exercise.swift")
    let rows = try taken(folder)
    let reasons = Dictionary(
      uniqueKeysWithValues: rows.map { ($0.student.id, $0.refusal) })
    #expect(
      reasons == [
        "link": "Exercise.swift is a link", "hard": "Exercise.swift is a link",
        "pipe": "Exercise.swift is not a regular file",
        "root": "it is a link",
        "folder-link": "no file in it is named like the answer to an exercise, "
          + "such as Exercise.swift or Exercise03.swift",
        "large": "the file has more than 1 MiB",
        "bytes": "Exercise.swift is not text in UTF-8",
        "zero": "Exercise.swift is not text in UTF-8",
        "empty": "Exercise.swift is empty",
      ])
    #expect(rows.allSatisfy { $0.submission.hash.isEmpty })
  }

  @Test func aByteOrderMarkAndWindowsLineEndingsAreTaken() throws {
    let folder = try TemporaryFolder()
    try folder.write("\u{FEFF}func a() {}\r\n", to: "ada/Exercise.swift")
    #expect(try taken(folder).first?.refusal == nil)
  }

  @Test func deepFoldersAndManyFilesAreRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "x", to: "deep/" + String(repeating: "a/", count: 40) + "Exercise.swift")
    try shell(
      "cd \"$1\"; mkdir many; cd many; seq 20001 | xargs touch",
      folder.path)
    let rows = try taken(folder)
    #expect(
      rows.map(\.refusal) == [
        "its folders nest deeper than 16", "it has more than 20000 files",
      ])
  }
}
