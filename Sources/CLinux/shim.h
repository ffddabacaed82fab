// What Linux offers only through calls that Swift cannot make: variadic
// functions, and system calls that the C library does not wrap. The structs
// and numbers are the kernel's own (linux/landlock.h, linux/prctl.h), written
// out because older headers lack some of them.
#pragma once

#if defined(__linux__)
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

// Keeps other processes of the same user out of this one's memory.
static inline int linux_refuse_inspection(void) {
  return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

// The calling thread, and what it starts, can gain no privileges.
static inline int linux_renounce_privileges(void) {
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

// Processes that lose their parent become children of this one.
static inline int linux_adopt_orphans(void) {
  return prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
}

// The version of Landlock in this kernel; below 1 where there is none.
static inline long linux_landlock_version(void) {
  return syscall(444, (void *)0, (size_t)0, 1u);
}

struct linux_landlock_rules {
  uint64_t files;
  uint64_t network;
  uint64_t scopes;
};

// A set of rules that refuses these accesses; its descriptor.
static inline int linux_landlock_create(struct linux_landlock_rules rules,
                                        size_t size) {
  return (int)syscall(444, &rules, size, 0u);
}

// Allows these accesses to a file or, in a folder, to all below it.
static inline int linux_landlock_allow(int rules, const char *path,
                                       uint64_t accesses) {
  struct {
    uint64_t accesses;
    int32_t folder;
  } __attribute__((packed)) rule = {accesses, open(path, O_RDONLY | O_CLOEXEC)};
  if (rule.folder < 0) return -1;
  int result = (int)syscall(445, rules, 1, &rule, 0u);
  close(rule.folder);
  return result;
}

// Binds the calling thread, and what it starts, to the rules.
static inline int linux_landlock_bind(int rules) {
  return (int)syscall(446, rules, 0u);
}
#endif
