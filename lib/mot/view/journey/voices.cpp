// What customers said, word for word, under the column of the moment they speak of.
#include <algorithm>

#include "mot/picture/signs.h"
#include "mot/view/journey/notes.h"

namespace mot::journey {

namespace {

constexpr std::size_t most_quotes = 2;        // of a moment of the main path
constexpr std::size_t most_quotes_aside = 1;  // of one beside it
constexpr std::size_t most_quotes_in_column = 3;
constexpr std::size_t most_quote_lines = 5;  // of one quote

struct Said {
  std::string text;
  std::optional<Verdict> verdict;
  std::string from;
};

/// Customers' own words: first what the department collected, then what answers hold.
std::vector<Said> quotes_of(const JourneyDrawing& drawing, const Visit& visit) {
  std::vector<Said> quotes;
  for (const Evidence& evidence : drawing.subject.touchpoint_of(visit).evidence) {
    if (!evidence.quote || (evidence.voice && evidence.voice->value != Voice::customer)) continue;
    Said said{evidence.quote->value, std::nullopt, evidence.from ? evidence.from->value : ""};
    if (evidence.verdict) said.verdict = evidence.verdict->value;
    quotes.push_back(std::move(said));
  }
  for (const Quote& quote : drawing.subject.answers.of(visit.touchpoint).quotes) quotes.push_back({quote.text, quote.verdict, ""});
  // What stands in a survey is often what the department noted from it.
  for (auto quote = quotes.begin(); quote != quotes.end();) {
    const auto same = std::find_if(quotes.begin(), quote, [&](const Said& other) { return other.text == quote->text; });
    quote = same == quote ? std::next(quote) : quotes.erase(quote);
  }
  quotes.resize(std::min(quotes.size(), visit.is_aside ? most_quotes_aside : most_quotes));
  return quotes;
}

/// Customers' thumbs.
struct ThumbsLook {
  Run up;
  Run down;
};

void draw_sign(Canvas& canvas, Point at, double width, const ThumbsLook& look) {
  draw_sign(canvas, at, width / 2, look.up);
  draw_sign(canvas, {at.x + width / 2, at.y}, width / 2, look.down);
}

Sign<ThumbsLook> thumbs(const Theme& theme) {
  const auto thumb = [&](const Tone& tone) { return Run{std::string(tone.glyph), theme.small_print.font, tone.text}; };
  return {legend_rank::grounds + 2, "thumbs up, down", 2.6 * theme.small_print.font.size, {thumb(theme.up), thumb(theme.down)}};
}

std::vector<Note> voices_of(JourneyDrawing& drawing, const Visit& visit) {
  const Theme& theme = drawing.theme();
  std::vector<Note> notes;
  for (const Said& said : quotes_of(drawing, visit)) {
    const std::string quote = drawing.wording.quoted(said.text);
    Note note{drawing.subject.touchpoint_of(visit).name.value + "\n" + quote, {{quote, theme.quote, most_quote_lines}}};
    if (!said.from.empty()) note.tooltip += "\n" + said.from;
    if (said.verdict) {
      const ThumbsLook look = explain(drawing, thumbs(theme));
      note.sign = *said.verdict == Verdict::up ? look.up : look.down;
      note.sign_class = name_of(*said.verdict);
    }
    notes.push_back(std::move(note));
  }
  return notes;
}

}  // namespace

void draw_voices(JourneyDrawing& drawing, const Band& band) {
  draw_notes(drawing, band,
             {.panel = "voices",
              .note = "voice",
              .sign = "thumb",
              .heading = drawing.wording("Voice of the {customer}", {{"customer", drawing.wording.customer()}}),
              .remark = drawing.whose.empty() ? "" : drawing.wording("not only {persona}", {{"persona", drawing.whose}}),
              .blank = Blank::actual,
              .most_in_column = most_quotes_in_column,
              .notes_of = voices_of});
}

}  // namespace mot::journey
