// A change of a mean is a sum over people of what each adds to the mean now less what they added before (linearised, as together.cpp has it
// for one wave), so its variance is that of both means less twice what they share over the people who stand in both.
#include "mot/analysis/compare/panel.h"

#include <algorithm>
#include <cmath>

namespace mot {
namespace {

const NamedRespondents* named_in(const Wave& wave, std::size_t source) {
  const auto found = std::ranges::find(wave.answers.named, source, &NamedRespondents::source);
  return found == wave.answers.named.end() ? nullptr : &*found;
}

std::optional<std::size_t> source_called(const std::string& id, const Workspace& workspace) {
  for (std::size_t i = 0; i < workspace.sources.size(); ++i) {
    if (workspace.sources[i].id.value == id) return i;
  }
  return std::nullopt;
}

bool was_read(const Wave& wave, std::size_t source) {
  return std::ranges::any_of(wave.answers.sources, [&](const SourceUse& use) { return use.source == source && use.was_read; });
}

bool asks_for_scores(const SurveySource& source) {
  const auto is_scored = [](const auto& columns) { return columns.value.actual || columns.value.desired; };
  return source.summary || (source.long_layout && source.long_layout->score) || std::ranges::any_of(source.columns, is_scored);
}

std::optional<WhyUnmatched> why_unmatched(const SurveySource& source, const NamedRespondents* named) {
  if (source.database) return WhyUnmatched::database;
  if (source.cluster) return WhyUnmatched::clusters;
  if (!named) return WhyUnmatched::unnamed;
  return named->is_full ? std::optional(WhyUnmatched::too_many) : std::nullopt;
}

/// What the mean of a term is multiplied by, and each question's part in it; 0 where the sum has no such term.
std::vector<double> factors(const NamedRespondents& named, std::span<const MeanTerm> terms, const Analysis& analysis) {
  std::vector<double> factors(named.questions.size());
  for (std::size_t i = 0; i < named.questions.size(); ++i) {
    const RespondentQuestion& question = named.questions[i];
    const Figures& figures = analysis.touchpoints[question.touchpoint];
    const auto& mean = question.is_wish ? figures.wish : figures.measurement;
    if (!mean || !(mean->n_effective > 1)) continue;
    const double n = mean->n_effective, share = std::min(1.0, question.weight / static_cast<double>(mean->n));
    for (const MeanTerm& term : terms) {
      if (term.touchpoint != question.touchpoint || term.is_wish != question.is_wish) continue;
      // s² has n/(n − 1); what two means share has the root of each.
      factors[i] += term.factor * share * (n / (n + answers_at_ends)) * std::sqrt(n / (n - 1));
    }
  }
  return factors;
}

}  // namespace

WavePanel::WavePanel(const Wave& before, const Wave& after) : before_(before.analysis), after_(after.analysis) {
  for (std::size_t now = 0; now < after.workspace.sources.size(); ++now) {
    const SurveySource& source = after.workspace.sources[now];
    const auto then = source_called(source.id.value, before.workspace);
    if (!then || !was_read(before, *then) || !was_read(after, now)) continue;
    const SurveySource& old_source = before.workspace.sources[*then];
    if (!asks_for_scores(source) || !asks_for_scores(old_source)) continue;
    const NamedRespondents *const one = named_in(before, *then), *const other = named_in(after, now);
    PanelSource& found = sources_.emplace_back();
    found.id = source.id.value;
    found.why = why_unmatched(old_source, one);
    if (!found.why) found.why = why_unmatched(source, other);
    if (!found.why) match(*one, *other, found);
  }
}

void WavePanel::match(const NamedRespondents& before, const NamedRespondents& after, PanelSource& source) {
  Matched matched{&before, &after, {}};
  const auto take = [](const std::vector<NamedAnswer>& answers, std::size_t& at) {
    std::vector<Part> parts;
    for (const std::uint64_t respondent = answers[at].respondent; at < answers.size() && answers[at].respondent == respondent; ++at)
      parts.push_back({answers[at].question, answers[at].adds});
    return parts;
  };
  for (std::size_t one = 0, other = 0; one < before.answers.size() && other < after.answers.size();) {
    const std::uint64_t then = before.answers[one].respondent, now = after.answers[other].respondent;
    if (then < now) {
      ++one;
    } else if (now < then) {
      ++other;
    } else {
      auto said = take(before.answers, one);
      matched.people.push_back({std::move(said), take(after.answers, other)});
    }
  }
  source.in_both = matched.people.size();
  if (!matched.people.empty()) matched_.push_back(std::move(matched));
}

Shared WavePanel::shared(std::span<const MeanTerm> before, std::span<const MeanTerm> after) const {
  Shared shared;
  for (const Matched& matched : matched_) {
    const auto then = factors(*matched.before, before, before_), now = factors(*matched.after, after, after_);
    const auto sum_of = [](const std::vector<Part>& parts, const std::vector<double>& by_question) {
      double sum = 0;
      bool is_any = false;
      for (const Part& part : parts) {
        sum += by_question[part.question] * part.adds;
        is_any = is_any || by_question[part.question] != 0;
      }
      return is_any ? std::optional(sum) : std::nullopt;
    };
    for (const auto& [said_then, says_now] : matched.people) {
      const auto one = sum_of(said_then, then), other = sum_of(says_now, now);
      if (!one || !other) continue;
      shared.covariance += *one * *other;
      ++shared.respondents;
    }
  }
  return shared;
}

std::optional<MeanDifference> panel_difference(const Moments& first, const Moments& second, const Shared& shared) {
  auto difference = welch_difference(first, second);
  if (!difference || shared.respondents == 0) return difference;
  const double one = first.error(), other = second.error();
  // Rounding, and weights that the effective n knows only in the mean, let a covariance seem larger than both errors allow.
  const double covariance = std::clamp(shared.covariance, -one * other, one * other);
  const double variance = one * one + other * other - 2 * covariance;
  if (!(variance > 0)) return difference;
  difference->error = std::sqrt(variance);
  difference->degrees_of_freedom = std::min(first.degrees_of_freedom(), second.degrees_of_freedom());
  return difference;
}

std::optional<Difference> mean_change(const Measurement& first, const Measurement& second, const ChangeTest& test) {
  const auto one = with_ends(first, test.scale), other = with_ends(second, test.scale);
  const auto value = finite(second.mean - first.mean);
  const auto tested = one && other && value ? panel_difference(*one, *other, test.shared) : std::nullopt;
  auto difference = tested ? tested->tested() : std::nullopt;
  if (!difference) return std::nullopt;
  const double range = test.scale.range();
  difference->value = *value;
  difference->interval = {std::clamp(difference->interval.low, -range, range), std::clamp(difference->interval.high, -range, range)};
  if (test.margin) difference->p_beyond_margin = tested->p_beyond(*test.margin * range);
  return difference;
}

}  // namespace mot
