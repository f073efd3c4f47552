// What customers said, word for word, under the column of the moment they speak of.
#include <algorithm>

#include "mot/view/journey/drawing.h"

namespace mot::journey {

namespace {

constexpr std::size_t most_quotes = 2;        // of a moment of the main path
constexpr std::size_t most_quotes_aside = 1;  // of one beside it
constexpr std::size_t most_quotes_in_column = 3;
constexpr std::size_t most_lines = 5;  // of one quote
constexpr double thumb_width = 14;
constexpr double between_quotes = 6;

struct Said {
  std::string text;
  std::optional<Verdict> verdict;
  std::string from;
};

/// Customers' own words: first what the department collected, then what answers hold.
std::vector<Said> quotes_of(const Drawing& drawing, const Visit& visit) {
  std::vector<Said> quotes;
  for (const Evidence& evidence : drawing.subject.touchpoint_of(visit).evidence) {
    if (!evidence.quote || (evidence.voice && evidence.voice->value != Voice::customer)) continue;
    Said said{evidence.quote->value, std::nullopt, evidence.from ? evidence.from->value : ""};
    if (evidence.verdict) said.verdict = evidence.verdict->value;
    quotes.push_back(std::move(said));
  }
  if (visit.touchpoint < drawing.subject.answers.touchpoints.size()) {
    for (const Quote& quote : drawing.subject.answers.touchpoints[visit.touchpoint].quotes)
      quotes.push_back({quote.text, quote.verdict, ""});
  }
  // What stands in a survey is often what the department noted from it.
  for (auto quote = quotes.begin(); quote != quotes.end();) {
    const auto same = std::find_if(quotes.begin(), quote, [&](const Said& other) { return other.text == quote->text; });
    quote = same == quote ? std::next(quote) : quotes.erase(quote);
  }
  quotes.resize(std::min(quotes.size(), visit.is_aside ? most_quotes_aside : most_quotes));
  return quotes;
}

/// Draws a quote; returns its lower edge.
double draw_quote(Drawing& drawing, const Visit& visit, const Said& said, double left, double top) {
  const Theme& theme = drawing.theme();
  const double width = drawing.grid.card_width() - thumb_width;
  Label words;
  words.identity = {drawing.ids.use("voice-" + visit.key), "voice",
                    drawing.subject.touchpoint_of(visit).name.value + "\n“" + said.text + "”", ""};
  if (!said.from.empty()) words.identity.tooltip += "\n" + said.from;
  words.lines = set_text(drawing.typesetter(), "“" + said.text + "”", theme.quote, width, most_lines).lines;
  if (visit.is_aside) {
    const std::string whose = "on " + drawing.subject.touchpoint_of(visit).name.value;
    append(words.lines, set_text(drawing.typesetter(), whose, theme.small_print, width, 2).lines, 0);
  }
  words.box = {left + thumb_width, top, width, height_of(words.lines)};
  if (said.verdict) {
    const Tone& tone = *said.verdict == Verdict::up ? theme.up : theme.down;
    Label thumb;
    thumb.identity = {drawing.ids.use("thumb-" + visit.key), std::string(name_of(*said.verdict)), "", ""};
    thumb.lines = {single_line(drawing.typesetter(), tone.glyph, {theme.small_print.font, tone.text})};
    thumb.box = {left, top, thumb_width, height_of(thumb.lines)};
    drawing.scene.items.push_back(std::move(thumb));
    drawing.shown.thumbs = true;
  }
  const double bottom = words.box.bottom();
  drawing.scene.items.push_back(std::move(words));
  return bottom;
}

std::vector<std::size_t> visits_in(const Column& column) {
  std::vector<std::size_t> visits;
  if (column.main) visits.push_back(*column.main);
  visits.insert(visits.end(), column.asides.begin(), column.asides.end());
  return visits;
}

/// A touchpoint that comes twice speaks once.
bool is_first_visit(const Drawing& drawing, std::size_t index) {
  const Visit& visit = drawing.plan.visits[index];
  return visit.key == drawing.subject.touchpoint_of(visit).id.value;
}

}  // namespace

void draw_voices(Drawing& drawing, const Band& band) {
  const Theme& theme = drawing.theme();
  const double top = drawing.y + theme.spacing.gap;
  const double inset = theme.spacing.panel_inset;
  double bottom = 0;
  for (std::size_t column = band.begin; column < band.end; ++column) {
    double y = top + inset;
    std::size_t count = 0;
    for (const std::size_t index : visits_in(drawing.plan.columns[column])) {
      if (!is_first_visit(drawing, index)) continue;
      const Visit& visit = drawing.plan.visits[index];
      for (const Said& said : quotes_of(drawing, visit)) {
        if (++count > most_quotes_in_column) break;
        const double lower = draw_quote(drawing, visit, said, drawing.grid.card_left(band, column), y);
        bottom = std::max(bottom, lower);
        y = lower + between_quotes;
      }
    }
  }
  if (bottom <= 0) return;
  const std::string id = drawing.ids.use("voices");
  drawing.y = top + inset - 2;
  const double heading = draw_heading(drawing, id, "Voice of the " + drawing.subject.workspace.project.words.customer, {},
                                      drawing.grid.headings - beside_headings);
  bottom = std::max(bottom, drawing.y + heading) + inset;
  const Box box{drawing.grid.content_left(), top, drawing.grid.content_width(band), bottom - top};
  drawing.scene.panels.push_back({{id, "voices", "", ""}, box, theme.page, Stroke{theme.line, theme.spacing.hairline, Dash::solid}});
  drawing.y = bottom;
}

}  // namespace mot::journey
