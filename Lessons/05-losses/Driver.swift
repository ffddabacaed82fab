import Exercise05
import Tensors
import Wire
import Workbench

// The learner's functions as the trusted process calls them. The tuple of
// `bestConstants` crosses as a list.

serve([
  expose("l2Loss(_:_:)") { @Sendable (yHat: Tensor, y: Tensor) in
    l2Loss(yHat, y)
  },
  expose("l1Loss(_:_:)") { @Sendable (yHat: Tensor, y: Tensor) in
    l1Loss(yHat, y)
  },
  expose("huberLoss(_:_:)") { @Sendable (yHat: Tensor, y: Tensor) in
    huberLoss(yHat, y)
  },
  expose("l2Gradient(_:_:)") { @Sendable (yHat: Tensor, y: Tensor) in
    l2Gradient(yHat, y)
  },
  expose("l1Gradient(_:_:)") { @Sendable (yHat: Tensor, y: Tensor) in
    l1Gradient(yHat, y)
  },
  expose("huberGradient(_:_:)") { @Sendable (yHat: Tensor, y: Tensor) in
    huberGradient(yHat, y)
  },
  expose("bestConstants(_:)") { @Sendable (y: Tensor) in
    let best = bestConstants(y)
    return WireValue.list([.float(best.squared), .float(best.absolute)])
  },
])
