// Which of the columns of scores are read without asking, and which touchpoints they make.
#pragma once

#include <map>
#include <span>
#include <vector>

#include "mot/import/survey/survey.h"

namespace mot::importing {

/// Columns by the touchpoint that they surely ask about: each touchpoint once, those on the scale of most questions before others. Where
/// two ask about one alike, neither.
using Chosen = std::map<std::size_t, const ScoreColumn*>;
Chosen chosen_among(const Survey& survey);
bool is_among(const Chosen& chosen, const ScoreColumn& score);

/// Whether it is read on the scale of most questions.
bool is_on_scale(const Survey& survey, const ScoreColumn& score);

/// The touchpoints that its questions ask about, one a question of a battery (of any that is on its scale, where there is none), and each
/// such column matched to its own.
std::vector<KnownTouchpoint> touchpoints_asked_about(Survey& survey);

}  // namespace mot::importing
