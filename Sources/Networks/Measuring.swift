import Tensors

/// Several running sums, for averages over many batches.
///
/// ```swift
/// var sums = Accumulator(2)
/// sums.add(3, 10)
/// sums.add(4, 10)
/// print(sums[0] / sums[1])  // prints 0.35
/// ```
public struct Accumulator: Sendable, Equatable {
  /// The sums so far.
  public private(set) var sums: [Double]

  /// Starts `count` sums at 0.
  public init(_ count: Int) {
    guard count >= 0 else {
      stop("Accumulator", "\(count) sums", "the number must not be negative")
    }
    sums = [Double](repeating: 0, count: count)
  }

  /// Adds one number to each sum.
  public mutating func add(_ numbers: Double...) {
    guard numbers.count == sums.count else {
      stop(
        "Accumulator.add", "\(numbers.count) numbers for \(sums.count) sums",
        "give one number for each sum")
    }
    for i in sums.indices { sums[i] += numbers[i] }
  }

  /// Sets all sums to 0.
  public mutating func reset() { self = Accumulator(sums.count) }

  /// Sum `i`.
  public subscript(i: Int) -> Double { sums[i] }
}

/// Measures how long something takes, any number of times.
///
/// ```swift
/// var stopwatch = Stopwatch()
/// stopwatch.start()
/// print(stopwatch.stop() >= 0, stopwatch.times.count)  // prints true 1
/// ```
public struct Stopwatch: Sendable {
  /// The seconds between each start and stop.
  public private(set) var times: [Double] = []
  private var started = ContinuousClock.now

  /// A stopwatch that starts immediately.
  public init() {}

  /// Starts measuring.
  public mutating func start() { started = ContinuousClock.now }

  /// Records and returns the seconds since the start.
  @discardableResult
  public mutating func stop() -> Double {
    let seconds = (ContinuousClock.now - started) / .seconds(1)
    times.append(seconds)
    return seconds
  }

  /// The sum of the times, in seconds.
  public var sum: Double { times.reduce(0, +) }

  /// The mean of the times, in seconds.
  public var average: Double { sum / Double(times.count) }
}
