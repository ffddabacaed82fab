/// A random number generator that repeats the same stream for the same seed, on
/// every platform.
///
/// ```swift
/// var generator = SeededGenerator(seed: 1)
/// print(generator.permutation(of: 5).sorted())  // prints [0, 1, 2, 3, 4]
/// ```
///
/// xoshiro256** by D. Blackman and S. Vigna (https://prng.di.unimi.it);
/// SplitMix64 fills its state from the seed.
public struct SeededGenerator: RandomNumberGenerator, Sendable, Equatable {
  private var state: (UInt64, UInt64, UInt64, UInt64)
  private var spare: Double?

  /// A generator at the start of the stream of `seed`.
  ///
  /// ```swift
  /// var generator = SeededGenerator(seed: 0)
  /// print(generator.next())  // prints 11091344671253066420
  /// ```
  public init(seed: UInt64) {
    var counter = seed
    func splitMix() -> UInt64 {
      counter &+= 0x9e37_79b9_7f4a_7c15
      var z = counter
      z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
      return z ^ (z >> 31)
    }
    state = (splitMix(), splitMix(), splitMix(), splitMix())
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    let result = rotated(state.1 &* 5, by: 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = rotated(state.3, by: 45)
    return result
  }

  private func rotated(_ x: UInt64, by bits: UInt64) -> UInt64 {
    (x << bits) | (x >> (64 - bits))
  }

  /// A uniform random number in `0..<1`, a multiple of 2⁻⁵³.
  ///
  /// ```swift
  /// var generator = SeededGenerator(seed: 1)
  /// print(0..<1 ~= generator.uniform())  // prints true
  /// ```
  public mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A random integer in `0..<bound`, each equally likely; `bound` must be
  /// positive.
  ///
  /// ```swift
  /// var generator = SeededGenerator(seed: 1)
  /// print(0..<6 ~= generator.below(6))  // prints true
  /// ```
  ///
  /// D. Lemire, "Fast random integer generation in an interval" (2019).
  public mutating func below(_ bound: Int) -> Int {
    guard bound > 0 else {
      stop("below", "bound \(bound)", "the bound must be positive")
    }
    let range = UInt64(bound)
    var product = next().multipliedFullWidth(by: range)
    while product.low < range && product.low < (0 &- range) % range {
      product = next().multipliedFullWidth(by: range)
    }
    return Int(product.high)
  }

  /// A random number from the normal distribution with mean 0 and standard
  /// deviation 1.
  ///
  /// G. Marsaglia's polar method, with a logarithm made of basic operations, so
  /// that the result does not depend on the platform's math library.
  public mutating func normal() -> Double {
    if let spare {
      self.spare = nil
      return spare
    }
    while true {
      let u = 2 * uniform() - 1
      let v = 2 * uniform() - 1
      let s = u * u + v * v
      if s > 0 && s < 1 {
        let factor = (-2 * logarithm(s) / s).squareRoot()
        spare = v * factor
        return u * factor
      }
    }
  }

  /// The numbers `0..<count` in random order, each order equally likely.
  ///
  /// ```swift
  /// var generator = SeededGenerator(seed: 1)
  /// print(generator.permutation(of: 4).sorted())  // prints [0, 1, 2, 3]
  /// ```
  ///
  /// R. Durstenfeld, "Random permutation", Algorithm 235 (1964).
  public mutating func permutation(of count: Int) -> [Int] {
    var order = Array(0..<count)
    for i in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(i, below(i + 1))
    }
    return order
  }

  /// Whether both generators will produce the same numbers.
  public static func == (a: SeededGenerator, b: SeededGenerator) -> Bool {
    a.state == b.state && a.spare == b.spare
  }
}

/// The natural logarithm of a positive normal number, from basic operations:
/// with x = 2ᵏm and s = (m − 1)/(m + 1), log x = k log 2 + 2(s + s³/3 + …).
private func logarithm(_ x: Double) -> Double {
  var exponent = Double(x.exponent)
  var m = x.significand
  if m > 1.414_213_562_373_095_1 {
    m /= 2
    exponent += 1
  }
  let s = (m - 1) / (m + 1)
  let square = s * s
  var sum = 0.0
  for k in stride(from: 21, through: 1, by: -2) {
    sum = sum * square + 1 / Double(k)
  }
  return exponent * 0.693_147_180_559_945_3 + 2 * s * sum
}

extension Tensor {
  /// Random numbers from the normal distribution with the given mean and
  /// standard deviation, in the given shape.
  ///
  /// ```swift
  /// var generator = SeededGenerator(seed: 1)
  /// let w = Tensor.normal(
  ///   standardDeviation: 0.01, shape: [784, 10], using: &generator)
  /// print(w.shape)  // prints [784, 10]
  /// ```
  public static func normal(
    mean: Float = 0, standardDeviation: Float = 1, shape: [Int],
    using generator: inout SeededGenerator
  ) -> Tensor {
    let count = count(of: shape, in: "normal")
    let values = (0..<count).map { _ in
      mean + standardDeviation * Float(generator.normal())
    }
    return Tensor(unchecked: values, shape: shape)
  }
}
