internal import Checks

/// Help with exercise 8, from the gentlest to the last.
let conciseHints: [Hint] = model + loss + optimizer

private let model: [Hint] = [
  Hint(
    "makeModel(seed:)",
    "What happens to a picture of shape [1, 28, 28], and what to the row of "
      + "784 numbers it becomes? Each of the two is one layer."),
  Hint(
    "makeModel(seed:)",
    when: [
      "not-initialized", "variance-for-deviation", "standard-normal",
      "model-spread",
    ],
    "A new `Linear` layer is all zeros. Weights come from `initialize`, with "
      + "the *standard deviation* as its argument."),
  Hint(
    "makeModel(seed:)",
    when: ["not-repeatable", "seed-ignored", "model-seed"],
    "The generator is made inside your function, from the seed, and handed on "
      + "with `&`."),
  Hint(
    "makeModel(seed:)",
    when: ["softmax-in-model", "activation-at-end", "model-scores"],
    "The loss wants scores. So the linear layer is the last one."),
  Hint(
    "makeModel(seed:)",
    "The line of thought: list the two layers in a `Sequential`, kept in a "
      + "`var`; make a generator from the seed; initialize the model with it; "
      + "return it."),
]

private let loss: [Hint] = [
  Hint(
    "makeLoss()",
    "Which three things can become of the losses of a batch? The exercise "
      + "asks for one of them."),
  Hint(
    "makeLoss()", when: ["sum-reduction", "no-reduction", "loss-mean"],
    "Look at the argument `reduction`, and at what it is when nobody says."),
  Hint(
    "makeLoss()", when: ["label-smoothing", "class-ignored", "loss-classes"],
    "Every label counts fully, and no class is passed over: leave the other "
      + "arguments as they come."),
  Hint(
    "makeLoss()",
    "The line of thought: a loss on scores whose reduction is the mean, and "
      + "nothing more."),
]

private let optimizer: [Hint] = [
  Hint(
    "makeOptimizer(for:)",
    "Whose parameters does the optimizer move? They are a property of the "
      + "model that your function is given."),
  Hint(
    "makeOptimizer(for:)", when: ["learning-rate", "step-one"],
    "The learning rate is one tenth."),
  Hint(
    "makeOptimizer(for:)",
    when: ["momentum", "weight-decay", "step-several"],
    "Plain descent has no memory and no pull towards zero: leave momentum and "
      + "weight decay as they come."),
  Hint(
    "makeOptimizer(for:)",
    "The line of thought: an `SGD` of the parameters of this model, with its "
      + "learning rate and no other setting."),
]
