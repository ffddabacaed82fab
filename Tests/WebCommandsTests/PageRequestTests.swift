import Testing

@testable import WebCommands

struct PageRequestTests {
  @Test func knobsBecomeOptionsOfOneWordEach() {
    #expect(
      PageRequest(
        "train", fields: ["lesson": "7", "rate": "0.5", "epochs": ""])
        == .train(["7", "--rate=0.5"]))
    // A value stays a value, whatever it summaries like.
    #expect(
      PageRequest("train", fields: ["lesson": "8", "seed": "1 --data /etc"])
        == .train(["8", "--seed=1 --data /etc"]))
  }

  @Test(arguments: ["--help", "", "7 8", "seven"])
  func aLessonIsANumber(_ lesson: String) {
    #expect(PageRequest("train", fields: ["lesson": lesson]) == nil)
  }

  @Test func unknownWishesAreNone() {
    #expect(PageRequest("remove", fields: ["page": "03-softmax"]) == nil)
  }

  @Test func theMailboxIsBoundedAndEmptiedAtOnce() throws {
    let queue = try RequestQueue()
    var taken = 0
    for number in 0..<200
    where queue.post(.hint(page: "x", checkpoint: number)) {
      taken += 1
    }
    #expect(taken == 100)
    #expect(queue.taken().count == 100)
    #expect(queue.taken().isEmpty)
  }
}

/// By the WHATWG's URL standard: `+` is a space, `%` begins two hex digits.
struct FormFieldsTests {
  @Test(arguments: [
    ("a=1&b=2", ["a": "1", "b": "2"]),
    ("a=x+y%20z%C3%A9", ["a": "x y zé"]),
    ("a=1=2", ["a": "1=2"]),
    ("a=", ["a": ""]),
    ("{\"a\":1}", [:]),
    ("a=%zz&b=%4&c=%&d=1", ["d": "1"]),
    ("a=%FF&b=1", ["b": "1"]),
    ("", [:]),
  ])
  func fieldsAreDecoded(_ body: String, _ fields: [String: String]) {
    #expect(formFields(in: Array(body.utf8)) == fields)
  }

  @Test func bytesThatAreNoTextAreLeftOut() {
    #expect(
      formFields(in: [0x61, 0x3D, 0xFF, 0x26, 0x62, 0x3D, 0x31]) == ["b": "1"])
  }
}
