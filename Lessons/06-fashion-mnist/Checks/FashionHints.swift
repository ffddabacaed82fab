internal import Checks

/// Help with exercise 6, from the gentlest to the last.
let fashionHints: [Hint] = images + labels + batches

private let images: [Hint] = [
  Hint(
    "readImages(_:)",
    "Read the header first, with pencil and paper: which four bytes say what "
      + "the file is, how many pictures it has, how many rows and how many "
      + "columns?"),
  Hint(
    "readImages(_:)",
    when: ["little-endian", "one-byte-count", "header-length", "images-many"],
    "A number of four bytes has its high byte first. Going from left to "
      + "right, what you have so far is multiplied by 256 before the next "
      + "byte is added."),
  Hint(
    "readImages(_:)",
    when: ["not-scaled", "by-256", "integer-division", "images-values"],
    "A byte of 255 must become exactly 1, and the division must be one of "
      + "`Float`s, not of whole numbers."),
  Hint(
    "readImages(_:)",
    when: [
      "length-ignored", "surplus-ignored", "count-ignored", "count-cut-off",
      "crash-for-error", "dimensions-ignored", "magic-ignored", "images-none",
    ],
    "What is the least number of bytes that a header needs? Look at that "
      + "before you take a byte out. Then the header itself says how long the "
      + "whole file must be, to the byte."),
  Hint(
    "readImages(_:)",
    "The line of thought: long enough for a header; the right four bytes; "
      + "28 and 28; as many bytes as header and pictures together. Only then "
      + "the pixels, each over 255, in the shape [n, 1, 28, 28]."),
]

private let labels: [Hint] = [
  Hint(
    "readLabels(_:)",
    "It is the same format with one axis in place of three. How long is the "
      + "header now?"),
  Hint(
    "readLabels(_:)",
    when: [
      "header-not-skipped", "header-of-images", "header-length",
      "first-label-forgotten", "labels-values",
    ],
    "Four bytes say what the file is, four say how many labels. The first "
      + "label is the ninth byte."),
  Hint(
    "readLabels(_:)", when: ["range-ignored", "labels-range"],
    "There are ten classes, 0 to 9. A byte can be more than that, and then "
      + "something is wrong with the file."),
  Hint(
    "readLabels(_:)",
    "The line of thought: long enough for a header; the right four bytes; as "
      + "many bytes as header and labels together; each label below 10. Then "
      + "the labels are the bytes after the header, as `Int`s."),
]

private let batches: [Hint] = [
  Hint(
    "miniBatches(count:size:order:)",
    "Take five cards in the order 3, 0, 4, 1, 2, and put them down two at a "
      + "time."),
  Hint(
    "miniBatches(count:size:order:)",
    when: ["last-dropped", "last-repeated", "batches-short-last"],
    "Where does the last batch end, if you may not go past the end of the "
      + "order?"),
  Hint(
    "miniBatches(count:size:order:)",
    when: ["empty-batch", "batches-even", "batches-edges"],
    "Where does each batch begin? At 0, at `size`, at twice `size`, and so on, "
      + "as long as that lies before `count`. `stride(from:to:by:)` counts "
      + "so."),
  Hint(
    "miniBatches(count:size:order:)",
    "The line of thought: for each beginning, the piece of `order` from there "
      + "to the smaller of beginning plus `size` and `count`."),
]
