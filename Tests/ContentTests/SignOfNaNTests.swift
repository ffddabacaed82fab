import Checks
import Content
import Tensors
import Testing
import Wire

/// NaN with the sign bit set, for which Swift writes "-nan".
///
/// 0 / 0 gives it on some processors and not on others.
private let negative = (Float(bitPattern: 0xffc0_0000), -Double.nan)

/// No check may show that sign, whatever becomes NaN: every number of the
/// right answer, the first, or the last.
@Suite("What is not a number, before all checks")
struct SignOfNaNTests {
  @Test func theNumbersOfThisTestHaveASign() {
    #expect(negative.0.debugDescription == "-nan")
    #expect(negative.1.debugDescription == "-nan")
  }

  @Test(arguments: registry.map(\.lesson), Spoiler.Place.allCases)
  func noMessageShowsTheSign(lesson: String, place: Spoiler.Place) throws {
    let checks = try #require(registry.first { $0.lesson == lesson }).checks
    let places = Spoiler.Place.allCases
    for (number, check) in checks.enumerated()
    where isThorough || places[number % places.count] == place {
      let examination = Examination(
        callee: Spoiler(check.subject, place),
        random: generator(seed: 1, check: check.id),
        seconds: 5, data: { throw NoData() })
      guard case .failed(let failure) = outcome(of: check, in: examination)
      else { continue }
      let shown = [
        "\(failure.remark)", failure.counterexample?.expected ?? "",
        failure.counterexample?.received ?? "",
        failure.counterexample?.arguments ?? "",
      ]
      #expect(!shown.contains { $0.contains("-nan") }, "\(check.id): \(shown)")
    }
  }
}

private struct NoData: Error {}

/// Answers rightly, but for numbers that are none.
final class Spoiler: Callee {
  enum Place: CaseIterable, Sendable { case everywhere, first, last }

  private let subject: Subject
  private let place: Place

  init(_ subject: Subject, _ place: Place) {
    self.subject = subject
    self.place = place
  }

  func call(
    _ function: String, _ arguments: [WireValue], seconds: Double,
    event: (String, WireValue) throws(Interruption) -> Void
  ) throws(Interruption) -> WireValue {
    guard function == subject.asking else { throw .notWritten(function) }
    do {
      return spoilt(try subject.reference(arguments))
    } catch {
      throw .threw("\(error)")
    }
  }

  private func spoilt(_ value: WireValue) -> WireValue {
    switch value {
    case .tensor(let tensor):
      var values = tensor.values
      let indices =
        switch place {
        case .everywhere: values.indices
        case .first: values.indices.prefix(1)
        case .last: values.indices.suffix(1)
        }
      for i in indices { values[i] = negative.0 }
      return .tensor(Tensor(values, shape: tensor.shape))
    case .float: return .float(negative.0)
    case .double: return .double(negative.1)
    case .list(let values): return .list(values.map(spoilt))
    case .integer, .integers, .boolean, .text, .bytes: return value
    }
  }
}
