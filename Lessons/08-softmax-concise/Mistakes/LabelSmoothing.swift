// The labels are smoothed.
// fails: loss-mean
// mistake: label-smoothing

/// The mean cross-entropy of a batch of scores with its labels.
public func makeLoss() -> CrossEntropyLoss {
  CrossEntropyLoss(labelSmoothing: 0.1)
}
