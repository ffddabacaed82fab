import Checks
import Classes
import Foundation
import Grading
import Testing

#if os(Linux)
/// Real submissions in real boxes.
@Suite("Grading a class", .serialized, .needsBubblewrap)
struct GradingClassTests {
  @Test func aClassIsGraded() throws {
    let folder = try TemporaryFolder()
    let right = try solution()
    try folder.write(right, to: "in/ada/Exercise.swift")
    try folder.write(
      right.replacing("shifted.exp()", with: "shifted.exp() + 1"),
      to: "in/bob.swift")
    try folder.write(
      "import Tensors\npublic func softmax(_ x: Tensor) -> Tensor { x + }",
      to: "in/eve/Exercise03.swift")
    try folder.write(
      Zip(entries: [.init(path: "a/x.swift", data: Array(right.utf8))]).bytes,
      to: "in/zoe.zip")
    try folder.write(
      right.replacing("import Tensors", with: "import Tensors\nimport Content"),
      to: "in/ivy/Exercise.swift")
    try shell("ln -s /etc/passwd \"$1\"/in/mallory", folder.path)
    try folder.write(
      """
      exercises:
        3: { points: { agreement: 4 }, hidden: [agreement, square] }
      """, to: "class.yml")
    try folder.write("id,name\nada,\"=Ada\"\nnobody,N\n", to: "roster.csv")
    let run = try course(
      "grade", folder.path + "/in", "--class", folder.path + "/class.yml",
      "--roster", folder.path + "/roster.csv", "--out", folder.path + "/out")
    #expect(run.exitStatus == 0, "\(run.errors)")
    let results = try results(in: folder.path + "/out")
    #expect(
      results.mapValues(\.verdict) == [
        "ada": .passed, "bob": .failed, "eve": .compileError, "zoe": .passed,
        "ivy": .rejected, "mallory": .rejected,
      ])
    #expect(results.values.allSatisfy { $0.sandbox == .bubblewrap })
    // 26 checks of a point each, and one of them is worth four.
    #expect(results.values.allSatisfy { $0.maxPoints == 29 })
    #expect(results["ada"]?.points == 29 && results["eve"]?.points == 0)
    #expect(results["eve"]?.diagnostics.first?.file == "Exercise.swift")
    let table = try #require(folder.read("out/grades.csv"))
    #expect(table.contains("ada,'=Ada,,29,29,passed,29,29\r\n"))
    #expect(table.contains("nobody,N,,,29,missing,0,29\r\n"))
    let path =
      packageFolder
      + "/Sources/Classes/Schemas/submission-result.schema.json"
    let schema = try #require(
      JSONSerialization.jsonObject(
        with: try Data(contentsOf: URL(filePath: path))) as? [String: Any])
    for name in folder.names(in: "out/results") {
      let data = try Data(
        contentsOf: URL(filePath: "\(folder.path)/out/results/\(name)"))
      #expect(
        violations(of: schema, by: try JSONSerialization.jsonObject(with: data))
          == [], "\(name)")
    }
    // A second time everything is there.
    let again = try course(
      "grade", folder.path + "/in", "--class", folder.path + "/class.yml",
      "--out", folder.path + "/out")
    #expect(again.exitStatus == 0, "\(again.errors)")
    #expect(again.errors.hasSuffix("course: 6 of 6 graded\n"))
    #expect(folder.names(in: "out/results").count == 6)
  }

  /// A bubblewrap that boxes nothing is found out.
  @Test func withoutASandboxNothingIsGraded() throws {
    let folder = try TemporaryFolder()
    try folder.write(try solution(), to: "in/ada/Exercise.swift")
    // What the canary leaves outside, where it may.
    defer { for file in ["/escape", "/lib/escape"] { unlink(file) } }
    let path = try folder.write(
      """
      #!/bin/sh
      while [ "$1" != -- ]; do
        if [ "$1" = --chdir ]; then cd "$2"; fi
        shift
      done
      shift
      case $1 in
      *setpriv)
        while [ "$1" != -- ]; do shift; done
        shift
        ;;
      esac
      exec "$@"
      """, to: "bin/bwrap")
    chmod(path, 0o755)
    let old = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let run = try course(
      "grade", folder.path + "/in", "--exercise", "3", "--out",
      folder.path + "/out",
      environment: ["PATH": "\(folder.path)/bin:\(old)"])
    #expect(run.exitStatus == 3)
    #expect(run.errors.contains("a hostile program got out"), "\(run.errors)")
    for escape in [
      "it can read /etc/passwd", "it reaches the network",
      "a process outlived the box",
    ] {
      #expect(run.errors.contains(escape), "\(run.errors)")
    }
    #expect(folder.names(in: "out/results") == [])
    let unsafe = try course(
      "grade", folder.path + "/in", "--exercise", "3", "--out",
      folder.path + "/out", "--unsafe-no-sandbox")
    #expect(unsafe.exitStatus == 0, "\(unsafe.errors)")
    let results = try results(in: folder.path + "/out")
    #expect(results["ada"]?.verdict == .passed)
    #expect(results["ada"]?.sandbox == Sandbox.none)
  }

  /// Where there can be no box, as in many containers, a program that runs as
  /// another user still cannot write what the grader writes, nor stay.
  @Test(.enabled(if: geteuid() == 0, "only root can be another user"))
  func withoutASandboxAnotherUserRunsIt() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "out/results.json")
    try folder.write("", to: "tmp/empty")
    let attack = """
      import Glibc
      import Tensors
      public func softmax(_ x: Tensor) -> Tensor {
        let paths = ["\(folder.path)/out/results.json", "\(folder.path)/new"]
        for path in paths where open(path, O_CREAT | O_WRONLY, 0o644) >= 0 {
          fatalError("REACHED")
        }
        if getuid() == 0 || setuid(0) == 0 { fatalError("REACHED") }
        if fork() == 0 {
          setsid()
          while true {
            _ = fork()
            kill(-1, SIGKILL)
          }
        }
        if open("/dev/tty", O_RDWR) >= 0 { fatalError("REACHED") }
        _ = creat("/dev/shm/left-\(folder.path.suffix(8))", 0o600)
        let shifted = x - x.max(axis: 1, keepingDimensions: true)
        let powers = shifted.exp()
        return powers / powers.sum(axis: 1, keepingDimensions: true)
      }
      """
    let model = try solution()
    let rest = try #require(model.firstRange(of: "public func isSoftmax"))
    try folder.write(
      attack + "\n" + model[rest.lowerBound...], to: "in/eve.swift")
    try folder.write(model, to: "in/zoe.swift")
    let run = try course(
      "grade", folder.path + "/in", "--exercise", "3", "--out",
      folder.path + "/out", "--unsafe-no-sandbox", "--jobs", "1",
      environment: ["TMPDIR": folder.path + "/tmp"])
    #expect(run.exitStatus == 0, "\(run.errors)")
    #expect(run.errors.contains("runs as another user"))
    let results = try results(in: folder.path + "/out")
    #expect(results["zoe"]?.verdict == .passed)
    #expect(results["zoe"]?.sandbox == Sandbox.none)
    let eve = try #require(results["eve"])
    #expect(eve.checks.allSatisfy { !$0.message.contains("REACHED") })
    // It was compiled and run.
    #expect(eve.checks.contains { $0.verdict == .passed })
    let left = try shell("ps -eo args | grep -c \"$1/tm[p]\"", folder.path)
    #expect(left.text == "0\n")
    // What it left where everybody may write is gone.
    #expect(access("/dev/shm/left-\(folder.path.suffix(8))", F_OK) != 0)
    #expect(folder.read("out/results.json") == "old")
    #expect(folder.read("new") == nil)
  }

  /// What one submission uses up, another does not lack.
  @Test func neighboursDoNotDisturbEachOther() throws {
    let folder = try TemporaryFolder()
    let right = try solution()
    func answer(_ body: String) -> String {
      """
      import Glibc
      import Tensors
      public func softmax(_ x: Tensor) -> Tensor {
        \(body)
        return x
      }
      public func isSoftmax(_ x: Tensor, _ y: Tensor) -> Bool { true }
      """
    }
    let hostile = [
      "forks": "while true { _ = fork() }",
      "hogs": """
      for _ in 0..<8 where fork() == 0 {
        let size = 600 << 20
        guard let hog = malloc(size) else { exit(9) }
        memset(hog, 1, size)
        while true { sleep(1) }
      }
      sleep(30)
      """,
      "fills": """
      while true {
        var name = Array("/tmp/XXXXXX".utf8CString)
        let file = mkstemp(&name)
        _ = write(file, name, name.count)
        close(file)
      }
      """,
    ]
    for (name, body) in hostile {
      try folder.write(answer(body), to: "in/\(name).swift")
    }
    for number in 0..<4 {
      try folder.write("// \(number)\n" + right, to: "in/honest\(number).swift")
    }
    let run = try course(
      "grade", folder.path + "/in", "--exercise", "3", "--out",
      folder.path + "/out", "--jobs", "2")
    #expect(run.exitStatus == 0, "\(run.errors)")
    let results = try results(in: folder.path + "/out")
    #expect(results.count == 7)
    for (name, result) in results {
      #expect(
        (result.verdict == .passed) == name.hasPrefix("honest"),
        "\(name): \(result.verdict)")
      if name == "hogs" || name == "forks" {
        print("\(name): \(result.verdict) \(result.message)")
      }
    }
  }

  /// The same seed gives the same scores, byte for byte but for the times.
  @Test func aSeedRepeatsResults() throws {
    let folder = try TemporaryFolder()
    let wrong = try solution().replacing("exp()", with: "exp().squared()")
    try folder.write(wrong, to: "in/ada/Exercise.swift")
    func grades(_ name: String, _ words: [String]) throws -> SubmissionResult {
      let run = try course(
        ["grade", folder.path + "/in", "--exercise", "3", "--out"]
          + ["\(folder.path)/\(name)"] + words)
      #expect(run.exitStatus == 0, "\(run.errors)")
      var result = try #require(
        try results(in: "\(folder.path)/\(name)")["ada"])
      result.graded = ""
      result.milliseconds = .init()
      for index in result.checks.indices {
        result.checks[index].milliseconds = 0
      }
      return result
    }
    let first = try grades("1", ["--seed", "9"])
    #expect(try grades("2", ["--seed", "9"]) == first)
    #expect(try grades("3", ["--seed", "10"]).seed != first.seed)
  }

  @Test func shardsAreCollected() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b", "c"] {
      try folder.write("// \(name)\n" + solution(), to: "in/\(name).swift")
    }
    let out = folder.path + "/out"
    let first = try course(
      "grade", folder.path + "/in", "--exercise", "3", "--out", out)
    #expect(first.exitStatus == 0, "\(first.errors)")
    let (manifest, other) = (out + "/manifest.jsonl", folder.path + "/other")
    func grade(_ words: String...) throws -> Run {
      try course(
        ["grade", "--manifest", manifest, "--out", other] + words)
    }
    #expect(try grade("--shard", "1/2").exitStatus == 0)
    let gaps = try grade("--collect")
    #expect(gaps.exitStatus == 1)
    #expect(
      gaps.errors == """
        course: no result: a, exercise 3, attempt 1
        course: no result: c, exercise 3, attempt 1

        """)
    // The same shard twice at once.
    let twice = try shell(
      """
      cd "$1"; for i in 1 2; do
        "$2" grade --manifest "$3" --out "$4" --shard 0/2 & pids="$pids $!"
      done
      for pid in $pids; do wait $pid || exit 1; done
      """, packageFolder, courseClass, manifest, other)
    #expect(twice.exitStatus == 0, "\(twice.errors)")
    let whole = try grade("--collect")
    #expect(whole.exitStatus == 0, "\(whole.errors)")
    #expect(folder.names(in: "other/results").count == 3)
    // A torn result is none.
    let name = try #require(folder.names(in: "other/results").first)
    try folder.write("{", to: "other/results/\(name)")
    #expect(try grade("--collect").exitStatus == 1)
  }
}
#endif
