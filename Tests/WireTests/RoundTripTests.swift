import Tensors
import Testing
import Wire

private let limits = WireLimits(bytes: 1 << 20)

@Suite("Values cross the wire unchanged")
struct RoundTripTests {
  static let values: [WireValue] = [
    .tensor(Tensor([1, -2.5, .infinity, 0, 3, 4], shape: [2, 3])),
    .tensor(Tensor([], shape: [0, 3])), .float(-0.1), .double(1e300),
    .integer(.min), .boolean(true), .boolean(false), .integers([]),
    .integers([3, -1, .max]), .text("softmax ŷ"),
    .bytes([0, 255, 7]), .bytes([UInt8](repeating: 9, count: 200_000)),
    .list([.integer(1), .list([.text("w"), .float(2)])]),
  ]

  @Test(arguments: values)
  func aCall(_ value: WireValue) throws {
    let call = Call(id: 7, function: "f(_:)", arguments: [value])
    let bytes = Frame(call).bytes
    let length = try bodyLength(
      header: bytes.prefix(frameHeaderSize), limits: limits)
    #expect(length == bytes.count - frameHeaderSize)
    let body = Array(bytes.dropFirst(frameHeaderSize))
    #expect(try Call(body: body, limits: limits) == call)
  }

  @Test(arguments: values)
  func aReply(_ value: WireValue) throws {
    for reply in [
      Reply.returned(id: 1, value), .event(id: 2, name: "epoch", value),
      .threw(id: 3, "why"), .hello(version: 1, functions: ["a", "b"]),
    ] {
      let body = Array(Frame(reply).bytes.dropFirst(frameHeaderSize))
      #expect(try Reply(body: body, limits: limits) == reply)
    }
  }

  @Test func notANumberKeepsBeingNone() throws {
    let body = body(of: .tensor(Tensor([.nan], shape: [1])))
    guard
      case .returned(_, .tensor(let tensor)) = try Reply(
        body: body, limits: limits)
    else {
      Issue.record("no tensor came")
      return
    }
    #expect(tensor.values[0].isNaN)
  }

  @Test func typedValuesCrossToo() throws {
    #expect(try [[Int]](wireValue: [[1, 2], []].wireValue) == [[1, 2], []])
    #expect(try UInt64(wireValue: UInt64.max.wireValue) == .max)
    #expect(try Bool(wireValue: true.wireValue))
    #expect(try !Bool(wireValue: false.wireValue))
    #expect(throws: WireError.self) { try Bool(wireValue: .integer(1)) }
    #expect(try [UInt8](wireValue: [UInt8(3)].wireValue) == [3])
    #expect(throws: WireError.self) {
      try Tensor(wireValue: .integer(3))
    }
  }

  // The bytes of a message, written out by hand from the protocol: magic,
  // length, list of 3, text "returned", integer 5, float 1.0.
  @Test func theBytesAreThoseOfTheProtocol() {
    func number(_ value: UInt64) -> [UInt8] {
      (0..<8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
    let body: [UInt8] =
      [8] + number(3) + [6] + number(8) + Array("returned".utf8) + [4]
      + number(5) + [2, 0, 0, 0x80, 0x3f]
    #expect(
      Frame(Reply.returned(id: 5, .float(1))).bytes
        == Array("SWC1".utf8) + number(UInt64(body.count)) + body)
  }
}

private func body(of value: WireValue) -> [UInt8] {
  Array(Frame(Reply.returned(id: 1, value)).bytes.dropFirst(frameHeaderSize))
}

@Suite("Bytes that nobody vouches for")
struct MalformedBytesTests {
  private func number(_ value: Int) -> [UInt8] {
    withUnsafeBytes(of: value) { Array($0) }
  }

  private func reply(with value: [UInt8]) -> [UInt8] {
    [8] + number(3) + [6] + number(8) + Array("returned".utf8) + [4]
      + number(5) + value
  }

  @Test func hugeShapesAreRefused() {
    for shape in [[1 << 62, 4], [4, 1 << 62], [1 << 62, 4, 0], [-1, 2]] {
      let tensor = [1, UInt8(shape.count)] + shape.flatMap(number)
      #expect(throws: WireError.self, "\(shape)") {
        try Reply(body: reply(with: tensor), limits: limits)
      }
    }
  }

  @Test func truncatedAndOverlongBodiesAreRefused() {
    let whole = body(of: .tensor(Tensor([1, 2, 3], shape: [3])))
    for length in 0..<whole.count {
      #expect(throws: WireError.self) {
        try Reply(body: Array(whole.prefix(length)), limits: limits)
      }
    }
    #expect(throws: WireError.self) {
      try Reply(body: whole + [0], limits: limits)
    }
  }

  @Test func listsNestedTooDeepAreRefused() {
    let deep = (0..<100_000).flatMap { _ in [UInt8(8)] + number(1) }
    #expect(throws: WireError.self) {
      try Reply(body: deep, limits: WireLimits(bytes: 1 << 30))
    }
  }

  @Test func headersAreChecked() {
    let magic = Array("SWC1".utf8)
    #expect(throws: WireError.tooLarge(1 << 21)) {
      try bodyLength(header: magic + number(1 << 21), limits: limits)
    }
    #expect(throws: WireError.self) {
      try bodyLength(header: magic + number(-1), limits: limits)
    }
    #expect(throws: WireError.self) {
      try bodyLength(header: Array("HTTP".utf8) + number(1), limits: limits)
    }
    #expect(throws: WireError.self) {
      try bodyLength(header: magic, limits: limits)
    }
  }

  @Test func randomAndDamagedBytesNeverTrap() {
    let seed: UInt64 = 1
    var random = SeededGenerator(seed: seed)
    let whole = RoundTripTests.values.prefix(11).map { body(of: $0) }
    for round in 0..<20_000 {
      var bytes =
        round % 2 == 0
        ? (0..<random.below(64)).map { _ in UInt8(random.below(12)) }
        : whole[random.below(whole.count)]
      for _ in 0..<random.below(4) where !bytes.isEmpty {
        bytes[random.below(bytes.count)] = UInt8(random.below(256))
      }
      do {
        let reply = try Reply(body: bytes, limits: limits)
        // What was read can be written, and is then read as the same.
        let again = Array(Frame(reply).bytes.dropFirst(frameHeaderSize))
        #expect(again == bytes, "seed \(seed), round \(round)")
      } catch {
        continue
      }
    }
  }
}
