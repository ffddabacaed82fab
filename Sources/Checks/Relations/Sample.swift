internal import Tensors
internal import Wire

/// Numbers in the order in which they lie, and their shape.
struct Values {
  var shape: [Int]
  var numbers: [Double]

  init(_ numbers: [Double], shape: [Int]) {
    self.numbers = numbers
    self.shape = shape
  }

  /// Nil for truth values, text and lists.
  init?(_ value: WireValue) {
    switch value {
    case .tensor(let tensor):
      self.init(tensor.values.map(Double.init), shape: tensor.shape)
    case .float(let number): self.init([Double(number)], shape: [])
    case .double(let number): self.init([number], shape: [])
    case .integer(let number): self.init([Double(number)], shape: [])
    case .integers(let numbers):
      self.init(numbers.map(Double.init), shape: [numbers.count])
    case .bytes(let bytes):
      self.init(bytes.map(Double.init), shape: [bytes.count])
    case .boolean, .text, .list: return nil
    }
  }

  var isMatrix: Bool { shape.count == 2 }

  /// The length of a row: of the last axis; 1 for a single number.
  var width: Int { shape.last ?? 1 }

  var height: Int { width == 0 ? 0 : numbers.count / width }

  /// The rows of a matrix; a vector is one row.
  var rows: [[Double]] {
    (0..<height).map { Array(numbers[$0 * width..<($0 + 1) * width]) }
  }

  var columns: [[Double]] {
    (0..<width).map { j in (0..<height).map { numbers[$0 * width + j] } }
  }

  func map(_ change: (Double) -> Double) -> Values {
    Values(numbers.map(change), shape: shape)
  }

  /// Whether two are the same up to rounding.
  func isClose(to other: Values) -> Bool {
    guard shape == other.shape else { return false }
    let scale = other.scale
    return zip(numbers, other.numbers).allSatisfy {
      areClose($0, $1, scale: scale)
    }
  }

  /// How many numbers are clearly others, by more than rounding explains.
  func differences(from other: Values) -> Int {
    guard shape == other.shape else { return max(numbers.count, 1) }
    let scale = other.scale
    return zip(numbers, other.numbers).count {
      !areClose($0, $1, scale: scale, times: 10)
    }
  }

  /// The size of the largest finite number.
  private var scale: Double {
    numbers.reduce(0) { $1.isFinite ? max($0, $1.magnitude) : $0 }
  }
}

/// Whether two lists are the same up to rounding.
func areClose(_ a: [Double], _ b: [Double]) -> Bool {
  Values(a, shape: [a.count]).isClose(to: Values(b, shape: [b.count]))
}

/// Whether two numbers are equal up to rounding, among others of some scale.
func areClose(
  _ a: Double, _ b: Double, scale: Double, times: Double = 1
) -> Bool {
  if a == b || a.isNaN && b.isNaN { return true }
  guard a.isFinite, b.isFinite else { return false }
  let most = 2e-4 * max(a.magnitude, b.magnitude) + 2e-6 * scale
  return (a - b).magnitude <= times * most
}

/// One answer as relations look at it.
struct Sample {
  var received: Values
  var expected: Values

  /// The arguments that are numbers, by what they are called.
  let arguments: [(name: String, value: Values)]

  /// Whether the numbers are whole by their kind, as counts and classes are.
  let isWhole: Bool

  /// The places of wrong numbers; nil where the shapes differ.
  let wrongPlaces: Set<Int>?

  /// What the lengths of axes are called.
  let lengths: [Quantity]

  var isWrong: Bool { wrongPlaces?.isEmpty != true }

  /// An answer, or one part of it; nil where it is not made of numbers.
  init?(
    _ trial: Trial, part: Int? = nil, of subject: Subject,
    names: [String], within tolerance: Tolerance
  ) {
    func picked(_ value: WireValue) -> WireValue? {
      guard let part else { return value }
      guard case .list(let parts) = value, parts.indices.contains(part) else {
        return nil
      }
      return parts[part]
    }
    guard let came = picked(trial.received),
      let wanted = picked(trial.expected),
      let received = Values(came), let expected = Values(wanted)
    else { return nil }
    self.received = received
    self.expected = expected
    isWhole = wanted.isWhole
    // Of a list, such as of parameters, the element that belongs to the part.
    arguments = zip(names, trial.arguments).compactMap { name, value in
      Values(picked(value) ?? value).map { (name, $0) }
    }
    lengths = lengthsOfAxes(of: subject, in: trial.arguments)
    wrongPlaces =
      received.shape == expected.shape
      ? Set(
        expected.numbers.indices.filter {
          !tolerance.accepts(
            received.numbers[$0], for: expected.numbers[$0],
            nanEqualsNaN: false)
        }) : nil
  }
}

extension WireValue {
  /// Whether the numbers are whole by their kind, as counts and classes are;
  /// such answers agree by chance more often than others.
  var isWhole: Bool {
    switch self {
    case .integer, .integers, .bytes: true
    case .tensor, .float, .double, .boolean, .text, .list: false
    }
  }
}

extension Sample {
  /// Whether all numbers are of an ordinary size.
  var isOrdinary: Bool {
    ([expected] + arguments.map(\.value)).allSatisfy(\.isOrdinary)
  }
}

extension Trial {
  /// Whether all numbers are of an ordinary size.
  var isOrdinary: Bool {
    (arguments + [expected]).allSatisfy(\.isOrdinary)
  }
}

extension Values {
  fileprivate var isOrdinary: Bool {
    numbers.allSatisfy {
      $0 == 0 || ($0.magnitude < 1e3 && $0.magnitude > 1e-4)
    }
  }
}

extension WireValue {
  fileprivate var isOrdinary: Bool {
    if case .list(let values) = self { return values.allSatisfy(\.isOrdinary) }
    return Values(self)?.isOrdinary ?? true
  }
}
