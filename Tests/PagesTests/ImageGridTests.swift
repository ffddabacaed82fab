import Testing

@testable import Pages

/// Images drawn with cells and with words.
struct ImageGridTests {
  private func images(
    _ count: Int, predicted: [String] = []
  ) throws
    -> [LabelledImage]
  {
    try (0..<count).map { index in
      let pixels = (0..<784).map { UInt8(($0 * 7 + index) % 256) }
      let image = try #require(
        GrayImage(pixels: pixels, rows: 28, columns: 28))
      return LabelledImage(
        image, "ankle boot",
        predicted: predicted.indices.contains(index) ? predicted[index] : nil)
    }
  }

  @Test func imagesNeedAsManyValuesAsPixels() {
    #expect(GrayImage(pixels: [1, 2, 3], rows: 2, columns: 2) == nil)
    #expect(GrayImage(pixels: [], rows: 0, columns: 0) == nil)
  }

  @Test func eighteenAreTwoRowsOfNineWhereThereIsRoom() throws {
    let lines = imageGridPage(
      try images(18), on: Screen(width: 120, colors: .full))
    let labels = lines.filter { $0.text.contains("ankle boot") }
    #expect(labels.count == 2)
    #expect(labels[0].text.split(separator: "ankle boot").count == 8)
  }

  @Test(arguments: [16, 20, 40, 80, 120, 200])
  func noLineIsTooWide(width: Int) throws {
    for screen in [
      Screen(width: width), Screen(width: width, colors: .full),
      Screen(width: width, plain: true), Screen(width: width, ascii: true),
    ] {
      let lines = imageGridPage(
        try images(18, predicted: ["coat", "ankle boot"]), on: screen)
      #expect(lines.allSatisfy { Pages.width($0.spans) <= width })
    }
  }

  @Test func halfBlocksHaveTheGreysOfBothHalves() throws {
    let image = try #require(
      GrayImage(pixels: [0, 255, 128, 20], rows: 2, columns: 2))
    let screen = Screen(width: 20, colors: .full)
    let shown = render(
      imageGridPage([LabelledImage(image, "a")], on: screen), for: screen)
    #expect(
      shown.hasPrefix(
        "\u{1B}[38;5;16;48;5;244m▀\u{1B}[0m"
          + "\u{1B}[38;5;231;48;5;233m▀\u{1B}[0m\n"), "\(shown)")
  }

  @Test func withoutColourBrightIsDense() throws {
    let image = try #require(
      GrayImage(
        pixels: [0, 255, 0, 255], rows: 2, columns: 2))
    let images = [LabelledImage(image, "a")]
    #expect(imageGridPage(images, on: Screen(width: 20))[0].text == " █")
    let ascii = Screen(width: 20, ascii: true)
    #expect(imageGridPage(images, on: ascii)[0].text == " @")
  }

  @Test func wrongOnesAreMarkedByMoreThanColour() throws {
    let items = try images(2, predicted: ["ankle boot", "sneaker"])
    let drawn = imageGridPage(items, on: Screen(width: 40))
    #expect(drawn.last?.text.contains("✓ ankle boot") == true)
    #expect(drawn.last?.text.contains("✗ sneaker") == true)
    let words = imageGridPage(items, on: Screen(plain: true))
    #expect(
      words.map(\.text) == [
        "2 images of 28 by 28 pixels:",
        "1. ankle boot, predicted correctly",
        "2. ankle boot, wrongly predicted as sneaker",
      ])
  }
}
