import Testing

@testable import WebCommands

/// Requests as a browser, another site or another program would send them.
struct AuthorizationTests {
  let authorization = Authorization(port: 8400, token: "secret")

  func decision(
    _ method: String = "GET", host: String? = "127.0.0.1:8400",
    origin: String? = nil, site: String? = nil,
    cookies: String? = "course-8400=secret",
    query: [(name: String, value: String)] = []
  ) -> Authorization.Decision {
    authorization.decision(
      method: method, host: host, origin: origin, site: site,
      cookies: cookies, query: query)
  }

  func isDenied(_ decision: Authorization.Decision) -> Bool {
    if case .deny = decision { true } else { false }
  }

  @Test func ownPagesPass() {
    #expect(decision() == .allow)
    #expect(decision(cookies: "theme=dark; course-8400=secret") == .allow)
    #expect(decision("POST", origin: "http://127.0.0.1:8400") == .allow)
  }

  @Test func theTokenMovesFromTheAddressToACookie() {
    let query = [(name: "token", value: "secret")]
    #expect(decision(cookies: nil, query: query) == .setCookie)
    #expect(isDenied(decision("POST", cookies: nil, query: query)))
    #expect(isDenied(decision(cookies: nil, query: [("token", "secre")])))
    #expect(authorization.cookieHeader.contains("course-8400=secret"))
    #expect(authorization.cookieHeader.contains("HttpOnly"))
    #expect(authorization.cookieHeader.contains("SameSite=Strict"))
  }

  @Test(arguments: [
    nil, "", "course-8400", "course-8400=", "course-8401=secret",
    "course-8400=secret2", "Course-8400=secret", "x=course-8400=secret",
  ])
  func otherCookiesDoNot(_ cookies: String?) {
    #expect(isDenied(decision(cookies: cookies)))
  }

  @Test(arguments: [
    nil, "", "localhost:8400", "127.0.0.1", "127.0.0.1:8401",
    "127.0.0.1:8400.evil.example", "evil.example", "[::1]:8400",
  ])
  func otherHostsDoNot(_ host: String?) {
    #expect(isDenied(decision(host: host)))
  }

  @Test(arguments: [
    nil, "", "null", "http://evil.example", "https://127.0.0.1:8400",
    "http://127.0.0.1:84000", "http://127.0.0.1",
  ])
  func otherOriginsChangeNothing(_ origin: String?) {
    #expect(isDenied(decision("POST", origin: origin)))
  }

  @Test func otherOriginsReadNothing() {
    #expect(isDenied(decision(origin: "http://evil.example")))
  }

  @Test func anotherPortOfThisMachineIsAnotherSite() {
    #expect(isDenied(decision(site: "same-site")))
    #expect(isDenied(decision(site: "cross-site")))
    #expect(decision(site: "same-origin") == .allow)
    // The address was typed, or opened by another program.
    #expect(decision(site: "none") == .allow)
    // Whoever has the whole address may come from anywhere.
    #expect(
      decision(site: "cross-site", query: [("token", "secret")]) == .setCookie)
  }
}
