// What the customer does: a box for each moment of the main path, and under it the branches that hang from it, a box each, set in from the
// left so that lines run down beside them.
#include <algorithm>

#include "mot/picture/branch_text.h"
#include "mot/picture/curves.h"
#include "mot/picture/inner_card.h"
#include "mot/picture/signs.h"
#include "mot/view/blueprint/row_ways.h"

namespace mot::blueprint {

namespace {

constexpr double above_branch = 12;  // for the arrow from box to box
constexpr double least_height = 46;  // of the lane

Sign<Run> waiting(const Canvas& canvas) {
  Run word{canvas.wording("wait"),
           {canvas.theme().small_print.font.size, Weight::bold, Slant::upright},
           canvas.theme().tone_of(GapClass::orange).text};
  const double width = std::max(22.0, canvas.typesetter().width_of(word.text, word.font));
  return {legend_rank::gaps + 6, "the customer's own action says so", width, std::move(word)};
}

/// An arrow that points down, as it does across the line of interaction.
struct DownLook {
  Stroke stroke;
};

void draw_sign(Canvas& canvas, Point at, double width, const DownLook& look) {
  const double x = at.x + width / 2, tip = at.y + 7;
  canvas.scene.ground.push_back(Curve{straight({x, at.y - 7}, {x, tip - 5}), look.stroke});
  canvas.scene.ground.push_back(Area{{{x, tip}, {x - 2.6, tip - 7}, {x + 2.6, tip - 7}}, look.stroke.colour, std::nullopt});
}

Sign<DownLook> met_there(const Theme& theme) {
  return {legend_rank::ways + 3, "what the customer meets there", 8, {next_step(theme).look.stroke}};
}

void add_text(BlueprintDrawing& drawing, Card& card, const std::string& text, const TextStyle& style) {
  const double width = card.box.width - 2 * card.padding;
  append(card.lines, set_text(drawing.typesetter(), text, style, width, drawing.most_lines(5)).lines, card.lines.empty() ? 0 : 1);
}

/// A box of the row without a place.
Card box_of(BlueprintDrawing& drawing, const std::string& id, std::string_view css_class, double width) {
  Card card;
  card.identity = {drawing.ids.use(id), std::string(css_class), "", ""};
  card.fill = drawing.theme().page;
  card.stroke = {drawing.theme().accent, 1, Dash::solid};
  card.padding = drawing.options.is_slide ? 5 : 7;
  card.box.width = width;
  return card;
}

void close(Card& card) {
  card.box.height = height_of(card.lines) + 2 * card.padding;
}

/// What the customer does there; on a branch its name where nobody wrote that down.
void add_action(BlueprintDrawing& drawing, const Touchpoint& touchpoint, Card& card) {
  const Theme& theme = drawing.theme();
  card.identity.tooltip = touchpoint.name.value;
  if (touchpoint.customer_does.empty()) card.stroke.dash = Dash::dashed;
  if (!touchpoint.customer_does.empty()) {
    add_text(drawing, card, joined(touchpoint.customer_does, "; "), {theme.body.font, theme.ink});
  } else {
    const bool is_on_branch = card.identity.css_class == "branch";
    add_text(drawing, card, is_on_branch ? touchpoint.name.value : drawing.wording("not written down"), theme.small_print);
  }
  if (!is_wait(touchpoint)) return;
  const Run word = explain(drawing, waiting(drawing));
  const double width = card.box.width - 2 * card.padding;
  append(card.lines, set_text(drawing.typesetter(), word.text, {word.font, word.colour}, width).lines, 2);
}

std::string when_text(const BlueprintDrawing& drawing, const std::string& conditions) {
  return conditions.empty() ? "" : drawing.wording("when {condition}", {{"condition", conditions}});
}

TextStyle condition_style(const Theme& theme) {
  return {{theme.small_print.font.size, Weight::regular, Slant::italic}, theme.muted};
}

/// The row while its boxes find their places.
class CustomerRow {
 public:
  CustomerRow(BlueprintDrawing& drawing, const journey::Band& band, double top) : drawing_(drawing), band_(band), top_(top) {}

  void add_main(const Piece& piece) {
    const Touchpoint& touchpoint = drawing_.touchpoint_of(piece);
    Card card = box_of(drawing_, "action-" + touchpoint.id.value, "action", drawing_.card_width());
    add_action(drawing_, touchpoint, card);
    close(card);
    mains_.push_back({std::move(card), piece.column, *piece.stop});
  }

  /// Boxes of the main path are of one height, with the journeys inside that stand among them.
  std::vector<RowBox> put_main_path() {
    std::vector<RowBox> boxes;
    struct Inner {
      const journey::InnerJourney& of;
      InnerCard card;
    };
    std::vector<Inner> inner;
    for (std::size_t column = band_.begin; column < band_.end; ++column) {
      if (const auto& index = drawing_.plan.columns[column].inner) {
        const journey::InnerJourney& of = drawing_.plan.inner_journeys[*index];
        inner.push_back({of, card_of(of, "", drawing_.card_width())});
        height_ = std::max(height_, inner.back().card.height);
      }
    }
    for (const Main& main : mains_) height_ = std::max(height_, main.card.box.height);
    for (Main& main : mains_) {
      main.card.box = {drawing_.column_left(band_, main.column), top_, drawing_.card_width(), height_};
      boxes.push_back({main.card.identity.id, main.card.box, main.column, main.stop, {}, true});
      drawing_.scene.items.push_back(main.card);
    }
    for (Inner& one : inner) {
      const Box box{drawing_.column_left(band_, one.of.column), top_, drawing_.card_width(), one.card.height};
      boxes.push_back({one.of.key, box, one.of.column, one.of.stop, {}, true});
      put_inner_card(drawing_, drawing_.input, one.of, std::move(one.card), box);
    }
    return boxes;
  }

  /// What hangs under a column, from above.
  void put_branches(std::size_t column, std::vector<RowBox>& boxes) {
    const bool is_under_box = std::ranges::any_of(boxes, [&](const RowBox& box) { return box.is_main && box.column == column; });
    double y = is_under_box || !drawing_.is_brief() ? top_ + height_ : top_ - above_branch;
    for (const journey::Aside& aside : journey::asides_in(drawing_.plan, column)) {
      if (is_under_box && aside.visit && !drawing_.shows(BlueprintPart::branch_actions)) continue;
      const auto box = put_branch(aside, {drawing_.column_left(band_, column) + drawing_.insets().branch, y + above_branch});
      if (!box) continue;
      boxes.push_back(*box);
      boxes.back().column = column;
      y = box->box.bottom();
      bottom_ = std::max(bottom_, y);
    }
  }

  double bottom() const { return std::max(bottom_, top_ + height_); }
  void set_least_height(double height) { height_ = height; }

 private:
  struct Main {
    Card card;
    std::size_t column = 0;
    std::size_t stop = 0;
  };

  std::optional<RowBox> put_branch(const journey::Aside& aside, Point at) {
    if (aside.inner) return put_inner(drawing_.plan.inner_journeys[*aside.inner], at);
    const Theme& theme = drawing_.theme();
    if (aside.branch) {
      Card card = box_of(drawing_, "branch-" + std::to_string(*aside.branch + 1), "branch", branch_width_in(drawing_));
      card.stroke = {theme.muted, 1, Dash::dashed};
      const journey::PathColumns& plan = drawing_.plan;
      add_text(drawing_, card, when_text(drawing_, journey::condition_of(plan.path.branches[*aside.branch])), condition_style(theme));
      return put(std::move(card), at, {}, aside.branch);
    }
    const journey::Visit& visit = drawing_.plan.visits[*aside.visit];
    const Touchpoint& touchpoint = drawing_.input.workspace.touchpoints[visit.touchpoint];
    if (touchpoint.visibility.value != Visibility::frontstage) return std::nullopt;
    Card card = box_of(drawing_, "action-" + visit.key, "branch", branch_width_in(drawing_));
    const std::string when = when_text(drawing_, journey::conditions_of(drawing_.plan, visit.stop));
    if (!when.empty() && !drawing_.is_brief()) add_text(drawing_, card, when, condition_style(theme));  // else its card below says it
    add_action(drawing_, touchpoint, card);
    return put(std::move(card), at, visit.stop, {});
  }

  RowBox put(Card card, Point at, std::optional<std::size_t> stop, std::optional<std::size_t> branch) {
    close(card);
    card.box.left = at.x, card.box.top = at.y;
    RowBox box{card.identity.id, card.box, 0, stop, branch, false};
    drawing_.scene.items.push_back(std::move(card));
    return box;
  }

  /// A slide tells what takes little room, and has more moments for it.
  InnerCard card_of(const journey::InnerJourney& inner, std::string_view above, double width) {
    InnerCard card = inner_card(drawing_, drawing_.input, inner, above, width);
    return drawing_.is_brief() ? without_curve(std::move(card)) : card;
  }

  RowBox put_inner(const journey::InnerJourney& inner, Point at) {
    InnerCard card = card_of(inner, when_text(drawing_, journey::conditions_of(drawing_.plan, inner.stop)), branch_width_in(drawing_));
    const Box box{at.x, at.y, branch_width_in(drawing_), card.height};
    put_inner_card(drawing_, drawing_.input, inner, std::move(card), box);
    return {inner.key, box, 0, inner.stop, {}, false};
  }

  BlueprintDrawing& drawing_;
  const journey::Band& band_;
  double top_;
  double height_ = 0;
  double bottom_ = 0;
  std::vector<Main> mains_;
};

/// Under a main box that branches hang from the line leaves beside them.
MeetingPoint meeting_at(const RowBox& box, const std::vector<RowBox>& boxes, double inset) {
  const bool has_branches = std::ranges::any_of(boxes, [&](const RowBox& other) { return !other.is_main && other.column == box.column; });
  return {box.id, {has_branches ? box.box.left + inset : box.box.center().x, box.box.bottom()}};
}

}  // namespace

std::vector<MeetingPoint> draw_customer_row(BlueprintDrawing& drawing, const journey::Band& band, const std::vector<Placed>& placed) {
  const double inset = drawing.lane_inset(), lane_top = drawing.y;
  const WaysRoom room = room_for_ways(drawing.plan, band);
  CustomerRow row(drawing, band, lane_top + inset + room.above);
  row.set_least_height(least_height - 2 * inset);
  const auto acts = [&](const Placed& at) {
    return at.piece.is_main && at.piece.stop && drawing.touchpoint_of(at.piece).visibility.value == Visibility::frontstage;
  };
  for (const Placed& at : placed) {
    if (acts(at)) row.add_main(at.piece);
  }
  std::vector<RowBox> boxes = row.put_main_path();
  std::vector<MeetingPoint> meetings(placed.size());
  for (std::size_t column = band.begin; column < band.end; ++column) row.put_branches(column, boxes);
  std::size_t next = 0;
  for (std::size_t i = 0; i < placed.size(); ++i) {
    if (acts(placed[i])) meetings[i] = meeting_at(boxes[next++], boxes, drawing.insets().meeting);
  }
  const std::string heading = drawing.wording("What the {customer} does", {{"customer", drawing.wording.customer()}});
  const double bottom = row.bottom() + room.below;
  const double height = std::max(bottom + inset - lane_top, least_lane_height(drawing, heading));
  draw_lane_ground(drawing, band, heading, "actions", height);
  draw_row_ways(drawing, boxes, {lane_top + inset + room.above - beside_row, row.bottom() + beside_row});
  drawing.y = lane_top + height;
  return meetings;
}

void connect_meeting(BlueprintDrawing& drawing, const MeetingPoint& meeting, const Placed& moment) {
  const Stroke stroke = explain(drawing, met_there(drawing.theme())).stroke;
  drawing.scene.connectors.push_back({{drawing.ids.use("meets-" + meeting.id.substr(7)), "step", "", ""},
                                      meeting.id,
                                      moment.id,
                                      straight(meeting.from, {meeting.from.x, moment.box.top}),
                                      stroke,
                                      Arrow::end});
}

}  // namespace mot::blueprint
