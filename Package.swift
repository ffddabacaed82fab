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
  ("00-start", []),
  ("01-linear-regression", []),
  ("02-classification", []),
  ("03-softmax", []),
  ("04-cross-entropy", []),
  ("05-losses", []),
  ("06-fashion-mnist", []),
  (
    "07-softmax-scratch",
    ["Datasets", "Exercise02", "Exercise03", "Exercise04"]
  ),
  ("08-softmax-concise", ["Networks", "Datasets"]),
  ("09-prediction", ["Networks", "Datasets"]),
  ("10-generalization", []),
  ("11-shift", []),
]

/// Those of some names within Lessons that are there.
func present(_ names: [String]) -> [String] {
  names.filter {
    FileManager.default.fileExists(
      atPath: "\(Context.packageDirectory)/Lessons/\($0)")
  }
}

/// What a lesson's folder holds, each part of it for one target or for none.
let parts = [
  "lesson.md", "feedback.yaml", "mutants.yaml", "figures", "Mistakes",
  "Starter.swift", "Driver.swift", "Exercise.swift", "Checks", "References",
]

/// The module that a learner writes, in place.
let exercises: [Target] = lessons.map { folder, imports in
  .target(
    name: "Exercise\(folder.prefix(2))",
    dependencies: (["Tensors"] + imports).map { .target(name: $0) },
    path: "Lessons/\(folder)",
    exclude: present(parts.map { "\(folder)/\($0)" })
      .map { String($0.dropFirst(folder.count + 1)) }
      .filter { $0 != "Exercise.swift" },
    sources: ["Exercise.swift"], swiftSettings: learner)
}

/// A target made of one folder of each lesson, and the one that all share.
func trusted(
  _ name: String, from folder: String, dependencies: [String],
  _ settings: [SwiftSetting]
) -> Target {
  let shared = [
    "README.md", "SOURCES.md", "feedback.yaml", "compiler.yaml",
    "coverage.json", "exercises.json", "Checks", "References",
  ]
  let all = lessons.flatMap { lesson in parts.map { "\(lesson.0)/\($0)" } }
  return .target(
    name: name, dependencies: dependencies.map { .target(name: $0) },
    path: "Lessons",
    exclude: present(shared + all).filter { !$0.hasSuffix(folder) },
    sources: present([folder] + lessons.map { "\($0.0)/\(folder)" }),
    swiftSettings: settings)
}

let package = Package(
  name: "course",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "course", targets: ["course"]),
    .executable(name: "course-author", targets: ["course-author"]),
    .executable(name: "course-web", targets: ["course-web"]),
    .executable(name: "course-class", targets: ["course-class"]),
    // For packages of learners, and for `Benchmarks`.
    .library(name: "Tensors", targets: ["Tensors"]),
    .library(name: "Networks", targets: ["Networks"]),
    .library(name: "Datasets", targets: ["Datasets"]),
    .library(name: "Plots", targets: ["Plots"]),
  ],
  // What only instructors need is neither fetched nor built for learners.
  traits: [
    .trait(
      name: "Class", description: "The gradebook of `course-class`, by GRDB.")
  ],
  dependencies: [
    .package(
      url: "https://github.com/apple/swift-argument-parser",
      from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: exercises + [
    // What "right" means: the checks of all lessons, and apart from them what
    // they compute with.
    trusted(
      "Content", from: "Checks",
      dependencies: [
        "Checks", "Datasets", "Networks", "Plots", "References", "System",
        "Tensors", "Wire",
      ], strict),
    trusted(
      "References", from: "References",
      dependencies: ["Checks", "Datasets", "System", "Tensors", "Wire"],
      optimised),

    // Floor 0: C stops here.
    .systemLibrary(
      name: "Ccmark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(
      name: "Czlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),

    // Floor 0: what differs between systems, and the only way to a file.
    .target(name: "System", swiftSettings: optimised),

    // Wing B: what the learner calls.
    .target(
      name: "Tensors", exclude: ["README.md"],
      swiftSettings: optimised),
    .target(
      name: "Networks", dependencies: ["Tensors", "Datasets"],
      exclude: ["README.md"],
      swiftSettings: optimised),
    .target(
      name: "Datasets", dependencies: ["Tensors", "Czlib"],
      swiftSettings: optimised),
    .target(name: "Plots", swiftSettings: strict),
    // The learner's own program; nothing depends on it.
    .executableTarget(
      name: "playground",
      dependencies: ["Datasets", "Networks", "Plots", "Tensors"],
      path: "Playground", swiftSettings: learner),
    .target(
      name: "Workbench", dependencies: ["Wire"],
      swiftSettings: optimised),

    // The doorway between the wings.
    .target(name: "Wire", dependencies: ["Tensors"], swiftSettings: optimised),

    // Wing A: the trusted process.
    .target(name: "Maths", swiftSettings: strict),
    .target(
      name: "Lessons",
      dependencies: [
        "Ccmark", "System", .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),
    .target(
      name: "Checks", dependencies: ["Datasets", "System", "Tensors", "Wire"],
      swiftSettings: strict),
    .target(
      name: "Grading",
      dependencies: [
        "CLinux", "Checks", "Lessons", "System", "Tensors", "Wire",
      ],
      swiftSettings: strict),
    .target(
      name: "Journals", dependencies: ["System"], swiftSettings: strict),
    .target(
      name: "Pages",
      dependencies: ["Checks", "Lessons", "Maths", "Plots", "System"],
      swiftSettings: strict),
    // What the author's gate looks at: above the rooms it looks into.
    .target(
      name: "Audits",
      dependencies: [
        "Checks", "Grading", "Lessons", "Maths", "Pages", "Plots",
        "System", "Tensors",
      ],
      swiftSettings: optimised),
    .target(
      name: "Site", dependencies: ["Lessons", "Maths"],
      resources: [
        .embedInCode("Assets/style.css"), .embedInCode("Assets/site.js"),
      ],
      swiftSettings: strict),
    // Submissions of a class: taken in, graded in a sandbox, reported.
    .target(
      name: "Classes",
      dependencies: [
        "Checks", "Czlib", "Grading", "Lessons", "Site", "System",
      ],
      exclude: ["Schemas"], swiftSettings: strict),
    // The only place that knows the database.
    .target(
      name: "Gradebooks",
      dependencies: [
        "Classes", "System",
        .product(
          name: "GRDB", package: "GRDB.swift",
          condition: .when(traits: ["Class"])),
      ],
      swiftSettings: strict),
    .target(
      name: "Terminals", dependencies: ["Pages", "System"],
      swiftSettings: strict),
    .target(
      name: "Commands",
      dependencies: [
        "Checks", "Datasets", "Grading", "Journals",
        "Lessons", "Pages", "Plots", "System", "Tensors", "Terminals",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .target(
      name: "AuthorCommands",
      dependencies: [
        "Audits", "Checks", "Commands", "Grading", "Lessons", "Plots",
        "System",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .target(
      name: "WebCommands",
      dependencies: [
        "Commands", "Lessons", "Site", "System",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .target(
      name: "ClassCommands",
      dependencies: [
        "Checks", "Classes", "Commands", "Gradebooks", "Grading", "Lessons",
        "System",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "course",
      // Workbench and Networks are not imported: learners' programs link
      // their objects from the build folder, so they must be built.
      dependencies: ["Commands", "Content", "Networks", "Workbench"],
      swiftSettings: strict),
    .executableTarget(
      name: "course-author",
      dependencies: ["AuthorCommands", "Content", "Networks", "Workbench"],
      swiftSettings: strict),
    .executableTarget(
      name: "course-web", dependencies: ["WebCommands"],
      swiftSettings: strict),
    .executableTarget(
      name: "course-class",
      dependencies: ["ClassCommands", "Content", "Networks", "Workbench"],
      swiftSettings: strict),

    // A course of two tiny lessons, driven as a program by CommandsTests.
    .target(
      name: "ToyChecks", dependencies: ["Checks", "Tensors", "Wire"],
      path: "Tests/ToyCourse/Checks", swiftSettings: strict),
    .executableTarget(
      name: "toy-course",
      dependencies: ["Commands", "Networks", "ToyChecks", "Workbench"],
      path: "Tests/ToyCourse/Learner", swiftSettings: strict),
    .executableTarget(
      name: "toy-course-author",
      dependencies: ["AuthorCommands", "Networks", "ToyChecks", "Workbench"],
      path: "Tests/ToyCourse/Author", swiftSettings: strict),

    .testTarget(
      name: "ChecksTests",
      dependencies: ["Checks", "Datasets", "Tensors", "Wire"],
      swiftSettings: strict),
    .testTarget(
      name: "GradingTests",
      dependencies: ["Checks", "Grading", "Lessons", "Tensors", "Wire"],
      swiftSettings: strict),
    .testTarget(
      name: "JournalsTests", dependencies: ["Journals"], swiftSettings: strict),
    .testTarget(
      name: "SystemTests", dependencies: ["System"], swiftSettings: strict),
    .testTarget(
      name: "CommandsTests",
      dependencies: [
        "Commands", "Grading", "Networks", "Pages", "System", "Tensors",
        "Terminals", "toy-course", "toy-course-author",
      ],
      exclude: ["Attacks", "Golden"], swiftSettings: strict),
    .testTarget(
      name: "TerminalsTests", dependencies: ["Pages", "Terminals"],
      swiftSettings: strict),
    .testTarget(
      name: "AuditsTests",
      dependencies: ["Audits", "Checks", "Lessons", "Maths"],
      swiftSettings: strict),
    .testTarget(
      name: "SiteTests", dependencies: ["Lessons", "Maths", "Site"],
      swiftSettings: strict),
    .testTarget(
      name: "PlotsTests", dependencies: ["Plots"], swiftSettings: strict),
    .testTarget(
      name: "ClassesTests",
      dependencies: [
        "Checks", "Classes", "Content", "Grading", "Lessons", "System",
        "course-class",
      ],
      exclude: ["Corpus"], swiftSettings: strict),
    .testTarget(
      name: "ContentTests",
      dependencies: [
        "Audits", "Checks", "Content", "Datasets", "Grading",
        "Lessons", "Plots", "Tensors", "course",
      ],
      swiftSettings: strict),

    .testTarget(
      name: "TensorsTests", dependencies: ["Tensors"],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "NetworksTests",
      // Plots for the examples in its doc comments.
      dependencies: [
        "Networks", "Datasets", "Plots", "Tensors", "Wire", "Workbench",
      ],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "DatasetsTests", dependencies: ["Datasets", "Tensors"],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "WireTests", dependencies: ["Wire", "Tensors"],
      swiftSettings: strict),
    .testTarget(
      name: "LessonsTests", dependencies: ["Lessons"], swiftSettings: strict),
    .testTarget(
      name: "MathsTests", dependencies: ["Maths", "System"],
      swiftSettings: strict),
    .testTarget(
      name: "PagesTests",
      dependencies: ["Checks", "Pages", "Lessons", "Maths", "System"],
      swiftSettings: strict),
  ]
)
