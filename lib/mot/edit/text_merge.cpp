// Each change is seen as the stretches of whole lines that it changes; those of both are put one after the other into what was there
// before.
#include "mot/edit/text_merge.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <vector>

#include "mot/edit/text_diff.h"

namespace mot::edit {
namespace {

auto lines_in(std::string_view text) {
  return std::ranges::count(text, '\n');
}

/// Whether lines go there, or lines come between two.
bool moves_what_is_beside(std::string_view base, const LineChange& change) {
  return change.begin == change.end || lines_in(base.substr(change.begin, change.end - change.begin)) > lines_in(change.instead);
}

/// Of the same lines nobody can tell which text is right, nor where lines belong that come beside lines which come or go.
bool disagree(std::string_view base, const LineChange& first, const LineChange& second) {
  if (second.begin != first.end) return second.begin < first.end;
  const bool adds_lines = first.begin == first.end || second.begin == second.end;
  return adds_lines && moves_what_is_beside(base, first) && moves_what_is_beside(base, second);
}

}  // namespace

std::optional<std::string> merged(std::string_view base, std::string_view ours, std::string_view theirs) {
  std::vector<LineChange> changes = line_changes(base, ours);
  std::ranges::move(line_changes(base, theirs), std::back_inserter(changes));
  std::ranges::sort(changes, {}, [](const LineChange& change) { return std::tie(change.begin, change.end, change.instead); });
  changes.erase(std::unique(changes.begin(), changes.end()), changes.end());
  std::string result;
  std::size_t at = 0;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    if (i > 0 && disagree(base, changes[i - 1], changes[i])) return std::nullopt;
    result.append(base.substr(at, changes[i].begin - at)).append(changes[i].instead);
    at = changes[i].end;
  }
  return result.append(base.substr(at));
}

}  // namespace mot::edit
