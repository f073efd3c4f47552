// What is wrong with a user's file: data, collected, sorted and printed once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mot/findings/rules.h"
#include "mot/text/edit.h"
#include "mot/text/source.h"

namespace mot {

/// A second place that explains a finding.
struct Note {
  Span span;
  std::string message;
  auto operator<=>(const Note&) const = default;
};

/// One thing to mend. The message is lower case, has no full stop, and names the offender in single quotes.
struct Finding {
  Span span;
  RuleId rule;
  Severity severity = Severity::error;
  std::string message;
  std::vector<Note> notes = {};
  std::optional<Edit> fix = std::nullopt;
  /// The ids the finding is about, in order: with the rule they make its fingerprint, which no moved line changes.
  std::vector<std::string> subjects = {};
  /// How much it tells of, where it counts something (cells, rows): more of what is known to a baseline is news.
  std::optional<std::size_t> amount = std::nullopt;
  std::vector<Edit> fixed_with = {};  ///< made together with `fix`, or neither: what names that which the fix renames
};

/// What a finding is known by from one run to the next, in a baseline and in reports: its rule and subjects, or, where it has no subjects,
/// the name of its file without folders and its message. No line numbers, so that lines may move; two findings may share one.
std::string fingerprint_of(const Finding& finding, const Sources& sources);

/// Findings in the order they were met; `sort` puts them into the order they are shown in.
class Findings {
 public:
  /// Adds a finding at the rule's own severity; the reference is good until the next report.
  Finding& report(RuleId rule, Span span, std::string message);
  void add(Finding finding) { all_.push_back(std::move(finding)); }
  void append(Findings other);
  /// By file, place and rule; what was reported twice stays once.
  void sort();
  /// Whether any finding is at least this severe.
  bool any_at_least(Severity severity) const;
  std::size_t count(Severity severity) const;

  auto begin() const { return all_.begin(); }
  auto end() const { return all_.end(); }
  auto begin() { return all_.begin(); }
  auto end() { return all_.end(); }
  std::size_t size() const { return all_.size(); }
  bool empty() const { return all_.empty(); }

 private:
  std::vector<Finding> all_;
};

}  // namespace mot
