internal import System

/// What the autograder of an assignment at Gradescope is made of.
package struct GradescopeAutograder: Sendable, Equatable {
  /// Where the course is cloned from, and the commit that grades: all
  /// submissions of an assignment are graded by the same one.
  package var repository: String
  package var commit: String
  package var exercises: [Int]

  /// The text of `class.yml`; nil for the course's own points.
  package var settings: String?

  /// Whether to grade without a sandbox; every result then says so.
  package var isUnsandboxed = false

  package init(
    repository: String, commit: String, exercises: [Int],
    settings: String? = nil
  ) {
    // Anyone who sees the archive could use a name and password.
    self.repository = repository.replacing(/^(?<start>https?:\/\/)[^\/]*@/) {
      "\($0.output.start)"
    }
    self.commit = commit
    self.exercises = exercises
    self.settings = settings
  }

  /// The files of the autograder's zip archive, by name, and whether each is
  /// a program.
  package var files: [(name: String, text: String, isProgram: Bool)] {
    var files = [
      ("setup.sh", setup, true), ("run_autograder", runner, true),
    ]
    if let settings { files.append(("class.yml", settings, false)) }
    return files
  }

  /// The zip archive to upload.
  package var archive: [UInt8] {
    var archive = ZipArchive()
    for file in files {
      archive.add(file.name, file.text, isProgram: file.isProgram)
    }
    return archive.content
  }

  /// Prepares the machine's image; it runs once.
  private var setup: String {
    """
    #!/usr/bin/env bash
    # Builds the grader of the course, with what it needs.
    set -euo pipefail
    apt-get update
    apt-get install -y curl git ca-certificates
    # Swift's own installer, as https://www.swift.org/install/linux has it.
    if ! command -v swift > /dev/null; then
      cd /tmp
      # In a place that every user can read.
      export SWIFTLY_HOME_DIR=/opt/swiftly SWIFTLY_BIN_DIR=/opt/swiftly/bin
      curl -fsSLO \
        "https://download.swift.org/swiftly/linux/swiftly-$(uname -m).tar.gz"
      tar -xzf "swiftly-$(uname -m).tar.gz"
      ./swiftly init --assume-yes --quiet-shell-followup
      . /opt/swiftly/env.sh
    fi
    git clone \(quotedForShell(repository)) /opt/course
    cd /opt/course
    git checkout --detach \(quotedForShell(commit))
    ./bootstrap --class
    ./course grade --help > /dev/null

    """
  }

  /// Grades one submission.
  private var runner: String {
    let list = exercises.map(String.init).joined(separator: ",")
    var options = settings == nil ? "" : " --class /autograder/source/class.yml"
    if isUnsandboxed { options += " --unsafe-no-sandbox" }
    return """
      #!/usr/bin/env bash
      # Grades one submission, and writes its result for Gradescope.
      set -u
      [ -f /opt/swiftly/env.sh ] && . /opt/swiftly/env.sh
      results=/autograder/results
      mkdir -p "$results"
      # Until the grader has finished there is no score: a failure must never
      # look like a grade.
      cat > "$results/results.json" <<'END'
      {"output": "The grader did not finish. Tell your instructor."}
      END
      work=$(mktemp -d)
      mkdir "$work/in"
      cp -rP /autograder/submission "$work/in/\(GradescopeMetadata.singleFolder)"
      # When it came; only deadlines in class.yml need this file.
      cp /autograder/submission_metadata.json "$work/in/" 2> /dev/null
      cd /opt/course
      ./course grade "$work/in" --out "$work/out" \
        --exercise \(list)\(options)
      made=$(find "$work/out" -name '*.gradescope.json' -type f | head -n 1)
      if [ -n "$made" ]; then
        cp "$made" "$results/.results.json"
        mv "$results/.results.json" "$results/results.json"
      fi

      """
  }
}
