// What a rule's function gets and gives, and the tables of them. A rule is a function and a line of a table.
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "mot/analysis/analysis.h"
#include "mot/check/check.h"
#include "mot/check/sight.h"

namespace mot {

/// What rules look at.
struct Picture {
  const Workspace& workspace;
  const Answers& answers;
  const Analysis& analysis;
  Date today;
  Sight sight;
};

/// One touchpoint in the picture.
struct Moment {
  const Picture& picture;
  std::size_t index;  ///< of Workspace::touchpoints

  const Touchpoint& touchpoint() const { return picture.workspace.touchpoints[index]; }
  const Figures& figures() const { return picture.analysis.touchpoints[index]; }
  const std::string& id() const { return touchpoint().id.value; }
  const TouchpointAnswers& answers() const {
    static const TouchpointAnswers none;
    return index < picture.answers.touchpoints.size() ? picture.answers.touchpoints[index] : none;
  }
  /// Whether the facet is asked of it and missing; whether it is asked of it and there.
  bool lacks(Facet facet) const { return std::ranges::count(figures().missing, facet) > 0; }
  bool holds(Facet facet) const { return std::ranges::count(figures().present, facet) > 0; }
  /// Whether every answer about it could be read.
  bool has_all_answers() const { return picture.sight.files && picture.sight.answers[index]; }
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
  Finding& operator()(const Moment& moment, std::string message) const {
    return (*this)(moment.touchpoint().id.span, std::move(message), {moment.id()});
  }

 private:
  RuleId rule_;
  Findings& findings_;
};

/// A rule and its function.
struct Checked {
  RuleId rule;
  void (*check)(const Picture& picture, const Report& report);
};

/// The function of a rule about single touchpoints, run on each that can be seen whole.
template <void (*Check)(const Moment& moment, const Report& report)>
void each(const Picture& picture, const Report& report) {
  for (std::size_t i = 0; i < picture.workspace.touchpoints.size(); ++i) {
    if (picture.workspace.touchpoints[i].is_whole) Check(Moment{picture, i}, report);
  }
}

/// A user's text as it can stand in a message.
std::string shown(std::string_view text);
/// A score or a difference of scores, to three digits: `3.47`, `6`.
std::string points(double score);

std::span<const Checked> coverage_checks();
std::span<const Checked> sense_checks();

}  // namespace mot
