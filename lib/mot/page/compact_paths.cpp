#include "mot/page/compact_paths.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <initializer_list>
#include <optional>
#include <utility>
#include <vector>

namespace mot {
namespace {

constexpr double farthest = 1e7;  // points; no picture is that large

/// Tenths of a point.
struct Place {
  int x = 0, y = 0;
  bool operator==(const Place&) const = default;
  Place operator-(const Place& from) const { return {x - from.x, y - from.y}; }
};

/// `-1.5`, `.5`
std::string tenths(int number) {
  const int whole = std::abs(number) / 10, rest = std::abs(number) % 10;
  const std::string text = whole == 0 && rest != 0 ? "" : fmt::format("{}", whole);
  return (number < 0 ? "-" : "") + (rest == 0 ? text : fmt::format("{}.{}", text, rest));
}

/// Writes the value of `d`: a letter only where it is another, a blank only where no sign parts two numbers.
class PathText {
 public:
  explicit PathText(const Place& begin) { add('M', {begin.x, begin.y}); }

  void line(const Place& way) {
    if (way.y == 0) {
      add('h', {way.x});
    } else if (way.x == 0) {
      add('v', {way.y});
    } else {
      add('l', {way.x, way.y});
    }
  }

  void curve(const Place& first, const Place& second, const Place& way) { add('c', {first.x, first.y, second.x, second.y, way.x, way.y}); }

  void close() { text_ += 'z'; }

  std::string text() && { return std::move(text_); }

 private:
  void add(char kind, std::initializer_list<int> numbers) {
    bool is_apart = kind != last_;
    if (is_apart) text_ += kind;
    last_ = kind;
    for (const int number : numbers) {
      if (!is_apart && number >= 0) text_ += ' ';
      text_ += tenths(number);
      is_apart = false;
    }
  }

  std::string text_;
  char last_ = 0;
};

/// Pairs `1.5,2` with blanks or letters between them; nothing where there is something else.
std::optional<std::vector<Place>> places_in(std::string_view text, std::string_view between) {
  std::vector<Place> places;
  const char* at = text.data();
  const char* const end = at + text.size();
  const auto read = [&](int& tenth) {
    double number = 0;
    const auto [rest, error] = std::from_chars(at, end, number);
    at = rest;
    if (error != std::errc() || !std::isfinite(number) || std::abs(number) > farthest) return false;
    tenth = static_cast<int>(std::lround(number * 10));
    return true;
  };
  while (at != end) {
    if (between.find(*at) != std::string_view::npos) {
      ++at;
      continue;
    }
    Place place;
    if (!read(place.x) || at == end || *at++ != ',' || !read(place.y)) return std::nullopt;
    places.push_back(place);
  }
  return places;
}

/// Whether the curve from `from` by `first` and `second` to `to` is a line: its points of control lie on it at a third and two thirds.
bool is_straight(const Place& from, const Place& first, const Place& second, const Place& to) {
  const auto lies = [](int is, double meant) { return std::abs(is - meant) <= 1; };
  const auto third = [](int a, int b, int parts) { return a + (b - a) * parts / 3.0; };
  return lies(first.x, third(from.x, to.x, 1)) && lies(first.y, third(from.y, to.y, 1)) && lies(second.x, third(from.x, to.x, 2)) &&
         lies(second.y, third(from.y, to.y, 2));
}

}  // namespace

std::string compact_path(std::string_view path) {
  const bool is_curve = path.starts_with('M') && path.rfind('M') == 0 && path.find('C') != std::string_view::npos;
  const auto places = is_curve ? places_in(path, "MC ") : std::nullopt;
  if (!places || places->size() % 3 != 1) return std::string(path);
  PathText compact(places->front());
  for (std::size_t i = 1; i < places->size(); i += 3) {
    const Place &from = (*places)[i - 1], &first = (*places)[i], &second = (*places)[i + 1], &to = (*places)[i + 2];
    if (is_straight(from, first, second, to)) {
      compact.line(to - from);
    } else {
      compact.curve(first - from, second - from, to - from);
    }
  }
  return std::move(compact).text();
}

std::string path_of_points(std::string_view points, bool is_closed) {
  auto places = places_in(points, " ");
  if (!places || places->empty()) return fmt::format("M{}{}", points, is_closed ? "z" : "");
  if (is_closed && places->size() > 1 && places->front() == places->back()) places->pop_back();
  PathText path(places->front());
  for (std::size_t i = 1; i < places->size(); ++i) path.line((*places)[i] - (*places)[i - 1]);
  if (is_closed) path.close();
  return std::move(path).text();
}

}  // namespace mot
