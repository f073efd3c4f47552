// A picture that is too small on one sheet is cut into bands, each as wide as the picture: no line is cut. It is cut where nothing stands,
// as between two rows; what is higher than a sheet, through as few items as that takes.
#include "mot/page/paper_slices.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <type_traits>
#include <variant>

#include "mot/picture/paper.h"

namespace mot {
namespace {

/// A4 between its margins and under a caption, in points; upright as low as Letter is, which is wider.
struct Sheet {
  bool is_upright;
  double width;
  double height;
};
constexpr Sheet a4_sheets[] = {{false, 770, 510}, {true, 525, 712}};

constexpr double largest_letters = 7;         // points: what would be larger takes paper for nothing
constexpr double largest_scale = 1.2;         // what has few words need not fill a sheet
constexpr double least_band_of_sheet = 0.12;  // of its height
constexpr double room_for_heading = 60;       // points above a picture, so that what it is called stands on the same sheet

/// From where to where something lies.
struct Stretch {
  double begin = 0;
  double end = 0;
};

/// On what paper, and how large.
struct OnPaper {
  Sheet sheet = a4_sheets[0];
  double scale = 0;
};

/// Upright where it is hardly smaller so: texts are, and it shares a sheet with them.
OnPaper whole_on_a_sheet(const Scene& scene) {
  constexpr double hardly_smaller = 0.85;
  const auto on = [&](const Sheet& sheet) {
    return OnPaper{sheet, std::min({sheet.width / scene.width, (sheet.height - room_for_heading) / scene.height, largest_scale})};
  };
  const OnPaper across = on(a4_sheets[0]), upright = on(a4_sheets[1]);
  return upright.scale >= hardly_smaller * across.scale ? upright : across;
}

/// One sheet less where that is hardly smaller to read.
OnPaper with_full_sheets(const OnPaper& paper, const Scene& scene, double letters) {
  constexpr double filled = 0.97;  // of a sheet; the rest is where cuts may go
  const double sheets = scene.height * paper.scale / paper.sheet.height, fewer = std::ceil(sheets) - 1;
  const double scale = paper.scale * std::min(1.0, filled * fewer / sheets);
  return fewer > 0 && scale * letters >= least_letters_on_paper ? OnPaper{paper.sheet, scale} : paper;
}

/// With letters that can be read on as few sheets as that takes; where no sheet is wide enough for them, as large as one is.
OnPaper cut_over_sheets(const Scene& scene, double letters) {
  OnPaper best;
  double fewest = 0;
  for (const Sheet& sheet : a4_sheets) {
    const double scale = std::min({sheet.width / scene.width, largest_letters / letters, largest_scale});
    const double sheets = scene.height * scale / sheet.height;
    const bool is_read = scale * letters >= least_letters_on_paper, was_read = best.scale * letters >= least_letters_on_paper;
    const bool is_better = is_read && was_read ? sheets < fewest : scale > best.scale;
    if (is_better) best = {sheet, scale}, fewest = sheets;
  }
  return with_full_sheets(best, scene, letters);
}

/// From where to where each item and each row that holds items lies, down the picture.
std::vector<Stretch> stretches_of(const Scene& scene) {
  std::vector<Stretch> stretches;
  for (const Panel& panel : scene.panels) stretches.push_back({panel.box.top, panel.box.bottom()});
  const auto add = [&](const auto& item) {
    if constexpr (std::is_same_v<std::decay_t<decltype(item)>, Marker>)
      stretches.push_back({item.center.y - item.radius, item.center.y + item.radius});
    else
      stretches.push_back({item.box.top, item.box.top + item.box.height});
  };
  for (const Item& item : scene.items) std::visit(add, item);
  return stretches;
}

/// How many stretches a cut runs through, found in their sorted ends.
class Crossings {
 public:
  explicit Crossings(const std::vector<Stretch>& stretches) {
    for (const Stretch& stretch : stretches) begins_.push_back(stretch.begin), ends_.push_back(stretch.end);
    std::ranges::sort(begins_);
    std::ranges::sort(ends_);
  }
  std::ptrdiff_t at(double place) const {
    return (std::ranges::lower_bound(begins_, place) - begins_.begin()) - (std::ranges::upper_bound(ends_, place) - ends_.begin());
  }

 private:
  std::vector<double> begins_;
  std::vector<double> ends_;
};

/// Where a cut may go that runs through no more than so many items, from the top down, with both ends of the whole.
std::vector<double> places_through(const std::vector<Stretch>& stretches, const Crossings& crossings, double whole,
                                   std::ptrdiff_t most_items) {
  std::vector<double> places = {0, whole};
  for (const Stretch& stretch : stretches) {
    for (const double place : {std::floor(stretch.begin) - 1, std::ceil(stretch.end) + 1}) {
      if (place > 0 && place < whole && crossings.at(place) <= most_items) places.push_back(place);
    }
  }
  std::ranges::sort(places);
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

/// The places, and between those that are further from each other than a sheet is high such others as lie there.
std::vector<double> closer_together(const std::vector<double>& places, const std::vector<double>& others, double sheet_height) {
  std::vector<double> closer;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (i > 0 && places[i] - places[i - 1] > sheet_height)
      std::copy(std::ranges::upper_bound(others, places[i - 1]), std::ranges::lower_bound(others, places[i]), std::back_inserter(closer));
    closer.push_back(places[i]);
  }
  return closer;
}

bool are_within(const std::vector<double>& places, double sheet_height) {
  return std::ranges::adjacent_find(places, [&](double one, double next) { return next - one > sheet_height; }) == places.end();
}

/// Places that cut nothing; more of them, that cut the fewest items, only where those lie further from each other than a sheet is high.
/// Where something is higher than a sheet it is cut wherever a sheet ends.
std::vector<double> cut_places(const Scene& scene, double sheet_height) {
  const std::vector<Stretch> stretches = stretches_of(scene);
  const Crossings crossings(stretches);
  const double whole = std::ceil(scene.height);
  std::vector<double> places = {0, whole};
  for (std::ptrdiff_t most = 0; most <= std::ssize(stretches); most = most * 5 / 4 + 1) {
    places = closer_together(places, places_through(stretches, crossings, whole, most), sheet_height);
    if (are_within(places, sheet_height)) return places;
  }
  std::vector<double> all;
  for (const double place : places) {
    while (!all.empty() && place - all.back() > sheet_height) all.push_back(all.back() + std::floor(sheet_height));
    all.push_back(place);
  }
  return all;
}

/// Bands no shorter than is worth their while, but for the last one, and none higher than a sheet.
std::vector<Box> bands_of(const Scene& scene, const OnPaper& paper) {
  const double most = paper.sheet.height / paper.scale, least = least_band_of_sheet * most;
  const std::vector<double> places = cut_places(scene, most);
  std::vector<Box> bands;
  double top = 0;
  for (std::size_t i = 1; i < places.size(); ++i) {
    const bool is_last = i + 1 == places.size();
    const double room = top == 0 ? most - room_for_heading / paper.scale : most;
    if (!is_last && places[i] - top < least && places[i + 1] - top <= room) continue;
    bands.push_back({0, top, scene.width, places[i] - top});
    top = places[i];
  }
  return bands;
}

}  // namespace

PaperSlices paper_slices(const Scene& scene, Cutting cutting) {
  const double letters = smallest_letters_of(scene);
  OnPaper paper = whole_on_a_sheet(scene);
  if (cutting == Cutting::never || paper.scale * letters >= least_letters_of_whole || letters <= 0)
    return {paper.sheet.is_upright, paper.scale, {{0, 0, scene.width, std::ceil(scene.height)}}};
  paper = cut_over_sheets(scene, letters);
  return {paper.sheet.is_upright, paper.scale, bands_of(scene, paper)};
}

std::size_t sheets_of(const PaperSlices& slices) {
  const double most = a4_sheets[slices.is_upright ? 1 : 0].height / slices.scale;
  std::size_t sheets = 0;
  double room = 0;
  for (const Box& band : slices.bands) {
    if (band.height > room) ++sheets, room = most;
    room -= band.height;
  }
  return sheets;
}

}  // namespace mot
