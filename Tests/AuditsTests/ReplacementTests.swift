import Testing

@testable import Audits

@Suite("A mistake as a whole file")
struct ReplacementTests {
  private let model = """
    import Tensors

    /// The loss.
    public func loss(_ x: Tensor, _ y: [Int]) -> Tensor {
      x
    }

    /// The loss of scores.
    public func loss(
      logits x: Tensor, _ y: [Int]
    ) -> Tensor {
      helper(x)
    }

    private func helper(_ x: Tensor) -> Tensor { x }

    """

  @Test func aFunctionIsExchangedByNameAndLabels() {
    let mistake = """
      // The sign is forgotten.
      // fails: loss-example
      // mistake: none

      /// The loss of scores.
      public func loss(logits x: Tensor, _ labels: [Int]) -> Tensor {
        -x
      }

      """
    #expect(
      submission(exchanging: mistake, in: model) == """
        import Tensors

        /// The loss.
        public func loss(_ x: Tensor, _ y: [Int]) -> Tensor {
          x
        }

        /// The loss of scores.
        public func loss(logits x: Tensor, _ labels: [Int]) -> Tensor {
          -x
        }

        private func helper(_ x: Tensor) -> Tensor { x }

        """)
  }

  @Test func aRenamedLabelLeavesAMistakeAsItIs() {
    let model = """
      /// The share.
      public func share(of x: Tensor, _ y: [Int]) -> Tensor {
        x
      }

      """
    let mistake = """
      // The sign is wrong.
      // fails: share-example

      /// The share, as it was called before.
      public func share(_ x: Tensor, labels y: [Int]) -> Tensor {
        -x
      }

      private func share(_ x: Float) -> Float { x }

      """
    #expect(
      submission(exchanging: mistake, in: model) == """

        /// The share.
        public func share(of x: Tensor, _ y: [Int]) -> Tensor {
          -x
        }

        private func share(_ x: Float) -> Float { x }

        """)
    // Of two functions of one name, neither is meant.
    let two = model + "\npublic func share(of x: Tensor) -> Tensor { x }\n"
    #expect(
      submission(exchanging: mistake, in: two).contains("labels y: [Int]"))
  }

  @Test func whatIsNewIsAdded() {
    let mistake = """
      // What.
      import Foundation

      private let scale: [Float] = [
        1, 2,
      ]

      private func helper(_ x: Tensor) -> Tensor {
        x * scale[0]
      }

      """
    let whole = submission(exchanging: mistake, in: model)
    #expect(whole.hasPrefix("import Tensors\nimport Foundation\n\n/// The"))
    #expect(
      whole.hasSuffix(
        """
        private func helper(_ x: Tensor) -> Tensor {
          x * scale[0]
        }

        private let scale: [Float] = [
          1, 2,
        ]

        """))
  }

  @Test func declarationsAreKnownByTheirNames() {
    let text = """
      extension Tensor {
        func a() {}
      }

      extension Tensor {
        func b() {}
      }

      struct S<T> {
        var x = 1
      }

      private var count = 3
      func f(_ g: (Int, Int) -> Int, at i: Int, in t: [Int: Int]) -> Int { 1 }
      """
    #expect(
      Declaration.all(in: text).map(\.key) == [
        "extension Tensor", "extension Tensor'", "struct S", "var count",
        "func f(_:at:in:)",
      ])
  }
}
