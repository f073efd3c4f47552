#include "mot/evidence/layouts/touchpoint_voices.h"

#include <fmt/format.h>

#include "mot/evidence/layouts/question_tally.h"
#include "mot/text/utf8.h"

namespace mot::evidence {

TouchpointVoices::TouchpointVoices(const SourceContext& context, ColumnFinder& finder, const Link<Touchpoint>& touchpoint,
                                   const TouchpointColumns& columns)
    : touchpoint_(*touchpoint.index),
      personas_(context.workspace.personas.size()),
      quote_log_(columns.quote.value_or(Text{}), fmt::format("quotes on {}", touchpoint.value), {}),
      thumbs_(personas_) {
  if (columns.verdict) {
    verdict_.emplace(finder, *columns.verdict, std::vector<std::string_view>(names_of<Verdict>.begin(), names_of<Verdict>.end()),
                     fmt::format("verdict on {}", touchpoint.value),
                     Complaint{"neither 'up' nor 'down'", "left out", "say which of the two they mean under 'values'"});
    if (finder.origin() == Origin::middle)
      finder.fail("bad-value", columns.verdict->column.span,
                  "thumbs of a database are read from a long table alone (long: { verdict: … })");
  }
  if (columns.quote) quote_column_ = finder.find(*columns.quote);
  if (columns.quote && finder.origin() == Origin::middle)
    finder.fail("bad-value", columns.quote->span, "a database gives sums, and no customer's words");
}

std::optional<Verdict> TouchpointVoices::row(const Row& row, const RowFacts& facts) {
  const std::size_t strays = verdict_ ? verdict_->log().strays() : 0;
  const auto verdict = verdict_ ? verdict_->read(row) : std::nullopt;
  if (verdict_) thumbs_.lose(facts, verdict_->log().strays() - strays);
  const auto thumb = verdict ? std::optional(static_cast<Verdict>(*verdict)) : std::nullopt;
  if (thumb) thumbs_.add(*thumb, facts);
  const std::string_view words = quote_column_ ? row.cells[*quote_column_] : std::string_view();
  if (quote_column_) words.empty() ? quote_log_.blank() : quote_log_.used();
  if (!words.empty() && quotes_.size() < most_quotes) {
    quotes_.push_back(
        {shortened(words, most_quote_characters), thumb, facts.persona < personas_ ? std::optional(facts.persona) : std::nullopt});
  }
  if (thumb || !words.empty()) newest_ = std::max(newest_, facts.day);
  return thumb;
}

void TouchpointVoices::finish(const std::string& source, SourceAnswers& answers, Findings& findings) const {
  if (verdict_) verdict_->log().report(source, answers.use, findings);
  if (quote_column_) quote_log_.report(source, answers.use, findings);
  TouchpointAnswers& touchpoint = answers.touchpoints[touchpoint_];
  thumbs_.finish(touchpoint);
  touchpoint.quotes.insert(touchpoint.quotes.end(), quotes_.begin(), quotes_.end());
  take_newer(touchpoint.newest, newest_);
}

}  // namespace mot::evidence
