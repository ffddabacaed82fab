import Testing

@testable import Lessons

struct SignatureTests {
  @Test func aVariableArgumentIsPassedByReference() throws {
    let signature = try Signature(
      "public func step(_ model: inout Sequential, by rate: Float) -> Float")
    let arguments = signature.parameters.map { $0.argument($0.name) }
    #expect(arguments == ["&model", "by: rate"])
  }

  @Test(arguments: [
    (
      "public func softmax(_ x: Tensor) -> Tensor", "softmax(_:)",
      "(Tensor) -> Tensor"
    ),
    (
      "public func crossEntropy(logits: Tensor, _ y: [Int]) -> Tensor",
      "crossEntropy(logits:_:)", "(Tensor, [Int]) -> Tensor"
    ),
    (
      "public func readImages(_ idx: [UInt8]) throws -> Tensor",
      "readImages(_:)", "([UInt8]) throws -> Tensor"
    ),
    ("public func start()", "start()", "() -> Void"),
    (
      "public func makeOptimizer(for model: Sequential) -> SGD",
      "makeOptimizer(for:)", "(Sequential) -> SGD"
    ),
    (
      "public func trainEpoch(_ batches: MiniBatches, _ w: Tensor, "
        + "learningRate: Float) -> (w: Tensor, b: Tensor, loss: Float)",
      "trainEpoch(_:_:learningRate:)",
      "(MiniBatches, Tensor, Float) -> (w: Tensor, b: Tensor, loss: Float)"
    ),
    (
      "public  func apply( _ f: @escaping (Float, [Int: (Int, Int)]) -> Float,"
        + " to x: Array<Pair<Int, Float>> = [a(1, 2), \"),(\"]) -> Int",
      "apply(_:to:)",
      "(@escaping (Float, [Int: (Int, Int)]) -> Float, "
        + "Array<Pair<Int, Float>>) -> Int"
    ),
    (
      "public func update(x: inout Tensor) throws(Mistake) -> ()",
      "update(x:)", "(inout Tensor) throws(Mistake) -> Void"
    ),
  ])
  func isReadFromItsDeclaration(
    declaration: String, name: String, type: String
  ) throws {
    let signature = try Signature(declaration)
    #expect(signature.declaration == declaration)
    #expect(signature.fullName == name)
    #expect(signature.functionType == type)
    #expect(signature.isThrowing == declaration.contains("throws"))
  }

  @Test func parametersHaveLabelsNamesAndTypes() throws {
    let signature = try Signature(
      "public func f(_ x: Tensor, for y: [Int], z: Int = 3) -> Float")
    #expect(
      signature.parameters == [
        .init(label: nil, name: "x", type: "Tensor"),
        .init(label: "for", name: "y", type: "[Int]"),
        .init(label: "z", name: "z", type: "Int"),
      ])
    #expect(signature.baseName == "f")
    #expect(signature.result == "Float")
  }

  @Test(arguments: [
    "", "func f()", "publicfunc f()", "public func", "public func ()",
    "public func 3f()", "public func f", "public func f(", "public func f(x)",
    "public func f(_ x: ) -> Int", "public func f(_ x: [Int) -> Int",
    "public func f() ->", "public func f() -> (Int", "public func f() { }",
    "public func f() -> Int { 3 }", "public func f(_ x: Int,) -> Int",
    "public func f() async -> Int", "public func f() -> Int  # of rows",
  ])
  func isRefusedWhereItIsNone(declaration: String) {
    #expect(throws: SignatureError.self) { try Signature(declaration) }
  }
}
