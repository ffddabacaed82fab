// The second highest score wins.
// fails: names-agreement
// mistake: second-highest

/// The name of the class with the highest score, for each row of `scores`.
public func predictions(_ scores: Tensor, names: [String]) -> [String] {
  let q = scores.shape[1]
  return (0..<scores.shape[0]).map { i in
    let ascending = (0..<q).sorted { scores[i, $0] < scores[i, $1] }
    return names[ascending[max(q - 2, 0)]]
  }
}
