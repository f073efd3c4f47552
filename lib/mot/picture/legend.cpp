#include "mot/picture/legend.h"

#include <algorithm>
#include <span>
#include <utility>

#include "mot/picture/canvas.h"

namespace mot {

namespace {

constexpr double swatch_gap = 6;
constexpr double most_entry_gap = 20;
constexpr double most_row_height = 20;

/// Where all letters are as small as these, as on paper, the legend is dense too.
bool is_dense(const Theme& theme) {
  return theme.body.font.size <= theme.small_print.font.size;
}

/// Small letters have low rows.
double row_height_of(const Theme& theme) {
  return std::min(most_row_height, (is_dense(theme) ? 1.7 : 2) * theme.small_print.font.size);
}

/// Between one entry and the next.
double entry_gap_of(const Theme& theme) {
  return is_dense(theme) ? std::min(most_entry_gap, 1.75 * theme.small_print.font.size) : most_entry_gap;
}

/// An entry with its text set, and where it goes.
struct Laid {
  const LegendEntry* entry = nullptr;
  std::vector<Line> lines;
  double before_text = 0;
  double text_width = 0;
  double width = 0;
};

/// Rows that entries take when a row may be so wide.
std::size_t rows_within(std::span<const Laid> entries, double width, double entry_gap) {
  std::size_t rows = 1;
  double x = 0;
  for (const Laid& laid : entries) {
    if (x > 0 && x + laid.width > width) ++rows, x = 0;
    x += laid.width + entry_gap;
  }
  return rows;
}

/// The narrowest width that needs no more rows than the full one: rows of like length.
double balanced_width(std::span<const Laid> entries, double width, double entry_gap) {
  const std::size_t rows = rows_within(entries, width, entry_gap);
  constexpr double step = 20;
  double narrow = width;
  while (narrow > step && rows_within(entries, narrow - step, entry_gap) == rows) narrow -= step;
  return narrow;
}

std::vector<Laid> laid_out(const Canvas& canvas) {
  std::vector<Laid> all;
  for (const LegendEntry& entry : canvas.legend.entries()) {
    const double before_text = entry.sign_width > 0 ? entry.sign_width + swatch_gap : 0;
    const double room = canvas.width - before_text;
    std::vector<Line> lines = set_text(canvas.typesetter(), entry.words, canvas.theme().small_print, room).lines;
    const double text_width = std::min(room, width_of(canvas.typesetter(), lines) * 1.03);
    all.push_back({&entry, std::move(lines), before_text, text_width, before_text + text_width});
  }
  return all;
}

}  // namespace

bool Legend::explains(int rank) const {
  return std::ranges::binary_search(entries_, rank, {}, &LegendEntry::rank);
}

void Legend::add(LegendEntry entry) {
  const auto place = std::ranges::lower_bound(entries_, entry.rank, {}, &LegendEntry::rank);
  if (place == entries_.end() || place->rank != entry.rank) entries_.insert(place, std::move(entry));
}

void draw_legend(Canvas& canvas) {
  std::vector<Laid> all = laid_out(canvas);
  const double entry_gap = entry_gap_of(canvas.theme());
  const double limit = balanced_width(all, canvas.width, entry_gap);
  const double row_height = row_height_of(canvas.theme());
  for (auto begin = all.begin(); begin != all.end();) {
    double width = 0, height = row_height;
    auto end = begin;
    for (; end != all.end() && (width == 0 || width + end->width <= limit); ++end) {
      width += end->width + entry_gap;
      if (end->lines.size() > 1) height = std::max(height, height_of(end->lines) + row_height - end->lines.front().height);
    }
    const double middle = canvas.y + height / 2;
    double at = canvas.left;
    for (; begin != end; ++begin) {
      begin->entry->draw(canvas, {at, middle});
      put_text_in_middle(canvas, {"legend", "legend", "", ""}, {{at + begin->before_text, middle}, begin->text_width},
                         std::move(begin->lines));
      at += begin->width + entry_gap;
    }
    canvas.y += height;
  }
}

}  // namespace mot
