import Tensors
import Testing

@Test func tensorsAreMadeFromListsAndShapes() {
  #expect(Tensor([[1, 2, 3], [4, 5, 6]]).shape == [2, 3])
  #expect(Tensor([1, 2, 3]).shape == [3])
  #expect(Tensor(7).shape == [])
  #expect(Tensor([1, 2, 3, 4], shape: [2, 2]) == Tensor([[1, 2], [3, 4]]))
  #expect(Tensor.zeros(shape: [2, 0, 3]).count == 0)
  #expect(Tensor.ones(shape: [2]) == Tensor([1, 1]))
  #expect(Tensor([[]]).shape == [1, 0])
}

@Test func elementsAreReadAndWritten() {
  var x = Tensor([[1, 2, 3], [4, 5, 6]])
  let copy = x
  x[1, 0] = 9
  #expect(x == Tensor([[1, 2, 3], [9, 5, 6]]))
  #expect(copy[1, 0] == 4)
  #expect(x.row(1) == Tensor([9, 5, 6]))
  #expect(Tensor(rows: [x.row(1), x.row(0)])[0, 2] == 6)
  #expect(Tensor([1, 2, 3, 4], shape: [1, 2, 1, 2])[0, 1, 0, 0] == 3)
  #expect(Tensor([5])[0] == 5)
}

@Test func equalityIsOfShapeAndValues() {
  #expect(Tensor([1, 2]) != Tensor([[1, 2]]))
  #expect(Tensor([0]) == Tensor([-0.0]))
  #expect(Tensor([.nan]) != Tensor([.nan]))
  #expect(Tensor([1]).trackingGradients() == Tensor([1]))
}

@Test func closenessIsRelativeAboveOne() {
  let x = Tensor([1_000, 0.001])
  #expect(x.isClose(to: Tensor([1_000.05, 0.00105]), tolerance: 1e-4))
  #expect(!x.isClose(to: Tensor([1_000.2, 0.001]), tolerance: 1e-4))
  #expect(!x.isClose(to: Tensor([[1_000, 0.001]])))
  #expect(Tensor([.infinity]).isClose(to: Tensor([.infinity])))
  #expect(!Tensor([.infinity]).isClose(to: Tensor([-.infinity])))
  #expect(!Tensor([1]).isClose(to: Tensor([.infinity])))
  #expect(!Tensor([.nan]).isClose(to: Tensor([.nan])))
}

@Test func reductionsKnowNoOrderOfAxes() {
  let x = Tensor([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], shape: [2, 3, 2])
  #expect(x.sum(axis: 1) == Tensor([[9, 12], [27, 30]]))
  #expect(x.sum(axis: -1) == Tensor([[3, 7, 11], [15, 19, 23]]))
  #expect(x.max(axis: 0) == Tensor([[7, 8], [9, 10], [11, 12]]))
  #expect(x.mean(axis: 1, keepingDimensions: true).shape == [2, 1, 2])
  #expect(x.argmax(axis: 1) == [2, 2, 2, 2])
  #expect(x.sum() == Tensor(78))
  #expect(x.max() == Tensor(12))
}

@Test func emptyAxesAddUpToNothing() {
  let x = Tensor.zeros(shape: [0, 3])
  #expect(x.sum(axis: 0) == Tensor([0, 0, 0]))
  #expect(x.sum(axis: 1).shape == [0])
  #expect(x.mean().item.isNaN)
  #expect(x.argmax(axis: 1).isEmpty)
  #expect(x.matmul(Tensor.ones(shape: [3, 2])).shape == [0, 2])
  #expect(
    Tensor.ones(shape: [2, 0]).matmul(Tensor.ones(shape: [0, 2]))
      == Tensor.zeros(shape: [2, 2]))
}

@Test func nanAndInfinityTravel() {
  let x = Tensor([.nan, .infinity, -.infinity, 1])
  #expect(x.max().item.isNaN)
  #expect(x.argmax(axis: 0) == [0])
  #expect(x.sum().item.isNaN)
  #expect((x - x).values[1].isNaN)
  #expect(x.exp().values[1...] == [.infinity, 0, 2.7182817])
  #expect(Tensor([0, -1]).log().values[0] == -.infinity)
  #expect(Tensor([0, -1]).log().values[1].isNaN)
  #expect((Tensor([1, -1, 0]) / 0).values[..<2] == [.infinity, -.infinity])
  #expect(Tensor([[-.infinity, -.infinity]]).argmax(axis: 1) == [0])
}

@Test func sumsOfManyElementsStayRight() {
  let many = Tensor([Float](repeating: 0.1, count: 1_000_003))
  #expect(abs(many.sum().item - 100_000.3) < 0.02)
  #expect(abs(many.mean().item - 0.1) < 1e-7)
}

@Test func tensorsArePrintedAsNestedLists() {
  #expect("\(Tensor(40))" == "40.0")
  #expect("\(Tensor([1, 2.5]))" == "[1.0, 2.5]")
  #expect("\(Tensor([[1, 2], [3, 4]]))" == "[[1.0, 2.0],\n [3.0, 4.0]]")
  #expect("\(Tensor([[1, 2]]))" == "[[1.0, 2.0]]")
  #expect("\(Tensor.zeros(shape: [0]))" == "[]")
  #expect(
    "\(Tensor.zeros(shape: [2, 1, 1]))" == "[[[0.0]],\n\n [[0.0]]]")
  let long = Tensor((0..<2_000).map { Float($0) })
  #expect(
    "\(long)" == "[0.0, 1.0, 2.0, ..., 1997.0, 1998.0, 1999.0]")
}

@Test func whatIsNoNumberIsPrintedWithoutASign() {
  let negative = -Float.nan
  #expect(negative.debugDescription == "-nan")
  #expect("\(Tensor([negative, .nan, 1]))" == "[nan, nan, 1.0]")
  #expect("\(Tensor([[negative, 1]]))" == "[[nan, 1.0]]")
  #expect("\(Tensor(negative))" == "nan")
  #expect("\([Tensor(negative)])" == "[nan]")
  #expect(String(describing: Optional(Tensor(negative))) == "Optional(nan)")
  #expect("\(Tensor([-1]).log()) \(Tensor([0]) / 0)" == "[nan] [nan]")
  #expect("\(Tensor(-Float.infinity)) \(Tensor([-0.0]))" == "-inf [-0.0]")
}

@Test func numbersInMessagesHaveNoSignOfNaN() {
  let (single, double) = (-Float.nan, -Double.nan)
  #expect("\(single) \(double) \([single, 1])" == "nan nan [nan, 1.0]")
  #expect("\(0.5) \(Float(0.1)) \(1) \([1, 2])" == "0.5 0.1 1 [1, 2]")
  #expect("\(-Float.infinity) \(Double.infinity)" == "-inf inf")
  #expect((-Float.nan).text == "nan")
  #expect((-0.0).text == "-0.0")
}
