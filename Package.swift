// swift-tools-version: 6.2
import Foundation
import PackageDescription

// The compiler refuses C modules that were compiled in another place, as in a
// checkout that was copied, moved or renamed: there they are made again.
for configuration in ["debug", "release"] {
  let folder = "\(Context.packageDirectory)/.build/\(configuration)"
  let modules =
    URL(filePath: folder).resolvingSymlinksInPath().path + "/ModuleCache"
  let names = FileManager.default.enumerator(atPath: modules)
  let compiled = names?.compactMap { $0 as? String }.first {
    $0.hasSuffix(".pcm")
  }
  if let compiled,
    let bytes = FileManager.default.contents(atPath: "\(modules)/\(compiled)"),
    bytes.range(of: Data(modules.utf8)) == nil
  {
    try? FileManager.default.removeItem(atPath: modules)
  }
}

// Settings, once for every target. The language mode is Swift 6 (the default
// of these tools), and a warning is an error.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// What computes is optimised even in a debug build, so that
// `swift run course check 7` trains at full speed. Optimising takes most of a
// first build; what only reads and writes does without.
let optimised = strict + [.unsafeFlags(["-O"])]

// A learner's own module: warnings stay warnings, and imports stay simple.
let learner: [SwiftSetting] = [
  .enableUpcomingFeature("MemberImportVisibility")
]

/// A lesson: its folder, and what its exercise may import beside Tensors.
///
/// `verify` compares the list with the folders.
let lessons = [
  ("00-start", ""),
  ("01-linear-regression", ""),
  ("02-classification", ""),
  ("03-softmax", ""),
  ("04-cross-entropy", ""),
  ("05-losses", ""),
  ("06-fashion-mnist", ""),
  ("07-softmax-scratch", "Datasets Exercise02 Exercise03 Exercise04"),
  ("08-softmax-concise", "Networks Datasets"),
  ("09-prediction", "Networks Datasets"),
  ("10-generalization", ""),
  ("11-shift", ""),
]

// The rooms: folders of Sources, and what each builds on.

let optimisedRooms: KeyValuePairs = [
  // Floor 0: what differs between systems, and the only way to a file.
  "System": "",
  // Wing B: what the learner calls.
  "Tensors": "", "Datasets": "Tensors Czlib", "Networks": "Tensors Datasets",
  "Workbench": "Wire",
  // The doorway between the wings.
  "Wire": "Tensors",
  // What the author's gate looks at: above the rooms it looks into.
  "Audits": "Checks Grading Lessons Maths Pages Plots System Tensors",
]

let otherRooms: KeyValuePairs = [
  // Wing B: what the learner calls.
  "Plots": "",
  // Wing A: the trusted process.
  "Maths": "", "Lessons": "Ccmark System Yams", "Journals": "System",
  "Checks": "Datasets System Tensors Wire",
  "Grading": "CLinux Checks Lessons System Tensors Wire",
  "Pages": "Checks Lessons Maths Plots System", "Terminals": "Pages System",
  "Commands": """
  Checks Datasets Grading Journals Lessons Pages Plots System Tensors \
  Terminals ArgumentParser
  """,
  "AuthorCommands":
    "Audits Checks Commands Grading Lessons Plots System ArgumentParser",
  // Submissions of a class; Gradebooks alone knows the database.
  "Classes": "CLinux Checks Czlib Grading Lessons Site System",
  "Gradebooks": "Classes System GRDB",
  "ClassCommands":
    "Checks Classes Commands Gradebooks Grading Lessons System ArgumentParser",
  "Site": "Checks Lessons Maths Pages Plots System",
  "WebCommands": """
  Checks Commands Datasets Grading Journals Lessons Pages Plots Site System \
  Tensors Terminals ArgumentParser FlyingFox
  """,
]

// Workbench and Networks are not imported: learners' programs link their
// objects from the build folder, so they must be built.
let programs: KeyValuePairs = [
  "course": "Commands Content Networks Workbench",
  "course-author": "AuthorCommands Content Networks Workbench",
  "course-web": "WebCommands",
  "course-class": "ClassCommands Content Networks Workbench",
]

let tests: KeyValuePairs = [
  "SystemTests": "System", "TensorsTests": "Tensors",
  "DatasetsTests": "Datasets Tensors",
  // Plots for the examples in its doc comments.
  "NetworksTests": "Networks Datasets Plots Tensors Wire Workbench",
  "WireTests": "Wire Tensors", "PlotsTests": "Plots",
  "MathsTests": "Maths System", "LessonsTests": "Lessons",
  "JournalsTests": "Journals", "ChecksTests": "Checks Datasets Tensors Wire",
  "GradingTests": "Checks Grading Lessons Tensors Wire",
  "PagesTests": "Checks Pages Lessons Maths System",
  "TerminalsTests": "Pages Terminals", "SiteTests": "Checks Lessons Maths Site",
  "WebCommandsTests": "WebCommands",
  "ClassesTests":
    "Checks Classes Content Grading Lessons System course-class",
  "AuditsTests": "Audits Checks Lessons Maths",
  "CommandsTests": """
  Commands Grading Networks Pages System Tensors Terminals toy-course \
  toy-course-author
  """,
  "ContentTests": """
  Audits Checks Content Datasets Grading Lessons Plots Tensors course
  """,
]

/// The targets and products with some names, separated by spaces.
func named(_ names: String) -> [Target.Dependency] {
  let packages = [
    "ArgumentParser": "swift-argument-parser", "FlyingFox": "FlyingFox",
    "Yams": "Yams",
  ]
  return names.split(separator: " ").map(String.init).map { name in
    if name == "GRDB" {
      return .product(
        name: name, package: "GRDB.swift", condition: .when(traits: ["Class"]))
    }
    return packages[name].map { .product(name: name, package: $0) }
      ?? .byName(name: name)
  }
}

/// Those of some names within a folder that are there.
func present(_ names: [String], in folder: String) -> [String] {
  names.filter {
    FileManager.default.fileExists(
      atPath: "\(Context.packageDirectory)/\(folder)/\($0)")
  }
}

/// The rooms of a table.
func targets(
  _ rooms: KeyValuePairs<String, String>, _ settings: [SwiftSetting]
) -> [Target] {
  rooms.map { name, needs in
    .target(
      name: name, dependencies: named(needs),
      exclude: present(["README.md", "Schemas"], in: "Sources/\(name)"),
      resources: present(
        ["style.css", "site.js", "live.css", "live.js", "drawing.js"]
          .map { "Assets/\($0)" }, in: "Sources/\(name)"
      ).map { .embedInCode($0) },
      swiftSettings: settings)
  }
}

/// What a lesson's folder holds, each part of it for one target or for none.
let parts = [
  "lesson.md", "feedback.yaml", "mutants.yaml", "figures", "Mistakes",
  "Starter.swift", "Driver.swift", "Exercise.swift", "Checks", "References",
]

/// The modules that a learner writes, in place.
let exercises: [Target] = lessons.map { folder, imports in
  .target(
    name: "Exercise\(folder.prefix(2))",
    dependencies: named("Tensors \(imports)"), path: "Lessons/\(folder)",
    exclude: present(parts, in: "Lessons/\(folder)")
      .filter { $0 != "Exercise.swift" },
    sources: ["Exercise.swift"], swiftSettings: learner)
}

/// A target made of one folder of each lesson, and the one that all share.
func trusted(
  _ name: String, from folder: String, _ needs: String,
  _ settings: [SwiftSetting]
) -> Target {
  let shared = [
    "README.md", "SOURCES.md", "feedback.yaml", "compiler.yaml",
    "coverage.json", "exercises.json", "Checks", "References",
  ]
  let all = lessons.flatMap { lesson in parts.map { "\(lesson.0)/\($0)" } }
  let own = [folder] + lessons.map { "\($0.0)/\(folder)" }
  return .target(
    name: name, dependencies: named(needs), path: "Lessons",
    exclude: present(shared + all, in: "Lessons").filter { !own.contains($0) },
    sources: present(own, in: "Lessons"), swiftSettings: settings)
}

/// A part of the course of two tiny lessons that CommandsTests run.
func toy(_ name: String, _ needs: String, in folder: String) -> Target {
  .executableTarget(
    name: name, dependencies: named(needs), path: "Tests/ToyCourse/\(folder)",
    swiftSettings: strict)
}

let package = Package(
  name: "course",
  platforms: [.macOS(.v15)],
  // The libraries are for packages of learners, and for `Benchmarks`.
  products: programs.map { .executable(name: $0.key, targets: [$0.key]) }
    + ["Tensors", "Networks", "Datasets", "Plots"].map {
      .library(name: $0, targets: [$0])
    },
  // What only instructors need is neither fetched nor built for learners.
  traits: [
    .trait(
      name: "Class", description: "The gradebook of `course-class`, by GRDB.")
  ],
  dependencies: [
    .package(
      url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: exercises
    + targets(optimisedRooms, optimised) + targets(otherRooms, strict)
    + programs.map {
      .executableTarget(
        name: $0.key, dependencies: named($0.value), swiftSettings: strict)
    }
    + tests.map { name, needs in
      .testTarget(
        name: name, dependencies: named(needs),
        exclude: present(["Attacks", "Corpus", "Golden"], in: "Tests/\(name)"),
        swiftSettings: strict)
    }
    + [
      // What "right" means: the checks of all lessons, and apart from them
      // what they compute with.
      trusted(
        "Content", from: "Checks",
        "Checks Datasets Networks Plots References System Tensors Wire",
        strict),
      trusted(
        "References", from: "References",
        "Checks Datasets System Tensors Wire", optimised),

      // C stops here.
      .systemLibrary(
        name: "Ccmark", pkgConfig: "libcmark",
        providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
      .systemLibrary(name: "CLinux"),
      .systemLibrary(
        name: "Czlib", pkgConfig: "zlib",
        providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),

      // The learner's own program; nothing depends on it.
      .executableTarget(
        name: "playground",
        dependencies: named("Datasets Networks Plots Tensors"),
        path: "Playground", swiftSettings: learner),

      .target(
        name: "ToyChecks", dependencies: named("Checks Tensors Wire"),
        path: "Tests/ToyCourse/Checks", swiftSettings: strict),
      toy("toy-course", "Commands Networks ToyChecks Workbench", in: "Learner"),
      toy(
        "toy-course-author", "AuthorCommands Networks ToyChecks Workbench",
        in: "Author"),
    ]
)
