// A program of your own: `swift run playground`. Change the data, the layers,
// the learning rate or the epochs, and see how the regions change.
import Datasets
import Networks
import Plots
import Tensors

// Bill length and depth in mm of 24 penguins near Palmer Station (K. B. Gorman
// and others, 2014; R package palmerpenguins, CC0).
let csv = """
  39.1,18.7,Adelie
  38.7,19.0,Adelie
  37.2,18.1,Adelie
  41.1,19.0,Adelie
  41.3,21.1,Adelie
  40.9,16.8,Adelie
  38.6,17.2,Adelie
  35.6,17.5,Adelie
  46.5,17.9,Chinstrap
  46.1,18.2,Chinstrap
  47.0,17.3,Chinstrap
  46.4,18.6,Chinstrap
  40.9,16.6,Chinstrap
  50.9,19.1,Chinstrap
  51.5,18.7,Chinstrap
  42.5,17.3,Chinstrap
  46.1,13.2,Gentoo
  45.5,13.7,Gentoo
  42.9,13.1,Gentoo
  42.6,13.7,Gentoo
  48.2,15.6,Gentoo
  44.9,13.8,Gentoo
  49.4,15.8,Gentoo
  43.3,14.0,Gentoo
  """
let rows = csv.split(separator: "\n").map { $0.split(separator: ",") }
let names = Set(rows.map { String($0[2]) }).sorted()
let labels = rows.compactMap { names.firstIndex(of: String($0[2])) }
let bills = Tensor(rows.map { $0.prefix(2).compactMap { Float($0) } })

// Training works best if each feature has mean 0 and standard deviation 1.
let (mean, deviation) = (bills.mean(axis: 0), bills.standardDeviation(axis: 0))
let batches = MiniBatches((bills - mean) / deviation, labels, batchSize: 8)

var generator = SeededGenerator(seed: 1)
// Or with a hidden layer: Linear(2, 9); ReLU(); Linear(9, 3)
var model = Sequential { Linear(2, 3) }
model.initialize(weights: .normal(standardDeviation: 0.5), using: &generator)
var optimizer = SGD(model.parameters, learningRate: 0.5)
train(
  &model, on: batches, shuffledBy: &generator, epochs: 50,
  optimizer: &optimizer)
print("accuracy:", evaluateAccuracy(model, on: batches))

let points = rows.indices.map { Point(bills[$0, 0], bills[$0, 1]) }
let regions = Regions(
  "species by bill", x: Axis("length (mm)"), y: Axis("depth (mm)"),
  classes: names, points: points, labels: labels
) { x, y in
  model((Tensor([[Float(x), Float(y)]]) - mean) / deviation).argmax(axis: 1)[0]
}
regions.show()
// try regions.save(to: "regions.svg")
// try model.save(to: "penguins.safetensors")
