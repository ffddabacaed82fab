import Testing

@testable import Tensors

@Test func everyJobHasItsOutcome() {
  let partner = Partner { (n: Int) in n * n }
  for n in 0..<20_000 {
    partner.begin(n)
    #expect(partner.finish() == n * n)
  }
}

@Test func aPartnerMayBeLeftWithAJob() {
  for n in 0..<200 {
    let partner = Partner { (n: Int) in n }
    if !n.isMultiple(of: 3) { partner.begin(n) }
  }
}

@Test func bothHalvesAreDone() {
  let (first, second) = inHalves(7) { $0.reduce(0, +) }
  #expect(first == 0 + 1 + 2 && second == 3 + 4 + 5 + 6)
}
