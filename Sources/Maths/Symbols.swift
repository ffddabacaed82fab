/// The meanings of the commands and characters in the subset.
enum Symbols {
  /// The atom of a command without arguments: `alpha`, `le` or `log`.
  static func command(_ name: String) -> Atom? { commands[name] }

  /// The atom of a character with a special meaning, such as `+`.
  static func character(_ character: Unicode.Scalar) -> Atom? {
    characters[String(character)]
  }

  private static let commands: [String: Atom] = [
    table(.ordinary, letters), table(.ordinary, ordinary),
    table(.large, large), table(.binary, binary),
    table(.relation, relations), table(.opening, openings),
    table(.closing, closings), table(.punctuation, "colon : :"),
    functions,
  ].reduce(into: [:]) { $0.merge($1) { first, _ in first } }

  private static let characters: [String: Atom] = [
    table(.binary, "+ + plus, - − minus, * ∗ times"),
    table(
      .relation, "= = equals, < < is less than, > > is greater than, : : :"),
    table(.opening, "( ( (, [ [ ["),
    table(.closing, ") ) ), ] ] ], ! ! factorial"),
    [",": Atom(",", spoken: ",", role: .punctuation)],
    table(.punctuation, "; ; ;"),
    table(.ordinary, "| | |, / / over, . . ., ? ? ?, @ @ at"),
  ].reduce(into: [:]) { $0.merge($1) { first, _ in first } }

  /// Function names, which are written and spoken as they are.
  private static let functions: [String: Atom] = Dictionary(
    uniqueKeysWithValues: [
      "log", "ln", "exp", "max", "min", "arg", "sin", "cos", "tan", "tanh",
      "lim", "sup", "inf", "det", "dim", "ker", "Pr", "argmax", "argmin",
    ].map { ($0, Atom($0, spoken: $0, role: .function)) })

  private static let letters = """
    alpha α, beta β, gamma γ, delta δ, epsilon ε, varepsilon ε epsilon, \
    zeta ζ, eta η, theta θ, vartheta ϑ theta, iota ι, kappa κ, lambda λ, \
    mu μ, nu ν, xi ξ, pi π, rho ρ, sigma σ, tau τ, upsilon υ, phi φ, \
    varphi ϕ phi, chi χ, psi ψ, omega ω, Gamma Γ capital gamma, \
    Delta Δ capital delta, Theta Θ capital theta, Lambda Λ capital lambda, \
    Xi Ξ capital xi, Pi Π capital pi, Sigma Σ capital sigma, \
    Upsilon Υ capital upsilon, Phi Φ capital phi, Psi Ψ capital psi, \
    Omega Ω capital omega, ell ℓ l, hbar ℏ h bar, imath ı i, jmath ȷ j
    """

  private static let ordinary = """
    partial ∂ partial, nabla ∇ the gradient, infty ∞ infinity, top ⊤ transposed, \
    bot ⊥ bottom, dots … and so on, ldots … and so on, \
    cdots ⋯ and so on, vdots ⋮ and so on, ddots ⋱ and so on, \
    emptyset ∅ the empty set, forall ∀ for all, exists ∃ there is, \
    neg ¬ not, prime ′ prime, circ ° degrees, Re ℜ the real part of, \
    % % percent, # # number, _ _ underscore, & & and, $ $ dollar, \
    | ‖ ‖, Vert ‖ ‖, vert | |, backprime ‵ prime, square □ square, \
    checkmark ✓ right
    """

  private static let large = """
    sum ∑ the sum, prod ∏ the product, int ∫ the integral, \
    bigcup ⋃ the union, bigcap ⋂ the intersection
    """

  private static let binary = """
    cdot · times, times × times, pm ± plus or minus, mp ∓ minus or plus, \
    div ÷ divided by, odot ⊙ times elementwise, oplus ⊕ circled plus, \
    otimes ⊗ circled times, ast ∗ times, cup ∪ union, cap ∩ intersection, \
    wedge ∧ and, vee ∨ or, setminus ∖ without, star ⋆ star
    """

  private static let relations = """
    le ≤ is at most, leq ≤ is at most, ge ≥ is at least, \
    geq ≥ is at least, lt < is less than, gt > is greater than, \
    ne ≠ is not, neq ≠ is not, approx ≈ is about, equiv ≡ is identical to, \
    sim ∼ is distributed as, simeq ≃ is like, propto ∝ is proportional to, \
    in ∈ in, notin ∉ not in, ni ∋ contains, subset ⊂ within, \
    subseteq ⊆ within, ll ≪ is far below, gg ≫ is far above, to → to, \
    rightarrow → to, leftarrow ← becomes, gets ← becomes, \
    leftrightarrow ↔ if and only if, Rightarrow ⇒ implies, \
    implies ⇒ implies, Leftarrow ⇐ follows from, \
    Leftrightarrow ⇔ if and only if, iff ⇔ if and only if, \
    mapsto ↦ maps to, mid ∣ given, parallel ∥ is parallel to, \
    perp ⊥ is independent of, coloneqq ≔ is defined as
    """

  private static let openings = """
    { { {, lbrace { {, lbrack [ [, langle ⟨ ⟨, lfloor ⌊ the floor of, \
    lceil ⌈ the ceiling of, lvert | |, lVert ‖ the norm of
    """

  private static let closings = """
    } } }, rbrace } }, rbrack ] ], rangle ⟩ ⟩, rfloor ⌋ end floor, \
    rceil ⌉ end ceiling, rvert | |, rVert ‖ end norm
    """

  /// Reads entries of the form `name character`, or `name character words`.
  private static func table(
    _ role: Atom.Role, _ entries: String
  ) -> [String: Atom] {
    var atoms: [String: Atom] = [:]
    for entry in entries.split(separator: ", ") {
      let parts = entry.split(separator: " ", maxSplits: 2).map(String.init)
      let spoken = parts.count > 2 ? parts[2] : parts[0]
      atoms[parts[0]] = Atom(parts[1], spoken: spoken, role: role)
    }
    return atoms
  }
}
