#include "mot/evidence/repeated_answers.h"

#include "mot/evidence/respondent_tally.h"

namespace mot::evidence {
namespace {

/// Of all three together: the multiplier is an odd number with bits all over (the golden ratio's).
std::uint64_t key_of(std::string_view respondent, std::size_t touchpoint, const std::optional<Day>& day) {
  constexpr std::uint64_t spread = 0x9E3779B97F4A7C15;
  const auto number = day ? static_cast<std::uint64_t>(*day) + 1 : 0;
  return ((number_of(respondent) ^ ((touchpoint + 1) * spread)) + number) * spread;
}

}  // namespace

void RepeatedAnswers::add(std::string_view respondent, std::size_t touchpoint, const std::optional<std::string_view>& cluster,
                          const AnswerPlace& place) {
  if (respondent.empty()) return;
  const std::uint64_t key = key_of(respondent, touchpoint, place.day), own = cluster ? number_of(*cluster) : 0;
  const auto known = clusters_.find(key);
  if (known == clusters_.end()) {
    if (!is_full()) clusters_.emplace(key, own);
    return;
  }
  if (cluster && known->second == own) return;
  if (count_++ == 0) first_line_ = place.line;
}

bool RepeatedAnswers::is_full() const {
  return clusters_.size() >= most_unit_answers;
}

}  // namespace mot::evidence
