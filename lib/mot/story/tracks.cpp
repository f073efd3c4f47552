#include "mot/story/tracks.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "mot/picture/branch_text.h"

namespace mot::story {

namespace {

constexpr double indent_of_level = 10;
constexpr std::size_t most_indents = 3;  // of indentation

std::size_t stop_of(const PathColumns& plan, const journey::Aside& aside) {
  return aside.visit ? plan.visits[*aside.visit].stop : plan.inner_journeys[*aside.inner].stop;
}

std::optional<std::size_t> branch_of(const PathColumns& plan, const journey::Aside& aside) {
  return aside.branch ? aside.branch : plan.path.stops[stop_of(plan, aside)].branch;
}

double indent_of(const PathColumns& plan, const journey::Aside& aside) {
  std::size_t level = 0;
  for (auto branch = branch_of(plan, aside); branch; branch = plan.path.branches[*branch].inside) ++level;
  return indent_of_level * static_cast<double>(std::min(level, most_indents));
}

std::string way_on_of(const StoryDrawing& drawing, const Branch& branch, std::size_t column) {
  const std::string number = branch.goes_on ? drawing.stop_numbers[*branch.goes_on] : "";
  return journey::way_on_text(drawing.input.workspace, drawing.plan, branch, column, number);
}

/// `if already checked in: on at 9 Boarding call`.
std::string note_of(const StoryDrawing& drawing, std::size_t index, std::size_t column) {
  const Branch& branch = drawing.plan.path.branches[index];
  const std::string on = way_on_of(drawing, branch, column);
  return drawing.wording("if {condition}: {way}",
                         {{"condition", journey::condition_of(branch)}, {"way", on.empty() ? drawing.wording("straight on") : on}});
}

double put_hanging(StoryDrawing& drawing, Hanging hanging, const Box& box, PlacedStops& placed) {
  const Theme& theme = drawing.theme();
  if (hanging.aside.visit) {
    const Visit& visit = drawing.plan.visits[*hanging.aside.visit];
    placed.stops[visit.stop] = {"touchpoint-" + visit.key, box};
    return put_card(drawing, *hanging.aside.visit, std::move(hanging.visit), box);
  }
  if (hanging.aside.inner) {
    const journey::InnerJourney& inner = drawing.plan.inner_journeys[*hanging.aside.inner];
    placed.stops[inner.stop] = {inner.key, box};
    put_inner_card(drawing, drawing.input, inner, std::move(hanging.inner), box);
    return box.bottom();
  }
  Card card;
  card.identity = {drawing.ids.use(fmt::format("branch-{}", *hanging.aside.branch + 1)), "branch", "", ""};
  card.box = box;
  card.padding = card_inset;
  card.stroke = {theme.line, 1, Dash::dashed};
  card.lines = std::move(hanging.note);
  placed.notes[*hanging.aside.branch] = {card.identity.id, box};
  drawing.scene.items.push_back(std::move(card));
  return box.bottom();
}

}  // namespace

bool has_tracks(const PathColumns& plan, std::size_t column) {
  return std::ranges::any_of(asides_in(plan, column), [&](const journey::Aside& aside) {
    if (!aside.visit) return true;
    for (auto branch = branch_of(plan, aside); branch; branch = plan.path.branches[*branch].inside) {
      if (plan.path.branches[*branch].is_written) return true;
    }
    return false;
  });
}

std::string condition_text(const StoryDrawing& drawing, std::size_t stop) {
  const std::string conditions = journey::conditions_of(drawing.plan, stop);
  return conditions.empty() ? "" : drawing.wording("if {condition}", {{"condition", conditions}});
}

std::string way_on_text(const StoryDrawing& drawing, std::size_t stop) {
  const auto branch = journey::branch_ending_at(drawing.plan, stop);
  return branch ? way_on_of(drawing, drawing.plan.path.branches[*branch], drawing.plan.columns_of_stops[stop]) : "";
}

std::vector<Hanging> hanging_under(StoryDrawing& drawing, std::size_t column, double width) {
  std::vector<Hanging> all;
  for (const journey::Aside& aside : asides_in(drawing.plan, column)) {
    Hanging hanging{.aside = aside, .indent = indent_of(drawing.plan, aside), .height = 0, .visit = {}, .inner = {}, .note = {}};
    const double own = width - hanging.indent;
    if (aside.visit) {
      hanging.visit = half_card(drawing, *aside.visit, own);
      hanging.height = hanging.visit.height();
    } else if (aside.inner) {
      const journey::InnerJourney& inner = drawing.plan.inner_journeys[*aside.inner];
      std::string above = drawing.stop_numbers[inner.stop];
      if (const std::string when = condition_text(drawing, inner.stop); !when.empty()) above += "\u00a0" + when;
      hanging.inner = inner_card(drawing, drawing.input, inner, above, own);
      if (const std::string on = way_on_text(drawing, inner.stop); !on.empty()) {
        append(hanging.inner.lines, set_text(drawing.typesetter(), on, drawing.theme().small_print, own - 24).lines, 2);
        hanging.inner.height = inner_card_height(drawing.input, inner, hanging.inner.lines);
      }
      hanging.height = hanging.inner.height;
    } else {
      hanging.note =
          set_text(drawing.typesetter(), note_of(drawing, *aside.branch, column), drawing.theme().small_print, own - 2 * card_inset).lines;
      hanging.height = height_of(hanging.note) + 2 * card_inset;
    }
    all.push_back(std::move(hanging));
  }
  return all;
}

double put_tracks(StoryDrawing& drawing, const Row& row, std::size_t column, double top, PlacedStops& placed) {
  const journey::Column& here = drawing.plan.columns[column];
  double y = here.main || here.inner ? top : top - above_half_card;
  for (Hanging& hanging : hanging_under(drawing, column, row.width(column))) {
    y += above_half_card;
    const Box box{row.left(column) + hanging.indent, y, row.width(column) - hanging.indent, hanging.height};
    y = put_hanging(drawing, std::move(hanging), box, placed);
  }
  return y;
}

}  // namespace mot::story
