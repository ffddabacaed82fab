internal import ArgumentParser
internal import Commands
internal import FlyingFox
internal import FlyingSocks
internal import Grading
internal import Journals
internal import System

struct ServeCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the lessons in a browser, beside your editor.",
    discussion: """
      The pages follow your work: each save is checked, and the checkpoints \
      in the text show the verdict. The server accepts connections only from \
      this machine, and only with the address that it prints. Press Ctrl-C to \
      stop it.
      """)

  @OptionGroup var look: OutputOptions
  @OptionGroup var data: DataOptions

  @Option(
    help: ArgumentHelp(
      "The port; if it is in use, the next free one is taken.",
      valueName: "p"))
  var port: UInt16 = 8400

  @Flag(help: "Open the page in your browser.")
  var open = false

  func validate() throws {
    guard port >= 1_024, port <= 65_500 else {
      throw ValidationError("--port must be from 1024 to 65500")
    }
  }

  func run(in world: World) throws -> ExitStatus {
    let cache = try SiteCache(world: world)
    let token = try keptToken(of: cache.home)
    let store = PageStore(run: try randomHex(8))
    do throws(WebFailure) {
      let queue = try RequestQueue()
      // Before the server: it reserves a descriptor that a connection could
      // take.
      let course = try liveCourse(cache, store, queue)
      let server = try startedServer { port in
        WebHandler(
          authorization: Authorization(port: port, token: token), cache: cache,
          store: store,
          queue: queue, data: data)
      }
      if server.port != port {
        world.writeError(
          "course: port \(port) is in use; took \(server.port)\n")
      }
      let address = "http://127.0.0.1:\(server.port)/?token=\(token)"
      world.write("The course is at \(address)\nPress Ctrl-C to stop it.\n")
      if open { openInBrowser(address, home: cache.home) }
      course.run()
      store.close()
      server.task.cancel()
    } catch {
      throw CommandFailure(.environment, error.description)
    }
    return .done
  }

  private func liveCourse(
    _ cache: SiteCache, _ store: PageStore, _ queue: RequestQueue
  ) throws(WebFailure) -> LiveCourse {
    do {
      return try LiveCourse(
        cache: cache, store: store, queue: queue, data: data)
    } catch {
      throw WebFailure("\(error)")
    }
  }

  /// A server on the first free port, once it listens.
  private func startedServer(
    _ handler: (UInt16) -> WebHandler
  ) throws(WebFailure) -> (port: UInt16, task: Task<Void, Never>) {
    var why = ""
    for port in port..<port + 20 {
      guard let address = try? sockaddr_in.inet(ip4: "127.0.0.1", port: port)
      else { continue }
      let server = HTTPServer(
        config: HTTPServer.Configuration(
          address: address, sharedRequestReplaySize: 4_096, logger: .disabled),
        handler: handler(port))
      let (states, state) = AsyncStream.makeStream(of: String?.self)
      let task = Task {
        // Too many connections at once end it; it begins again.
        while !Task.isCancelled {
          do {
            try await server.run()
          } catch {
            state.yield("\(error)")
          }
          try? await Task.sleep(for: .milliseconds(200))
        }
      }
      Task {
        if (try? await server.waitUntilListening(timeout: 5)) != nil {
          state.yield(nil)
        }
      }
      let failure = first(of: states)
      guard let failure else { return (port, task) }
      task.cancel()
      why = failure
    }
    throw WebFailure(
      "no port from \(port) to \(port + 19) is free (\(why)); choose another "
        + "with --port")
  }

  /// The token in the address.
  ///
  /// It is kept, so that a page that is open finds its way when the server is
  /// started again.
  private func keptToken(of home: Home) throws -> String {
    let path = home.journal.folder + "/serve-token"
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & 0o077 == 0,
      status.st_uid == home.world.user,
      let kept = try? readFile(path, atMost: 100),
      let text = String(validating: kept, as: UTF8.self), text.count == 32,
      text.allSatisfy(\.isHexDigit)
    {
      return text
    }
    let token = try randomHex(16)
    try writePrivately(token, to: path, of: home)
    return token
  }

  /// Writes a file that only its owner may read.
  private func writePrivately(
    _ text: String, to path: String, of home: Home
  ) throws {
    try FileManager.default.createDirectory(
      atPath: home.journal.folder, withIntermediateDirectories: true)
    unlink(path)
    let file = System.open(
      path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else {
      throw CommandFailure(
        .environment, "\(home.relative(path)): \(errorText(errno))")
    }
    defer { close(file) }
    _ = text.withCString { write(file, $0, text.utf8.count) }
  }

  /// Opens the address by way of a file, since others on this machine can read
  /// the arguments of programs.
  private func openInBrowser(_ address: String, home: Home) {
    #if os(Linux)
    let program = "xdg-open"
    #else
    let program = "open"
    #endif
    let path = home.journal.folder + "/serve.html"
    let page =
      "<!DOCTYPE html><meta http-equiv=\"refresh\" content=\"0; url="
      + address + "\"><a href=\"\(address)\">The course</a>\n"
    guard (try? writePrivately(page, to: path, of: home)) != nil,
      startDetached([program, path], environment: home.world.environment)
    else {
      return home.world.writeError(
        "course: no browser could be started; open the address yourself\n")
    }
  }
}

/// Random bytes of the system as hexadecimal digits.
private func randomHex(_ count: Int) throws -> String {
  var generator = SystemRandomNumberGenerator()
  return (0..<count).map { _ in
    let byte = UInt8.random(in: .min ... .max, using: &generator)
    return String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
  }.joined()
}

/// Waits for the first element of a stream, in a program that is not
/// asynchronous.
private func first(of stream: AsyncStream<String?>) -> String? {
  let found = FirstValue()
  Task {
    for await value in stream {
      found.update(value)
      return
    }
  }
  return found.wait()
}
