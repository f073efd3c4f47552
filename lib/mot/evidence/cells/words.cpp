#include "mot/evidence/cells/words.h"

namespace mot::evidence {

void Words::add(std::string_view word, std::size_t index) {
  word = trimmed(word);
  indices_.emplace(word, index);
  // The YAML always writes a point.
  if (const auto number = number_from(word)) numbers_.push_back({*number, index});
}

std::optional<std::size_t> Words::find(std::string_view cell) const {
  if (const auto found = indices_.find(cell); found != indices_.end()) return found->second;
  if (numbers_.empty()) return std::nullopt;
  const auto number = number_from(cell, mark_);
  if (!number) return std::nullopt;
  for (const NumberWord& word : numbers_) {
    if (word.number == *number) return word.index;
  }
  return std::nullopt;
}

}  // namespace mot::evidence
