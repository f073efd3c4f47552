#include "mot/load/link_views.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "mot/model/tags.h"
#include "mot/text/nearest.h"
#include "mot/text/utf8.h"

namespace mot {
namespace {

/// One kind of word that a view may name.
struct KnownWords {
  RuleId rule;
  std::string_view what;  ///< `the workspace has no tag`
  std::vector<std::string_view> words;
};

std::vector<std::string_view> rows_of(const Project& project) {
  std::vector<std::string_view> rows(names_of<ToldRowName>.begin(), names_of<ToldRowName>.end());
  for (const Text& lane : project.lanes) rows.push_back(lane.value);
  return rows;
}

void check_word(const SavedView& view, const Text& word, const KnownWords& known, Findings& findings) {
  if (std::ranges::find(known.words, word.value) != known.words.end()) return;
  constexpr std::size_t short_list = 12;
  std::string advice = did_you_mean(word.value, known.words);
  const bool is_listed = advice.empty() && !known.words.empty() && known.words.size() <= short_list;
  if (is_listed) advice = "; it may be " + alternatives(known.words);
  auto& finding = findings.report(known.rule, word.span, fmt::format("{} '{}'{}", known.what, shown(word.value), advice));
  finding.subjects = {view.id.value, word.value};
}

}  // namespace

void check_views(const Workspace& workspace, Findings& findings) {
  if (workspace.project.views.empty()) return;
  const KnownWords tags{"unknown-tag", "nothing has the tag", tags_in(workspace)};
  const KnownWords rows{"unknown-lane", "pictures have no row", rows_of(workspace.project)};
  for (const SavedView& view : workspace.project.views) {
    if (view.tag) check_word(view, *view.tag, tags, findings);
    for (const Text& row : view.hide) check_word(view, row, rows, findings);
  }
}

}  // namespace mot
