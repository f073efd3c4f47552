#include "mot/picture/text_layout.h"

#include <algorithm>
#include <utility>

#include "mot/text/isolates.h"
#include "mot/text/utf8.h"
#include "mot/typesetting/italics.h"

namespace mot {

namespace {

/// Browsers and printers without our fonts set text a little wider.
constexpr double slack = 0.97;
constexpr std::string_view between_texts = "  ·  ";

Line line_of(const Typesetter& typesetter, Run run) {
  const double height = typesetter.line_height(run.text, run.font);
  return {{std::move(run)}, height, 0};
}

void add_run(const Typesetter& typesetter, Line& line, Run run) {
  line.height = std::max(line.height, typesetter.line_height(run.text, run.font));
  line.runs.push_back(std::move(run));
}

}  // namespace

namespace {

/// Where one of several texts on a line is read from right to left, each stands by itself: figures keep their place beside their words. The
/// whole runs from right to left if the first text does, on every line.
std::vector<Run> held_apart_where_mixed(std::span<const Run> texts) {
  std::vector<Run> runs(texts.begin(), texts.end());
  const bool is_mixed = runs.size() > 1 && std::ranges::any_of(runs, [](const Run& run) { return has_right_to_left(run.text); });
  if (!is_mixed) return runs;
  const bool from_right = reads_right_to_left(runs.front().text);
  for (Run& run : runs) run.text = (from_right ? std::string(right_to_left_mark) : "") + held_apart(run.text);
  return runs;
}

/// Trap: Pango goes by the first strong letter of a line, isolated or not: a line of ours that begins with a name read from right to left
/// would be turned around whole.
std::string in_its_direction(std::string line) {
  const bool may_be_turned = line.find(first_strong_isolate) != std::string::npos && !reads_right_to_left(line);
  return may_be_turned ? std::string(left_to_right_mark) + line : line;
}

/// What is held apart and goes on over the end of a line is held apart on each of its lines: a browser sets every line by itself.
void close_isolates(std::vector<std::string>& lines) {
  bool is_open = false;
  for (std::string& line : lines) {
    if (is_open) line.insert(0, first_strong_isolate);
    const auto begun = line.rfind(first_strong_isolate), ended = line.rfind(pop_isolate);
    is_open = begun != std::string::npos && (ended == std::string::npos || ended < begun);
    if (is_open) line += pop_isolate;
  }
}

/// Italics belong to Latin, Greek and Cyrillic: letters of other scripts would only be slanted, and stay upright.
Font fitting(Font font, std::string_view text) {
  if (font.slant == Slant::italic && has_letters_without_italics(text)) font.slant = Slant::upright;
  return font;
}

}  // namespace

TextLayout set_text(const Typesetter& typesetter, std::string_view text, const TextStyle& style, double width, std::size_t most_lines) {
  const Font font = fitting(style.font, text);
  Wrapped wrapped = typesetter.wrap(text, font, width * slack, most_lines);
  close_isolates(wrapped.lines);
  TextLayout lettering{{}, wrapped.is_cut};
  for (std::string& line : wrapped.lines)
    lettering.lines.push_back(line_of(typesetter, {in_its_direction(std::move(line)), font, style.colour}));
  return lettering;
}

std::vector<Line> set_in_turn(const Typesetter& typesetter, std::span<const Run> texts, const TextStyle& separator, double width) {
  std::vector<Line> lines;
  const double gap = typesetter.width_of(between_texts, separator.font);
  double used = 0;
  for (const Run& run : held_apart_where_mixed(texts)) {
    const double wide = typesetter.width_of(run.text, run.font);
    if (!lines.empty() && used + gap + wide <= width * slack) {
      add_run(typesetter, lines.back(), {std::string(between_texts), separator.font, separator.colour});
      add_run(typesetter, lines.back(), run);
      used += gap + wide;
      continue;
    }
    for (Line& line : set_text(typesetter, run.text, {run.font, run.colour}, width).lines) lines.push_back(std::move(line));
    used = lines.empty() ? 0 : width_of(typesetter, lines.back());
  }
  return lines;
}

Line single_line(const Typesetter& typesetter, std::string_view text, const TextStyle& style) {
  return line_of(typesetter, {std::string(text), style.font, style.colour});
}

double longest_word(const Typesetter& typesetter, std::string_view text, const Font& font) {
  double longest = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    longest = std::max(longest, typesetter.width_of(text.substr(begin, end - begin), font));
    begin = end + 1;
  }
  return longest;
}

double width_of(const Typesetter& typesetter, const Line& line) {
  double width = 0;
  for (const Run& run : line.runs) width += typesetter.width_of(run.text, run.font);
  return width;
}

double width_of(const Typesetter& typesetter, std::span<const Line> lines) {
  double width = 0;
  for (const Line& line : lines) width = std::max(width, width_of(typesetter, line));
  return width;
}

double height_of(std::span<const Line> lines) {
  double height = 0;
  for (const Line& line : lines) height += line.space_above + line.height;
  return height;
}

std::vector<Box> text_boxes(const Typesetter& typesetter, std::span<const Line> lines, const Box& box, Align align) {
  std::vector<Box> boxes;
  double top = box.top;
  for (const Line& line : lines) {
    top += line.space_above;
    const double width = width_of(typesetter, line);
    const double room = align == Align::left ? 0 : align == Align::center ? (box.width - width) / 2 : box.width - width;
    if (width > 0) boxes.push_back({box.left + room, top, width, line.height});
    top += line.height;
  }
  return boxes;
}

void append(std::vector<Line>& lines, std::vector<Line> more, double space) {
  if (more.empty()) return;
  more.front().space_above += space;
  lines.insert(lines.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace mot
