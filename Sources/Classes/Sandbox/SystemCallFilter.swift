internal import System

/// Refuses system calls that no program in a box needs, as a seccomp filter.
///
/// Otherwise a program could make a namespace in which it is root, and from
/// there reach parts of the kernel that are closed to its user. Where bubblewrap
/// makes a user namespace, it can forbid more of them. When the grader is root
/// it makes none, so that each box can have its own user id.
///
/// The numbers are those of Linux's `unistd.h`, and the format is that of
/// `seccomp(2)`.
struct SystemCallFilter {
  /// One instruction: its code, how many instructions to skip if it holds and if
  /// not, and its operand.
  private typealias Step = (code: UInt16, yes: UInt8, no: UInt8, value: UInt32)

  private enum Code {
    static let load: UInt16 = 0x20
    static let ifEqual: UInt16 = 0x15
    static let ifAtLeast: UInt16 = 0x35
    static let ifAnyBit: UInt16 = 0x45
    static let end: UInt16 = 0x06
  }

  private enum Answer {
    static let allow: UInt32 = 0x7fff_0000
    static let kill: UInt32 = 0x8000_0000

    static func error(_ number: Int32) -> UInt32 {
      0x0005_0000 | UInt32(number)
    }
  }

  /// Where a call's number, its machine and its first argument are.
  private enum Place {
    static let number: UInt32 = 0
    static let machine: UInt32 = 4
    static let argument: UInt32 = 16
  }

  /// The bytes to give to `bwrap --seccomp`.
  var bytes: [UInt8] {
    steps.flatMap { step in
      withUnsafeBytes(of: step.code.littleEndian, Array.init)
        + [step.yes, step.no]
        + withUnsafeBytes(of: step.value.littleEndian, Array.init)
    }
  }

  private var steps: [Step] {
    let calls = Calls.own
    var steps: [Step] = [
      (Code.load, 0, 0, Place.machine),
      (Code.ifEqual, 1, 0, calls.machine),
      (Code.end, 0, 0, Answer.kill),
      (Code.load, 0, 0, Place.number),
      // The calls of x32, a second set of numbers on x86-64.
      (Code.ifAtLeast, 0, 1, 0x4000_0000),
      (Code.end, 0, 0, Answer.error(ENOSYS)),
      // A filter cannot see the flags of `clone3`; if it is missing, the C
      // library uses `clone`.
      (Code.ifEqual, 0, 1, calls.clone3),
      (Code.end, 0, 0, Answer.error(ENOSYS)),
    ]
    for call in calls.refused {
      steps += [
        (Code.ifEqual, 0, 1, call), (Code.end, 0, 0, Answer.error(EPERM)),
      ]
    }
    return steps + [
      (Code.ifEqual, 0, 4, calls.clone),
      (Code.load, 0, 0, Place.argument),
      (Code.ifAnyBit, 0, 1, Self.namespaces),
      (Code.end, 0, 0, Answer.error(EPERM)),
      (Code.end, 0, 0, Answer.allow),
      (Code.ifEqual, 1, 0, calls.socket),
      (Code.ifEqual, 0, 6, calls.socketPair),
      (Code.load, 0, 0, Place.argument),
      // Families that stay within the box: AF_UNIX, AF_INET, AF_INET6.
      (Code.ifEqual, 2, 0, 1), (Code.ifEqual, 1, 0, 2),
      (Code.ifEqual, 0, 1, 10),
      (Code.end, 0, 0, Answer.allow),
      (Code.end, 0, 0, Answer.error(EAFNOSUPPORT)),
      (Code.end, 0, 0, Answer.allow),
    ]
  }

  /// The flags of `clone` that make a namespace: CLONE_NEWNS, NEWCGROUP,
  /// NEWUTS, NEWIPC, NEWUSER, NEWPID and NEWNET.
  private static let namespaces: UInt32 = 0x7e02_0000
}

/// The numbers of system calls on one kind of machine.
private struct Calls {
  var machine: UInt32
  var clone: UInt32
  var socket: UInt32
  var socketPair: UInt32
  let clone3: UInt32 = 435
  var refused: [UInt32]

  #if arch(arm64)
  static let own = Calls(
    machine: 0xc000_00b7, clone: 220, socket: 198, socketPair: 199,
    refused: [
      40, 39, 41, 97, 268,  // mount, umount2, pivot_root, unshare, setns
      117, 270, 271, 272,  // ptrace, process_vm_readv, …_writev, kcmp
      217, 218, 219, 116,  // add_key, request_key, keyctl, syslog
      241, 262, 265, 280, 282,  // perf_event_open, fanotify_init,
      // open_by_handle_at, bpf, userfaultfd
    ] + common)
  #else
  static let own = Calls(
    machine: 0xc000_003e, clone: 56, socket: 41, socketPair: 53,
    refused: [
      165, 166, 155, 272, 308,  // mount, umount2, pivot_root, unshare, setns
      101, 310, 311, 312,  // ptrace, process_vm_readv, …_writev, kcmp
      248, 249, 250, 103,  // add_key, request_key, keyctl, syslog
      298, 300, 304, 321, 323,  // perf_event_open, fanotify_init,
      // open_by_handle_at, bpf, userfaultfd
    ] + common)
  #endif

  /// io_uring_setup, open_tree, move_mount, fsopen, fsconfig, fsmount, fspick,
  /// pidfd_getfd, mount_setattr.
  private static let common: [UInt32] = [
    425, 428, 429, 430, 431, 432, 433, 438, 442,
  ]
}
