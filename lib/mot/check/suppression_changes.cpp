#include "mot/check/suppression_changes.h"

#include <cstdlib>
#include <map>
#include <string>
#include <utility>

#include "mot/check/suppressions.h"
#include "mot/yaml/directives.h"

namespace mot {
namespace {

/// How often each is there, by its words behind the mark: `ignore no-owner because …`.
std::map<std::string, int> suppressions_by_words(const Loaded& loaded) {
  std::map<std::string, int> counts;
  Findings unheard;  // told by the check of either state
  for (const Suppression& suppression : read_suppressions(loaded.sources, loaded.directives, unheard)) {
    const std::string_view comment = loaded.sources.text_of(suppression.comment);
    const std::size_t mark = comment.find(yaml::directive_mark) + yaml::directive_mark.size();
    const std::size_t begin = comment.find_first_not_of(" \t", mark), end = comment.find_last_not_of(" \t\r") + 1;
    ++counts[std::string(comment.substr(begin, end - begin))];
  }
  return counts;
}

}  // namespace

std::vector<SurroundingChange> suppression_changes(const Loaded& before, const Loaded& after) {
  std::map<std::string, int> counts = suppressions_by_words(after);
  for (const auto& [words, count] : suppressions_by_words(before)) counts[words] -= count;
  std::vector<SurroundingChange> changes;
  for (const auto& [words, count] : counts) {
    const Happening what = count > 0 ? Happening::added : Happening::removed;
    for (int i = 0; i < std::abs(count); ++i) changes.push_back({"suppression", words, what, {}, {}, {}});
  }
  return changes;
}

}  // namespace mot
