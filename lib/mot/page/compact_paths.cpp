#include "mot/page/compact_paths.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <initializer_list>
#include <optional>
#include <utility>
#include <vector>

#include "mot/picture/scene.h"

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

/// Writes the value of `d`: a letter only where it is another, a blank only where neither a sign nor a second point parts two numbers.
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
      const std::string text = tenths(number);
      const bool parts_itself = text.front() == '-' || (text.front() == '.' && has_point_);
      if (!is_apart && !parts_itself) text_ += ' ';
      text_ += text;
      has_point_ = text.find('.') != std::string::npos;
      is_apart = false;
    }
  }

  std::string text_;
  char last_ = 0;
  bool has_point_ = false;  ///< of the last number
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

std::optional<std::vector<Place>> places_of_curves(std::string_view path) {
  const bool is_curve = path.starts_with('M') && path.rfind('M') == 0 && path.find('C') != std::string_view::npos;
  auto places = is_curve ? places_in(path, "MC ") : std::nullopt;
  return places && places->size() % 3 == 1 ? std::move(places) : std::nullopt;
}

/// Twentieths of a point, as points.
std::string twentieths(int number) {
  return fmt::format("{}", number / 20.0);
}

}  // namespace

std::string circle_of_path(std::string_view path) {
  constexpr std::size_t quarters = 4, points = 3 * quarters + 1;
  constexpr double arm = 0.5523;  // of the radius: how far a point of control stands from the end of its quarter
  const auto places = places_of_curves(path);
  if (!places || places->size() != points || places->front() != places->back()) return "";
  const Place &right = places->front(), &left = (*places)[6];
  const Place twice_center = {right.x + left.x, right.y + left.y};
  const double radius = (right.x - left.x) / 2.0;
  if (radius <= 0) return "";
  for (std::size_t i = 0; i + 1 < points; ++i) {
    const double x = (*places)[i].x - twice_center.x / 2.0, y = (*places)[i].y - twice_center.y / 2.0;
    const double far = i % 3 == 0 ? radius : std::hypot(radius, arm * radius);
    if (std::abs(std::hypot(x, y) - far) > 1.5) return "";
  }
  return fmt::format(R"( cx="{}" cy="{}" r="{}")", twentieths(twice_center.x), twentieths(twice_center.y), twentieths(right.x - left.x));
}

std::optional<Extent> extent_of(std::string_view compact) {
  const char* at = compact.data();
  const char* const end = at + compact.size();
  if (at == end || *at != 'M') return std::nullopt;
  Point pen;
  std::optional<Extent> extent;
  const auto take = [&](double& number) {
    while (at != end && *at == ' ') ++at;
    const auto [rest, error] = std::from_chars(at, end, number);
    at = rest;
    return error == std::errc();
  };
  const auto cover = [&](const Point& point) {
    if (!extent) extent = {point.x, point.y, point.x, point.y};
    extent = {std::min(extent->left, point.x), std::min(extent->top, point.y), std::max(extent->right, point.x),
              std::max(extent->bottom, point.y)};
  };
  char kind = 0;
  while (at != end) {
    if (*at == 'z') return at + 1 == end ? extent : std::nullopt;
    if ((*at >= 'a' && *at <= 'z') || *at == 'M') kind = *at++;
    const Point from = pen;
    const int points = kind == 'c' ? 3 : 1;
    for (int i = 0; i < points; ++i) {
      Point way;
      if (kind != 'v' && !take(way.x)) return std::nullopt;
      if (kind != 'h' && !take(way.y)) return std::nullopt;
      pen = {from.x + way.x, from.y + way.y};
      cover(pen);
    }
    if (std::string_view("Mhvlc").find(kind) == std::string_view::npos || (kind == 'M' && from != Point{})) return std::nullopt;
  }
  return extent;
}

std::string compact_path(std::string_view path) {
  const auto places = places_of_curves(path);
  if (!places) return std::string(path);
  PathText compact(places->front());
  for (std::size_t i = 1; i < places->size(); i += 3) {
    const Place &from = (*places)[i - 1], &first = (*places)[i], &second = (*places)[i + 1], &to = (*places)[i + 2];
    const bool leads_back = i + 3 >= places->size() && to == places->front();
    if (is_straight(from, first, second, to)) {
      if (leads_back)
        compact.close();
      else
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
