internal import Wire

/// The byte of a file for which a function threw an error, and the value with
/// which it would not have thrown.
struct DecidingByte {
  let place: Int
  let value: UInt8
  let other: UInt8
}

extension Examination {
  /// Changes a small file at the start, one byte at a time, until the function
  /// answers; nil if it never does.
  func decidingByte(
    of arguments: [WireValue], for subject: Subject
  ) -> DecidingByte? {
    guard arguments.count == 1, case .bytes(let file) = arguments[0],
      file.count <= 2_000
    else { return nil }
    let deadline = ContinuousClock.now + .seconds(1)
    for (place, value) in file.prefix(24).enumerated() {
      for other in UInt8.min...UInt8.max where other != value {
        guard ContinuousClock.now < deadline else { return nil }
        var changed = file
        changed[place] = other
        do throws(Interruption) {
          _ = try call(subject, [.bytes(changed)])
          return DecidingByte(place: place, value: value, other: other)
        } catch .threw {
          continue
        } catch {
          return nil
        }
      }
    }
    return nil
  }
}
