// A lane of the journeys inside, each as a stacked card in its column.
#include <algorithm>

#include "mot/picture/branch_text.h"
#include "mot/picture/inner_card.h"
#include "mot/view/journey/drawing.h"

namespace mot::journey {

namespace {

constexpr double between_cards = 10;

/// Those of a column, the main one first.
std::vector<std::size_t> inner_in(const Column& column) {
  std::vector<std::size_t> all = column.inner_asides;
  if (column.inner) all.insert(all.begin(), *column.inner);
  return all;
}

std::string above_name(const JourneyDrawing& drawing, const InnerJourney& inner) {
  const std::string conditions = conditions_of(drawing.plan, inner.stop);
  std::string text = conditions.empty() ? "" : drawing.wording("when {condition}", {{"condition", conditions}});
  const std::string on = way_on_text(drawing.subject.workspace, drawing.plan, inner.stop);
  if (!on.empty()) text += (text.empty() ? "" : "; ") + on;
  return text;
}

/// Returns the lower edge.
double put_inner_journey(JourneyDrawing& drawing, std::size_t index, double left, double top) {
  const InnerJourney& inner = drawing.plan.inner_journeys[index];
  const bool is_aside = drawing.plan.path.stops[inner.stop].branch.has_value();
  const double indent = is_aside ? aside_indent : 0, width = drawing.grid.card_width() - indent;
  InnerCard card = inner_card(drawing, drawing.subject, inner, above_name(drawing, inner), width);
  const Box box{left + indent, top, width, card.height};
  put_inner_card(drawing, drawing.subject, inner, std::move(card), box);
  drawing.inner_cards[index].box = box;
  return box.bottom();
}

}  // namespace

void draw_inner_journeys(JourneyDrawing& drawing, const Band& band) {
  const auto is_here = [&](const InnerJourney& inner) { return band.holds(inner.column); };
  if (std::ranges::none_of(drawing.plan.inner_journeys, is_here)) return;
  const Theme& theme = drawing.theme();
  drawing.y += theme.spacing.gap;
  const double top = drawing.y;
  const std::string id = drawing.ids.use("journeys-inside");
  drawing.y = top + theme.spacing.panel_inset - 2;
  const std::string name = drawing.wording("Journeys inside");
  const double heading = draw_heading(drawing, {id, name, {}, drawing.grid.headings - beside_headings, false});
  double bottom = drawing.y + heading;
  for (std::size_t i = band.begin; i < band.end; ++i) {
    double y = top + theme.spacing.panel_inset;
    for (const std::size_t inner : inner_in(drawing.plan.columns[i])) {
      const double lower = put_inner_journey(drawing, inner, drawing.grid.card_left(band, i), y);
      bottom = std::max(bottom, lower);
      y = lower + between_cards;
    }
  }
  bottom += theme.spacing.panel_inset;
  for (std::size_t i = 0; i < drawing.plan.inner_journeys.size(); ++i) {
    if (!is_here(drawing.plan.inner_journeys[i])) continue;
    drawing.inner_cards[i].lane_top = top, drawing.inner_cards[i].lane_bottom = bottom;
  }
  const Box box{drawing.grid.content_left(), top, drawing.grid.content_width(band), bottom - top};
  drawing.scene.panels.push_back({{id, "lane", name, ""}, box, theme.panel, std::nullopt});
  drawing.y = bottom;
}

}  // namespace mot::journey
