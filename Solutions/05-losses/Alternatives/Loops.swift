import Tensors

/// The squared loss of every element: ½ (ŷ − y)².
public func l2Loss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  var result = Tensor.zeros(shape: [yHat.count])
  let (flatYHat, flatY) = (yHat.reshaped([-1]), y.reshaped([-1]))
  for i in 0..<yHat.count {
    let error = flatYHat[i] - flatY[i]
    result[i] = error * error / 2
  }
  return result.reshaped(yHat.shape)
}

/// The absolute loss of every element: |ŷ − y|.
public func l1Loss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  var result = Tensor.zeros(shape: [yHat.count])
  let (flatYHat, flatY) = (yHat.reshaped([-1]), y.reshaped([-1]))
  for i in 0..<yHat.count {
    let error = flatYHat[i] - flatY[i]
    result[i] = error < 0 ? -error : error
  }
  return result.reshaped(yHat.shape)
}

/// Huber's loss of every element, with the threshold 1.
public func huberLoss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  var result = Tensor.zeros(shape: [yHat.count])
  let (flatYHat, flatY) = (yHat.reshaped([-1]), y.reshaped([-1]))
  for i in 0..<yHat.count {
    let error = flatYHat[i] - flatY[i]
    let size = error < 0 ? -error : error
    if size <= 1 {
      result[i] = error * error / 2
    } else {
      result[i] = size - 0.5
    }
  }
  return result.reshaped(yHat.shape)
}

/// The derivative of each element's squared loss with respect to ŷ.
public func l2Gradient(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  var result = Tensor.zeros(shape: [yHat.count])
  let (flatYHat, flatY) = (yHat.reshaped([-1]), y.reshaped([-1]))
  for i in 0..<yHat.count {
    let error = flatYHat[i] - flatY[i]
    result[i] = error
  }
  return result.reshaped(yHat.shape)
}

/// The derivative of each element's absolute loss with respect to ŷ, and 0
/// where ŷ equals y.
public func l1Gradient(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  var result = Tensor.zeros(shape: [yHat.count])
  let (flatYHat, flatY) = (yHat.reshaped([-1]), y.reshaped([-1]))
  for i in 0..<yHat.count {
    let error = flatYHat[i] - flatY[i]
    if error > 0 { result[i] = 1 }
    if error < 0 { result[i] = -1 }
  }
  return result.reshaped(yHat.shape)
}

/// The derivative of each element's Huber loss with respect to ŷ.
public func huberGradient(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  var result = Tensor.zeros(shape: [yHat.count])
  let (flatYHat, flatY) = (yHat.reshaped([-1]), y.reshaped([-1]))
  for i in 0..<yHat.count {
    let error = flatYHat[i] - flatY[i]
    if error > 1 {
      result[i] = 1
    } else if error < -1 {
      result[i] = -1
    } else {
      result[i] = error
    }
  }
  return result.reshaped(yHat.shape)
}

/// The constants that fit some numbers best, under the squared and under the
/// absolute loss.
public func bestConstants(
  _ y: Tensor
) -> (squared: Float, absolute: Float) {
  // The mean so far moves towards each new number by its share.
  var mean: Float = 0
  for i in 0..<y.count {
    mean += (y[i] - mean) / Float(i + 1)
  }
  // Without sorting all: of the numbers on either side of one of them, only
  // those on the side of the median matter.
  var rest = y.values
  var rank = (rest.count - 1) / 2
  while true {
    let pivot = rest[rest.count / 2]
    let below = rest.filter { $0 < pivot }
    let above = rest.filter { $0 > pivot }
    if rank < below.count {
      rest = below
    } else if rank < rest.count - above.count {
      return (squared: mean, absolute: pivot)
    } else {
      rank -= rest.count - above.count
      rest = above
    }
  }
}
