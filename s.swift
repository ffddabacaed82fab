import Glibc
var s = sigset_t(); sigemptyset(&s); sigaddset(&s, SIGWINCH)
let fd = signalfd(-1, &s, Int32(SFD_CLOEXEC.rawValue))
let i = inotify_init1(Int32(IN_CLOEXEC.rawValue | IN_NONBLOCK.rawValue))
print(fd, i, inotify_add_watch(i, "/tmp", UInt32(IN_CLOSE_WRITE | IN_MOVED_TO)))
var info = signalfd_siginfo()
var e = inotify_event()
