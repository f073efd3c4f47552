// The context that a rule's function reads, what it reports, and the tables of rules. A rule is a function and a line of a table.
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "mot/check/check.h"
#include "mot/text/utf8.h"

namespace mot {

/// One touchpoint in the picture.
struct TouchpointContext {
  const RuleContext& context;
  std::size_t index;  ///< of Workspace::touchpoints

  const Touchpoint& written() const { return context.workspace.touchpoints[index]; }
  const Figures& figures() const { return context.analysis.touchpoints[index]; }
  const std::string& id() const { return written().id.value; }
  const TouchpointAnswers& answers() const {
    static const TouchpointAnswers none;
    return index < context.answers.touchpoints.size() ? context.answers.touchpoints[index] : none;
  }
  /// Whether the facet is asked of it and missing; whether it is asked of it and there.
  bool lacks(Facet facet) const { return std::ranges::count(figures().missing, facet) > 0; }
  bool holds(Facet facet) const { return std::ranges::count(figures().present, facet) > 0; }
  /// Whether every answer about it could be read.
  bool has_all_answers() const { return context.completeness.files && context.completeness.answers[index]; }
};

/// Where a rule's function puts what it found.
class Report {
 public:
  Report(RuleId rule, Findings& findings) : rule_(rule), findings_(findings) {}

  /// `subjects` are the ids the finding is about.
  Finding& operator()(Span span, std::string message, std::vector<std::string> subjects) const {
    Finding& finding = findings_.report(rule_, span, std::move(message));
    finding.subjects = std::move(subjects);
    return finding;
  }
  /// A finding about the touchpoint as a whole, at its id.
  Finding& operator()(const TouchpointContext& touchpoint, std::string message) const {
    return (*this)(touchpoint.written().id.span, std::move(message), {touchpoint.id()});
  }

 private:
  RuleId rule_;
  Findings& findings_;
};

/// A rule and its function.
struct RuleEntry {
  RuleId rule;
  void (*check)(const RuleContext& context, const Report& report);
};

/// The function of a rule about single touchpoints, run on each that can be seen whole.
template <void (*Check)(const TouchpointContext& touchpoint, const Report& report)>
void each(const RuleContext& context, const Report& report) {
  for (std::size_t i = 0; i < context.workspace.touchpoints.size(); ++i) {
    if (context.workspace.touchpoints[i].is_whole) Check(TouchpointContext{context, i}, report);
  }
}

/// A score or a difference of scores, to three digits: `3.47`, `6`.
std::string points(double score);

std::span<const RuleEntry> coverage_checks();
std::span<const RuleEntry> sense_checks();
std::span<const RuleEntry> slip_checks();
std::span<const RuleEntry> twice_checks();
std::span<const RuleEntry> path_checks();

}  // namespace mot
