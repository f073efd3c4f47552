#include "mot/import/survey/heights_by_question.h"

#include <algorithm>

namespace mot::importing {
namespace {

constexpr std::size_t most_questions = 48;  // as many as a column keeps different values of
constexpr double end_of_short_scale = 5;

}  // namespace

void HeightsByQuestion::add(const evidence::Row& row, std::size_t question, evidence::DecimalMark mark) {
  const std::string_view name = row.cells[question];
  auto at = by_question_.find(name);
  if (at == by_question_.end()) {
    are_many_ = are_many_ || by_question_.size() == most_questions;
    if (are_many_ || name.empty()) return;
    at = by_question_.emplace(name, row.cells.size()).first;
  }
  for (std::size_t i = 0; i < row.cells.size() && i < at->second.size(); ++i) {
    const auto number = evidence::number_from(row.cells[i], mark);
    if (!number) continue;
    Height& height = at->second[i];
    ++height.n;
    height.least = std::min(height.least, *number);
    height.most = std::max(height.most, *number);
  }
}

std::vector<std::string> HeightsByQuestion::higher_than_most(std::size_t column) const {
  constexpr std::size_t least_answers = 6;
  std::vector<std::string> higher;
  Height lower;
  for (const auto& [name, heights] : by_question_) {
    const Height& height = heights[column];
    if (height.n > 0 && height.most > end_of_short_scale) {
      higher.push_back(name);
    } else if (height.n > 0) {
      lower = {lower.n + height.n, std::min(lower.least, height.least), std::max(lower.most, height.most)};
    }
  }
  const bool may_be_short = lower.n >= least_answers && lower.least >= 1 && lower.most == end_of_short_scale;
  return may_be_short && !are_many_ ? higher : std::vector<std::string>();
}

}  // namespace mot::importing
