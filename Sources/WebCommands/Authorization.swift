internal import FlyingFox
internal import System

/// Decides which requests come from the learner's own browser.
///
/// Any page on the web can send requests to this machine (cross-site request
/// forgery), and a name that is made to point here lets it read the answers (DNS
/// rebinding). So the host must be the address that was bound; what changes
/// something must come from a page of this server; and everything needs the
/// token, which only the terminal shows.
struct Authorization: Sendable {
  let port: UInt16
  let token: String

  enum Decision: Sendable, Equatable {
    case allow
    /// The token is in the address: it moves into a cookie.
    case setCookie
    case deny(String)
  }

  /// Browsers send a cookie to every port of a host, so its name has the port.
  var cookie: String { "course-\(port)" }

  var origin: String { "http://127.0.0.1:\(port)" }

  /// The header `Set-Cookie`.
  var cookieHeader: String {
    "\(cookie)=\(token); Path=/; HttpOnly; SameSite=Strict"
  }

  /// What to do with a request.
  ///
  /// `site` is the header `Sec-Fetch-Site`, by which browsers say whose page
  /// asks, for pictures and scripts too. Cookies do not tell ports apart, so a
  /// page at another port of this machine has ours.
  func decision(
    method: String, host: String?, origin: String?, site: String?,
    cookies: String?, query: [(name: String, value: String)]
  ) -> Decision {
    guard host == "127.0.0.1:\(port)" else {
      return .deny("this server is at \(self.origin)")
    }
    if method != "GET" {
      guard origin == self.origin else {
        return .deny("only this server's own pages may send this request")
      }
    } else if let origin, origin != self.origin {
      return .deny("this request came from another site")
    }
    if method == "GET",
      query.contains(where: { $0.name == "token" && same($0.value, token) })
    {
      return .setCookie
    }
    guard site.map({ ["same-origin", "none"].contains($0) }) ?? true else {
      return .deny("this request came from another site")
    }
    let given = (cookies ?? "").split(separator: ";").map {
      $0.trimming(\.isWhitespace)
    }
    if given.contains(where: { same($0, "\(cookie)=\(token)") }) {
      return .allow
    }
    return .deny(
      "open the complete address that `swift run course serve` printed")
  }

  /// Compares in a time that says nothing about where two texts differ.
  private func same(_ given: String, _ wanted: String) -> Bool {
    let (a, b) = (Array(given.utf8), Array(wanted.utf8))
    guard a.count == b.count else { return false }
    return zip(a, b).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

extension Substring {
  fileprivate func trimming(_ isLeftOut: (Character) -> Bool) -> String {
    let start = drop(while: isLeftOut)
    return String(start.reversed().drop(while: isLeftOut).reversed())
  }
}
