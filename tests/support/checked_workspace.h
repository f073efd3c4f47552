// A workspace from a text, reviewed on a fixed day, and its findings in a compact notation.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "mot/review/review.h"
#include "support/folder.h"

namespace mot::testing {

inline const Date the_day = *date_from("2026-06-30");

/// What a folder with this `mot.yaml` holds, and all that is to be said about it.
struct Reviewed {
  explicit Reviewed(std::string_view text) : Reviewed(Folder().with("mot.yaml", text)) {}
  explicit Reviewed(const Folder& folder, Date today = the_day)
      : loaded(load({.directory = folder.path()})), all(review(loaded, {.today = today})) {}

  /// `3:5 no-owner`, in order.
  std::string by_place() const {
    return listed([&](const Finding& finding) {
      const Position at = loaded.sources.begin_of(finding.span);
      return fmt::format("{}:{} {}", at.line, at.column, finding.rule.id());
    });
  }
  /// `no-owner pay`: the rule and what it points at.
  std::string by_text() const {
    return listed([&](const Finding& finding) { return fmt::format("{} {}", finding.rule.id(), loaded.sources.text_of(finding.span)); });
  }
  /// The findings of a rule alone, as `by_text`.
  std::string of(std::string_view rule) const {
    return listed([&](const Finding& finding) {
      return finding.rule.id() == rule ? std::string(loaded.sources.text_of(finding.span)) : std::string();
    });
  }
  const Finding& only() const {
    if (all.findings.size() != 1) throw std::runtime_error("not one finding but: " + by_place());
    return *all.findings.begin();
  }

  Loaded loaded;
  Review all;

 private:
  template <class Notation>
  std::string listed(Notation notation) const {
    std::string list;
    for (const Finding& finding : all.findings) {
      const std::string item = notation(finding);
      if (!item.empty()) list += (list.empty() ? "" : ", ") + item;
    }
    return list;
  }
};

}  // namespace mot::testing
