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
// `swift run course check 7` trains at full speed.
let optimised = strict + [.unsafeFlags(["-O"])]

// A learner's own module: warnings stay warnings, and imports stay simple.
let learner: [SwiftSetting] = [
  .enableUpcomingFeature("MemberImportVisibility")
]

/// The lessons whose exercises are targets; `verify` compares this list with
/// the folders (a listing at build time is not seen by the manifest's cache).
struct LessonFolder {
  var number: String
  var name: String
  /// What "right" means: the files of the trusted target `Content`.
  var trusted: [String]
  var extras: [String] = []
  var modules: [String] = ["Tensors"]

  var folder: String { "\(number)-\(name)" }
  var module: String { "Exercise\(number)" }
}

let lessons = [
  LessonFolder(
    number: "01", name: "linear-regression",
    trusted: [
      "RegressionChecks.swift", "RegressionDerivations.swift",
      "RegressionFigures.swift", "RegressionHints.swift",
      "RegressionInputs.swift", "RegressionSubjects.swift",
      "RegressionTraining.swift",
    ]),
  LessonFolder(
    number: "02", name: "classification",
    trusted: [
      "ClassificationChecks.swift", "ClassificationFigures.swift",
      "ClassificationHints.swift", "ClassificationInputs.swift",
      "ClassificationSubjects.swift",
    ]),
  LessonFolder(
    number: "03", name: "softmax",
    trusted: [
      "SoftmaxChecks.swift", "SoftmaxSubject.swift", "SoftmaxDerivations.swift",
      "SoftmaxFigures.swift", "SoftmaxHints.swift",
    ]),
  LessonFolder(
    number: "04", name: "cross-entropy",
    trusted: [
      "CrossEntropyChecks.swift", "CrossEntropyDerivations.swift",
      "CrossEntropyFigures.swift", "CrossEntropyGradient.swift",
      "CrossEntropyHints.swift", "CrossEntropyLogSumExp.swift",
      "CrossEntropyLogits.swift", "CrossEntropyMistakes.swift",
      "CrossEntropyReference.swift",
    ]),
  LessonFolder(
    number: "05", name: "losses",
    trusted: [
      "LossesChecks.swift", "LossesDerivations.swift", "LossesFigures.swift",
      "LossesHints.swift", "LossesSubjects.swift",
    ]),
  LessonFolder(
    number: "06", name: "fashion-mnist",
    trusted: [
      "FashionChecks.swift", "IDXFile.swift", "BatchesChecks.swift",
      "FashionFigures.swift", "FashionFreedom.swift", "FashionHints.swift",
      "FashionInputs.swift", "FashionPictures.swift",
    ]),
  LessonFolder(
    number: "07", name: "softmax-scratch",
    trusted: [
      "ScratchChecks.swift", "ScratchDerivations.swift", "ScratchEpochs.swift",
      "ScratchEvaluation.swift", "ScratchFigures.swift",
      "ScratchFreedom.swift", "ScratchHints.swift",
      "ScratchInputs.swift", "ScratchModel.swift", "ScratchParameters.swift",
      "ScratchTinyEpoch.swift", "ScratchTraining.swift",
    ],
    extras: ["Driver.swift"],
    modules: [
      "Tensors", "Datasets", "Exercise02", "Exercise03", "Exercise04",
    ]),
  LessonFolder(
    number: "08", name: "softmax-concise",
    trusted: [
      "ConciseChecks.swift", "LossChecks.swift", "ConciseTraining.swift",
      "ConciseDerivations.swift", "ConciseHints.swift", "ConciseFigures.swift",
    ],
    extras: ["Driver.swift"], modules: ["Tensors", "Networks", "Datasets"]),
  LessonFolder(
    number: "09", name: "prediction",
    trusted: [
      "PredictionChecks.swift", "ConfusionChecks.swift", "FractionChecks.swift",
      "PredictionHints.swift", "PredictionFigures.swift",
      "TestPictures.swift", "MistakenPictures.swift",
    ],
    modules: ["Tensors", "Networks", "Datasets"]),
  LessonFolder(
    number: "10", name: "generalization",
    trusted: [
      "GeneralizationChecks.swift", "GeneralizationDerivations.swift",
      "GeneralizationFigures.swift", "GeneralizationFreedom.swift",
      "GeneralizationHints.swift",
      "GeneralizationInputs.swift", "GeneralizationPivots.swift",
      "GeneralizationSubjects.swift",
    ]),
]

/// What stands in a lesson's folder and belongs to no target.
func papers(of lesson: LessonFolder) -> [String] {
  ["lesson.md", "Starter.swift", "Mistakes", "mutants.yaml", "figures"]
    + lesson.extras
}

/// The module that a learner writes, in place.
let exercises: [Target] = lessons.map { lesson in
  .target(
    name: lesson.module,
    dependencies: lesson.modules.map { .target(name: $0) },
    path: "Lessons/\(lesson.folder)",
    exclude: papers(of: lesson) + lesson.trusted,
    sources: ["Exercise.swift"],
    swiftSettings: learner)
}

/// What "right" means: the checks of all lessons, trusted.
let content: Target = .target(
  name: "Content",
  dependencies: [
    "Checks", "Datasets", "Figures", "Networks", "Tensors", "Wire",
  ],
  path: "Lessons",
  exclude: ["README.md", "SOURCES.md", "coverage.json", "exercises.json"]
    + lessons.flatMap { lesson in
      (papers(of: lesson) + ["Exercise.swift"]).map {
        "\(lesson.folder)/\($0)"
      }
    },
  sources: [
    "LinearClassifier.swift", "Matrices.swift", "NoImitation.swift",
    "NormalWeights.swift", "Registry.swift", "Scores.swift",
    "SharedFigures.swift",
    "Slopes.swift", "WholeTraining.swift",
  ]
    + lessons.flatMap { lesson in
      lesson.trusted.map { "\(lesson.folder)/\($0)" }
    },
  swiftSettings: optimised)

let package = Package(
  name: "course",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "course", targets: ["course"]),
    .executable(name: "course-author", targets: ["course-author"]),
    // For `Benchmarks`, a package of its own.
    .library(
      name: "ModelLibrary", targets: ["Tensors", "Networks", "Datasets"]),
  ],
  dependencies: [
    .package(
      url: "https://github.com/apple/swift-argument-parser",
      from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: exercises + [
    content,

    // Floor 0: C stops here.
    .systemLibrary(
      name: "Ccmark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .systemLibrary(
      name: "COpenBLAS", pkgConfig: "openblas",
      providers: [.apt(["libopenblas-dev"]), .brew(["openblas"])]),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(
      name: "Czlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),

    // Floor 0: what differs between systems, and the only way to a file.
    .target(name: "System", swiftSettings: optimised),

    // Wing B: what the learner calls.
    .target(
      name: "Tensors", dependencies: ["COpenBLAS"], exclude: ["README.md"],
      swiftSettings: optimised),
    .target(
      name: "Networks", dependencies: ["Tensors", "Datasets"],
      exclude: ["README.md"],
      swiftSettings: optimised),
    .target(
      name: "Datasets", dependencies: ["Tensors", "Czlib"],
      swiftSettings: optimised),
    .target(
      name: "Workbench", dependencies: ["Wire", "Tensors"],
      swiftSettings: optimised),

    // The doorway between the wings.
    .target(name: "Wire", dependencies: ["Tensors"], swiftSettings: optimised),

    // Wing A: the trusted process.
    .target(name: "Maths", swiftSettings: optimised),
    .target(
      name: "Lessons",
      dependencies: [
        "Ccmark", "System", .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: optimised),
    .target(
      name: "Checks", dependencies: ["Datasets", "System", "Tensors", "Wire"],
      swiftSettings: optimised),
    .target(name: "Figures", swiftSettings: strict),
    .target(
      name: "Grading",
      dependencies: [
        "CLinux", "Checks", "Datasets", "Lessons", "System", "Tensors",
        "Wire",
      ],
      swiftSettings: optimised),
    .target(
      name: "Journals", dependencies: ["System"], swiftSettings: strict),
    .target(
      name: "Pages",
      dependencies: ["Checks", "Figures", "Lessons", "Maths", "System"],
      swiftSettings: optimised),
    // What the author's gate looks at: above the rooms it looks into.
    .target(
      name: "Audits",
      dependencies: [
        "Checks", "Figures", "Grading", "Lessons", "Maths", "Pages",
        "System", "Tensors",
      ],
      swiftSettings: optimised),
    .target(
      name: "Terminals", dependencies: ["Pages"], swiftSettings: strict),
    .target(
      name: "Commands",
      dependencies: [
        "Checks", "Datasets", "Figures", "Grading", "Journals",
        "Lessons", "Pages", "System", "Terminals", "Wire",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .target(
      name: "AuthorCommands",
      dependencies: [
        "Audits", "Checks", "Commands", "Figures", "Grading", "Lessons",
        "System", "Tensors",
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
        "Commands", "Grading", "Pages", "toy-course", "toy-course-author",
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
      name: "FiguresTests", dependencies: ["Figures"], swiftSettings: strict),
    .testTarget(
      name: "ContentTests",
      dependencies: [
        "Audits", "Checks", "Content", "Datasets", "Figures", "Grading",
        "Lessons", "Tensors", "course",
      ],
      swiftSettings: strict),

    .testTarget(
      name: "TensorsTests", dependencies: ["Tensors"],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "NetworksTests",
      dependencies: ["Networks", "Datasets", "Tensors", "Wire", "Workbench"],
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
      name: "MathsTests", dependencies: ["Maths"], swiftSettings: strict),
    .testTarget(
      name: "PagesTests",
      dependencies: ["Checks", "Pages", "Lessons", "Maths"],
      swiftSettings: strict),
  ]
)
