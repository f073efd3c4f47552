// What customers say, in the room that cards leave.
#include <algorithm>
#include <limits>

#include "mot/picture/signs.h"
#include "mot/story/room_below.h"

namespace mot::story {

namespace {

constexpr double least_voice_width = 150, most_voice_width = 300;
constexpr double begins_elsewhere = 24;  // what it costs where the text does not begin under its moment, in points further down
constexpr double around_voice = 7;       // a voice
constexpr std::size_t most_in_row = 12, most_of_moment = 2;
constexpr std::size_t most_below = 4;  // where no room is left over

struct Said {
  std::size_t visit = 0;
  std::string text;
  std::optional<Verdict> verdict;
};

/// What was said at a moment: as its department heard it, then as people answered, each once.
std::vector<Said> all_said(const StoryDrawing& drawing, std::size_t visit) {
  const std::size_t touchpoint = drawing.plan.visits[visit].touchpoint;
  std::vector<Said> all;
  const auto add = [&](const std::string& text, std::optional<Verdict> verdict) {
    const bool is_new = std::ranges::none_of(all, [&](const Said& said) { return said.text == text; });
    if (is_new && all.size() < most_of_moment) all.push_back({visit, text, verdict});
  };
  for (const Evidence& evidence : drawing.input.workspace.touchpoints[touchpoint].evidence) {
    if (!evidence.quote || (evidence.voice && evidence.voice->value != Voice::customer)) continue;
    add(evidence.quote->value, evidence.verdict ? std::optional(evidence.verdict->value) : std::nullopt);
  }
  for (const Quote& quote : drawing.input.answers.of(touchpoint).quotes) add(quote.text, quote.verdict);
  return all;
}

/// Of the moments in a row that fall shortest first; second voices after all first ones.
std::vector<Said> voices_in(const StoryDrawing& drawing, const Band& band) {
  std::vector<std::size_t> visits;
  for (std::size_t i = band.begin; i < band.end; ++i) {
    const journey::Column& column = drawing.plan.columns[i];
    if (column.main && drawing.is_first(*column.main)) visits.push_back(*column.main);
    std::ranges::copy_if(column.asides, std::back_inserter(visits), [&](std::size_t visit) { return drawing.is_first(visit); });
  }
  std::erase_if(visits, [&](std::size_t visit) { return drawing.is_removed(drawing.plan.visits[visit].touchpoint); });
  std::ranges::stable_sort(visits, [&](std::size_t one, std::size_t other) {
    return drawing.figures_of(drawing.plan.visits[one]).gap.value_or(-1e9) >
           drawing.figures_of(drawing.plan.visits[other]).gap.value_or(-1e9);
  });
  std::vector<Said> voices;
  for (std::size_t i = 0; i < most_of_moment; ++i) {
    for (const std::size_t visit : visits) {
      std::vector<Said> all = all_said(drawing, visit);
      if (i < all.size()) voices.push_back(std::move(all[i]));
    }
  }
  if (voices.size() > most_in_row) voices.resize(most_in_row);
  return voices;
}

Sign<Tone> thumb(const Theme& theme, Verdict verdict) {
  const bool up = verdict == Verdict::up;
  return {legend_rank::grounds + 2 + (up ? 0 : 1), up ? "thumb up" : "thumb down", 10, up ? theme.up : theme.down};
}

Sign<Run> thumb_sign(const Theme& theme, Verdict verdict) {
  const Sign<Tone> of = thumb(theme, verdict);
  return {of.rank, of.words, of.width, {std::string(of.look.glyph), theme.small_print.font, of.look.text}};
}

std::vector<Line> lines_of(const StoryDrawing& drawing, const Said& said, double width) {
  const Theme& theme = drawing.theme();
  std::vector<Line> lines = set_text(drawing.typesetter(), drawing.wording.quoted(said.text), theme.quote, width).lines;
  std::vector<Run> runs;
  if (said.verdict) runs.push_back(thumb_sign(theme, *said.verdict).look);
  const std::string where = drawing.wording("at {number}", {{"number", drawing.numbers[said.visit]}});
  runs.push_back({(said.verdict ? " " : "") + where, theme.small_print.font, theme.muted});
  Line about;
  for (Run& run : runs) {
    about.height = std::max(about.height, drawing.typesetter().line_height(run.text, run.font));
    about.runs.push_back(std::move(run));
  }
  lines.push_back(std::move(about));
  return lines;
}

/// Columns side by side that a voice may take.
struct VoiceColumns {
  std::size_t first = 0;
  std::size_t last = 0;
};

std::vector<VoiceColumns> stretches(const Row& row) {
  std::vector<VoiceColumns> all;
  for (std::size_t first = row.band.begin; first < row.band.end; ++first) {
    std::size_t last = first;
    while (last + 1 < row.band.end && row.right(last) - row.left(first) < least_voice_width) ++last;
    if (row.right(last) - row.left(first) >= least_voice_width || row.band.size() == 1) all.push_back({first, last});
  }
  return all;
}

/// Puts a voice under its moment and high, without going below `limit`; returns whether there was room.
bool put_voice(StoryDrawing& drawing, const Row& row, Room& room, const Said& said, double limit) {
  std::optional<VoiceColumns> best;
  double least_cost = std::numeric_limits<double>::infinity();
  const std::size_t own = drawing.plan.visits[said.visit].column;
  for (const VoiceColumns& stretch : stretches(row)) {
    const double top = room.under(stretch.first, stretch.last) + around_voice;
    const double width = std::min(row.right(stretch.last) - row.left(stretch.first), most_voice_width);
    if (top + height_of(lines_of(drawing, said, width)) > limit) continue;
    if (own < stretch.first || own > stretch.last) continue;  // under another's card it would be read as said there
    const double cost = top + begins_elsewhere * static_cast<double>(own - stretch.first);
    if (cost < least_cost) best = stretch, least_cost = cost;
  }
  if (!best) return false;
  const double left = row.left(best->first), width = std::min(row.right(best->last) - left, most_voice_width);
  const std::string& key = drawing.plan.visits[said.visit].key;
  const Box box = put_text(drawing, {"voice-" + key, "voice", drawing.touchpoint_of(drawing.plan.visits[said.visit]).name.value, ""},
                           {{left, room.under(best->first, best->last) + around_voice}, width}, lines_of(drawing, said, width));
  if (said.verdict) explain(drawing, thumb_sign(drawing.theme(), *said.verdict));
  room.take(best->first, best->last, box.bottom());
  return true;
}

}  // namespace

void draw_voices(StoryDrawing& drawing, const Row& row, Room& room) {
  const std::vector<Said> voices = voices_in(drawing, row.band);
  const double limit = room.bottom();
  std::size_t placed = 0;
  for (const Said& said : voices) placed += put_voice(drawing, row, room, said, limit) ? 1 : 0;
  if (placed > 0) return;
  for (std::size_t i = 0; i < std::min(voices.size(), most_below); ++i) put_voice(drawing, row, room, voices[i], limit + 46);
}

}  // namespace mot::story
