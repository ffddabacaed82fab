import Datasets
import Foundation
import Tensors

// benchmark FOLDER EPOCHS concise|plain|scratch
// Trains softmax regression on the Fashion-MNIST of a folder, and prints one
// JSON object in the form of peers.py.

struct Run: Encodable {
  struct Epoch: Encodable {
    let seconds: Double
    let loss: Float
    let train: Float
    let test: Float
  }
  let peer: String
  let loadSeconds: Double
  let medianEpochSeconds: Double
  let peakMib: Int
  let epochs: [Epoch]
}

func seconds(since start: ContinuousClock.Instant) -> Double {
  (ContinuousClock.now - start) / .seconds(1)
}

/// The most memory the process has had, in MiB.
func peakMebibytes() -> Int {
  var usage = rusage()
  #if canImport(Darwin)
  getrusage(RUSAGE_SELF, &usage)
  return usage.ru_maxrss >> 20
  #else
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss >> 10
  #endif
}

let arguments = CommandLine.arguments
let programs = ["concise": concise, "plain": plain, "scratch": scratch]
guard arguments.count == 4, let epochCount = Int(arguments[2]), epochCount > 0,
  let program = programs[arguments[3]]
else {
  print("usage: benchmark FOLDER EPOCHS concise|plain|scratch")
  exit(2)
}

func load() throws -> (train: FashionMNIST, test: FashionMNIST) {
  (
    try FashionMNIST(.train, in: arguments[1]),
    try FashionMNIST(.test, in: arguments[1])
  )
}

// The first of several also reads the files from the disk.
let loads = try (0..<5).map { _ in
  let start = ContinuousClock.now
  _ = try load()
  return seconds(since: start)
}
let data = try load()
let epochs = program(data.train, data.test, epochCount)

let encoder = JSONEncoder()
encoder.keyEncodingStrategy = .convertToSnakeCase
encoder.outputFormatting = .sortedKeys
let run = Run(
  peer: "swift-\(arguments[3])", loadSeconds: loads.sorted()[loads.count / 2],
  medianEpochSeconds: epochs.map(\.seconds).sorted()[epochCount / 2],
  peakMib: peakMebibytes(), epochs: epochs)
print(String(decoding: try encoder.encode(run), as: UTF8.self))
