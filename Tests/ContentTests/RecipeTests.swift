import Checks
import Content
import Tensors
import Testing
import Wire

/// What the lessons say about how their answers are computed.
@Suite("Recipes")
struct RecipeTests {
  private static let checks = registry.flatMap(\.checks).filter {
    $0.subject.recipe != nil && $0.inputs != nil
  }

  /// The arguments of a check, without huge numbers, which two ways of
  /// computing round in different places.
  private func ordinaryArguments(
    of check: Check, most: Int = 3_000
  ) -> [[WireValue]] {
    guard let inputs = check.inputs else { return [] }
    var random = generator(seed: 1, check: check.id)
    return (0..<8).map { inputs(&random, $0) }.filter { arguments in
      arguments.allSatisfy { value in
        switch value {
        case .tensor(let tensor):
          tensor.count <= most
            && tensor.values.allSatisfy { $0.magnitude < 1_000 }
        case .integers(let numbers): numbers.count <= most
        default: true
        }
      }
    }
  }

  @Test func thereAreRecipes() {
    #expect(Set(Self.checks.map(\.subject.name)).count >= 15)
  }

  @Test func everyRecipeIsTriedOnOrdinaryNumbers() {
    for (name, own) in Dictionary(grouping: Self.checks, by: \.subject.name) {
      let tried = own.flatMap { ordinaryArguments(of: $0, most: 100) }
      #expect(tried.count >= 5, "\(name)")
    }
  }

  @Test(arguments: checks.indices)
  func aRecipeGivesTheRightAnswer(_ number: Int) throws {
    let check = Self.checks[number]
    let recipe = try #require(check.subject.recipe)
    for arguments in ordinaryArguments(of: check) {
      let right = try check.subject.reference(arguments)
      let made = try recipe.answer(arguments)
      let words = difference(
        of: made, from: right,
        within: Tolerance(relative: 1e-4, absolute: 1e-4), nanEqualsNaN: true)
      #expect(words == nil, "\(check.id): \(words ?? "")")
    }
  }

  /// A slip may put any number anywhere; the course must not stop.
  @Test(arguments: checks.indices)
  func noSlipStopsTheCourse(_ number: Int) throws {
    let check = Self.checks[number]
    let recipe = try #require(check.subject.recipe)
    for arguments in ordinaryArguments(of: check, most: 100).prefix(2) {
      let slips = recipe.slips(for: arguments)
      #expect(Set(slips.map(\.words)).count >= 5)
      for slip in slips { _ = recipe.answer(arguments, slip: slip) }
    }
  }
}
