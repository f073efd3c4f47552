// Answers that are written as more than a number.
#pragma once

#include <optional>
#include <string_view>

#include "mot/evidence/cells/number.h"
#include "mot/model/survey.h"

namespace mot::evidence {

/// What a cell that is no number is worth on a scale, by the way its answers are written; nothing where it is not written so.
/// Stars: those that are full count, or the number before the word. Per cent: so far from `min` to `max`. `4/5`, `4 of 5`: the first
/// number, where the second is the scale's larger end.
std::optional<double> labelled_number(std::string_view cell, ScaleLabels labels, const AnswerScale& scale, DecimalMark mark);

/// Whether bare numbers are no answers: among percentages nobody knows what they are, but on a scale that says the same in both.
bool takes_only_percentages(const AnswerScale& scale);

/// The way that a cell seems to be written, on a scale that it fits; nothing where it is none of them.
std::optional<ScaleLabels> labels_like(std::string_view cell, const AnswerScale& scale, DecimalMark mark);

}  // namespace mot::evidence
