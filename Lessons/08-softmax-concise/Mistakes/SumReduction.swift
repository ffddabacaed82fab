// The loss is the sum over the batch.
// fails: loss-mean
// mistake: sum-reduction

/// The mean cross-entropy of a batch of scores with its labels.
public func makeLoss() -> CrossEntropyLoss {
  CrossEntropyLoss(reduction: .sum)
}
