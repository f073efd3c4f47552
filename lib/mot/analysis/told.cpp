#include "mot/analysis/told.h"

#include <algorithm>

namespace mot {
namespace {

bool is_customers_quote(const Evidence& evidence) {
  return evidence.quote && (!evidence.voice || evidence.voice->value == Voice::customer);
}

/// `40 thumbs and 2 quotes`; empty where there are neither.
std::string counts_text(const Wording& wording, const Told& told) {
  std::vector<std::string> counts;
  if (told.thumbs > 0) counts.push_back(wording.count(told.thumbs, "{count} thumbs"));
  if (told.quotes > 0) counts.push_back(wording.count(told.quotes, "{count} quotes"));
  return wording.listed(counts);
}

}  // namespace

Told told_of(const Workspace& workspace, const Analysis& analysis, const TouchpointAnswers& answers, std::size_t index) {
  const Touchpoint& touchpoint = workspace.touchpoints[index];
  const auto& persona = analysis.persona;
  const auto& thumbs = analysis.touchpoints[index].thumbs;
  Told told{.has_words = touchpoint.actual && touchpoint.actual->experience, .thumbs = thumbs ? thumbs->of : 0, .quotes = 0};
  const auto is_theirs = [&](const Quote& quote) { return !persona || quote.persona == persona; };
  told.quotes = static_cast<std::size_t>(std::ranges::count_if(answers.quotes, is_theirs));
  if (!persona) told.quotes += static_cast<std::size_t>(std::ranges::count_if(touchpoint.evidence, is_customers_quote));
  return told;
}

std::string voices_text(const Wording& wording, const Told& told) {
  const std::string counts = counts_text(wording, told);
  return counts.empty() ? "" : wording("{voices}, no scores", {{"voices", counts}});
}

std::string told_text(const Wording& wording, const Told& told) {
  const std::string voices = voices_text(wording, told);
  if (!told.has_words) return voices;
  return voices.empty() ? wording("told, not scored") : wording("told, {voices}", {{"voices", voices}});
}

std::string unscored_text(const Workspace& workspace, const Analysis& analysis, const Answers& answers, std::size_t touchpoint) {
  if (analysis.touchpoints[touchpoint].actual) return "";
  return told_text(Wording(workspace.project), told_of(workspace, analysis, answers.of(touchpoint), touchpoint));
}

}  // namespace mot
