// Steps of what is wanted and what is lived: stated scores, pieces of answers, and how they are pooled.
#include "mot/analysis/scores.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

#include "mot/analysis/told.h"
#include "mot/tables/distribution_table.h"
#include "mot/tables/explanation/steps.h"
#include "mot/text/utf8.h"

namespace mot::explanation {
namespace {

/// Answers of one place: a source's, or an entry of evidence.
struct Piece {
  std::string name;
  AnswerSums sums;
  std::string remark;
  std::vector<Span> places;
};

const TouchpointColumns* columns_of(const SurveySource& source, std::size_t touchpoint) {
  for (const auto& [link, columns] : source.columns) {
    if (link.index == touchpoint) return &columns;
  }
  return nullptr;
}

/// What the sample makes of Q.
std::string sample_text(const SurveySource& source, const AnswerSums& sums) {
  std::string text;
  const auto add = [&](const std::string& what) { text += fmt::format("; Q {}", what); };
  if (source.cluster) add(fmt::format("by {} clusters", sums.clusters));
  if (source.design_effect) add(fmt::format("times the design effect {}", calculator_text(source.design_effect->value)));
  if (source.population) add(fmt::format("times 1 - {} / {} (finite population)", sums.n, source.population->value));
  return text;
}

Piece piece_of_source(const Subject& subject, std::size_t place) {
  const TouchpointAnswers& answered = subject.answered();
  const SurveySource& source = subject.workspace.sources[answered.sources[place]];
  Piece piece{fmt::format("answers of {}", source.id.value), answered.actual_of_source[place], "", {source.id.span}};
  const TouchpointColumns* columns = columns_of(source, subject.index);
  if (columns && columns->actual) {
    piece.remark = fmt::format("column {}", printable(columns->actual->column.value));
    piece.places = {columns->actual->column.span};
  }
  if (source.table) piece.remark += fmt::format("{}table {}", piece.remark.empty() ? "" : " of ", printable(source.table->value));
  if (source.path) piece.remark += fmt::format("{}{}", piece.remark.empty() ? "" : " of ", printable(source.file->value));
  piece.remark += sample_text(source, piece.sums);
  return piece;
}

Piece piece_of_evidence(const Evidence& evidence, std::size_t number, const Scale& scale) {
  const std::string name = evidence.id ? evidence.id->value : fmt::format("number {}", number);
  return {
      fmt::format("evidence {}", name), scores_of(evidence, scale), evidence.from ? printable(evidence.from->value) : "", {evidence.span}};
}

/// What the actual is pooled from, in the order in which it is.
std::vector<Piece> pieces_of(const Subject& subject) {
  std::vector<Piece> pieces;
  if (subject.analysis.persona) {
    const Persona& persona = subject.workspace.personas[*subject.analysis.persona];
    if (subject.answered().actual.n > 0)
      pieces.push_back({"answers of " + persona.id.value, subject.answered().actual, "", {persona.id.span}});
    return pieces;
  }
  for (std::size_t i = 0; i < subject.answered().actual_of_source.size(); ++i) {
    if (subject.answered().actual_of_source[i].n > 0) pieces.push_back(piece_of_source(subject, i));
  }
  const Window period{subject.answers.from, subject.answers.to};
  for (std::size_t i = 0; i < subject.touchpoint().evidence.size(); ++i) {
    const Evidence& evidence = subject.touchpoint().evidence[i];
    if (is_customers_score(evidence) && period.contains(evidence.date) && scores_of(evidence, subject.scale()).n > 0) {
      pieces.push_back(piece_of_evidence(evidence, i + 1, subject.scale()));
    }
  }
  return pieces;
}

std::string spread_text(const AnswerSums& sums) {
  return calculator_text(sums.squares) + (sums.has_spread ? "" : " (its s is not given: the largest such a mean allows)");
}

void add_pieces(Steps& steps, const std::vector<Piece>& pieces) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const auto& [name, sums, remark, places] = pieces[i];
    steps.push_back({.key = fmt::format("piece_{}", i + 1),
                     .name = "mean of " + name,
                     .value = sums.mean,
                     .remark = fmt::format("n {}, W {}, Q {}, S {}{}{}", sums.n, calculator_text(sums.weight),
                                           calculator_text(sums.weight_squares), spread_text(sums), remark.empty() ? "" : "; ", remark),
                     .places = places});
  }
}

/// `10 + 12`; of one piece nothing, for there is nothing to add up.
template <class TermOf>
std::string sum_of(const std::vector<Piece>& pieces, TermOf term_of) {
  std::vector<std::string> terms;
  for (const Piece& piece : pieces) terms.push_back(term_of(piece.sums));
  return terms.size() > 1 ? fmt::format("{}", fmt::join(terms, " + ")) : "";
}

AnswerSums pooled(const std::vector<Piece>& pieces) {
  AnswerSums all;
  for (const Piece& piece : pieces) all.join(piece.sums);
  return all;
}

/// What the pieces add up to; of one piece its own figures.
void add_sums(Steps& steps, const std::vector<Piece>& pieces, const AnswerSums& all) {
  const auto add = [&](const char* key, const char* name, const char* formula, const std::string& numbers, double value) {
    steps.push_back(
        {.key = key, .name = name, .formula = numbers.empty() ? "" : formula, .numbers = numbers, .value = value_of(finite(value))});
  };
  const std::string mean = num(all.mean), weight = num(all.weight);
  add("n", "n", "n of the pieces", sum_of(pieces, [](const AnswerSums& sums) { return num(sums.n); }), static_cast<double>(all.n));
  add("weight", "W, the sum of w", "W of the pieces", sum_of(pieces, [](const AnswerSums& sums) { return num(sums.weight); }), all.weight);
  add("weight_squares", "Q, the sum of w * w", "Q of the pieces",
      sum_of(pieces, [](const AnswerSums& sums) { return num(sums.weight_squares); }), all.weight_squares);
  if (pieces.size() > 1) {
    const auto term = [](const AnswerSums& sums) { return fmt::format("{} * {}", num(sums.weight), num(sums.mean)); };
    add("mean", "mean", "sum of W * mean of the pieces / W", fmt::format("({}) / {}", sum_of(pieces, term), weight), all.mean);
  }
  add("n_effective", "effective n (Kish)", "W * W / Q", fmt::format("{0} * {0} / {1}", weight, num(all.weight_squares)), effective_n(all));
  if (pieces.size() < 2) return;
  const auto term = [&](const AnswerSums& sums) {
    return fmt::format("{0} + {1} * ({2} - {3}) * ({2} - {3})", num(sums.squares), num(sums.weight), num(sums.mean), mean);
  };
  add("squares", "S, the sum of w * (x - mean)^2", "S of the pieces + W of the pieces * (their mean - mean)^2", sum_of(pieces, term),
      all.squares);
}

void add_interval(Steps& steps, const AnswerSums& all, const Measurement& measurement, const Scale& scale) {
  if (!measurement.sd) {
    steps.push_back({.key = "sd", .name = "s", .remark = "unknown: it takes two answers, and an effective n of 2"});
    return;
  }
  const std::string n = num(measurement.n_effective);
  steps.push_back({.key = "sd",
                   .name = "s",
                   .formula = "sqrt(S / W * n / (n - 1))",
                   .numbers = fmt::format("sqrt({0} / {1} * {2} / ({2} - 1))", num(std::max(0.0, all.squares)), num(all.weight), n),
                   .value = *measurement.sd,
                   .remark = "n is the effective n"});
  const auto ends = with_ends(measurement, scale);
  const auto t = ends ? t_quantile(0.975, ends->degrees_of_freedom()) : std::nullopt;
  if (!t || !ends || !measurement.interval) return;
  add_ends(steps, "", measurement, scale);
  add_t(steps, "t", ends->degrees_of_freedom(), *t);
  const std::string half = fmt::format("{} * {} / sqrt({} + {})", num(*t), num(ends->sd), n, num(answers_at_ends)), mean = num(ends->mean);
  steps.push_back({.key = "interval",
                   .name = "95 % of the mean",
                   .formula = fmt::format("m -+ t * s / sqrt(n + {}), m and s with ends, cut at the scale's ends", num(answers_at_ends)),
                   .numbers = fmt::format("max({0} - {1}, {2}) to min({0} + {1}, {3})", mean, half, num(scale.min), num(scale.max)),
                   .value = *measurement.interval});
}

std::string why_unknown(const Told& told) {
  const std::string text = told_text(Wording(), told);
  if (text.empty()) return "nobody knows: no answers, and nobody has judged it";
  return text + (told.has_words ? ": no score says how good it is" : ": nobody has judged it");
}

std::string why_it_counts(const Figures& figures, const Told& told) {
  if (!figures.actual_kind) return why_unknown(told);
  if (figures.actual_kind == ActualKind::measured) return "measured: the mean counts";
  if (figures.actual_kind == ActualKind::published) return "published: the mean counts, of how many nobody says; it has no interval";
  if (figures.measurement)
    return fmt::format("judged: what is stated counts, for an effective n of {} is under {}",
                       calculator_text(figures.measurement->n_effective), calculator_text(fewest_answers));
  const std::string voices = voices_text(Wording(), told);
  return fmt::format("judged: {}, so what is stated counts", voices.empty() ? "no answers" : voices);
}

/// How answers spread, and how many are among the best and the worst points, where that is known of any.
void add_distribution(Steps& steps, const Subject& subject, std::size_t n) {
  const AnswerSums& answered = subject.answered().actual;
  const std::size_t counted = answered.distribution.n();
  if (counted > 0) {
    steps.push_back({.key = "distribution",
                     .name = "answers, worst first",
                     .value = distribution_text(answered.distribution, subject.scale(), Wording()),
                     .remark = counted < n ? fmt::format("of {} of {}: of the others no counts are given", counted, n) : ""});
  }
  add_weighted_share(steps, "top_two", "in the best points", answered.top_two_share());
  add_weighted_share(steps, "bottom_two", "in the worst points", answered.bottom_two_share());
}

void add_actual(Steps& steps, const Subject& subject) {
  const Figures& figures = subject.figures();
  const auto& stated = subject.touchpoint().actual;
  if (stated && stated->score) {
    steps.push_back({.key = "stated", .name = "stated", .value = value_of(finite(stated->score->value)), .places = {stated->score->span}});
  }
  if (stated && stated->experience) {
    steps.push_back({.key = "told", .name = "told", .value = stated->experience->value, .places = {stated->experience->span}});
  }
  const Told told = told_of(subject.workspace, subject.analysis, subject.answered(), subject.index);
  steps.push_back({.key = "actual", .name = "actual", .value = value_of(figures.actual), .remark = why_it_counts(figures, told)});
}

Step stated_step(std::string key, std::string name, const std::optional<double>& value, const std::optional<Number>& number) {
  return {.key = std::move(key),
          .name = std::move(name),
          .value = value_of(value),
          .places = number ? std::vector<Span>{number->span} : std::vector<Span>{}};
}

Step customer_step(const Subject& subject) {
  const Figures& figures = subject.figures();
  Step step{.key = "customer", .name = "customer", .value = value_of(figures.customer)};
  const auto& desired = subject.touchpoint().desired;
  if (figures.wish) {
    step.remark = fmt::format("asked: the mean of n {}; effective n {}, s {}", figures.wish->n, calculator_text(figures.wish->n_effective),
                              figures.wish->sd ? calculator_text(*figures.wish->sd) : "?");
    return step;
  }
  if (!figures.customer || !desired || !desired->customer) return step;
  const CustomerWish& wish = *desired->customer;
  for (const auto& [persona, own] : wish.by) {
    if (subject.analysis.persona && persona.index == subject.analysis.persona && own.score) {
      step.remark = "of this persona";
      step.places = {own.score->span};
      return step;
    }
  }
  if (wish.score) step.places = {wish.score->span};
  step.remark = wish.heard.empty() ? "assumed: nobody says where it was heard" : "heard";
  return step;
}

std::string target_remark(const Figures& figures) {
  if (!figures.target_owner) return "needs what the company or the customer wants, as a score";
  return *figures.target_owner == TargetOwner::both ? "both want the same" : fmt::format("the {}'s", name_of(*figures.target_owner));
}

}  // namespace

Steps wanted_steps(const Subject& subject) {
  const Figures& figures = subject.figures();
  const auto& desired = subject.touchpoint().desired;
  const auto company = desired && desired->company ? desired->company->score : std::nullopt;
  Steps steps = {stated_step("company", "company", figures.company, company), customer_step(subject)};
  if (figures.adequate) steps.push_back(stated_step("adequate", "adequate", figures.adequate, desired->customer->adequate));
  Step target{.key = "target", .name = "target", .value = value_of(figures.target), .remark = target_remark(figures)};
  if (figures.company && figures.customer) {
    target.formula = "max(company, customer)";
    target.numbers = fmt::format("max({}, {})", num(*figures.company), num(*figures.customer));
  }
  steps.push_back(std::move(target));
  return steps;
}

Steps lived_steps(const Subject& subject) {
  Steps steps;
  const std::vector<Piece> pieces = pieces_of(subject);
  add_pieces(steps, pieces);
  if (const auto& measurement = subject.figures().measurement; measurement && !pieces.empty()) {
    const AnswerSums all = pooled(pieces);
    add_sums(steps, pieces, all);
    add_interval(steps, all, *measurement, subject.scale());
    add_distribution(steps, subject, all.n);
  }
  add_actual(steps, subject);
  return steps;
}

}  // namespace mot::explanation
