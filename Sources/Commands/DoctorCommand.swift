internal import ArgumentParser
internal import Datasets
internal import Grading
internal import Journals
internal import Lessons
internal import Pages
internal import System

struct DoctorCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract:
      "Check what the course needs, and show how to fix what is missing.")

  @OptionGroup var look: OutputOptions
  @OptionGroup var data: DataOptions

  func run(in world: World) throws -> ExitStatus {
    let home = try Home(in: world)
    let findings = [
      compiler(of: world), library(of: home), lessons(of: home),
      dataSet(of: home), home.sampleFinding(), journal(of: home),
      home.spaceFinding(), home.gitFinding(), home.localeFinding(),
      terminal(of: world),
    ]
    world.show(doctorPage(findings, on: world.screen))
    return findings.contains { $0.remedy != nil && !$0.isAdvice }
      ? .environment : .done
  }

  private func compiler(of world: World) -> DoctorFinding {
    do throws(GradingError) {
      let toolchain = try Toolchain(environment: world.environment)
      return DoctorFinding("compiler", try toolchain.version())
    } catch {
      return DoctorFinding(
        "compiler", "\(error)",
        remedy: "install Swift 6.2 or later from swift.org and put it on PATH")
    }
  }

  private func library(of home: Home) -> DoctorFinding {
    do {
      try home.compiler().proveSoundness()
      return DoctorFinding("library", "built, and programs link with it")
    } catch {
      return DoctorFinding(
        "library", "\(error)", remedy: "./bootstrap && swift build")
    }
  }

  private func lessons(of home: Home) -> DoctorFinding {
    let problems = home.library.problems
    guard let first = problems.first else {
      return home.missingFile()
        ?? DoctorFinding(
          "lessons", "\(home.library.lessons.count), all readable")
    }
    return DoctorFinding(
      "lessons", home.relative("\(first)"), remedy: "git checkout -- Lessons")
  }

  private func dataSet(of home: Home) -> DoctorFinding {
    do throws(DataFileError) {
      let folder = try FashionMNIST.folder(among: home.dataCandidates(data))
      let train = try FashionMNIST(.train, in: folder)
      _ = try FashionMNIST(.test, in: folder)
      let kind = folder == home.sampleFolder ? "the sample" : "the full set"
      return DoctorFinding(
        "data",
        "\(kind) in \(home.relative(folder)), \(train.count) training images")
    } catch {
      let isNamed =
        data.folder != nil || home.world.environment["COURSE_DATA"] != nil
      return DoctorFinding(
        "data", "\(error)",
        remedy: isNamed
          ? "unset COURSE_DATA, or name a folder with the four whole files"
          : "./bootstrap")
    }
  }

  private func journal(of home: Home) -> DoctorFinding {
    do {
      try home.journal.update { _ in }
      try home.probe(".course")
      return DoctorFinding("progress", "can be kept in .course")
    } catch {
      return DoctorFinding(
        "progress", reason(error), remedy: "chmod -R u+w \(home.root)")
    }
  }

  private func terminal(of world: World) -> DoctorFinding {
    let screen = world.screen
    let color =
      switch screen.colors {
      case .none: "no color"
      case .sixteen: "16 colors"
      case .full: "256 colors"
      }
    let more = screen.links ? ", links" : ""
    let state = "\(screen.width) columns, \(color)\(more)"
    guard world.desk != nil, screen.width < 40 else {
      return DoctorFinding("terminal", state)
    }
    return DoctorFinding(
      "terminal", state + "; lessons need at least 40 columns",
      remedy: "resize",
      isAdvice: true)
  }
}
