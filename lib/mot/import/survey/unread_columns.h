// What the columns of a survey are that nothing is read from: offered in comments, or named as dropped.
#pragma once

#include <span>

#include "mot/import/survey/survey.h"

namespace mot::importing {

/// Gives each column that has neither a role nor a ground the one or the other.
void explain_unread(Survey& survey, evidence::DecimalMark mark, std::span<const KnownTouchpoint> touchpoints);

}  // namespace mot::importing
