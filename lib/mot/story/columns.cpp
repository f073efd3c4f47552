// Columns of a row as wide as their cards need: of all widths that fill the row, those whose tallest card is lowest.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "mot/story/tracks.h"

namespace mot::story {

namespace {

constexpr double natural_pitch = 112;  // of a column on a screen
constexpr double least_pitch = 66;
constexpr std::size_t most_columns_by_itself = 14;
constexpr double least_page_width = 900;

std::size_t most_columns(const StoryDrawing& drawing) {
  const std::size_t asked = drawing.options.columns > 0 ? drawing.options.columns : 1000;
  if (drawing.options.width <= 0) return std::min(asked, most_columns_by_itself);
  const double room = drawing.options.width - 2 * drawing.left - drawing.labels - drawing.ends;
  return std::min(asked, static_cast<std::size_t>(std::max(1.0, std::floor(room / least_pitch))));
}

double width_for(const StoryDrawing& drawing) {
  if (drawing.options.width > 0) return std::max(drawing.options.width - 2 * drawing.left, drawing.labels + drawing.ends + least_pitch);
  std::size_t longest = 1;
  for (const Band& band : drawing.plan.bands) longest = std::max(longest, band.size());
  return std::max(drawing.labels + drawing.ends + static_cast<double>(longest) * natural_pitch, least_page_width);
}

/// Widths that are tried, in widths of a column where all are the same.
constexpr std::array<double, 5> tried = {0.78, 1, 1.2, 1.45, 1.8};
constexpr std::size_t even = 1;         // of them
constexpr double worth_a_width = 1.12;  // times the least height: on a screen even columns are calmer than a row that is a little lower

/// Of everything in a column, with cards so wide.
double height_of_column(StoryDrawing& drawing, std::size_t index, double width) {
  const journey::Column& column = drawing.plan.columns[index];
  double height = 0;
  if (column.main) {
    height = main_card(drawing, *column.main, width).height();
    const std::string& name = drawing.touchpoint_of(drawing.plan.visits[*column.main]).name.value;
    // A name broken within a word is worse than a tall card.
    const double word = longest_word(drawing.typesetter(), name, drawing.theme().name.font) / 0.97;
    if (word > width - 2 * card_inset) height += 400;
  }
  if (column.inner) {
    const journey::InnerJourney& inner = drawing.plan.inner_journeys[*column.inner];
    height = inner_card(drawing, drawing.input, inner, "", width).height;
    const double word =
        longest_word(drawing.typesetter(), drawing.input.workspace.journeys[inner.journey].name.value, drawing.theme().name.font);
    if (word / 0.97 > width - 24) height += 400;
  }
  if (has_tracks(drawing.plan, index)) {
    for (const Hanging& hanging : hanging_under(drawing, index, width)) height += hanging.height + above_half_card;
    return height;
  }
  const HalfCards half_cards = half_cards_in(column.asides.size(), width);
  for (std::size_t i = 0; i < column.asides.size(); i += half_cards.abreast) {
    double row = 0;
    for (std::size_t k = i; k < std::min(i + half_cards.abreast, column.asides.size()); ++k)
      row = std::max(row, half_card(drawing, column.asides[k], half_cards.width).height());
    height += row + above_half_card;
  }
  return height;
}

using Heights = std::array<double, tried.size()>;

/// The narrowest width, as an index of `tried`, with which a column is no higher.
std::size_t narrowest(const Heights& heights, double limit) {
  for (std::size_t i = 0; i < tried.size(); ++i) {
    if (heights[i] <= limit) return i;
  }
  return tried.size();
}

/// Widths of the columns in widths of an even one, together no more than as many as there are columns: narrower than even ones only as far
/// as others need more.
std::vector<double> shares_within(const std::vector<Heights>& columns, double limit) {
  std::vector<double> shares;
  double over = static_cast<double>(columns.size());
  for (const Heights& heights : columns) {
    const std::size_t width = narrowest(heights, limit);
    if (width == tried.size()) return {};
    shares.push_back(tried[width]);
    over -= tried[width];
  }
  if (over < -1e-9) return {};
  double missing = 0;
  for (const double share : shares) missing += std::max(0.0, tried[even] - share);
  const double given = missing > 0 ? std::min(1.0, over / missing) : 0;
  for (double& share : shares) share += given * std::max(0.0, tried[even] - share);
  return shares;
}

/// Heights of the columns of a row, at all widths that are tried.
std::vector<Heights> heights_of(StoryDrawing& drawing, const Band& band) {
  const double pitch = drawing.content_width() / static_cast<double>(band.size());
  std::vector<Heights> heights;
  for (std::size_t i = band.begin; i < band.end; ++i) {
    Heights& own = heights.emplace_back();
    for (std::size_t k = 0; k < tried.size(); ++k) own[k] = height_of_column(drawing, i, tried[k] * pitch - column_gap);
  }
  return heights;
}

/// The least height that all columns can have side by side; the greatest of all where nothing is wide enough.
double least_height(const std::vector<Heights>& columns) {
  std::vector<double> limits;
  for (const Heights& heights : columns) limits.insert(limits.end(), heights.begin(), heights.end());
  std::ranges::sort(limits);
  const auto least = std::ranges::find_if(limits, [&](double limit) { return !shares_within(columns, limit).empty(); });
  return least == limits.end() ? limits.back() : *least;
}

std::vector<double> best_shares(const std::vector<Heights>& columns, double worth) {
  std::vector<double> shares = shares_within(columns, least_height(columns) * worth);
  return shares.empty() ? std::vector<double>(columns.size(), 1) : shares;
}

/// On paper two rows part where they are lowest together, at the end of a stage: one holds little, another much.
void part_two_rows(StoryDrawing& drawing) {
  std::vector<Band>& bands = drawing.plan.bands;
  if (drawing.options.margin < 0 || drawing.options.columns > 0 || bands.size() != 2) return;
  const auto& columns = drawing.plan.columns;
  const auto height = [&](const std::vector<Band>& rows) {
    return least_height(heights_of(drawing, rows.front())) + least_height(heights_of(drawing, rows.back()));
  };
  std::vector<Band> best = bands;
  double least = height(bands);
  for (std::size_t first = 1; first < columns.size(); ++first) {
    if (columns[first - 1].stage == columns[first].stage || first == bands.front().end) continue;
    if (std::max(first, columns.size() - first) > most_columns(drawing)) continue;
    const std::vector<Band> rows = {{0, first}, {first, columns.size()}};
    const double own = height(rows);
    if (own < least) least = own, best = rows;
  }
  bands = std::move(best);
}

}  // namespace

void lay_out_bands(StoryDrawing& drawing) {
  drawing.plan = journey::path_columns_of(drawing.input.workspace, drawing.path, most_columns(drawing));
  drawing.width = width_for(drawing);
}

void lay_out_columns(StoryDrawing& drawing) {
  part_two_rows(drawing);
  for (const Band& band : drawing.plan.bands) {
    const std::vector<double> shares = best_shares(heights_of(drawing, band), drawing.options.margin >= 0 ? 1 : worth_a_width);
    double sum = 0;
    for (const double share : shares) sum += share;
    Row row{band, {}, {}, {}};
    double x = drawing.content_left();
    for (const double share : shares) {
      const double width = share / sum * drawing.content_width();
      row.lefts.push_back(x + column_gap / 2), row.widths.push_back(width - column_gap);
      x += width;
    }
    drawing.rows.push_back(std::move(row));
  }
}

}  // namespace mot::story
