import Testing

@testable import WebCommands

/// Requests as a browser, another site or another program would send them.
struct GateTests {
  let gate = Gate(port: 8400, token: "secret")

  func ruling(
    _ method: String = "GET", host: String? = "127.0.0.1:8400",
    origin: String? = nil, site: String? = nil,
    cookies: String? = "course-8400=secret",
    query: [(name: String, value: String)] = []
  ) -> Gate.Ruling {
    gate.ruling(
      method: method, host: host, origin: origin, site: site,
      cookies: cookies, query: query)
  }

  func isRefused(_ ruling: Gate.Ruling) -> Bool {
    if case .refuse = ruling { true } else { false }
  }

  @Test func ownPagesPass() {
    #expect(ruling() == .pass)
    #expect(ruling(cookies: "theme=dark; course-8400=secret") == .pass)
    #expect(ruling("POST", origin: "http://127.0.0.1:8400") == .pass)
  }

  @Test func theTokenMovesFromTheAddressToACookie() {
    let query = [(name: "token", value: "secret")]
    #expect(ruling(cookies: nil, query: query) == .welcome)
    #expect(isRefused(ruling("POST", cookies: nil, query: query)))
    #expect(isRefused(ruling(cookies: nil, query: [("token", "secre")])))
    #expect(gate.pass.contains("course-8400=secret"))
    #expect(gate.pass.contains("HttpOnly"))
    #expect(gate.pass.contains("SameSite=Strict"))
  }

  @Test(arguments: [
    nil, "", "course-8400", "course-8400=", "course-8401=secret",
    "course-8400=secret2", "Course-8400=secret", "x=course-8400=secret",
  ])
  func otherCookiesDoNot(_ cookies: String?) {
    #expect(isRefused(ruling(cookies: cookies)))
  }

  @Test(arguments: [
    nil, "", "localhost:8400", "127.0.0.1", "127.0.0.1:8401",
    "127.0.0.1:8400.evil.example", "evil.example", "[::1]:8400",
  ])
  func otherHostsDoNot(_ host: String?) {
    #expect(isRefused(ruling(host: host)))
  }

  @Test(arguments: [
    nil, "", "null", "http://evil.example", "https://127.0.0.1:8400",
    "http://127.0.0.1:84000", "http://127.0.0.1",
  ])
  func otherOriginsChangeNothing(_ origin: String?) {
    #expect(isRefused(ruling("POST", origin: origin)))
  }

  @Test func otherOriginsReadNothing() {
    #expect(isRefused(ruling(origin: "http://evil.example")))
  }

  @Test func anotherPortOfThisMachineIsAnotherSite() {
    #expect(isRefused(ruling(site: "same-site")))
    #expect(isRefused(ruling(site: "cross-site")))
    #expect(ruling(site: "same-origin") == .pass)
    // The address was typed, or opened by another program.
    #expect(ruling(site: "none") == .pass)
    // Whoever has the whole address may come from anywhere.
    #expect(
      ruling(site: "cross-site", query: [("token", "secret")]) == .welcome)
  }
}
