// Why moments of truth decide, and where it hurts: what falls short, under the column of its moment, in few words.
#include <fmt/format.h>

#include "mot/analysis/latitude.h"
#include "mot/picture/gap_text.h"
#include "mot/picture/signs.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/view/journey/notes.h"

namespace mot::journey {

namespace {

constexpr std::size_t most_pains = 4;
constexpr std::size_t most_reason_lines = 5;

/// Far from what is wanted; a measured gap only where answers establish it.
bool falls_short(const Figures& figures) {
  const bool is_far = figures.gap_class == GapClass::orange || figures.gap_class == GapClass::red;
  return is_far && (figures.actual_kind == ActualKind::judged || figures.is_established);
}

std::size_t count_leaving(const Touchpoint& touchpoint) {
  std::size_t count = 0;
  for (const Evidence& evidence : touchpoint.evidence) {
    const bool is_customers = !evidence.voice || evidence.voice->value == Voice::customer;
    count += is_customers && evidence.outcome && evidence.outcome->value == Outcome::leaves ? 1 : 0;
  }
  return count;
}

/// What customers of every kind said: thumbs and evidence name no persona.
void add_what_all_say(const Wording& wording, std::vector<std::string>& facts, const Touchpoint& touchpoint, const Figures& figures) {
  if (figures.thumbs && 2 * figures.thumbs->count < figures.thumbs->of)
    facts.push_back(
        wording("{count} of {all} thumbs down", {{"count", figures.thumbs->of - figures.thumbs->count}, {"all", figures.thumbs->of}}));
  if (const std::size_t leaving = count_leaving(touchpoint)) facts.push_back(wording.count(leaving, "{count} leave over it"));
}

std::vector<std::string> facts_of(const JourneyDrawing& drawing, const Visit& visit) {
  const Touchpoint& touchpoint = drawing.subject.touchpoint_of(visit);
  const Figures& figures = drawing.subject.figures_of(visit);
  const Wording& wording = drawing.wording;
  std::vector<std::string> facts;
  if (falls_short(figures))
    facts.push_back(wording("{points} short", {{"points", gap_text(wording, *figures.gap, drawing.subject.workspace.project.scale)}}));
  if (figures.zone == Zone::below) facts.push_back(wording("below adequate"));
  if (!drawing.subject.analysis.persona) add_what_all_say(wording, facts, touchpoint, figures);
  if (has_policy_without_latitude(touchpoint)) facts.push_back(wording("policy, no latitude"));
  return facts;
}

std::vector<Note> pains_of(JourneyDrawing& drawing, const Visit& visit) {
  const Theme& theme = drawing.theme();
  const Touchpoint& touchpoint = drawing.subject.touchpoint_of(visit);
  const Figures& figures = drawing.subject.figures_of(visit);
  const auto facts = facts_of(drawing, visit);
  if (facts.empty()) return {};
  const Tone& tone = falls_short(figures) ? theme.tone_of(figures.gap_class) : theme.down;
  Note note{fmt::format("{}\n{}", touchpoint.name.value, fmt::join(facts, "\n")), {}};
  for (const std::string& fact : facts) note.texts.push_back({fact, {theme.body.font, theme.ink}, 2});
  note.sign = Run{std::string(falls_short(figures) ? tone.glyph : "–"), {theme.small_print.font.size, Weight::bold}, tone.text};
  note.sign_class = "pain-sign";
  return {note};
}

std::vector<Note> truths_of(JourneyDrawing& drawing, const Visit& visit) {
  const Touchpoint& touchpoint = drawing.subject.touchpoint_of(visit);
  const auto& why = touchpoint.moment_of_truth.why;
  if (!why) return {};
  const Theme& theme = drawing.theme();
  return {{.tooltip = touchpoint.name.value + "\n" + why->value,
           .texts = {{why->value, {theme.body.font, theme.ink}, most_reason_lines}},
           .sign = explain(drawing, moment_of_truth(theme, truth_words)),
           .sign_class = "truth-sign"}};
}

}  // namespace

void draw_truths(JourneyDrawing& drawing, const Band& band) {
  if (drawing.subject.options.blank) return;  // a reason is nothing that the room is asked for
  draw_notes(drawing, band,
             {.panel = "truths",
              .note = "truth",
              .sign = "truth-sign",
              .heading = drawing.wording("Why it decides"),
              .blank = Blank::all,
              .most_in_column = most_pains,
              .notes_of = truths_of});
}

void draw_pains(JourneyDrawing& drawing, const Band& band) {
  draw_notes(drawing, band,
             {.panel = "pains",
              .note = "pain",
              .sign = "pain-sign",
              .heading = drawing.wording("Pain points"),
              .blank = Blank::actual,
              .most_in_column = most_pains,
              .notes_of = pains_of});
}

}  // namespace mot::journey
