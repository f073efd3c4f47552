#include "mot/story/card_marks.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>

#include "mot/picture/fade.h"
#include "mot/picture/signs.h"

namespace mot::story {

namespace {

constexpr double marked_width = 2;

/// How a change is said and shown.
struct ChangeLook {
  std::string_view glyph;
  std::string_view words;
  std::string_view counted;
  Colour (*colour)(const Theme& theme);
};

/// By CardChange.
constexpr std::array<ChangeLook, 7> looks = {{
    {"+", "added", "{count} added", [](const Theme& theme) { return theme.accent; }},
    {"−", "removed", "{count} removed", [](const Theme& theme) { return theme.muted; }},
    {"▲", "better", "{count} better", [](const Theme& theme) { return theme.up.text; }},
    {"▼", "worse", "{count} worse", [](const Theme& theme) { return theme.down.text; }},
    {"≈", "no evidence of change", "{count} without evidence of change", [](const Theme& theme) { return theme.muted; }},
    {"≠", "changed, not tested", "{count} changed, not tested", [](const Theme& theme) { return theme.muted; }},
    {"=", "unchanged", "{count} unchanged", [](const Theme& theme) { return theme.muted; }},
}};

const ChangeLook& look_of(CardChange change) {
  return looks[static_cast<std::size_t>(change)];
}

/// Under the words of the table where those say more than the sign.
void explain_change(StoryDrawing& drawing, CardChange change) {
  const ChangeLook& look = look_of(change);
  const Theme& theme = drawing.theme();
  explain(drawing, Sign<Run>{legend_rank::changes + static_cast<int>(change),
                             std::string(look.words),
                             11,
                             {std::string(look.glyph), theme.name.font, look.colour(theme)}});
  if (change == CardChange::added || change == CardChange::removed) return;
  explain(drawing, Sign<Remark>{legend_rank::changes + static_cast<int>(looks.size()), "verdicts at 95 %, adjusted by Holm", 0, {}});
}

std::string figures_of(const Wording& wording, const CardMark& mark) {
  if (!mark.before && !mark.after) return "";
  const auto said = [&](const std::optional<double>& score) { return score ? wording.points(*score) : "?"; };
  if (!mark.before || !mark.after) return wording("from {before} to {after}", {{"before", said(mark.before)}, {"after", said(mark.after)}});
  const double change = *mark.after - *mark.before;
  return wording(
      "from {before} to {after} ({change})",
      {{"before", said(mark.before)}, {"after", said(mark.after)}, {"change", (change > 0 ? "+" : "") + wording.points(change)}});
}

}  // namespace

std::vector<Line> mark_lines(StoryDrawing& drawing, std::size_t index, double width) {
  const Visit& visit = drawing.plan.visits[index];
  const CardMark* mark = drawing.mark_of(visit.touchpoint);
  if (mark == nullptr || !drawing.is_first(index)) return {};
  const Theme& theme = drawing.theme();
  const ChangeLook& look = look_of(mark->change);
  const std::string words = drawing.wording(mark->words.empty() ? look.words : std::string_view(mark->words));
  std::vector<Line> lines =
      set_text(drawing.typesetter(), fmt::format("{}\u00a0{}", look.glyph, words), {theme.name.font, look.colour(theme)}, width).lines;
  append(lines, set_text(drawing.typesetter(), figures_of(drawing.wording, *mark), theme.small_print, width).lines, 0);
  return lines;
}

void mark_card(StoryDrawing& drawing, std::size_t touchpoint, Card& card) {
  const CardMark* mark = drawing.mark_of(touchpoint);
  if (mark == nullptr) return;
  const Theme& theme = drawing.theme();
  explain_change(drawing, mark->change);
  card.stroke = {look_of(mark->change).colour(theme), marked_width, mark->change == CardChange::removed ? Dash::dashed : Dash::solid};
  const bool is_quiet =
      mark->change == CardChange::no_evidence || mark->change == CardChange::otherwise || mark->change == CardChange::unchanged;
  if (is_quiet) card.stroke = {theme.muted, 1, Dash::solid};
  if (mark->change == CardChange::removed) fade(card.lines, theme), card.fill = theme.page;
}

std::string changes_text(const StoryDrawing& drawing) {
  std::array<std::size_t, looks.size()> counts{};
  for (std::size_t i = 0; i < drawing.plan.visits.size(); ++i) {
    if (!drawing.is_first(i)) continue;
    if (const CardMark* mark = drawing.mark_of(drawing.plan.visits[i].touchpoint)) ++counts[static_cast<std::size_t>(mark->change)];
  }
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < looks.size(); ++i) {
    if (counts[i] > 0) texts.push_back(drawing.wording(looks[i].counted, {{"count", counts[i]}}));
  }
  return fmt::format("{}", fmt::join(texts, ", "));
}

}  // namespace mot::story
