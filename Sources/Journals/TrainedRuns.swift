internal import System

/// A training that is kept, beside the weights it ended with.
package struct TrainedRun<
  Settings: Codable & Sendable, Epoch: Codable & Sendable
>:
  Sendable, Codable
{
  /// What the learner calls it; also the name of its files.
  package var name: String
  package var exercise: Int
  /// When it ended, in seconds since 1970.
  package var time: Double
  package var settings: Settings
  package var epochs: [Epoch]
  /// Whether its weights stopped being numbers.
  package var diverged: Bool

  package init(
    name: String, exercise: Int, time: Double, settings: Settings,
    epochs: [Epoch], diverged: Bool
  ) {
    self.name = name
    self.exercise = exercise
    self.time = time
    self.settings = settings
    self.epochs = epochs
    self.diverged = diverged
  }
}

extension Journal {
  /// The folder of the learner's trained models.
  package var models: String { folder + "/models" }

  /// Whether a name can be a file's.
  package static func isModelName(_ name: String) -> Bool {
    (1...40).contains(name.utf8.count) && name.first != "."
      && name.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0)
          || ["-", "_", "."].contains($0)
      }
  }

  /// The trainings that are kept, oldest first; what cannot be read is left
  /// out.
  package func runs<Settings, Epoch>(
    of type: TrainedRun<Settings, Epoch>.Type
  ) -> [TrainedRun<Settings, Epoch>] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: models)
    let decoder = JSONDecoder()
    return (names ?? []).filter { $0.hasSuffix(".json") }.compactMap { name in
      guard let bytes = try? readFile("\(models)/\(name)", atMost: 4 << 20)
      else { return nil }
      return try? decoder.decode(type, from: Data(bytes))
    }.sorted { $0.time < $1.time }
  }

  /// Makes the folder of trained models, if there is none.
  package func makeModelFolder() throws {
    try FileManager.default.createDirectory(
      atPath: models, withIntermediateDirectories: true)
  }

  /// Keeps a training; an earlier one of the same name gives way.
  package func keep<Settings, Epoch>(
    _ run: TrainedRun<Settings, Epoch>
  ) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    do {
      try replaceFile(
        "\(models)/\(run.name).json", with: try encoder.encode(run),
        temporaryIn: temporaries)
    } catch {
      throw JournalError("cannot keep \(run.name): \(reason(error))")
    }
  }
}
