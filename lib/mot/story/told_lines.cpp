// In words, what the lines beside that of the picture's own figures show.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <span>

#include "mot/analysis/sets.h"
#include "mot/story/other_lines.h"
#include "mot/text/isolates.h"

namespace mot::story {

namespace {

constexpr std::size_t most_told = 3;  // moments

/// `since v1: Pay 4 → 6, and 2 more`.
std::vector<std::string> moves_texts(const StoryDrawing& drawing, const OtherState& other) {
  const Wording& wording = drawing.wording;
  const Workspace& workspace = drawing.input.workspace;
  std::vector<std::string> moves;
  const std::vector<std::size_t> shown = touchpoints_of(workspace, drawing.whole_journey());
  for (const ScoreMove& move : other.moved) {
    const auto found = std::ranges::find(shown, move.touchpoint, [&](std::size_t i) { return workspace.touchpoints[i].id.value; });
    if (found != shown.end())
      moves.push_back(fmt::format("{} {} → {}", isolated(workspace.touchpoints[*found].name.value), wording.points(move.before),
                                  wording.points(move.after)));
  }
  const std::string state = isolated(other.name);
  if (moves.empty()) return {wording("since {state} nothing surely changed", {{"state", state}})};
  std::vector<std::string> texts;
  for (std::size_t named = std::min(most_told, moves.size()); named > 0; --named) {
    std::string text = fmt::format("{}", fmt::join(std::span(moves).first(named), ", "));
    if (named < moves.size()) text += ", " + wording("and {count} more", {{"count", moves.size() - named}});
    texts.push_back(wording("since {state}: {moves}", {{"state", state}, {"moves", text}}));
  }
  return texts;
}

/// Who lives a moment lowest and who highest, of those whose score rests on enough.
struct PersonasApart {
  std::size_t touchpoint = 0;
  const OtherLine* low = nullptr;
  const OtherLine* high = nullptr;

  double points() const { return *high->scores[touchpoint] - *low->scores[touchpoint]; }
};

/// By more than a twentieth of the scale, what lies furthest apart first.
std::vector<PersonasApart> moments_apart(const StoryDrawing& drawing) {
  constexpr double least_apart = 0.05;
  std::vector<PersonasApart> all;
  for (const std::size_t touchpoint : touchpoints_of(drawing.input.workspace, drawing.whole_journey())) {
    PersonasApart apart{.touchpoint = touchpoint};
    for (const OtherLine& line : drawing.others) {
      if (!line.is_named_at_end || touchpoint >= line.scores.size() || !line.scores[touchpoint] || line.is_weak_at(touchpoint)) continue;
      if (!apart.low || *line.scores[touchpoint] < *apart.low->scores[touchpoint]) apart.low = &line;
      if (!apart.high || *line.scores[touchpoint] > *apart.high->scores[touchpoint]) apart.high = &line;
    }
    if (apart.low && apart.points() > least_apart * drawing.input.scale().range()) all.push_back(apart);
  }
  std::ranges::stable_sort(all, std::greater<>(), &PersonasApart::points);
  return all;
}

/// `furthest apart: Rebook (Amara 2.4, Jonas 3.9)`.
std::vector<std::string> apart_texts(const StoryDrawing& drawing) {
  const Wording& wording = drawing.wording;
  const auto told = [&](const OtherLine& line, std::size_t touchpoint) {
    return isolated(line.label.substr(0, line.label.find(','))) + " " + wording.points(*line.scores[touchpoint]);
  };
  std::vector<std::string> moments, texts;
  for (const PersonasApart& apart : moments_apart(drawing))
    moments.push_back(fmt::format("{} ({}, {})", isolated(drawing.input.workspace.touchpoints[apart.touchpoint].name.value),
                                  told(*apart.low, apart.touchpoint), told(*apart.high, apart.touchpoint)));
  for (std::size_t named = std::min(most_told, moments.size()); named > 0; --named)
    texts.push_back(
        wording("furthest apart: {moments}", {{"moments", fmt::format("{}", fmt::join(std::span(moments).first(named), ", "))}}));
  return texts;
}

}  // namespace

std::vector<std::string> told_of_lines(const StoryDrawing& drawing) {
  if (drawing.options.other_state) return moves_texts(drawing, *drawing.options.other_state);
  return drawing.options.personas.size() > 1 ? apart_texts(drawing) : std::vector<std::string>();
}

}  // namespace mot::story
