import Testing

@testable import WebCommands

struct WishTests {
  @Test func knobsBecomeOptionsOfOneWordEach() {
    #expect(
      Wish("train", fields: ["lesson": "7", "rate": "0.5", "epochs": ""])
        == .train(["7", "--rate=0.5"]))
    // A value stays a value, whatever it looks like.
    #expect(
      Wish("train", fields: ["lesson": "8", "seed": "1 --data /etc"])
        == .train(["8", "--seed=1 --data /etc"]))
  }

  @Test(arguments: ["--help", "", "7 8", "seven"])
  func aLessonIsANumber(_ lesson: String) {
    #expect(Wish("train", fields: ["lesson": lesson]) == nil)
  }

  @Test func unknownWishesAreNone() {
    #expect(Wish("remove", fields: ["page": "03-softmax"]) == nil)
  }

  @Test func theMailboxIsBoundedAndEmptiedAtOnce() throws {
    let mailbox = try Mailbox()
    var taken = 0
    for number in 0..<200 {
      if mailbox.post(.hint(page: "\(number)")) { taken += 1 }
    }
    #expect(taken == 100)
    #expect(mailbox.taken().count == 100)
    #expect(mailbox.taken().isEmpty)
  }
}
