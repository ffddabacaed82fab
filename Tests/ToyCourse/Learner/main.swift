internal import Commands
internal import ToyChecks

// A course of two tiny lessons, driven by the tests as `course` is by people.
runAsCourse(with: { toyRegistry })
