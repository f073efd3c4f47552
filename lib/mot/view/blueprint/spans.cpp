// What no customer sees: a bar over the columns it has to do with, and a wedge under each moment that it carries.
#include <algorithm>
#include <set>

#include "mot/picture/fade.h"
#include "mot/picture/signs.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/text/isolates.h"
#include "mot/view/blueprint/drawing.h"

namespace mot::blueprint {

namespace {

constexpr double above_bars = 9;  // room for the wedges
constexpr double between_rows = 6;

std::string names_of(const BlueprintDrawing& drawing, const std::vector<std::size_t>& touchpoints) {
  std::string names;
  for (const std::size_t touchpoint : touchpoints)
    names += (names.empty() ? "" : ", ") + isolated(drawing.input.workspace.touchpoints[touchpoint].name.value);
  return names.empty() ? "" : drawing.wording("carries: {moment}", {{"moment", names}});
}

/// All that it carries, where in any column stands more than that, so that a wedge would say too much: `carries: Desk`. Else nothing.
std::string carried_text(const BlueprintDrawing& drawing, const Span& span) {
  const std::set<std::size_t> carried(span.carried.begin(), span.carried.end());
  bool is_unclear = false;
  for (const journey::Visit& visit : drawing.plan.visits) {
    const bool is_seen = drawing.input.workspace.touchpoints[visit.touchpoint].visibility.value == Visibility::frontstage;
    is_unclear |= is_seen && !carried.contains(visit.touchpoint) && std::ranges::binary_search(span.columns, visit.column);
  }
  if (!is_unclear) return "";
  std::vector<std::size_t> told;
  for (const journey::Visit& visit : drawing.plan.visits) {
    const bool has_wedge = carried.contains(visit.touchpoint) && std::ranges::binary_search(span.columns, visit.column);
    if (has_wedge && std::ranges::find(told, visit.touchpoint) == told.end()) told.push_back(visit.touchpoint);
  }
  return names_of(drawing, told);
}

/// A span, and the columns that its bar takes.
struct Bar {
  const Span* span = nullptr;
  std::size_t first = 0;
  std::size_t last = 0;
};

/// Bars that stand side by side.
struct Row {
  bool has_wedges = false;
  std::vector<Bar> bars;

  bool has_room_for(const Bar& bar) const {
    return std::ranges::none_of(bars, [&](const Bar& other) { return bar.first <= other.last && other.first <= bar.last; });
  }
};

double width_of(const BlueprintDrawing& drawing, const Bar& bar) {
  return static_cast<double>(bar.last - bar.first) * drawing.pitch + drawing.card_width();
}

/// Each bar in the first row that has room for it. On a sheet, where height is scarce, it goes on over free columns beside it, to the
/// right, then to the left, until what it says has room in a line.
std::vector<Row> rows_of(BlueprintDrawing& drawing, const journey::Band& band, const std::vector<Span>& spans) {
  std::vector<Row> rows;
  for (const Span& span : spans) {
    const Bar bar{&span, span.first, span.last};
    auto row = std::ranges::find_if(rows, [&](const Row& one) { return one.has_room_for(bar); });
    if (row == rows.end()) row = rows.insert(rows.end(), Row{});
    row->has_wedges = row->has_wedges || !span.columns.empty();
    row->bars.push_back(bar);
  }
  if (!drawing.options.is_slide) return rows;
  for (Row& row : rows) {
    for (std::size_t i = 0; i < row.bars.size(); ++i) {
      Bar bar = row.bars[i];
      row.bars.erase(row.bars.begin() + static_cast<std::ptrdiff_t>(i));
      const double wanted = line_width_of(drawing, bar.span->touchpoint, carried_text(drawing, *bar.span));
      while (width_of(drawing, bar) < wanted && bar.last + 1 < band.end && row.has_room_for({bar.span, bar.first, bar.last + 1}))
        ++bar.last;
      while (width_of(drawing, bar) < wanted && bar.first > band.begin && row.has_room_for({bar.span, bar.first - 1, bar.last}))
        --bar.first;
      row.bars.insert(row.bars.begin() + static_cast<std::ptrdiff_t>(i), bar);
    }
  }
  return rows;
}

Card card_of(BlueprintDrawing& drawing, const journey::Band& band, const Bar& bar, double top) {
  const Span& span = *bar.span;
  Card card = card_of(drawing, {span.touchpoint, span.stop, carried_text(drawing, span)}, width_of(drawing, bar));
  card.identity.id = drawing.ids.use(card.identity.id);
  if (!span.carried.empty()) card.identity.tooltip += "\n" + names_of(drawing, span.carried);
  card.box.left = drawing.column_left(band, bar.first), card.box.top = top;
  return card;
}

/// Draws bars side by side; returns the lower edge of the tallest.
double draw_row(BlueprintDrawing& drawing, const journey::Band& band, const Row& row, double top) {
  std::vector<Card> cards;
  double height = 0;
  for (const Bar& bar : row.bars) {
    cards.push_back(card_of(drawing, band, bar, top));
    height = std::max(height, cards.back().box.height);
    const Sign<WedgeLook> sign = carrying(drawing.theme());
    for (const std::size_t column : bar.span->columns)
      put(drawing, sign, {drawing.column_left(band, column) + (drawing.card_width() - sign.width) / 2, top - 4});
  }
  for (Card& card : cards) {
    card.box.height = height;
    drawing.scene.items.push_back(std::move(card));
  }
  return top + height;
}

}  // namespace

double draw_spans(BlueprintDrawing& drawing, const journey::Band& band, const std::vector<Span>& spans) {
  const double inset = drawing.lane_inset();
  double bottom = drawing.y + inset - between_rows;
  for (const Row& row : rows_of(drawing, band, spans))
    bottom = draw_row(drawing, band, row, bottom + (row.has_wedges ? above_bars : between_rows));
  return bottom + inset - drawing.y;
}

}  // namespace mot::blueprint
