/// The library that learners' programs are compiled and linked against, as the
/// package built it.
package struct Libraries: Sendable {
  /// The modules of the learner's library, in link order, with those through
  /// which the grader calls it.
  static let modules = [
    "Tensors", "Wire", "Datasets", "Networks", "Plots", "Workbench",
  ]

  /// Identifies the content of the library, for cache keys.
  package let identity: String

  /// A folder with the linked library, the linker command, and the compiler's
  /// cache of C modules; made once per build.
  package let linked: String

  let linker: Linker

  private let moduleFolder: String
  let buildFolder: String
  private let package: String
  private let toolchain: Toolchain
  private let cache: Cache

  /// Module maps of the C modules that the library imports.
  private let moduleMaps: [String]

  /// Finds the modules and objects in the build folder of a package.
  package init(
    buildFolder: String, package: String, toolchain: Toolchain, cache: Cache
  ) throws(GradingError) {
    moduleFolder = buildFolder + "/Modules"
    self.buildFolder = buildFolder
    self.package = package
    self.toolchain = toolchain
    self.cache = cache
    let mapFolders = Files.systemModules.map { "\(package)/Sources/\($0)" }
    moduleMaps = mapFolders.map { $0 + "/module.modulemap" }
      .filter(Files.exists)
    var objects: [String] = []
    var stamps: [String] = []
    for module in Self.modules {
      let found = builtObjects(of: module, in: buildFolder)
      let interface = "\(moduleFolder)/\(module).swiftmodule"
      guard !found.isEmpty, Files.exists(interface) else {
        throw GradingError(
          "the library is not built: \(module) is missing in \(buildFolder); "
            + "run `swift build` in \(package)")
      }
      objects += found
      stamps += (found + [interface]).compactMap(Files.stamp)
    }
    // The grader decides what may be compiled: when its rules change, programs
    // compiled before no longer count.
    stamps += builtObjects(of: "Grading", in: buildFolder)
      .compactMap(Files.stamp)
    identity = (stamps + [toolchain.identity]).joined(separator: "\n")
    linked = try linkedLibrary(
      objects, identity: identity, toolchain: toolchain, cache: cache)
    linker = Linker(notedIn: linked, toolchain: toolchain)
  }

  /// The same library, linked again into a cache.
  func relinked(in cache: Cache) throws(GradingError) -> Libraries {
    try Libraries(
      buildFolder: buildFolder, package: package, toolchain: toolchain,
      cache: cache)
  }

  /// A search path for imports that contains only these modules.
  func searchFolder(for allowed: [String]) throws(GradingError) -> String {
    let names = allowed.filter(Self.modules.contains).sorted()
    // The compiler must also find what an allowed module depends on; the import
    // check keeps learners from importing that by name.
    let needed = names.contains("Networks") || names.contains("Datasets")
    let all = Set(names + ["Tensors"] + (needed ? ["Datasets"] : []))
    return try searchFolder(ofExactly: all.sorted())
  }

  /// A search path with all modules, for the course's own part of a program.
  func searchFolderForDrivers() throws(GradingError) -> String {
    try searchFolder(ofExactly: Self.modules)
  }

  /// The files and folders, beside the toolchain's, from which an exercise
  /// with these imports is compiled and linked.
  func readable(for allowed: [String]) throws(GradingError) -> [String] {
    let search = try searchFolder(for: allowed)
    return Files.list(search).map { "\(moduleFolder)/\($0)" }
      .filter(Files.exists)
      + moduleMaps.map(Files.parent) + [search, linked]
  }

  private func searchFolder(
    ofExactly names: [String]
  ) throws(GradingError) -> String {
    let key = names.joined(separator: " ") + "\n" + identity
    return try cache.entry("modules", key: key) {
      folder throws(GradingError) in
      for name in names {
        let file = name + ".swiftmodule"
        try Files.link("\(folder)/\(file)", to: "\(moduleFolder)/\(file)")
      }
    }.get().folder
  }

  /// The compiler settings for every learner's module.
  func settings(searching folder: String) throws(GradingError) -> [String] {
    let noted = Files.readText(linked + headerFile) ?? ""
    let headers = noted.split(separator: "\n").flatMap { ["-Xcc", String($0)] }
    let maps = moduleMaps.flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] }
    return [
      "-swift-version", "6", "-enable-upcoming-feature",
      "MemberImportVisibility", "-O", "-g", "-I", folder,
      // Kept with the library, because it contains that library's paths.
      "-module-cache-path", linked + "/clang",
      "-diagnostic-style", "llvm",
      // In seconds: an expression that takes longer is an error in its line.
      "-solver-expression-time-threshold=15",
      // Swift 6.3's optimizer drops the bounds check of `v[i + 1]` in a loop
      // over `v.indices`, so a learner would read past the end unnoticed.
      "-Xllvm", "-sil-disable-pass=bcopts",
      // Functions merged because they are alike, such as two closures, lose
      // their lines, and with them the reason of a trap.
      "-Xllvm", "-swiftmergefunc-threshold=0",
      // Without frame pointers a backtrace does not reach the learner's line.
      "-Xcc", "-fno-omit-frame-pointer",
    ] + maps + headers
  }
}

/// A folder with the objects of the library linked into one file.
private func linkedLibrary(
  _ objects: [String], identity: String, toolchain: Toolchain, cache: Cache
) throws(GradingError) -> String {
  try cache.entry("library", key: identity) { folder throws(GradingError) in
    try Linker.prepare(in: folder, toolchain: toolchain)
    // The linker writes next to the first object. Link to the objects from a
    // folder of our own, so that it may, even for two programs at once.
    var links: [String] = []
    for (number, object) in objects.enumerated() {
      let link = "\(folder)/\(number).o"
      try Files.link(link, to: object)
      links.append(link)
    }
    try Files.write(hiddenSymbols, to: folder + "/hidden")
    let search = pkgConfig("--libs-only-L", toolchain: toolchain)
    let command = toolchain.driver(
      ["-emit-library", "-o", folder + "/libLearning.so"] + links + search
        + ["-lz"] + hiding(folder + "/hidden"))
    let result = try runOne(command, seconds: 120)
    guard result.succeeded else {
      throw GradingError(
        "the library cannot be linked: \(lastLines(result.errors))")
    }
    for link in links { Files.remove(link) }
    let headers = pkgConfig("--cflags-only-I", toolchain: toolchain)
    try Files.write(headers.joined(separator: "\n"), to: folder + headerFile)
  }.get().folder
}

/// The file that lists the folders of C headers, one per line.
private let headerFile = "/headers"

private func pkgConfig(_ question: String, toolchain: Toolchain) -> [String] {
  let command = toolchain.command(
    "/usr/bin/env", ["pkg-config", question, "zlib"])
  guard let result = try? runOne(command, seconds: 10), result.succeeded
  else { return [] }
  return result.text.split(whereSeparator: \.isWhitespace).map(String.init)
}

/// The objects of a module's current sources; those of files that were renamed
/// or removed stay in the folder but are left out.
private func builtObjects(of module: String, in buildFolder: String) -> [String]
{
  let folder = "\(buildFolder)/\(module).build"
  let sources = Files.readText(folder + "/sources") ?? ""
  // Paths with spaces are quoted there.
  return sources.split(separator: "\n").compactMap { line in
    line.split(separator: "/").last.map { name in
      "\(folder)/\(name.filter { $0 != "'" }).o"
    }
  }.filter(Files.exists)
}

/// The linker script that hides functions that learners write themselves: the
/// library has them for its own use, and learners' programs must neither link
/// with them nor look them up.
private let hiddenSymbols = """
  { local:
    $s7Tensors6TensorV7softmax*;
    $s7Tensors6TensorV9logSumExp*;
    $s7Tensors6TensorV10logSoftmax*;
    $s7Tensors6TensorV12crossEntropy*;
  };
  """

private func hiding(_ file: String) -> [String] {
  #if os(Linux)
  ["-Xlinker", "--version-script=\(file)"]
  #else
  []
  #endif
}

/// Runs one program until it ends.
func runOne(
  _ command: Command, seconds: Double, outputLimit: Int = 16 << 20,
  lines: (ArraySlice<UInt8>) -> Void = { _ in }
) throws(GradingError) -> Run {
  try runAll(
    [command], seconds: seconds, outputLimit: outputLimit, lines: lines)[0]
}

/// Runs programs in parallel until all have ended.
func runAll(
  _ commands: [Command], seconds: Double, outputLimit: Int = 16 << 20,
  lines: (ArraySlice<UInt8>) -> Void = { _ in }
) throws(GradingError) -> [Run] {
  do throws(LaunchError) {
    return try run(
      commands, seconds: seconds, outputLimit: outputLimit, lines: lines)
  } catch {
    throw GradingError(error.description)
  }
}
