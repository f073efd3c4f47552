#include "mot/story/drawing.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "mot/analysis/plan.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/picture/verdict.h"
#include "mot/story/other_lines.h"
#include "mot/story/plot.h"
#include "mot/text/isolates.h"

namespace mot::story {

namespace {

constexpr double least_labels = 44, beside_label = 6;
constexpr std::string_view label_phrases[] = {"Nobody knows", "Short by", "Who", "Next"};

Journey seen_by_customers(const Workspace& workspace, Journey journey) {
  const auto is_behind = [&](const PathStep& step) {
    const auto& index = step.touchpoint.index;
    return index && workspace.touchpoints[*index].visibility.value != Visibility::frontstage;
  };
  for (Stage& stage : journey.stages) erase_stops_if(stage.steps, is_behind);
  return journey;
}

constexpr std::string_view no_number = "−";  // of what is gone

/// `1`, `2` on the path, `2a`, `2b` for what follows from 2 under a condition.
std::vector<std::string> numbers_of(const StoryDrawing& drawing) {
  const PathColumns& plan = drawing.plan;
  std::vector<std::string> numbers(plan.path.stops.size());
  std::size_t number = 0;
  for (std::size_t i = 0; i < plan.columns.size(); ++i) {
    const journey::Column& column = plan.columns[i];
    const bool is_gone = column.main && drawing.is_removed(plan.visits[*column.main].touchpoint);
    const bool has_main = (column.main && !is_gone) || column.inner;
    if (is_gone) numbers[plan.visits[*column.main].stop] = no_number;
    if (has_main)
      numbers[column.main ? plan.visits[*column.main].stop : plan.inner_journeys[*column.inner].stop] = fmt::format("{}", ++number);
    char letter = 'a';
    for (const journey::Aside& aside : asides_in(plan, i)) {
      if (aside.branch) continue;
      const std::size_t stop = aside.visit ? plan.visits[*aside.visit].stop : plan.inner_journeys[*aside.inner].stop;
      if (aside.visit && drawing.is_removed(plan.visits[*aside.visit].touchpoint)) {
        numbers[stop] = no_number;
        continue;
      }
      numbers[stop] = has_main ? fmt::format("{}{}", number, letter) : fmt::format("{}", ++number);
      if (letter < 'z') ++letter;
    }
  }
  return numbers;
}

std::vector<std::size_t> first_visits_of(const PathColumns& plan) {
  std::map<std::size_t, std::size_t> first;
  std::vector<std::size_t> visits;
  for (std::size_t i = 0; i < plan.visits.size(); ++i) visits.push_back(first.try_emplace(plan.visits[i].touchpoint, i).first->second);
  return visits;
}

/// By touchpoint: its visits.
std::vector<std::vector<std::size_t>> visits_by_touchpoint(const Workspace& workspace, const PathColumns& plan) {
  std::vector<std::vector<std::size_t>> visits(workspace.touchpoints.size());
  for (std::size_t i = 0; i < plan.visits.size(); ++i) visits[plan.visits[i].touchpoint].push_back(i);
  return visits;
}

void sort_once(std::vector<std::size_t>& numbers) {
  std::ranges::sort(numbers);
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

/// What stands on the path unseen: under the moment before it, or the first one.
std::vector<std::vector<std::size_t>> columns_of_unseen(const Workspace& workspace, const Journey& journey, const PathColumns& plan) {
  std::vector<std::vector<std::size_t>> columns(workspace.touchpoints.size());
  std::size_t visit = 0;
  for (const Stage& stage : journey.stages) {
    for_each_touchpoint(stage.steps, [&](const Link<Touchpoint>& link) {
      if (!link.index) return;
      if (workspace.touchpoints[*link.index].visibility.value == Visibility::frontstage)
        ++visit;
      else if (!plan.visits.empty())
        columns[*link.index].push_back(plan.visits[visit > 0 ? visit - 1 : 0].column);
    });
  }
  return columns;
}

std::vector<Behind> behind_of(const StoryDrawing& drawing) {
  const Workspace& workspace = drawing.input.workspace;
  const PathColumns& plan = drawing.plan;
  const auto is_gone = [&](std::size_t visit) { return drawing.is_removed(plan.visits[visit].touchpoint); };
  const auto seen = visits_by_touchpoint(workspace, plan);
  const auto unseen = columns_of_unseen(workspace, drawing.journey(), plan);
  std::vector<Behind> all;
  for (std::size_t i = 0; i < workspace.touchpoints.size(); ++i) {
    if (workspace.touchpoints[i].visibility.value == Visibility::frontstage) continue;
    Behind behind{i, {}, {}};
    for (const Link<Touchpoint>& link : workspace.touchpoints[i].supports) {
      if (link.index) behind.visits.insert(behind.visits.end(), seen[*link.index].begin(), seen[*link.index].end());
    }
    std::erase_if(behind.visits, is_gone);
    sort_once(behind.visits);
    for (const std::size_t visit : behind.visits) behind.columns.push_back(plan.visits[visit].column);
    if (behind.columns.empty()) behind.columns = unseen[i];
    sort_once(behind.columns);
    if (!behind.columns.empty()) all.push_back(std::move(behind));
  }
  return all;
}

/// No label is broken within a word.
double labels_width(const StoryDrawing& drawing) {
  const Font font{drawing.theme().small_print.font.size, Weight::bold, Slant::upright};
  double width = std::max(least_labels, axis_width(drawing, zoom_of(drawing)));
  if (drawing.options.is_slide) return width;
  for (const std::string_view english : label_phrases) {
    std::istringstream words(drawing.wording(english));
    for (std::string word; words >> word;) width = std::max(width, drawing.typesetter().width_of(word, font) / 0.97 + beside_label);
  }
  return width;
}

GapClass worst_on_path_of(const StoryDrawing& drawing) {
  GapClass worst = GapClass::green;
  for (const Visit& visit : drawing.plan.visits) {
    const GapClass own = drawing.figures_of(visit).gap_class;
    if (!visit.is_aside && own != GapClass::unknown) worst = std::max(worst, own);
  }
  return worst;
}

}  // namespace

Theme story_theme(const Theme& theme, double margin) {
  Theme story = theme;
  const auto sized = [](TextStyle& style, double size) { style.font.size = size; };
  sized(story.title, 27), sized(story.heading, 11), sized(story.on_heading, 10.5), sized(story.name, 9.5);
  sized(story.body, 8.5), sized(story.assumed, 8.5), sized(story.small_print, 8), sized(story.quote, 9.5);
  if (margin < 0) return story;
  // On paper its smallest letters say how large all are: what is read first is larger, the rest is as large as they are.
  sized(story.name, 9), sized(story.body, 8), sized(story.assumed, 8), sized(story.quote, 8.5);
  story.spacing.margin = margin;
  return story;
}

StoryDrawing::StoryDrawing(const PictureInput& what, const PictureOptions& asked) : Canvas(what), input(what), options(asked) {
  const Workspace& workspace = input.workspace;
  path = seen_by_customers(workspace, journey());
  if (asked.other_state) path = with_removed(workspace, *asked.other_state, std::move(path));
  plan = journey::path_columns_of(workspace, path, 1);
  others = other_lines_of(*this);
  if (asked.after_actions) delivered_after = plan_of(workspace, input.analysis).journeys[asked.journey].after.value;
  ends = width_of_ends(*this);
  labels = labels_width(*this);
  for (const Stage& stage : path.stages) ids.reserve("stage-" + stage.id.value);
  if (asked.is_slide)
    lay_out_slide(*this);
  else
    lay_out_bands(*this);
  stop_numbers = numbers_of(*this);
  for (const Visit& visit : plan.visits) numbers.push_back(stop_numbers[visit.stop]);
  first_visits = first_visits_of(plan);
  behind = behind_of(*this);
  hurting = moments_that_hurt(workspace, input.analysis, journey());
  worst_on_path = worst_on_path_of(*this);
  if (!asked.is_slide) lay_out_columns(*this);
  size_marks(*this);
}

const CardMark* StoryDrawing::mark_of(std::size_t touchpoint) const {
  static const CardMark removed{CardChange::removed}, added{CardChange::added};
  if (!options.other_state) return nullptr;
  const std::string& id = input.workspace.touchpoints[touchpoint].id.value;
  const auto is_here = [&](const auto& stop) { return stop.touchpoint == id && stop.journey == journey().id.value; };
  if (std::ranges::any_of(options.other_state->removed, is_here)) return &removed;
  if (std::ranges::any_of(options.other_state->added, is_here)) return &added;
  const auto found = options.other_state->marks.find(id);
  return found == options.other_state->marks.end() ? nullptr : &found->second;
}

bool StoryDrawing::is_removed(std::size_t touchpoint) const {
  const CardMark* mark = mark_of(touchpoint);
  return mark != nullptr && mark->change == CardChange::removed;
}

std::string title_of(const StoryDrawing& drawing) {
  const std::string& name = drawing.journey().name.value;
  const auto& other = drawing.options.other_state;
  const bool is_compared = other && !(other->marks.empty() && other->removed.empty() && other->added.empty());
  return is_compared ? drawing.wording("{journey}, compared with {state}", {{"journey", name}, {"state", isolated(other->name)}}) : name;
}

bool is_unsure(const Figures& figures) {
  return figures.actual_kind == ActualKind::measured && !figures.has_enough_answers;
}

void draw_label(StoryDrawing& drawing, std::string_view id, std::string_view text, double top) {
  const TextStyle style{{drawing.theme().small_print.font.size, Weight::bold, Slant::upright}, drawing.theme().ink};
  const double width = drawing.labels - beside_label;
  put_text(drawing, {"label-" + std::string(id), "label", "", ""}, {{drawing.left, top}, width},
           set_text(drawing.typesetter(), drawing.wording(text), style, width).lines);
}

std::vector<Line> set_beside(const Typesetter& typesetter, std::span<const Run> runs, double width) {
  constexpr std::string_view room = "\u00a0 ";
  std::vector<Line> lines;
  for (const Run& run : runs) {
    std::vector<Line> own = set_text(typesetter, run.text, {run.font, run.colour}, width).lines;
    if (own.empty()) continue;
    const double used = lines.empty() ? 0 : width_of(typesetter, lines.back()) + typesetter.width_of(room, run.font);
    if (lines.empty() || own.size() > 1 || used + width_of(typesetter, own.front()) > 0.97 * width) {
      lines.insert(lines.end(), own.begin(), own.end());
      continue;
    }
    Run beside = own.front().runs.front();
    beside.text = std::string(room) + beside.text;
    lines.back().height = std::max(lines.back().height, own.front().height);
    lines.back().runs.push_back(std::move(beside));
  }
  return lines;
}

std::string basis_of(const StoryDrawing& drawing, std::size_t touchpoint) {
  const Figures& figures = drawing.input.analysis.touchpoints[touchpoint];
  const bool is_counted = figures.actual_kind == ActualKind::measured;
  if (!figures.actual || (is_counted && !drawing.shows(Part::n))) return "";
  return basis_text(drawing.wording, figures);
}

}  // namespace mot::story
