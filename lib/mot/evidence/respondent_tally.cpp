// Means of weighted answers, linearised: a respondent adds z = Σw(x − mean)/Σw to a mean, and two means of the same people vary together
// as Σz z' (Binder, International Statistical Review 51, 1983, 279; Wolter, Introduction to Variance
// Estimation, 2007). The means are known only when all answers are in, so products are kept that give Σz z' then.
#include "mot/evidence/respondent_tally.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <tuple>

namespace mot::evidence {
namespace {

constexpr std::uint32_t no_question = std::numeric_limits<std::uint32_t>::max();

}  // namespace

std::uint64_t number_of(std::string_view name) {
  std::uint64_t number = 14695981039346656037ULL;
  for (const char c : name) number = (number ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  number ^= number >> 32;
  number *= 0xd6e8feb86659fd93ULL;
  return number ^ (number >> 32);
}

void ProductMatrix::add(std::span<const UnitAnswer> answers) {
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const UnitAnswer& one = answers[i];
    weights_[one.question] += one.weight;
    ProductSums* const row = &sums_[place(one.question, 0)];
    for (std::size_t j = 0; j <= i; ++j) {
      const UnitAnswer& other = answers[j];
      ProductSums& sums = row[other.question];
      sums.weights += one.weight * other.weight;
      sums.one += one.sum * other.weight;
      sums.other += one.weight * other.sum;
      sums.both += one.sum * other.sum;
    }
  }
}

void ProductMatrix::add(std::size_t place, const ProductSums& sums) {
  sums_[place].weights += sums.weights;
  sums_[place].one += sums.one;
  sums_[place].other += sums.other;
  sums_[place].both += sums.both;
}

void ProductMatrix::join(const ProductMatrix& other) {
  for (std::size_t i = 0; i < weights_.size(); ++i) weights_[i] += other.weights_[i];
  for (std::size_t i = 0; i < sums_.size(); ++i) add(i, other.sums_[i]);
}

ProductMatrix& RespondentTally::matrix_of(std::size_t persona) {
  if (!of_persona_[persona]) of_persona_[persona].emplace(questions_);
  return *of_persona_[persona];
}

ProductMatrix& RespondentTally::matrix_of_all() {
  if (!all_) all_.emplace(questions_);
  return *all_;
}

void RespondentTally::add(std::string_view unit, std::span<const UnitAnswer> answers, std::size_t persona) {
  if (is_full_ || unit.empty()) return;
  const std::uint64_t number = number_of(unit);
  put({number, no_question, 0, 0});
  for (const UnitAnswer& answer : answers) {
    const auto question = static_cast<std::uint32_t>(answer.question * of_persona_.size() + persona);
    put({number, question, answer.weight, answer.sum});
  }
}

void RespondentTally::put(const Entry& entry) {
  entries_.push_back(entry);
  if (entries_.size() - compacted_ >= most_unit_answers / 2) compact();
}

/// Brings together what is of one respondent and question.
void RespondentTally::compact() {
  const auto key = [](const Entry& entry) { return std::pair(entry.unit, entry.question); };
  std::ranges::stable_sort(entries_, {}, key);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (kept > 0 && key(entries_[kept - 1]) == key(entries_[i])) {
      entries_[kept - 1].weight += entries_[i].weight;
      entries_[kept - 1].sum += entries_[i].sum;
    } else {
      entries_[kept++] = entries_[i];
    }
  }
  entries_.resize(kept);
  compacted_ = kept;
  if (kept <= most_unit_answers) return;
  is_full_ = true;
  entries_ = {};
}

void RespondentTally::close() {
  if (is_full_ || entries_.empty()) return;
  compact();
  matrix_of_all();
  for (std::size_t begin = 0, end = 0; begin < entries_.size(); begin = end) {
    while (end < entries_.size() && entries_[end].unit == entries_[begin].unit) ++end;
    close_unit(std::span(entries_).subspan(begin, end - begin));
    ++units_;
  }
  entries_ = {};
}

void RespondentTally::close_unit(std::span<const Entry> entries) {
  std::vector<UnitAnswer> all;
  std::vector<std::vector<UnitAnswer>> by_persona(of_persona_.size());
  for (const Entry& entry : entries) {
    if (entry.question == no_question) continue;
    const std::size_t question = entry.question / of_persona_.size(), persona = entry.question % of_persona_.size();
    if (all.empty() || all.back().question != question) all.push_back({question, 0, 0});
    all.back().weight += entry.weight;
    all.back().sum += entry.sum;
    by_persona[persona].push_back({question, entry.weight, entry.sum});
  }
  matrix_of_all().add(all);
  for (std::size_t i = 0; i < by_persona.size(); ++i) {
    if (!by_persona[i].empty()) matrix_of(i).add(by_persona[i]);
  }
}

std::optional<RespondentAnswers> RespondentTally::answers(std::span<const QuestionMean> means, std::optional<std::size_t> persona,
                                                          bool is_clustered) const {
  ProductMatrix joined(questions_);
  if (persona && of_persona_[*persona]) joined = *of_persona_[*persona];
  if (!persona && all_) joined = *all_;
  if (!persona && !all_) {
    for (const auto& matrix : of_persona_) {
      if (matrix) joined.join(*matrix);
    }
  }
  RespondentAnswers result{.source = 0, .persona = persona, .clusters = is_clustered ? units_ : 0, .questions = {}, .covariances = {}};
  std::size_t most = is_clustered ? units_ : 0;
  for (std::size_t i = 0; i < means.size(); ++i) {
    const double known = joined.weight(i), all = means[i].weight;
    const double weight = all > 0 ? static_cast<double>(means[i].n) * std::min(1.0, known / all) : 0;
    result.questions.push_back({means[i].touchpoint, means[i].is_wish, means[i].n, weight});
    if (!is_clustered) most = std::max(most, means[i].n);
  }
  if (most < (is_clustered ? 1 : 2)) return std::nullopt;  // all of one cluster are told to be, for they count as one
  for (std::size_t i = 0; i < means.size(); ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      const ProductSums& sums = joined.at(i, j);
      const double a = means[i].mean, b = means[j].mean;
      const double about_means = (sums.both - b * sums.one) - a * (sums.other - b * sums.weights);
      const double weights = joined.weight(i) * joined.weight(j);
      const double covariance = weights > 0 ? means[i].slope * means[j].slope * (about_means / weights) : 0;
      const double least = i == j ? 0 : std::numeric_limits<double>::lowest();
      result.covariances.push_back(std::isfinite(covariance) ? std::max(least, covariance) : 0);
    }
  }
  return result;
}

}  // namespace mot::evidence
