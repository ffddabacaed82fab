// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who reads a lesson builds it.
let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "course", path: "..")],
  targets: [
    .executableTarget(
      name: "benchmark",
      dependencies: [.product(name: "ModelLibrary", package: "course")]),
    .executableTarget(
      name: "model-answers",
      dependencies: [.product(name: "ModelLibrary", package: "course")]),
  ]
)
