// What one source gives.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "mot/evidence/answers.h"

namespace mot::evidence {

/// Of a touchpoint's quotes, the first so many are kept.
inline constexpr std::size_t most_quotes = 10;

/// A share of thumbs, or what is said of the whole, of people who answered together.
struct ClusteredFigure {
  bool is_thumb = false;     ///< else an outcome
  std::size_t place = 0;     ///< index of touchpoints, or of SourceAnswers::outcomes
  std::size_t clusters = 0;  ///< all that answered
  double variance = 0;       ///< of the mean, in points; a thumb up is 1, who recommends 1 and who doesn't −1
};

struct SourceAnswers {
  std::vector<TouchpointAnswers> touchpoints;  ///< by index of Workspace::touchpoints
  std::vector<OutcomeAnswers> outcomes;
  std::vector<RespondentAnswers> respondents;  ///< of everybody, then of personas
  std::vector<ClusteredFigure> clustered;      ///< of everybody
  std::optional<NamedRespondents> named;       ///< where names are kept
  SourceUse use;
  double lost_rows = 0;      ///< rows of answers to who knows which of its questions that could not be read; see AnswerSums::lost
  double lost_personas = 0;  ///< rows that may be any persona's, because the cell that says whose they are could not be read
};

/// What is known of a source that was not read.
SourceAnswers no_answers(const Workspace& workspace);

/// Counts the source's lost rows as lost at each of its questions, for a row may have answered any of them; and those that may be any
/// persona's as lost at each of every persona.
void lose_rows_everywhere(SourceAnswers& answers);

}  // namespace mot::evidence
