// Comments that silence a finding: `# mot: ignore RULE until DATE because REASON`, on the line above it or behind it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "mot/findings/finding.h"
#include "mot/model/values.h"

namespace mot {

/// One comment, read.
struct Suppression {
  Span comment;  ///< from its `#` to the end of its line
  Span removal;  ///< what goes with the comment: the whole line where it stands alone, else the blanks before it too
  Span line;     ///< what it is about: the next line that holds more than a comment; behind something, its own line
  RuleId rule;
  std::optional<Date> until;  ///< the last day it holds
  bool has_reason = false;
};

/// What the directives say, which stand in the order of their files and places. One that can't be understood becomes a finding. Linear in
/// the text.
std::vector<Suppression> read_suppressions(const Sources& sources, std::span<const Span> directives, Findings& findings);

/// What becomes of a suppression that suppressed nothing.
enum class Unused : unsigned char { reported, passed_over };

/// Takes out every finding that is suppressed on `today`, and adds those about the suppressions themselves: without a reason, past their
/// day, or, where `unused` says so, without anything to suppress.
Findings without_suppressed(Findings findings, const std::vector<Suppression>& suppressions, Date today, Unused unused);

}  // namespace mot
