/// The library that learners' programs are compiled and linked against, as
/// the package's own build left it.
package struct Libraries: Sendable {
  /// The modules of wing B and the doorway, in the order they are linked.
  static let modules = ["Tensors", "Wire", "Datasets", "Networks", "Workbench"]

  /// What stands for the content of the library.
  let identity: String

  /// A folder with the library as one linked file, the way to link with it,
  /// and the compiler's cache of C modules; made once for each build.
  let linked: String

  let linker: Linker

  private let moduleFolder: String
  let buildFolder: String
  private let package: String
  private let toolchain: Toolchain
  private let cache: Cache

  /// C modules that the library's modules were compiled with.
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
    // What may be compiled is the grader's to say: with other rules, what was
    // compiled before counts no more.
    stamps += builtObjects(of: "Grading", in: buildFolder)
      .compactMap(Files.stamp)
    identity = (stamps + [toolchain.identity]).joined(separator: "\n")
    linked = try linkedLibrary(
      objects, identity: identity, toolchain: toolchain, cache: cache)
    linker = Linker(notedIn: linked, toolchain: toolchain)
  }

  /// The same library, linked afresh into a cache.
  func relinked(in cache: Cache) throws(GradingError) -> Libraries {
    try Libraries(
      buildFolder: buildFolder, package: package, toolchain: toolchain,
      cache: cache)
  }

  /// A folder with these modules alone, to be searched for imports.
  func searchFolder(for allowed: [String]) throws(GradingError) -> String {
    let names = allowed.filter(Self.modules.contains).sorted()
    // What an allowed module is built on must be found as well; that it is
    // not imported by name is the import check's to see.
    let needed = names.contains("Networks") || names.contains("Datasets")
    let all = Set(names + ["Tensors"] + (needed ? ["Datasets"] : []))
    return try searchFolder(ofExactly: all.sorted())
  }

  /// A folder with all modules, for the course's own part of a program.
  func searchFolderForDrivers() throws(GradingError) -> String {
    try searchFolder(ofExactly: Self.modules)
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

  /// The settings that every learner's module is compiled with.
  func settings(searching folder: String) throws(GradingError) -> [String] {
    let noted = Files.readText(linked + headerFile) ?? ""
    let headers = noted.split(separator: "\n").flatMap { ["-Xcc", String($0)] }
    let maps = moduleMaps.flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] }
    return [
      "-swift-version", "6", "-enable-upcoming-feature",
      "MemberImportVisibility", "-O", "-g", "-I", folder,
      // With the library, because it holds that library's paths.
      "-module-cache-path", linked + "/clang",
      "-diagnostic-style", "llvm",
      // Swift 6.3's optimiser drops the bounds check of `v[i + 1]` in a loop
      // over `v.indices`: a learner would read beyond the end unnoticed.
      "-Xllvm", "-sil-disable-pass=bcopts",
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
    // The linker writes beside the first object: links to them in a folder
    // of our own let it, and let two do it at once.
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

/// Where the folders of C headers are noted, one a line.
private let headerFile = "/headers"

private func pkgConfig(_ question: String, toolchain: Toolchain) -> [String] {
  let command = toolchain.command(
    "/usr/bin/env", ["pkg-config", question, "zlib"])
  guard let result = try? runOne(command, seconds: 10), result.succeeded
  else { return [] }
  return result.text.split(whereSeparator: \.isWhitespace).map(String.init)
}

/// The objects of the sources that a module has: those of files renamed or
/// removed stay in the folder, and are not among them.
private func builtObjects(of module: String, in buildFolder: String) -> [String]
{
  let folder = "\(buildFolder)/\(module).build"
  let sources = Files.readText(folder + "/sources") ?? ""
  // A path with spaces stands in quotes there.
  return sources.split(separator: "\n").compactMap { line in
    line.split(separator: "/").last.map { name in
      "\(folder)/\(name.filter { $0 != "'" }).o"
    }
  }.filter(Files.exists)
}

/// What learners write themselves is in the library for its own use, and
/// cannot be linked with or looked up in it.
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

/// Runs one program to its end.
func runOne(
  _ command: Command, seconds: Double, outputLimit: Int = 16 << 20,
  lines: (ArraySlice<UInt8>) -> Void = { _ in }
) throws(GradingError) -> Run {
  try runAll(
    [command], seconds: seconds, outputLimit: outputLimit, lines: lines)[0]
}

/// Runs programs side by side to their ends.
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
