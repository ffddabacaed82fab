import Checks
import Foundation
import Synchronization
import Tensors
import Testing
import Wire

/// Answers that remember an earlier call by less than the whole of its
/// arguments; each is right if every call is its first.
struct MemoryTests {
  private static let softmax: @Sendable (Tensor) -> Tensor = { x in
    let width = x.shape[1]
    let rows = (0..<x.shape[0]).flatMap { i in
      let powers = (0..<width).map { exp(x[i, $0]) }
      return powers.map { $0 / powers.reduce(0, +) }
    }
    return Tensor(rows, shape: x.shape)
  }

  private static let check = Check.agrees(
    "same", Subject("f(_:)", axes: ["nq"], reference: softmax)
  ) { random, number in
    arguments(
      Tensor.normal(
        mean: 0, standardDeviation: 1,
        shape: [1 + number % 4, 2 + number % 3], using: &random))
  }

  /// What is remembered of a call.
  enum Key: CaseIterable {
    case shape, values, first, all

    func callAsFunction(_ x: Tensor) -> [String] {
      switch self {
      case .shape: ["\(x.shape)"]
      case .values: x.values.map { "\($0)" }
      case .first: x.values.prefix(x.shape[1]).map { "\($0)" } + ["\(x.shape)"]
      case .all: x.values.map { "\($0)" } + ["\(x.shape)"]
      }
    }
  }

  @Test(arguments: Key.allCases)
  func aMemoryOfLessThanTheCallIsFound(_ key: Key) {
    let memory = Mutex<[[String]: Tensor]>([:])
    let outcome = examine(
      Self.check,
      by: learner { x in
        memory.withLock { memory in
          if let known = memory[key(x)] { return known }
          let answer = Self.softmax(x)
          memory[key(x)] = answer
          return answer
        }
      }, seed: 1)
    let isRight = if case .passed = outcome { true } else { false }
    #expect(isRight == (key == .all))
  }
}
