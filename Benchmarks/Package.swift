// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who reads a lesson builds it.
let library = ["Tensors", "Networks", "Datasets"].map {
  Target.Dependency.product(name: $0, package: "course")
}

let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "course", path: "..")],
  targets: [
    .executableTarget(name: "benchmark", dependencies: library),
    .executableTarget(name: "model-answers", dependencies: library),
  ]
)
