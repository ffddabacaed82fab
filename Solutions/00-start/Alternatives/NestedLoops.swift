import Tensors

/// The label that occurs most often; any of them if several are tied.
///
/// Counts again for each label; the last of the tied ones wins.
public func mostFrequent(_ labels: [Int]) -> Int {
  var answer = -1
  var most = 0
  for candidate in labels {
    var count = 0
    for label in labels where label == candidate { count += 1 }
    if count >= most {
      answer = candidate
      most = count
    }
  }
  return answer
}
