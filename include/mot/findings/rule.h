// What a rule is: how severe, what it looks at, and what a reader is told about it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace mot {

enum class Severity : std::uint8_t { ignore, info, warning, error };
/// What a rule looks at: the form of a file, what ids point at, what is missing, what contradicts itself.
enum class Tier : std::uint8_t { shape, links, coverage, sense };

/// What the findings of a rule follow from: the files alone, or the day too, so that they may be others tomorrow.
enum class DependsOn : std::uint8_t { files, day };

struct Rule {
  std::string_view id;
  Tier tier;
  Severity severity;
  std::string_view why;   ///< why the rule exists, in a sentence or two
  std::string_view bad;   ///< the smallest workspace file that breaks it
  std::string_view good;  ///< the same, mended
  DependsOn depends_on = DependsOn::files;
};

std::string_view name_of(Severity severity);
std::string_view name_of(Tier tier);
std::optional<Severity> severity_named(std::string_view name);

}  // namespace mot
