internal import Tensors
internal import Wire

extension Examination {
  /// Makes arguments smaller for as long as the answer stays wrong.
  ///
  /// It first removes whole rows and columns, then simplifies numbers. Calls
  /// and time are bounded, in case the function is slow.
  func shrink(
    _ found: FailedTrial, axes: [Axes],
    attempt: ([WireValue]) throws -> FailedTrial?
  ) throws -> FailedTrial {
    var smallest = found
    var calls = 0
    let deadline = ContinuousClock.now + .seconds(min(seconds, 0.5))
    var progress = true
    while progress {
      progress = false
      for candidate in candidates(smallest.trial.arguments, axes: axes) {
        guard calls < 300, ContinuousClock.now < deadline else {
          return smallest
        }
        calls += 1
        do {
          guard let smaller = try attempt(candidate) else { continue }
          smallest = smaller
          progress = true
          break
        } catch is Interruption {
          // The function gave no answer on a smaller input. Report the smallest
          // wrong answer so far.
          return smallest
        }
      }
    }
    return smallest
  }
}

extension Relation {
  /// Whether an answer still shows what the sentence says: one about places
  /// needs several numbers, and one about the wrong places a right one too.
  func isShown(by trial: Trial, within tolerance: Tolerance) -> Bool {
    let kind = id.prefix { $0 != "-" }
    if ["factor", "offset", "negated", "affine", "altered"].contains(kind) {
      return true
    }
    let pairs = zip(trial.expected.listed, trial.received.listed)
    return pairs.contains { expected, received in
      guard let wanted = Values(expected)?.numbers, wanted.count > 1,
        let came = Values(received)?.numbers
      else { return false }
      return kind != "only"
        || zip(came, wanted).contains {
          tolerance.accepts($0, for: $1, nanEqualsNaN: false)
        }
    }
  }
}

extension WireValue {
  fileprivate var listed: [WireValue] {
    if case .list(let values) = self { values } else { [self] }
  }
}

/// Arguments one step smaller or simpler, the largest steps first.
private func candidates(
  _ arguments: [WireValue], axes: [Axes]
) -> some Sequence<[WireValue]> {
  let letters = Set(axes.flatMap(\.letters)).sorted()
  let shorter = letters.lazy.flatMap { letter in
    cuts(of: length(of: letter, in: arguments, axes: axes)).lazy.compactMap {
      removing($0, along: letter, from: arguments, axes: axes)
    }
  }
  let simpler = arguments.indices.lazy.flatMap { index in
    simplifications(of: arguments[index]).lazy.map { value in
      var copy = arguments
      copy[index] = value
      return copy
    }
  }
  // Lazy, because each may be large and few are used.
  return [AnySequence(shorter), AnySequence(simpler)].lazy.joined()
}

/// The ranges worth cutting from an axis: halves first, then single positions
/// or, if the axis is long, quarters, eighths and sixteenths.
private func cuts(of length: Int) -> [Range<Int>] {
  guard length > 1 else { return [] }
  let half = length / 2
  let halves = [0..<half, half..<length]
  guard length <= 64 else {
    return halves
      + [4, 8, 16].flatMap { count in
        (0..<count).map { $0 * length / count..<($0 + 1) * length / count }
      }
  }
  let ones = (0..<length).map { $0..<$0 + 1 }
  return length > 2 ? halves + ones : ones
}

private func length(
  of letter: Character, in arguments: [WireValue], axes: [Axes]
) -> Int {
  for (value, axes) in zip(arguments, axes) {
    guard let axis = axes.letters.firstIndex(of: letter) else { continue }
    switch value {
    case .tensor(let tensor) where axis < tensor.shape.count:
      return tensor.shape[axis]
    case .integers(let numbers) where axis == 0: return numbers.count
    default: continue
    }
  }
  return 0
}

/// The arguments without a range of one axis; nil if that makes no sense, as
/// when it would remove the class of a label.
private func removing(
  _ range: Range<Int>, along letter: Character, from arguments: [WireValue],
  axes: [Axes]
) -> [WireValue]? {
  var smaller: [WireValue] = []
  for (value, axes) in zip(arguments, axes) {
    var value = value
    if let axis = axes.letters.firstIndex(of: letter) {
      switch value {
      case .tensor(let tensor):
        value = .tensor(tensor.removing(range, axis: axis))
      case .integers(var numbers):
        numbers.removeSubrange(range)
        value = .integers(numbers)
      default: return nil
      }
    }
    if axes.bound == letter {
      guard case .integers(let labels) = value,
        !labels.contains(where: range.contains)
      else { return nil }
      value = .integers(
        labels.map { $0 >= range.upperBound ? $0 - range.count : $0 })
    }
    smaller.append(value)
  }
  return smaller
}

extension Tensor {
  fileprivate func removing(_ range: Range<Int>, axis: Int) -> Tensor {
    let size = shape[axis]
    let inner = shape[(axis + 1)...].reduce(1, *)
    var kept = shape
    kept[axis] -= range.count
    let rest = values.indices.filter { !range.contains($0 / inner % size) }
    return Tensor(rest.map { values[$0] }, shape: kept)
  }
}

/// Copies of the value, each with one number simplified.
private func simplifications(of value: WireValue) -> [WireValue] {
  switch value {
  case .tensor(let tensor) where tensor.values.count <= 16:
    tensor.values.indices.flatMap { index in
      simpler(tensor.values[index]).map { number in
        var numbers = tensor.values
        numbers[index] = number
        return .tensor(Tensor(numbers, shape: tensor.shape))
      }
    }
  case .integers(let numbers) where numbers.count <= 16:
    numbers.indices.filter { numbers[$0] > 0 }.map { index in
      var copy = numbers
      copy[index] = 0
      return .integers(copy)
    }
  default: []
  }
}

/// Simpler numbers than this one, the simplest first.
///
/// Each has a lower cost, so shrinking ends.
private func simpler(_ number: Float) -> [Float] {
  guard number.isFinite else { return [0, 1] }
  let tenth = (number * 10).rounded() / 10
  let options = [0, 1, -1, 2, number.rounded(), tenth]
  return options.filter { cost($0) < cost(number) }
}

private func cost(_ number: Float) -> Int {
  if number == 0 { return 0 }
  if number == 1 { return 1 }
  if number == -1 || number == 2 { return 2 }
  if number == number.rounded() { return 3 }
  return number == (number * 10).rounded() / 10 ? 4 : 5
}
