/// Names the functions and lines at the addresses of a backtrace.
///
/// Swift's own backtrace leaves out what was inlined into a closure, and with
/// it the reason of the trap.
package struct Symbolizer: Sendable {
  private let path: String
  private let toolchain: Toolchain

  /// The program that ran.
  ///
  /// The path in its crash report is not trusted, because the learner's code may
  /// have printed the report.
  private let program: String

  /// Nil if the toolchain has no `llvm-symbolizer`.
  package init?(of toolchain: Toolchain, for program: String) {
    self.program = program
    let folder = Files.parent(Files.resolvingLinks(toolchain.compiler))
    path = folder + "/llvm-symbolizer"
    guard Files.exists(path) else { return nil }
    self.toolchain = toolchain
  }

  /// The functions at each address of the program, innermost first; empty if
  /// the program cannot be read.
  func frames(at addresses: [UInt64]) -> [[CrashReport.Frame]] {
    let places = addresses.map { "0x" + String($0, radix: 16) }
    let run = try? runOne(
      toolchain.command(
        path, ["--obj=\(program)", "--inlines", "--output-style=LLVM"] + places),
      seconds: 10)
    guard let run, run.succeeded else { return [] }
    let groups = run.text.split(
      separator: "\n", omittingEmptySubsequences: false
    ).split(whereSeparator: \.isEmpty)
    return groups.count == addresses.count ? groups.map(frames) : []
  }

  /// Two lines each: the name, then the file, line and column.
  private func frames(
    in lines: ArraySlice<Substring>
  ) -> [CrashReport.Frame] {
    let lines = Array(lines)
    return stride(from: 0, to: lines.count - 1, by: 2).map { start in
      var frame = CrashReport.Frame(
        name: String(lines[start]), isInlined: start + 2 < lines.count)
      frame.setPlace(lines[start + 1])
      return frame
    }
  }
}

extension CrashReport {
  /// The report with everything that was inlined in the program.
  func completed(by symbolizer: Symbolizer) -> CrashReport {
    guard let image else { return self }
    let own = frames.indices.filter {
      !frames[$0].isInlined && image.holds(frames[$0].instruction)
    }
    let found = symbolizer.frames(
      at: own.map { frames[$0].instruction - image.start })
    guard found.count == own.count else { return self }
    var report = self
    report.frames = []
    for (index, frame) in frames.enumerated() {
      if let place = own.firstIndex(of: index), !found[place].isEmpty {
        // Its name is mangled there.
        var all = found[place]
        all[all.count - 1].name = frame.name
        report.frames += all
      } else if !(frame.isInlined && image.holds(frame.address)) {
        report.frames.append(frame)
      }
    }
    return report
  }

  /// Whether the backtrace does not tell where in the program it stopped.
  var isIncomplete: Bool {
    guard let image else { return false }
    return frames.first { image.holds($0.address) }?.line == nil
  }
}
