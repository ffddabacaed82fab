/// Calls the linker, by the same command for every program.
///
/// Swift's driver runs four programs and takes about 100 ms to link, and it
/// lets each object name libraries and options of its own. The course knows
/// what a program needs, so such requests in objects are ignored.
struct Linker: Sendable {
  private let toolchain: Toolchain

  /// The folder of Swift's runtime libraries, and the command with which clang
  /// would call the linker on this system.
  private let libraryFolder: String
  private let recipe: [String]

  private static let recipeFile = "/link"
  private static let output = "OUTPUT"
  private static let object = "OBJECT.o"

  /// Records in a folder how programs are linked on this system.
  static func prepare(
    in folder: String, toolchain: Toolchain
  ) throws(GradingError) {
    #if os(Linux)
    let object = "\(folder)/\(Self.object)"
    try Files.write("", to: object)
    defer { Files.remove(object) }
    let result = try runOne(
      toolchain.command(
        toolchain.clang,
        ["-###", "-fuse-ld=lld", "-pie", object, "-o", Self.output]),
      seconds: 30)
    let line = result.errors.split(separator: "\n").last { $0.contains(object) }
    guard result.succeeded, let line else {
      throw GradingError(
        "\(toolchain.clang) does not print its linker command: "
          + lastLines(result.errors))
    }
    let words = line.split(separator: "\"").map(String.init)
      .filter { !$0.allSatisfy { $0 == " " } }
    let recipe =
      [try toolchain.libraryFolder()]
      + words.map { $0 == object ? Self.object : $0 }
    try Files.write(
      recipe.joined(separator: "\n"), to: folder + recipeFile)
    #endif
  }

  /// Reads the command recorded in the folder of the linked library.
  init(notedIn folder: String, toolchain: Toolchain) {
    self.toolchain = toolchain
    let lines = (Files.readText(folder + Self.recipeFile) ?? "")
      .split(separator: "\n").map(String.init)
    libraryFolder = lines.first ?? ""
    recipe = Array(lines.dropFirst())
  }

  /// A command that links objects and the library in `library` into a program.
  func command(
    linking objects: [String], library: String, into program: String,
    withFoundation: Bool
  ) -> Command {
    let own = ["-L", library, "-lLearning", "-lm"]
    #if os(Linux)
    let folder = libraryFolder
    var names = [
      "swiftCore", "swift_Concurrency", "swift_StringProcessing",
      "swift_RegexParser", "swiftSynchronization", "swiftGlibc",
    ]
    if withFoundation {
      names += [
        "Foundation", "FoundationEssentials", "FoundationInternationalization",
        "dispatch", "swiftDispatch", "BlocksRuntime",
      ]
    }
    let libraries = names.filter { Files.exists("\(folder)/lib\($0).so") }
    let middle =
      ["\(folder)/\(architecture)/swiftrt.o"] + objects + own
      + ["-rpath", library, "-L", folder, "-rpath", folder, "--as-needed"]
      + libraries.map { "-l" + $0 }
      // Ignore the libraries that an object names.
      + ["--no-dependent-libraries", "--no-as-needed"]
      // A program this small links faster than threads start.
      + ["--threads=1", "--build-id=none"]
    let words = recipe.flatMap { word in
      word == Self.object ? middle : [word == Self.output ? program : word]
    }
    return toolchain.command(words.first ?? "ld.lld", Array(words.dropFirst()))
    #else
    return toolchain.driver(
      ["-o", program] + objects + own
        + ["-Xlinker", "-rpath", "-Xlinker", library])
    #endif
  }
}

#if arch(arm64)
let architecture = "aarch64"
#else
let architecture = "x86_64"
#endif
