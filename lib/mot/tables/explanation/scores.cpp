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
std::string sample_text(const SurveySource& source, const AnswerSums& sums, const Wording& wording) {
  std::string text;
  const auto add = [&](const std::string& what) { text += "; " + what; };
  if (source.cluster) add(wording("Q by {count} clusters", {{"count", sums.clusters}}));
  if (source.design_effect) add(wording("Q times the design effect {effect}", {{"effect", said(source.design_effect->value, wording)}}));
  if (source.population) {
    add(wording("Q times 1 - {count} / {all} (finite population)",
                {{"count", sums.n}, {"all", fmt::format("{}", source.population->value)}}));
  }
  return text;
}

/// The column, the table and the file of a source, as far as it has them: `column Q1 of answers.csv`.
std::string place_text(const SurveySource& source, const TouchpointColumns* columns, const Wording& wording) {
  std::vector<std::string> places;
  if (columns && columns->actual) places.push_back(wording("column {name}", {{"name", printable(columns->actual->column.value)}}));
  if (source.table) places.push_back(wording("table {name}", {{"name", printable(source.table->value)}}));
  if (source.path) places.push_back(printable(source.file->value));
  std::string text;
  for (const std::string& place : places) text = text.empty() ? place : wording("{part} of {whole}", {{"part", text}, {"whole", place}});
  return text;
}

Piece piece_of_source(const Subject& subject, std::size_t place) {
  const Wording& wording = subject.wording;
  const TouchpointAnswers& answered = subject.answered();
  const SurveySource& source = subject.workspace.sources[answered.sources[place]];
  const TouchpointColumns* columns = columns_of(source, subject.index);
  Piece piece{wording("mean of answers of {name}", {{"name", source.id.value}}),
              answered.actual_of_source[place],
              place_text(source, columns, wording),
              {source.id.span}};
  if (columns && columns->actual) piece.places = {columns->actual->column.span};
  piece.remark += sample_text(source, piece.sums, wording);
  return piece;
}

Piece piece_of_evidence(const Evidence& evidence, std::size_t number, const Subject& subject) {
  const std::string name = evidence.id ? evidence.id->value : subject.wording("number {number}", {{"number", number}});
  return {subject.wording("mean of evidence {name}", {{"name", name}}),
          scores_of(evidence, subject.scale()),
          evidence.from ? printable(evidence.from->value) : "",
          {evidence.span}};
}

/// What the actual is pooled from, in the order in which it is.
std::vector<Piece> pieces_of(const Subject& subject) {
  std::vector<Piece> pieces;
  if (subject.analysis.persona) {
    const Persona& persona = subject.workspace.personas[*subject.analysis.persona];
    if (subject.answered().actual.n > 0)
      pieces.push_back(
          {subject.wording("mean of answers of {name}", {{"name", persona.id.value}}), subject.answered().actual, "", {persona.id.span}});
    return pieces;
  }
  for (std::size_t i = 0; i < subject.answered().actual_of_source.size(); ++i) {
    if (subject.answered().actual_of_source[i].n > 0) pieces.push_back(piece_of_source(subject, i));
  }
  const Window period{subject.answers.from, subject.answers.to};
  for (std::size_t i = 0; i < subject.touchpoint().evidence.size(); ++i) {
    const Evidence& evidence = subject.touchpoint().evidence[i];
    if (is_customers_score(evidence) && period.contains(evidence.date) && scores_of(evidence, subject.scale()).n > 0) {
      pieces.push_back(piece_of_evidence(evidence, i + 1, subject));
    }
  }
  return pieces;
}

std::string spread_text(const AnswerSums& sums, const Wording& wording) {
  const std::string squares = said(sums.squares, wording);
  return sums.has_spread ? squares : squares + " " + wording("(its s is not given: the largest such a mean allows)");
}

void add_pieces(Steps& steps, const std::vector<Piece>& pieces) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const auto& [name, sums, remark, places] = pieces[i];
    steps.push_back(
        {.key = fmt::format("piece_{}", i + 1),
         .name = name,
         .value = sums.mean,
         .remark = steps.wording("n {n}, W {weight}, Q {squares}, S {spread}", {{"n", sums.n},
                                                                                {"weight", said(sums.weight, steps.wording)},
                                                                                {"squares", said(sums.weight_squares, steps.wording)},
                                                                                {"spread", spread_text(sums, steps.wording)}}) +
                   (remark.empty() || remark.starts_with(';') ? remark : "; " + remark),
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
  const auto add = [&](const char* key, std::string_view name, std::string_view formula, const std::string& numbers, double value) {
    steps.push_back({.key = key,
                     .name = steps.wording(name),
                     .formula = numbers.empty() ? "" : steps.wording(formula),
                     .numbers = numbers,
                     .value = value_of(finite(value))});
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
    steps.push_back(
        {.key = "sd", .name = steps.wording("s"), .remark = steps.wording("unknown: it takes two answers, and an effective n of 2")});
    return;
  }
  const std::string n = num(measurement.n_effective);
  steps.push_back({.key = "sd",
                   .name = steps.wording("s"),
                   .formula = steps.wording("sqrt(S / W * n / (n - 1))"),
                   .numbers = fmt::format("sqrt({0} / {1} * {2} / ({2} - 1))", num(std::max(0.0, all.squares)), num(all.weight), n),
                   .value = *measurement.sd,
                   .remark = steps.wording("n is the effective n")});
  const auto ends = with_ends(measurement, scale);
  const auto t = ends ? t_quantile(0.975, ends->degrees_of_freedom()) : std::nullopt;
  if (!t || !ends || !measurement.interval) return;
  add_ends(steps, "", measurement, scale);
  add_t(steps, "t", ends->degrees_of_freedom(), *t);
  const std::string half = fmt::format("{} * {} / sqrt({} + {})", num(*t), num(ends->sd), n, num(answers_at_ends)), mean = num(ends->mean);
  steps.push_back({.key = "interval",
                   .name = steps.wording("95 % of the mean"),
                   .formula = steps.wording("m -+ t * s / sqrt(n + {ends}), m and s with ends, cut at the scale's ends",
                                            {{"ends", num(answers_at_ends)}}),
                   .numbers = fmt::format("max({0} - {1}, {2}) to min({0} + {1}, {3})", mean, half, num(scale.min), num(scale.max)),
                   .value = *measurement.interval});
}

std::string why_unknown(const Told& told, const Wording& wording) {
  const std::string text = told_text(wording, told);
  if (text.empty()) return wording("nobody knows: no answers, and nobody has judged it");
  return told.has_words ? wording("{told}: no score says how good it is", {{"told", text}})
                        : wording("{told}: nobody has judged it", {{"told", text}});
}

std::string why_it_counts(const Figures& figures, const Told& told, const Wording& wording) {
  if (!figures.actual_kind) return why_unknown(told, wording);
  if (figures.actual_kind == ActualKind::measured) return wording("measured: the mean counts");
  if (figures.actual_kind == ActualKind::published)
    return wording("published: the mean counts, of how many nobody says; it has no interval");
  if (figures.measurement) {
    return wording("judged: what is stated counts, for an effective n of {count} is under {least}",
                   {{"count", said(figures.measurement->n_effective, wording)}, {"least", said(fewest_answers, wording)}});
  }
  const std::string voices = voices_text(wording, told);
  return voices.empty() ? wording("judged: no answers, so what is stated counts")
                        : wording("judged: {voices}, so what is stated counts", {{"voices", voices}});
}

/// How answers spread, and how many are among the best and the worst points, where that is known of any.
void add_distribution(Steps& steps, const Subject& subject, std::size_t n) {
  const AnswerSums& answered = subject.answered().actual;
  const std::size_t counted = answered.distribution.n();
  if (counted > 0) {
    steps.push_back(
        {.key = "distribution",
         .name = steps.wording("answers, worst first"),
         .value = distribution_text(answered.distribution, subject.scale(), steps.wording),
         .remark =
             counted < n ? steps.wording("of {count} of {all}: of the others no counts are given", {{"count", counted}, {"all", n}}) : ""});
  }
  add_weighted_share(steps, "top_two", steps.wording("in the best points"), answered.top_two_share());
  add_weighted_share(steps, "bottom_two", steps.wording("in the worst points"), answered.bottom_two_share());
}

void add_actual(Steps& steps, const Subject& subject) {
  const Figures& figures = subject.figures();
  const auto& stated = subject.touchpoint().actual;
  if (stated && stated->score) {
    steps.push_back({.key = "stated",
                     .name = steps.wording("stated"),
                     .value = value_of(finite(stated->score->value)),
                     .places = {stated->score->span}});
  }
  if (stated && stated->experience) {
    steps.push_back(
        {.key = "told", .name = steps.wording("told"), .value = stated->experience->value, .places = {stated->experience->span}});
  }
  const Told told = told_of(subject.workspace, subject.analysis, subject.answered(), subject.index);
  steps.push_back({.key = "actual",
                   .name = steps.wording("actual"),
                   .value = value_of(figures.actual),
                   .remark = why_it_counts(figures, told, steps.wording)});
}

Step stated_step(std::string key, std::string name, const std::optional<double>& value, const std::optional<Number>& number) {
  return {.key = std::move(key),
          .name = std::move(name),
          .value = value_of(value),
          .places = number ? std::vector<Span>{number->span} : std::vector<Span>{}};
}

Step customer_step(const Subject& subject) {
  const Figures& figures = subject.figures();
  Step step{.key = "customer", .name = subject.wording("customer"), .value = value_of(figures.customer)};
  const auto& desired = subject.touchpoint().desired;
  if (figures.wish) {
    step.remark = subject.wording("asked: the mean of n {n}; effective n {effective}, s {spread}",
                                  {{"n", figures.wish->n},
                                   {"effective", said(figures.wish->n_effective, subject.wording)},
                                   {"spread", figures.wish->sd ? said(*figures.wish->sd, subject.wording) : "?"}});
    return step;
  }
  if (!figures.customer || !desired || !desired->customer) return step;
  const CustomerWish& wish = *desired->customer;
  for (const auto& [persona, own] : wish.by) {
    if (subject.analysis.persona && persona.index == subject.analysis.persona && own.score) {
      step.remark = subject.wording("of this persona");
      step.places = {own.score->span};
      return step;
    }
  }
  if (wish.score) step.places = {wish.score->span};
  step.remark = subject.wording(wish.heard.empty() ? "assumed: nobody says where it was heard" : "heard");
  return step;
}

std::string target_remark(const Figures& figures, const Wording& wording) {
  if (!figures.target_owner) return wording("needs what the company or the customer wants, as a score");
  switch (*figures.target_owner) {
    case TargetOwner::company:
      return wording("the company's");
    case TargetOwner::customer:
      return wording("the customer's");
    case TargetOwner::both:
      break;
  }
  return wording("both want the same");
}

}  // namespace

Steps wanted_steps(const Subject& subject) {
  const Figures& figures = subject.figures();
  const auto& desired = subject.touchpoint().desired;
  const auto company = desired && desired->company ? desired->company->score : std::nullopt;
  const Wording& wording = subject.wording;
  Steps steps{wording};
  steps.push_back(stated_step("company", wording("company"), figures.company, company));
  steps.push_back(customer_step(subject));
  if (figures.adequate) steps.push_back(stated_step("adequate", wording("adequate"), figures.adequate, desired->customer->adequate));
  Step target{.key = "target", .name = wording("target"), .value = value_of(figures.target), .remark = target_remark(figures, wording)};
  if (figures.company && figures.customer) {
    target.formula = steps.wording("max(company, customer)");
    target.numbers = fmt::format("max({}, {})", num(*figures.company), num(*figures.customer));
  }
  steps.push_back(std::move(target));
  return steps;
}

Steps lived_steps(const Subject& subject) {
  Steps steps{subject.wording};
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
