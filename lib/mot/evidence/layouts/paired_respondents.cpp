#include "mot/evidence/layouts/paired_respondents.h"

#include <algorithm>
#include <map>
#include <span>
#include <utility>

#include "mot/evidence/respondent_tally.h"

namespace mot::evidence {
namespace {

/// Σw, Σwx and how many answers.
struct Several {
  double weight = 0;
  double sum = 0;
  double count = 0;
  void add(double own_weight, double position) { weight += own_weight, sum += own_weight * position, ++count; }
  double mean() const { return sum / weight; }
};

RowFacts facts_of(double weight, std::size_t persona) {
  RowFacts facts;
  facts.weight = weight;
  facts.persona = persona;
  return facts;
}

}  // namespace

void PairedRespondents::add_touchpoint(std::string_view respondent, std::size_t touchpoint, double position, const RowFacts& facts) {
  add(respondent, touchpoint, position, facts);
}

void PairedRespondents::add_outcome(std::string_view respondent, std::size_t outcome, double position, const RowFacts& facts) {
  add(respondent, touchpoints_ + outcome, position, facts);
}

void PairedRespondents::add(std::string_view respondent, std::size_t question, double position, const RowFacts& facts) {
  if (respondent.empty() || is_full_) return;
  entries_.push_back(
      {number_of(respondent), static_cast<std::uint32_t>(question), static_cast<std::uint32_t>(facts.persona), facts.weight, position});
  if (entries_.size() <= most_unit_answers) return;
  is_full_ = true;
  entries_ = {};
}

void PairedRespondents::visit(std::size_t outcome, const std::function<void(const RespondentPair&)>& visit) const {
  std::vector<Entry> entries = entries_;
  std::ranges::stable_sort(entries, {}, [](const Entry& entry) { return std::pair(entry.respondent, entry.question); });
  const auto same = [](auto begin, auto end, auto field) {
    return std::find_if(begin, end, [&](const Entry& entry) { return entry.*field != (*begin).*field; });
  };
  for (auto begin = entries.begin(), end = begin; begin != entries.end(); begin = end) {
    end = same(begin, entries.end(), &Entry::respondent);
    std::map<std::size_t, Several> whole;  // by persona
    for (const Entry& entry : std::span(begin, end)) {
      if (entry.question == touchpoints_ + outcome) whole[entry.persona].add(entry.weight, entry.position);
    }
    for (auto first = begin, last = first; !whole.empty() && first != end && first->question < touchpoints_; first = last) {
      last = same(first, end, &Entry::question);
      Several own;
      for (const Entry& entry : std::span(first, last)) own.add(entry.weight, entry.position);
      for (const auto& [persona, of_whole] : whole)
        visit({first->question, own.mean(), of_whole.mean(), facts_of(of_whole.weight / of_whole.count, persona)});
    }
  }
}

}  // namespace mot::evidence
