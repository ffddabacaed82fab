internal import Commands
internal import FlyingFox
internal import Site
internal import System

/// Answers the requests of the pages.
struct WebHandler: HTTPHandler {
  let authorization: Authorization
  let cache: SiteCache
  let store: PageStore
  let queue: RequestQueue
  let data: DataOptions

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    let decision = authorization.decision(
      method: request.method.rawValue, host: request.headers[.host],
      origin: request.headers[HTTPHeader("Origin")],
      site: request.headers[HTTPHeader("Sec-Fetch-Site")],
      cookies: request.headers[HTTPHeader("Cookie")],
      query: request.query.map { ($0.name, $0.value) })
    // The body is read in any case, so that the next request is not looked for
    // within it, but kept only if it is wanted.
    let most =
      decision != .allow ? 0 : request.path == "/predict" ? 1 << 20 : 4_096
    let body = try await bounded(request.bodySequence, atMost: most)
    switch decision {
    case .deny(let words): return text(words + "\n", status: .forbidden)
    case .setCookie: return signedIn
    case .allow: break
    }
    guard let body else {
      return text(
        "the body may have at most \(most) bytes\n", status: .payloadTooLarge)
    }
    let name = String(request.path.dropFirst())
    switch request.method {
    case .GET: return try get(name, request)
    case .POST: return try post(name, body, request)
    default: return text("GET and POST are known\n", status: .methodNotAllowed)
    }
  }

  /// The body; nil if it is too long, of which the rest is thrown away.
  private func bounded(
    _ body: HTTPBodySequence, atMost most: Int
  ) async throws -> [UInt8]? {
    var bytes: [UInt8] = []
    var isTooLong = false
    for try await part in body {
      isTooLong = isTooLong || bytes.count + part.count > most
      if !isTooLong { bytes += part }
    }
    return isTooLong ? nil : bytes
  }

  private func get(
    _ name: String, _ request: HTTPRequest
  ) throws -> HTTPResponse {
    func given(_ name: String) -> String? {
      request.query.first { $0.name == name }?.value
    }
    switch name {
    case "":
      return redirect(to: "/index.html")
    case "events":
      let last =
        request.headers[HTTPHeader("Last-Event-ID")] ?? given("after") ?? ""
      return events(given("page") ?? "", after: last)
    case "model.html":
      return answer(
        cache.modelPage(given("name"), data: data), type: "text/html")
    default:
      guard let text = cache.file(name) else {
        return self.text(
          "there is no page \(name.prefix(80))\n", status: .notFound)
      }
      let end = name.split(separator: ".").last
      let type =
        switch end {
        case "css": "text/css"
        case "js": "text/javascript"
        default: "text/html"
        }
      return answer(text, type: type)
    }
  }

  private func events(
    _ page: String, after last: String
  ) -> HTTPResponse {
    guard let wakes = store.subscribe() else {
      return text("too many pages are open\n", status: .serviceUnavailable)
    }
    let last = last.split(separator: "-")
    let isOurs = last.count == 2 && last[0] == store.run
    _ = queue.post(.opened(page: page))
    return HTTPResponse(
      statusCode: .ok,
      headers: headers(type: "text/event-stream"),
      body: HTTPBodySequence(
        from: EventStream(
          store: store, page: page,
          seen: isOurs ? UInt64(last[1]) ?? 0 : 0, wakes: wakes)))
  }

  private func post(
    _ name: String, _ body: [UInt8], _ request: HTTPRequest
  ) throws -> HTTPResponse {
    if name == "predict" {
      do {
        let model = request.query.first { $0.name == "model" }?.value
        return answer(
          cache.site.sharesMarkup(
            try cache.home.shares(of: body, model: model)
          ).markup, type: "text/html")
      } catch {
        return text(
          ((error as? CommandFailure)?.message ?? "\(error)") + "\n",
          status: .badRequest)
      }
    }
    guard name.hasPrefix("do/"),
      let request = PageRequest(
        String(name.dropFirst(3)), fields: formFields(in: body))
    else { return text("there is no such request\n", status: .notFound) }
    return queue.post(request)
      ? HTTPResponse(statusCode: .noContent, headers: headers(type: nil))
      : text("too much to do at once\n", status: .tooManyRequests)
  }

  /// Takes the token out of the address, and goes on to the map.
  ///
  /// A redirection would still be another site's request, which brings no
  /// cookie; a page that loads the next one is not.
  private var signedIn: HTTPResponse {
    var answer = answer(
      "<!DOCTYPE html><html lang=\"en\"><title>The course</title>"
        + "<link rel=\"icon\" href=\"data:,\">"
        + "<meta http-equiv=\"refresh\" content=\"0; url=/index.html\">"
        + "<a href=\"/index.html\">The course</a></html>\n",
      type: "text/html")
    answer.headers[HTTPHeader("Set-Cookie")] = authorization.cookieHeader
    return answer
  }

  private func headers(type: String?) -> HTTPHeaders {
    var headers: [HTTPHeader: String] = [
      HTTPHeader("Content-Security-Policy"):
        "default-src 'none'; script-src 'self'; style-src 'self'; "
        + "img-src 'self' data:; connect-src 'self'; form-action 'none'; "
        + "base-uri 'none'; frame-ancestors 'none'",
      HTTPHeader("X-Content-Type-Options"): "nosniff",
      HTTPHeader("Referrer-Policy"): "no-referrer",
      HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
      HTTPHeader("Cache-Control"): "no-store",
    ]
    if let type { headers[.contentType] = type + "; charset=utf-8" }
    return HTTPHeaders(headers)
  }

  private func redirect(to path: String) -> HTTPResponse {
    var headers = headers(type: nil)
    headers[HTTPHeader("Location")] = path
    return HTTPResponse(statusCode: .seeOther, headers: headers)
  }

  private func answer(_ text: String, type: String) -> HTTPResponse {
    HTTPResponse(
      statusCode: .ok, headers: headers(type: type), body: Data(text.utf8))
  }

  private func text(_ text: String, status: HTTPStatusCode) -> HTTPResponse {
    HTTPResponse(
      statusCode: status, headers: headers(type: "text/plain"),
      body: Data(text.utf8))
  }
}
