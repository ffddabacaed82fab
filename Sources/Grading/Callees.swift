internal import Checks

/// If a failed function calls another failed function of the same file,
/// replaces its diagnosis with a pointer to that one, where the cause may lie.
///
/// Counterexamples stay. Functions that call each other keep their own
/// diagnoses.
func blameCallees(in report: inout Report, source: String) {
  let functions = orderedFailures(in: report)
  guard functions.count > 1 else { return }
  let calls = callGraph(of: functions, source: source)
  for function in functions {
    // Of the failures that it reaches, pick one that reaches no other: that one
    // has to be fixed first.
    let reached = functions.filter {
      $0 != function && reaches(function, $0, calls)
        && !reaches($0, function, calls)
    }
    let first = reached.first { callee in
      !reached.contains { $0 != callee && reaches(callee, $0, calls) }
    }
    guard let first = first ?? reached.first else { continue }
    for index in report.checks.indices
    where report.checks[index].function == function
      && hasFailed(report.checks[index])
    {
      report.checks[index].message =
        "it calls \(first), which is not right yet; fix that first"
      report.checks[index].mistake = nil
      report.checks[index].blamed = first
    }
  }
}

private func hasFailed(_ check: CheckReport) -> Bool {
  ![.passed, .skipped, .notWritten].contains(check.status)
}

/// The functions with a failed check, in the order of the checks.
private func orderedFailures(in report: Report) -> [String] {
  var names: [String] = []
  for check in report.checks
  where hasFailed(check) && !names.contains(check.function) {
    names.append(check.function)
  }
  return names
}

/// For each function of the file, those that its body mentions.
private func callGraph(
  of failed: [String], source: String
) -> [String: Set<String>] {
  let functions = FunctionText.all(in: source)
  let names = Set(functions.map(\.fullName)).union(failed)
  let baseNames = names.reduce(into: [:]) { counts, name in
    counts[name.prefix { $0 != "(" }, default: 0] += 1
  }
  return functions.reduce(into: [:]) { graph, function in
    for name in names where name != function.fullName {
      let isOnly = baseNames[name.prefix { $0 != "(" }] == 1
      if function.mentions(name, isOnlyOfItsName: isOnly) {
        graph[function.fullName, default: []].insert(name)
      }
    }
  }
}

/// Whether one function calls another, directly or through others.
private func reaches(
  _ caller: String, _ callee: String, _ calls: [String: Set<String>]
) -> Bool {
  var seen: Set<String> = []
  var open = Array(calls[caller] ?? [])
  while let next = open.popLast() {
    if next == callee { return true }
    if seen.insert(next).inserted { open += calls[next] ?? [] }
  }
  return false
}
