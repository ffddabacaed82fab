/// A program to start, and its limits.
package struct Command: Sendable {
  package var executable: String
  package var arguments: [String]

  /// The whole environment: nothing is inherited.
  package var environment: [String: String]

  package var limits: ResourceLimits?

  /// What the program may write; nil for no restriction.
  package var protection: WriteProtection?

  /// Ends the program if this process dies.
  package var watchdog: Watchdog?

  /// Whether the program runs in a box that reports a signal `n` by the exit
  /// status 128 + `n`.
  package var isBoxed = false

  /// Waits until nothing is in the way of starting it.
  package var awaitsStart: (@Sendable () -> Void)?

  /// Tells whether the system has killed one of its processes for lack of
  /// memory.
  package var isOutOfMemory: (@Sendable () -> Bool)?

  package init(
    _ executable: String, _ arguments: [String],
    environment: [String: String] = [:], limits: ResourceLimits? = nil,
    protection: WriteProtection? = nil, watchdog: Watchdog? = nil
  ) {
    self.executable = executable
    self.arguments = arguments
    self.environment = environment
    self.limits = limits
    self.protection = protection
    self.watchdog = watchdog
  }
}

/// Resource limits that the system enforces on a program.
package struct ResourceLimits: Sendable, Equatable {
  /// The address space, in mebibytes.
  package var megabytes: Int

  /// CPU time over all threads, in seconds.
  package var processorSeconds: Int

  /// The largest file it may write, in mebibytes.
  package var fileMegabytes = 64

  /// How many files it may have open at once.
  package var openFiles = 128

  package init(megabytes: Int, processorSeconds: Int) {
    self.megabytes = megabytes
    self.processorSeconds = processorSeconds
  }

  /// Sets the limits in a shell.
  ///
  /// Skips a limit that the system does not support or that is already lower.
  var shellCommand: String {
    [
      "-c 0", "-v \(megabytes * 1024)", "-t \(processorSeconds)",
      // In blocks of 512 bytes.
      "-f \(fileMegabytes * 2048)", "-n \(openFiles)",
    ].map { "ulimit \($0) 2>/dev/null; " }.joined()
  }
}

/// A program that could not be started.
package struct LaunchError: Error, Equatable, CustomStringConvertible {
  package var description: String
}
