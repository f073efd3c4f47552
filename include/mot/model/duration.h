// Lengths of time as people write how long a moment takes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mot {

/// A length of time. A week counts as 7 days, a month as a twelfth of a year, a year as 365.25 days.
struct Duration {
  double seconds = 0;
  bool operator==(const Duration&) const = default;
};

/// `3 min`, `2 h`, `4 days`, `1 h 30 min`, or ISO 8601 (`PT3M`, `P4D`); nothing where the text says something else, as `3 m`, which may
/// be minutes or months.
std::optional<Duration> duration_from(std::string_view text);
/// The same as an ECMA 262 regular expression.
std::string_view duration_pattern();

/// In the two largest units that it fills, rounded: `25 min`, `1 h 30 min`, `4 days`. What is below 0 has a sign.
std::string to_string(Duration duration);
/// So that `duration_from` gives the same again: in those words where they say it whole, else as ISO 8601, in seconds.
std::string exact_text(Duration duration);

}  // namespace mot
