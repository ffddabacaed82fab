import Foundation
import Testing

@testable import Grading

/// What the system does to programs on the course's behalf.
@Suite("Programs that are started")
struct SpawningTests {
  private func shell(
    _ script: String, limits: ResourceLimits? = nil,
    protection: WriteProtection? = nil
  ) throws -> Run {
    var command = Command("/bin/sh", ["-c", script], limits: limits)
    command.environment["PATH"] = "/usr/bin:/bin"
    command.protection = protection
    command.watchdog = try Watchdog()
    return try #require(try run([command], seconds: 20).first)
  }

  @Test func theProgramIsNotChangedByItsShell() throws {
    let limits = ResourceLimits(megabytes: 512, processorSeconds: 7)
    let run = try shell(
      "echo \"$0 $#\"; ulimit -t; ulimit -n; ls /proc/self/fd | wc -l; exit 9",
      limits: limits)
    #if os(Linux)
    // Standard input, output, error, and the folder that `ls` reads.
    #expect(run.text == "/bin/sh 0\n7\n128\n4\n", "\(run.errors)")
    #endif
    #expect(run.exitStatus == 9)
  }

  @Test func aFileLargerThanAllowedEndsTheProgram() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/\(UUID())"
    try Files.makePrivateFolder(folder)
    defer { Files.remove(folder) }
    var limits = ResourceLimits(megabytes: 512, processorSeconds: 7)
    limits.fileMegabytes = 1
    let run = try shell(
      "exec dd if=/dev/zero of=\(folder)/x bs=1024 count=3000", limits: limits)
    #expect(run.exitStatus != 0)
    let size = try FileManager.default.attributesOfItem(
      atPath: folder + "/x")[.size]
    #expect(size as? Int ?? 0 <= 1 << 20)
  }

  #if os(Linux)
  @Test func aProtectedFolderCannotBeWritten() throws {
    let root = FileManager.default.temporaryDirectory.path + "/\(UUID())"
    let (kept, free) = (root + "/kept", root + "/free")
    for folder in [root, kept, free] { try Files.makePrivateFolder(folder) }
    defer { Files.remove(root) }
    try Files.write("before", to: kept + "/file")
    let script = """
      echo after > \(kept)/file; rm \(kept)/file; mv \(kept)/file \(free)/file
      ln -s x \(kept)/link; mkdir \(kept)/folder; truncate -s 0 \(kept)/file
      mv \(kept) \(root)/away; echo hello > \(free)/new; cat \(kept)/file
      kill -0 $PPID && echo reached
      """
    let protection = WriteProtection(protecting: [kept], temporary: free)
    let run = try shell(script, protection: protection)
    #expect(run.text == "before", "\(run.errors)")
    #expect(Files.readText(free + "/new") == "hello\n")
    #expect(Files.list(kept) == ["file"])
    // The folder for temporary files is not free where it holds what is kept.
    #expect(
      WriteProtection(protecting: [kept], temporary: root).writable
        == ["/dev/null", "/dev/zero"])
    #expect(
      WriteProtection(protecting: [kept], temporary: kept).writable
        == ["/dev/null", "/dev/zero"])
  }
  #endif
}
