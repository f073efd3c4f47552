#include "mot/text/nearest.h"

#include <algorithm>

#include "mot/text/alike.h"
#include "mot/text/utf8.h"

namespace mot {
namespace {

std::string simplified(std::string_view text) {
  std::string simple = folded(text);
  for (char& c : simple) {
    if (c == '_' || c == ' ') c = '-';
  }
  return simple;
}

}  // namespace

std::size_t edit_distance(std::string_view from, std::string_view to, std::size_t limit) {
  const std::size_t longer = std::max(from.size(), to.size());
  if (longer - std::min(from.size(), to.size()) > limit) return limit + 1;
  std::vector<std::size_t> before_last(to.size() + 1), last(to.size() + 1), row(to.size() + 1);
  for (std::size_t j = 0; j <= to.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= from.size(); ++i) {
    row[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (least > limit) return limit + 1;
    before_last.swap(last);
    last.swap(row);
  }
  return std::min(last[to.size()], limit + 1);
}

std::optional<std::string_view> nearest(std::string_view typed, std::span<const std::string_view> candidates) {
  constexpr std::size_t longest_slip = 200;  // nobody mistypes a paragraph; and time stays bounded
  if (typed.size() > longest_slip) return std::nullopt;
  const std::string simple = simplified(typed);
  // Of one letter every other is one edit away.
  std::size_t best = simple.size() < 2 ? 1 : std::max<std::size_t>(1, simple.size() / 3) + 1;
  std::optional<std::string_view> found;
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = edit_distance(simple, simplified(candidate), best - 1);
    if (distance >= best) continue;
    best = distance;
    found = candidate;
    if (best == 0) break;
  }
  return found;
}

std::string did_you_mean(std::string_view meant) {
  return "; did you mean '" + std::string(meant) + "'?";
}

std::string did_you_mean(std::string_view typed, std::span<const std::string_view> candidates) {
  const auto near = nearest(typed, candidates);
  if (!near) return {};
  // To ask whether what looks the same was meant would tell nobody anything.
  if (*near != typed && as_seen(*near) == as_seen(typed))
    return "; '" + std::string(*near) + "' looks the same, and differs in " + difference_of(typed, *near);
  return did_you_mean(*near);
}

std::string alternatives(std::span<const std::string_view> candidates) {
  std::string list;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (i > 0) list += i + 1 == candidates.size() ? " or " : ", ";
    list += "'" + std::string(candidates[i]) + "'";
  }
  return list;
}

}  // namespace mot
