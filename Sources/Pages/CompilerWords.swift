/// What a compiler's error means, in words for somebody new to Swift; nil for
/// errors that are not among the common ones.
///
/// The first row of the table whose parts are all in the message tells.
package func inPlainWords(_ message: String) -> String? {
  commonErrors.first { row in row.parts.allSatisfy(message.contains) }?.words
}

private typealias CommonError = (parts: [String], words: String)

/// The commonest errors of beginners, the more particular ones first.
private let commonErrors: [CommonError] = [
  (
    ["operands of type", "'Int'", "'Float'"],
    "Swift does not mix Int and Float by itself: write Float(n) around the "
      + "whole number."
  ),
  (
    ["operands of type", "'Int'", "'Double'"],
    "Swift does not mix Int and Double by itself: write Double(n) around the "
      + "whole number."
  ),
  (
    ["operands of type", "'Double'", "'Float'"],
    "Double and Float are two types: make one of the other, as in Float(x). "
      + "A number such as 0.5 becomes what it is used as."
  ),
  (
    ["cannot convert", "'()'"],
    "This gives back nothing, and a value is wanted: is a return missing?"
  ),
  (
    ["cannot convert", "'Int'", "'Float'"],
    "A whole number where a Float is wanted, or the other way round: write "
      + "Float(n), or Int(x), which cuts the fraction off."
  ),
  (
    ["cannot convert", "'Double'", "'Float'"],
    "Double and Float are two types: write Float(x)."
  ),
  (
    ["cannot convert"],
    "The value has another type than the one wanted here: compare the two "
      + "types that the message names."
  ),
  (
    ["missing return"],
    "Every way through the function has to end in a return with a value."
  ),
  (
    ["non-void function should return a value"],
    "Write the value behind return: the function promises one by its ->."
  ),
  (
    ["cannot find", "in scope"],
    "Nothing has this name here: is it misspelt, declared inside other "
      + "braces or further down, or is an import missing?"
  ),
  (
    ["argument label"],
    "An argument is called by its label, as in f(x: 1); one declared with _ "
      + "has none. Compare with the function's declaration."
  ),
  (
    ["missing argument"],
    "The function wants one more argument: compare with its declaration."
  ),
  (
    ["extra argument"],
    "The function wants fewer arguments: compare with its declaration."
  ),
  (
    ["is a 'let' constant"],
    "What is declared with let stays as it is, and so do a function's "
      + "arguments: declare it with var, or copy it: var copy = x."
  ),
  (
    ["expected expression in list of expressions"],
    "A bracket above is still open, or a comma too many stands before this: "
      + "look at the end of the line before."
  ),
  (
    ["overflows when stored into", "'UInt8'"],
    "A byte, UInt8, goes from 0 to 255. Make Ints of the bytes before you "
      + "compute with them, as in Int(byte) * 256."
  ),
  (
    ["overflows when stored into"],
    "The number is too large for this type."
  ),
  (
    ["must be unwrapped"],
    "The value may be nil. Say what then: `?? other` gives a value instead, "
      + "`if let` or `guard let` asks first."
  ),
  (
    ["expected '}'"],
    "A brace { is not closed: find the } that is missing, often above the "
      + "line named."
  ),
  (
    ["extraneous '}'"],
    "There is one } too many: a brace above was closed too early, or twice."
  ),
  (
    ["is unused"],
    "The value is worked out and then thrown away: give it a name with let, "
      + "return it, or write _ = before it."
  ),
  (
    ["has no member"],
    "The type has nothing of this name: look for a misspelling, or at what "
      + "the lesson says the type can do."
  ),
  (
    ["consecutive statements"],
    "Two statements stand on one line: is a word misspelt, or an operator or "
      + "a comma missing between them?"
  ),
  (
    ["no exact matches"],
    "There are several functions of this name, and none takes arguments of "
      + "these types."
  ),
  (
    ["before being initialized"],
    "The variable has no value yet on every way that leads here: give it one "
      + "where it is declared."
  ),
]
