// A millionth of each label is spread over all classes.
// fails: loss-certain
// mistake: label-smoothing

/// The mean cross-entropy of a batch of scores with its labels.
public func makeLoss() -> CrossEntropyLoss {
  CrossEntropyLoss(labelSmoothing: 1e-6)
}
