import Foundation
import Testing

@testable import Classes

@Suite("The policy of the sandbox")
struct PolicyTests {
  private var policy: SandboxPolicy {
    var policy = SandboxPolicy(
      tools: SandboxTools(
        bubblewrap: "/usr/bin/bwrap", prlimit: "/usr/bin/prlimit",
        setpriv: "/usr/bin/setpriv", setprivLibraries: ["/lib/libcap.so"]),
      limits: SandboxPolicy.Limits(
        processorSeconds: 5, megabytes: 1_024, fileMegabytes: 16))
    policy.readable = ["/opt/it's/program"]
    policy.environment = ["LANG": "C.UTF-8"]
    return policy
  }

  @Test func itPrintsAsTheCommandItStandsFor() {
    #expect(
      policy.description == """
        /usr/bin/prlimit --cpu=5:6 --as=1073741824 --fsize=16777216 \
        --nofile=64 --nproc=256 --stack=8388608 --core=0 /usr/bin/bwrap \
        --unshare-ipc --unshare-pid --unshare-net --unshare-uts \
        --unshare-cgroup-try --hostname box --die-with-parent --new-session \
        --cap-drop ALL --unshare-user --uid 65534 --gid 65534 \
        --disable-userns --clearenv --setenv LANG C.UTF-8 --dir /opt \
        --dir '/opt/it'\\''s' --size 16777216 --perms 1777 --tmpfs /tmp \
        --ro-bind '/opt/it'\\''s/program' '/opt/it'\\''s/program' \
        --chdir /tmp --remount-ro / -- PROGRAM
        """)
  }

  @Test func aUserOfItsOwnTakesThePlaceOfNobody() {
    var policy = policy
    policy.user = 60_001
    let words = policy.running(["/program", "--", "x"])
    #expect(!words.contains("--unshare-user"))
    #expect(
      words.suffix(13) == [
        "--", "/usr/bin/setpriv", "--reuid", "60001", "--regid", "60001",
        "--clear-groups", "--inh-caps=-all", "--no-new-privs", "--", "/program",
        "--", "x",
      ])
  }

  @Test func withoutABoxThereAreStillLimitsAndAUser() {
    var policy = policy
    policy.tools.bubblewrap = nil
    policy.user = 60_001
    let words = policy.running(["/program"])
    #expect(words.first == "/usr/bin/prlimit")
    #expect(!words.contains("--unshare-net"))
    #expect(words.contains("--reuid") && words.last == "/program")
  }

  @Test func aFilterIsOpenedForBubblewrap() {
    var policy = policy
    policy.filter = "/w/filter"
    let words = policy.running(["/program"])
    #expect(
      words.prefix(4) == [
        "/bin/sh", "-c", "exec \"$@\" 9<\"$0\"", "/w/filter",
      ])
    #expect(words.firstIndex(of: "--seccomp").map { words[$0 + 1] } == "9")
  }

  @Test func temporaryFilesComeBeforeWhatIsMountedAmongThem() throws {
    var policy = policy
    policy.readable = ["/tmp/a/program"]
    policy.writable = "/tmp/a/out"
    let words = policy.running(["/program"])
    let temporary = try #require(words.firstIndex(of: "--tmpfs"))
    let readable = try #require(words.firstIndex(of: "--ro-bind"))
    let writable = try #require(words.firstIndex(of: "--bind"))
    #expect(temporary < readable && readable < writable)
    #expect(words.firstIndex(of: "--remount-ro").map { $0 > writable } == true)
  }
}
