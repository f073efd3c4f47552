#include "mot/picture/icons.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <iterator>
#include <numbers>
#include <optional>

#include "mot/picture/icon_table.h"
#include "mot/text/utf8.h"

namespace mot {

namespace {

constexpr double square = 24, line_width = 2;

Point operator+(Point one, Point other) {
  return {one.x + other.x, one.y + other.y};
}

/// A command, and how many numbers it takes.
struct Command {
  char letter;
  std::size_t count;
};
constexpr Command commands[] = {{'m', 2}, {'l', 2}, {'h', 1}, {'v', 1}, {'c', 6}, {'a', 7}};

/// Reads a path command by command; keeps where the pen is.
class PathReader {
 public:
  explicit PathReader(std::string_view path) : rest_(path) {}

  std::vector<std::vector<Point>> curves() {
    for (skip(); !rest_.empty(); skip()) {
      const bool is_command = std::isalpha(static_cast<unsigned char>(rest_.front())) != 0;
      if (is_command) command_ = rest_.front(), rest_.remove_prefix(1);
      if (!take()) return {};
      if (command_ == 'M') command_ = 'L';  // what follows without a command are lines
      if (command_ == 'm') command_ = 'l';
    }
    return std::move(curves_);
  }

 private:
  void skip() {
    while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == ',')) rest_.remove_prefix(1);
  }

  std::optional<double> number() {
    skip();
    double value = 0;
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    if (error != std::errc()) return std::nullopt;
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return value;
  }

  bool is_relative() const { return command_ >= 'a'; }
  Point origin() const { return is_relative() ? at_ : Point{}; }

  /// So many numbers; fewer where the path ends or holds none.
  std::vector<double> numbers(std::size_t count) {
    std::vector<double> all;
    for (std::optional<double> next; all.size() < count && (next = number());) all.push_back(*next);
    return all;
  }

  bool take() {
    const char small = static_cast<char>(std::tolower(static_cast<unsigned char>(command_)));
    const auto* const known = std::ranges::find(commands, small, &Command::letter);
    if (known == std::end(commands)) return false;
    const std::vector<double> values = numbers(known->count);
    if (values.size() < known->count) return false;
    if (small == 'm') return begin_at(origin() + Point{values[0], values[1]}), true;
    if (curves_.empty()) return false;
    if (small == 'l') line_to(origin() + Point{values[0], values[1]});
    if (small == 'h') line_to({origin().x + values[0], at_.y});
    if (small == 'v') line_to({at_.x, origin().y + values[0]});
    if (small == 'c')
      curve_to(origin() + Point{values[0], values[1]}, origin() + Point{values[2], values[3]}, origin() + Point{values[4], values[5]});
    if (small == 'a') arc_to(std::abs(values[0]), values[3] != 0, values[4] != 0, origin() + Point{values[5], values[6]});
    return true;
  }

  void begin_at(Point point) { curves_.push_back({point}), at_ = point; }

  void curve_to(Point one, Point other, Point end) {
    curves_.back().insert(curves_.back().end(), {one, other, end});
    at_ = end;
  }

  void line_to(Point end) {
    const Point step{(end.x - at_.x) / 3, (end.y - at_.y) / 3};
    curve_to(at_ + step, at_ + step + step, end);
  }

  /// Of a circle, in pieces of at most a quarter. Source: SVG 1.1, appendix F.6.
  void arc_to(double radius, bool is_large, bool is_clockwise, Point end) {
    const Point half{(at_.x - end.x) / 2, (at_.y - end.y) / 2};
    const double length = std::hypot(half.x, half.y);
    if (length == 0 || radius == 0) return line_to(end);
    radius = std::max(radius, length);
    const double off = std::sqrt(std::max(0.0, radius * radius - length * length)) / length * (is_large == is_clockwise ? -1 : 1);
    const Point center{(at_.x + end.x) / 2 + off * half.y, (at_.y + end.y) / 2 - off * half.x};
    const double from = std::atan2(at_.y - center.y, at_.x - center.x);
    double sweep = std::atan2(end.y - center.y, end.x - center.x) - from;
    if (is_clockwise && sweep < 0) sweep += 2 * std::numbers::pi;
    if (!is_clockwise && sweep > 0) sweep -= 2 * std::numbers::pi;
    const double pieces = std::ceil(std::abs(sweep) / (std::numbers::pi / 2) - 1e-9);
    const double piece = sweep / pieces, reach = 4.0 / 3 * std::tan(piece / 4) * radius;
    for (double i = 0; i < pieces; ++i) {
      const double a = from + i * piece, b = a + piece;
      const Point first{center.x + radius * std::cos(a), center.y + radius * std::sin(a)};
      const Point last{center.x + radius * std::cos(b), center.y + radius * std::sin(b)};
      curve_to({first.x - reach * std::sin(a), first.y + reach * std::cos(a)}, {last.x + reach * std::sin(b), last.y - reach * std::cos(b)},
               last);
    }
    at_ = end;
  }

  std::string_view rest_;
  char command_ = 0;  // none yet
  Point at_;
  std::vector<std::vector<Point>> curves_;
};

const std::vector<Icon>& icons() {
  static const std::vector<Icon> all = [] {
    std::vector<Icon> read;
    for (const IconEntry& entry : icon_table) read.push_back({entry.name, curves_of_path(entry.lines)});
    return read;
  }();
  return all;
}

bool parts_words(std::string_view name, std::size_t at) {
  return at >= name.size() || std::string_view(" -/,.").find(name[at]) != std::string_view::npos;
}

/// Whether it stands at the beginning of a word; a short one is the whole word.
bool begins_word(std::string_view name, std::string_view word) {
  constexpr std::size_t short_word = 3;
  for (std::size_t at = name.find(word); at != std::string_view::npos; at = name.find(word, at + 1)) {
    const bool begins = at == 0 || parts_words(name, at - 1);
    if (begins && (word.size() > short_word || parts_words(name, at + word.size()))) return true;
  }
  return false;
}

/// How long the longest of an icon's words is that stands in a name; 0: none does.
std::size_t longest_match(std::string_view name, std::string_view words) {
  std::size_t longest = 0;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find('|'), words.size());
    if (end > longest && begins_word(name, words.substr(0, end))) longest = end;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return longest;
}

}  // namespace

std::vector<std::vector<Point>> curves_of_path(std::string_view path) {
  return PathReader(path).curves();
}

const Icon* icon_of_channel(std::string_view name) {
  const std::string small = folded(name);
  std::size_t best = 0, longest = 0;
  for (std::size_t i = 0; i < std::size(icon_table); ++i) {
    const std::size_t match = longest_match(small, icon_table[i].words);
    if (match > longest) best = i, longest = match;
  }
  return longest > 0 ? &icons()[best] : nullptr;
}

void draw_icon(Canvas& canvas, const Icon& icon, Point corner, double side, Colour colour) {
  const double scale = side / square;
  for (std::vector<Point> line : icon.lines) {
    for (Point& point : line) point = {corner.x + point.x * scale, corner.y + point.y * scale};
    if (line.size() > 1) canvas.scene.ground.push_back(Curve{std::move(line), {colour, line_width * scale, Dash::solid}});
  }
}

}  // namespace mot
