// Scores of one touchpoint, wanted and lived, in points: pooled from answers and evidence, else as somebody judged it.
#pragma once

#include <optional>

#include "mot/analysis/analysis.h"

namespace mot {

/// Fewer effective answers than this establish nothing.
inline constexpr double fewest_answers = 10;
/// Fewer effective answers than this are flagged.
inline constexpr double few_answers = 30;

/// Whether `n_effective` is under a limit, by more than floating arithmetic explains.
bool is_under(double n_effective, double limit);

/// Whether the entry says how a customer found it, in points. Performers' and observers' scores never count as that.
bool is_customers_score(const Evidence& evidence);

/// The answers behind an entry: n rows of weight 1; none without a score.
AnswerSums scores_of(const Evidence& evidence, const Scale& scale);

/// The days that count as today's experience, both included; open where nothing is said.
struct Window {
  std::optional<Date> from;
  std::optional<Date> to;
  /// What bears no date is taken to be of today.
  bool contains(const std::optional<Placed<Date>>& date) const;
};

/// All customers' scores of the touchpoint: those of its sources joined with its evidence of the period, n rows of weight 1 each.
AnswerSums customers_scores(const Touchpoint& touchpoint, const AnswerSums& of_sources, const Window& period, const Scale& scale);

/// Whether a mean says enough to be acted on: an effective n of at least 10, and an interval.
bool has_enough_answers(const Measurement& measurement);

/// Whether the answers deny a stated score in whose place they count too little to stand: it lies outside their interval, or ten people
/// or more answered, whatever they count as, and their mean is further from it than a tenth of the scale.
bool is_denied(const Measurement& measurement, double stated, const Scale& scale);
/// Whether what we state of what customers live is more than the answers say, and they deny it.
bool is_overstated(const Figures& figures, const Scale& scale);

/// The larger of both desired scores, and whose it is.
void find_target(const Scale& scale, Figures& figures);

/// Where scores come from.
struct ScoreContext {
  const Scale& scale;
  Window period;
  std::optional<std::size_t> persona;
  const TouchpointAnswers* everybody = nullptr;  ///< answers to the touchpoint of all customers, where the scores are a persona's
};

/// The answers as if this persona's customers alone had been asked. Of what cannot be told apart by persona nothing is left.
Answers answers_of_persona(const Answers& answers, std::size_t persona);

/// Fills in importance, company, customer, adequate, target, actual and what they rest on.
///
/// A measured score stands where it rests on an effective n of 10 or nobody stated one; else the stated score stands (an actual is
/// *judged* then). Where there is neither, published means of unknown n do, all alike. The same holds for what the customer wants, where
/// customers were asked; a gap to it rests on both. Importance is the stated one, else the mean of what customers answered. A persona's own
/// wish stands before all customers', and evidence, which names no persona, is not pooled into a persona's scores; `answers` are that
/// persona's then; what we state of everybody is not taken for theirs where everybody's answers stand in its place.
void find_scores(const Touchpoint& touchpoint, const TouchpointAnswers& answers, const ScoreContext& context, Figures& figures);

}  // namespace mot
