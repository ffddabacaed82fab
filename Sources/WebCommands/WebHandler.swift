internal import Commands
internal import FlyingFox
internal import Site
internal import System

/// Answers the requests of the pages.
struct WebHandler: HTTPHandler {
  let gate: Gate
  let shelf: Shelf
  let board: Board
  let mailbox: Mailbox
  let data: DataOptions

  /// More than any picture that a page sends.
  private static let mostBytes = 1 << 20

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    // The body is read in any case, so that the next request is not
    // looked for within it.
    let body = try await bounded(request.bodySequence)
    let ruling = gate.ruling(
      method: request.method.rawValue, host: request.headers[.host],
      origin: request.headers[HTTPHeader("Origin")],
      cookies: request.headers[HTTPHeader("Cookie")],
      query: request.query.map { ($0.name, $0.value) })
    switch ruling {
    case .refuse(let words): return text(words + "\n", status: .forbidden)
    case .welcome:
      var answer = redirect(
        to: request.path == "/" ? "/index.html" : request.path)
      answer.headers[HTTPHeader("Set-Cookie")] = gate.pass
      return answer
    case .pass: break
    }
    guard let body else {
      return text("a body of at most 1 MiB is read\n", status: .payloadTooLarge)
    }
    let name = String(request.path.dropFirst())
    switch request.method {
    case .GET, .HEAD: return try get(name, request)
    case .POST: return try post(name, body, request)
    default: return text("GET and POST are known\n", status: .methodNotAllowed)
    }
  }

  /// The body; nil if it is too long, of which the rest is thrown away.
  private func bounded(_ body: HTTPBodySequence) async throws -> [UInt8]? {
    var bytes: [UInt8] = []
    var isTooLong = false
    for try await part in body {
      isTooLong = isTooLong || bytes.count + part.count > Self.mostBytes
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
      return events(given("page") ?? "", after: request)
    case "model.html":
      return answer(
        shelf.modelPage(given("name"), data: data), type: "text/html")
    default:
      guard let text = shelf.file(name) else {
        return self.text("there is no page \(name.prefix(80))\n", status: .notFound)
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
    _ page: String, after request: HTTPRequest
  ) -> HTTPResponse {
    guard let wakes = board.listen() else {
      return text("too many pages are open\n", status: .serviceUnavailable)
    }
    let last = (request.headers[HTTPHeader("Last-Event-ID")] ?? "")
      .split(separator: "-")
    let isOurs = last.count == 2 && last[0] == board.run
    _ = mailbox.post(.opened(page: page))
    return HTTPResponse(
      statusCode: .ok,
      headers: headers(type: "text/event-stream"),
      body: HTTPBodySequence(
        from: EventStream(
          board: board, page: page,
          seen: isOurs ? UInt64(last[1]) ?? 0 : 0, wakes: wakes)))
  }

  private func post(
    _ name: String, _ body: [UInt8], _ request: HTTPRequest
  ) throws -> HTTPResponse {
    if name == "predict" {
      do {
        let model = request.query.first { $0.name == "model" }?.value
        return answer(
          shelf.site.sharesMarkup(
            try shelf.home.shares(of: body, model: model)
          ).markup, type: "text/html")
      } catch {
        return text(
          ((error as? CommandFailure)?.message ?? "\(error)") + "\n",
          status: .badRequest)
      }
    }
    guard name.hasPrefix("do/"),
      let wish = Wish(String(name.dropFirst(3)), fields: fields(of: body))
    else { return text("there is nothing to do\n", status: .notFound) }
    return mailbox.post(wish)
      ? HTTPResponse(statusCode: .noContent, headers: headers(type: nil))
      : text("too much to do at once\n", status: .tooManyRequests)
  }

  /// The fields of a form.
  private func fields(of body: [UInt8]) -> [String: String] {
    var parts = URLComponents()
    parts.percentEncodedQuery = String(decoding: body, as: UTF8.self)
      .replacing("+", with: "%20")
    return Dictionary(
      (parts.queryItems ?? []).map { ($0.name, $0.value ?? "") },
      uniquingKeysWith: { $1 })
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

extension Wish {
  /// The wish that a page sends; nil if it is none.
  init?(_ name: String, fields: [String: String]) {
    let page = fields["page"] ?? ""
    switch name {
    case "check": self = .check(page: page)
    case "hint": self = .hint(page: page)
    case "edit": self = .edit(page: page)
    case "run": self = .run(page: page, cell: fields["cell"] ?? "")
    case "answered":
      self = .answered(
        page: page, quiz: fields["quiz"] ?? "",
        isRight: fields["right"] == "true")
    case "stop": self = .stop
    case "train":
      guard let lesson = fields["lesson"], Int(lesson) != nil else {
        return nil
      }
      let knobs = [
        "rate", "epochs", "batch", "momentum", "decay", "hidden", "examples",
        "seed",
      ]
      // An option and its value are one word, so that no value is an option.
      let words = knobs.compactMap { knob in
        fields[knob].flatMap { $0.isEmpty ? nil : "--\(knob)=\($0)" }
      }
      self = .train([lesson] + words)
    default: return nil
    }
  }
}
