/// A time in the local time zone, such as `2026-11-26 20:53:11`.
package func localTime(_ secondsSince1970: Double) -> String {
  var seconds = time_t(secondsSince1970.rounded(.down))
  var parts = tm()
  localtime_r(&seconds, &parts)
  let date = [parts.tm_year + 1_900, parts.tm_mon + 1, parts.tm_mday]
  let time = [parts.tm_hour, parts.tm_min, parts.tm_sec]
  return date.map(twoDigits).joined(separator: "-") + " "
    + time.map(twoDigits).joined(separator: ":")
}

private func twoDigits(_ number: Int32) -> String {
  number < 10 ? "0\(number)" : "\(number)"
}
