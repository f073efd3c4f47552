// A picture is mirrored once and whole: places by their distance from the right edge, lines of text by their direction. Text of scripts
// that run from the right needs nothing; what stands between it, or alone, is held apart, for a figure's sign, unit and brackets would else
// be thrown about by what stands beside them (UAX 9).
#include "mot/picture/mirror.h"

#include <algorithm>
#include <string>
#include <utility>

#include "mot/text/isolates.h"
#include "mot/text/utf8.h"

namespace mot {

namespace {

constexpr std::string_view blanks[] = {" ", "\u00a0"};
constexpr std::string_view onward_from_right = "←";
constexpr std::pair<std::string_view, std::string_view> turned[] = {{"→", "←"}, {"←", "→"}};

std::size_t blank_at(std::string_view text, std::size_t at) {
  for (const std::string_view blank : blanks) {
    if (text.substr(at).starts_with(blank)) return blank.size();
  }
  return 0;
}

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// `? of 9`, `? → 6.7`: the sign is the figure that nobody knows, and stands where a number would.
bool is_unknown_figure(std::string_view text) {
  if (text.starts_with("? →")) return true;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto is_letter = [&](char c) { return is_letter_or_digit(c) && !is_digit(c); };
  return text.starts_with('?') && std::ranges::any_of(text, is_digit) && std::ranges::any_of(text, is_letter);
}

/// Bytes of a sign that stands before words, with the blank behind it: `▼ worse`, `★ 3`. It leads the line as before.
std::size_t leading_sign(std::string_view text) {
  if (text.empty() || is_letter_or_digit(text.front())) return 0;
  const std::size_t length = character_length(text, 0), blank = length < text.size() ? blank_at(text, length) : 0;
  const bool is_word = static_cast<unsigned char>(text.front()) >= 0x80 && has_right_to_left(text.substr(0, length));
  return blank > 0 && !is_word && !is_unknown_figure(text) ? length + blank : 0;
}

/// Arrows that stand at the beginning or the end of a line, or are all of it, point the other way; within it they lead from figure to
/// figure. Who translates a line into a language that is read from the right may have turned its arrow already.
std::string with_turned_arrows(std::string text) {
  const bool is_translated = has_right_to_left(text);
  for (const auto& [one, other] : turned) {
    if (one == onward_from_right && is_translated) continue;
    if (text.starts_with(one)) return text.replace(0, one.size(), other);
    if (text.ends_with(one)) return text.replace(text.size() - one.size(), one.size(), other);
  }
  return text;
}

/// Bytes of an arrow that ends a line, with the blank before it.
std::size_t trailing_arrow(std::string_view text) {
  for (const auto& [one, other] : turned) {
    if (text.size() > one.size() + 1 && text.ends_with(one) && text[text.size() - one.size() - 1] == ' ') return one.size() + 1;
  }
  return 0;
}

/// Parts a line: what stands on one side of it is nothing to the other.
constexpr std::string_view dots[] = {"· ", "·\u00a0"};

bool is_dot_at(std::string_view text, std::size_t at) {
  return std::ranges::any_of(dots, [&](std::string_view dot) { return text.substr(at).starts_with(dot); });
}

/// A piece of a line: text that runs from the right, is held apart already or parts the line, or what stands between.
struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool is_apart = false;
};

/// Bytes from one isolate to its end, to the end of the text where it has none.
std::size_t isolate_length(std::string_view text) {
  const std::size_t end = text.find(pop_isolate);
  return end == std::string_view::npos ? text.size() : end + pop_isolate.size();
}

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < text.size();) {
    const bool is_isolate = text.substr(i).starts_with(first_strong_isolate);
    const std::size_t length = is_isolate ? isolate_length(text.substr(i)) : character_length(text, i);
    const bool is_apart = is_isolate || is_dot_at(text, i) || has_right_to_left(text.substr(i, length));
    if (pieces.empty() || pieces.back().is_apart != is_apart) pieces.push_back({i, i, is_apart});
    i += length;
    pieces.back().end = i;
  }
  return pieces;
}

/// Stand between what is held apart, and go with the line.
constexpr std::string_view separators[] = {" ", "\u00a0", ",", ";", ":", ".", "·", "“", "”", "„", "«", "»"};

/// Bytes of a separator at the beginning of a text, or at its end.
std::size_t separator_at_begin(std::string_view text) {
  const auto found = std::ranges::find_if(separators, [&](std::string_view one) { return text.starts_with(one); });
  return found == std::end(separators) ? 0 : found->size();
}
std::size_t separator_at_end(std::string_view text) {
  const auto found = std::ranges::find_if(separators, [&](std::string_view one) { return text.ends_with(one); });
  return found == std::end(separators) ? 0 : found->size();
}

/// A bracket goes with the line where its other half stands in another piece.
bool has_half_a_pair(std::string_view text) {
  return std::ranges::count(text, '(') != std::ranges::count(text, ')');
}
bool is_bracket(char c) {
  return c == '(' || c == ')';
}

/// Held apart without the blanks and separators around it; a line's whole text with the full stop of its sentence, or the comma that it is
/// broken at.
std::string held_apart_within(std::string_view piece, bool is_whole_line) {
  const bool is_of_sentence = piece.size() > 1 && std::string_view(".,;").find(piece.back()) != std::string_view::npos;
  if (is_whole_line && is_of_sentence && separator_at_begin(piece) == 0) return held_apart(piece);
  std::size_t begin = 0, end = piece.size();
  for (bool goes_on = true; goes_on && begin < end;) {
    const std::string_view inner = piece.substr(begin, end - begin);
    std::size_t at_begin = separator_at_begin(inner), at_end = at_begin > 0 ? 0 : separator_at_end(inner);
    if (at_begin + at_end == 0 && has_half_a_pair(inner)) at_begin = is_bracket(inner.front()) ? 1 : 0;
    if (at_begin + at_end == 0 && has_half_a_pair(inner)) at_end = is_bracket(inner.back()) ? 1 : 0;
    begin += at_begin, end -= at_end;
    goes_on = at_begin + at_end > 0;
  }
  if (begin == end) return std::string(piece);
  return std::string(piece.substr(0, begin)) + held_apart(piece.substr(begin, end - begin)) + std::string(piece.substr(end));
}

/// `nothing is written down:`, where the line ends: its colon leads on to the next line, not to what stands left of it.
bool is_broken_at_colon(std::string_view text) {
  const std::vector<Piece> pieces = pieces_of(text);
  return text.ends_with(':') && pieces.size() == 1 && !pieces.front().is_apart && leading_sign(text) == 0;
}

void turn(std::vector<Line>& lines) {
  for (Line& line : lines) {
    const bool is_whole = line.runs.size() == 1 && is_broken_at_colon(line.runs.front().text);
    for (Run& run : line.runs) run.text = is_whole ? std::string(right_to_left_mark) + held_apart(run.text) : from_right(run.text);
  }
}

Align turned_align(Align align) {
  return align == Align::left ? Align::right : align == Align::right ? Align::left : align;
}

bool is_latin_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// A sentence in our words that began with a name read from the right: turned around, its parts would change places.
bool is_sentence_from_left(std::string_view text) {
  if (!text.starts_with(left_to_right_mark)) return false;
  text.remove_prefix(left_to_right_mark.size());
  return std::ranges::any_of(pieces_of(text), [&](const Piece& piece) {
    return !piece.is_apart && std::ranges::any_of(text.substr(piece.begin, piece.end - piece.begin), is_latin_letter);
  });
}

/// Puts everything at its distance from the other edge.
class Mirror {
 public:
  explicit Mirror(double width) : width_(width) {}

  void operator()(Box& box) const { box.left = width_ - box.right(); }
  void operator()(std::vector<Point>& points) const {
    for (Point& point : points) point.x = width_ - point.x;
  }
  void operator()(Area& area) const { (*this)(area.outline); }
  void operator()(CurvedArea& area) const { (*this)(area.outline); }
  void operator()(Curve& curve) const { (*this)(curve.points); }
  void operator()(Card& card) const {
    (*this)(card.box);
    card.align = turned_align(card.align);
    card.begins_at_right = !card.begins_at_right;
    turn(card.lines);
  }
  void operator()(Marker& marker) const { marker.center.x = width_ - marker.center.x; }
  void operator()(Label& label) const {
    (*this)(label.box);
    label.align = turned_align(label.align);
    turn(label.lines);
  }

 private:
  double width_;
};

struct Aligner {
  template <class Item>
  void operator()(Item& item) const {
    const auto& lines = item.lines;
    const bool is_from_right = !lines.empty() && !lines.front().runs.empty() && reads_right_to_left(lines.front().runs.front().text);
    if (item.align == Align::left && is_from_right) item.align = Align::right;
  }
  void operator()(Marker&) const {}
};

/// A QR code, which no phone reads turned around, and how far it goes to the right.
struct MovedCode {
  Box box;
  double by = 0;
};

std::vector<MovedCode> moved_codes(const Scene& scene) {
  std::vector<MovedCode> codes;
  for (const Panel& panel : scene.panels) {
    if (panel.identity.css_class == "qr-code") codes.push_back({panel.box, scene.width - panel.box.right() - panel.box.left});
  }
  return codes;
}

bool is_moved_as_it_is(Ground& ground, const std::vector<MovedCode>& codes) {
  auto* const area = std::get_if<Area>(&ground);
  if (area == nullptr || area->outline.empty()) return false;
  const Point at = area->outline.front();
  for (const auto& [box, by] : codes) {
    if (at.x < box.left || at.x > box.right() || at.y < box.top || at.y > box.bottom()) continue;
    for (Point& point : area->outline) point.x += by;
    return true;
  }
  return false;
}

}  // namespace

std::string from_right(std::string_view text) {
  if (is_sentence_from_left(text)) return std::string(text);
  if (text.starts_with(left_to_right_mark)) text.remove_prefix(left_to_right_mark.size());
  if (text.starts_with(right_to_left_mark)) text.remove_prefix(right_to_left_mark.size());
  const std::string whole = with_turned_arrows(std::string(text));
  text = whole;
  const std::size_t sign = leading_sign(text);
  std::string turned_text = std::string(right_to_left_mark).append(text.substr(0, sign));
  text.remove_prefix(sign);
  const std::size_t arrow = trailing_arrow(text);
  const std::string_view end = text.substr(text.size() - arrow);
  text.remove_suffix(arrow);
  const std::vector<Piece> pieces = pieces_of(text);
  for (const Piece& piece : pieces) {
    const std::string_view part = text.substr(piece.begin, piece.end - piece.begin);
    turned_text += piece.is_apart ? std::string(part) : held_apart_within(part, pieces.size() == 1);
  }
  return turned_text.append(end);
}

Scene mirrored(Scene scene) {
  const Mirror mirror(scene.width);
  const std::vector<MovedCode> codes = moved_codes(scene);
  for (Panel& panel : scene.panels) mirror(panel.box);
  for (Ground& ground : scene.ground) {
    if (!is_moved_as_it_is(ground, codes)) std::visit(mirror, ground);
  }
  for (Connector& connector : scene.connectors) mirror(connector.points);
  for (Item& item : scene.items) std::visit(mirror, item);
  for (Image& image : scene.images) mirror(image.box);
  return scene;
}

Scene aligned_as_read(Scene scene) {
  for (Item& item : scene.items) std::visit(Aligner{}, item);
  return scene;
}

}  // namespace mot
