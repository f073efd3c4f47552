#include "mot/evidence/named_answers.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace mot::evidence {

void NamedAnswers::add(std::string_view respondent, const UnitAnswer& answer) {
  if (respondent.empty() || is_full_) return;
  entries_.push_back({number_of(respondent), static_cast<std::uint32_t>(answer.question), answer.weight, answer.sum});
  if (entries_.size() <= most_unit_answers) return;
  is_full_ = true;
  entries_ = {};
}

NamedRespondents NamedAnswers::respondents(std::span<const QuestionMean> means) const {
  NamedRespondents named{.source = 0, .is_full = is_full_, .questions = {}, .answers = {}};
  std::vector<double> weights(means.size());
  for (const Entry& entry : entries_) weights[entry.question] += entry.weight;
  for (std::size_t i = 0; i < means.size(); ++i) {
    const double share = means[i].weight > 0 ? std::min(1.0, weights[i] / means[i].weight) : 0;
    named.questions.push_back({means[i].touchpoint, means[i].is_wish, means[i].n, static_cast<double>(means[i].n) * share});
  }
  std::vector<Entry> entries = entries_;
  const auto key = [](const Entry& entry) { return std::pair(entry.respondent, entry.question); };
  std::ranges::stable_sort(entries, {}, key);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    const QuestionMean& mean = means[entry.question];
    const double adds = mean.slope * ((entry.sum - mean.mean * entry.weight) / weights[entry.question]);
    if (!std::isfinite(adds)) continue;
    if (i > 0 && key(entries[i - 1]) == key(entry) && !named.answers.empty())
      named.answers.back().adds += adds;
    else
      named.answers.push_back({entry.respondent, entry.question, adds});
  }
  return named;
}

}  // namespace mot::evidence
