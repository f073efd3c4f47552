// A change is seen as one stretch of whole lines, from the first that differs to the last. Two that many lines lie between are put together
// well; of two that interleave nothing is guessed.
#include "mot/edit/text_merge.h"

#include <algorithm>

namespace mot::edit {
namespace {

/// Offsets in the text that was changed, and what stands there instead.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view instead = {};
};

std::size_t line_begin(std::string_view text, std::size_t at) {
  const std::size_t end = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return end == std::string_view::npos ? 0 : end + 1;
}

/// How many bytes of whole lines both texts end with, of at most `most`.
std::size_t common_tail(std::string_view one, std::string_view other, std::size_t most) {
  std::size_t count = 0;
  while (count < most && one[one.size() - 1 - count] == other[other.size() - 1 - count]) ++count;
  while (count > 0 && count < one.size() && one[one.size() - 1 - count] != '\n') --count;
  return count;
}

Stretch change_of(std::string_view before, std::string_view after) {
  const std::size_t least = std::min(before.size(), after.size());
  const auto differs = std::mismatch(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(least), after.begin()).first;
  const std::size_t begin = line_begin(before, static_cast<std::size_t>(differs - before.begin()));
  const std::size_t tail = common_tail(before, after, least - begin);
  return {begin, before.size() - tail, after.substr(begin, after.size() - tail - begin)};
}

}  // namespace

std::optional<std::string> merged(std::string_view base, std::string_view ours, std::string_view theirs) {
  Stretch first = change_of(base, ours), second = change_of(base, theirs);
  if (second.begin < first.begin) std::swap(first, second);
  if (first.end >= second.begin) return std::nullopt;
  std::string result(base.substr(0, first.begin));
  result.append(first.instead).append(base.substr(first.end, second.begin - first.end)).append(second.instead);
  return result.append(base.substr(second.end));
}

}  // namespace mot::edit
