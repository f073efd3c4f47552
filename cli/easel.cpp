#include "easel.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "mot/picture/path_columns.h"
#include "mot/view/row_parts.h"
#include "paper_options.h"

namespace mot {
namespace {

constexpr double most_enlarged = 1.4;
constexpr std::size_t most_columns_on_slide = 8;
constexpr std::array<double, 4> enlargements = {1.4, 1.2, 1.1, 1};  // of letters, where a slide has room
// Points around what has the margin of its sheet beside: a story, and views whose arrows lead out of a row.
constexpr double margin_of_story = 4, margin_of_view = 18;

/// What the picture is narrowed to. A journey that is drawn, and a department beside which others fade, leave nothing out.
TouchpointFilter narrowing_of(const PictureView& view, const Arguments& arguments, const Workspace& workspace) {
  TouchpointFilter filter = filter_of(arguments, workspace);
  if (view.takes(&PictureOptions::department)) filter.department.reset();
  if (view.subject != PictureSubject::journey) return filter;
  const TouchpointFilter of_journey{.journey = filter.journey};
  return filter == of_journey ? TouchpointFilter{} : filter;
}

/// What the title says of it; of which journey it is, the title says anyway.
std::string words_of(TouchpointFilter filter, const PictureView& view, const Workspace& workspace) {
  if (view.subject == PictureSubject::journey) filter.journey.reset();
  return filter_text(Wording(workspace.project), filter, workspace);
}

/// The first stop in each column of a path, and behind them the number of stops. What hangs under a moment stays with it.
std::vector<std::size_t> first_stops_of_columns(const Workspace& workspace, const Journey& journey) {
  const journey::PathColumns plan = journey::path_columns_of(workspace, journey, std::numeric_limits<std::size_t>::max());
  std::vector<std::size_t> first;
  for (std::size_t stop = 0; stop < plan.columns_of_stops.size(); ++stop) {
    if (stop == 0 || plan.columns_of_stops[stop] > plan.columns_of_stops[stop - 1]) first.push_back(stop);
  }
  first.push_back(plan.columns_of_stops.size());
  return first;
}

/// The fewest stretches that cover everything, of as like lengths as may be. `farthest` says where one ends at most that begins there.
std::vector<Stretch> fewest_even_stretches(const std::vector<std::size_t>& farthest) {
  struct Rest {
    std::size_t stretches = 0;
    std::size_t squares = 0;  ///< of their lengths
    std::size_t end = 0;      ///< of the first of them
  };
  std::vector<Rest> rests(farthest.size() + 1);
  for (std::size_t begin = farthest.size(); begin-- > 0;) {
    Rest& best = rests[begin];
    for (std::size_t end = begin + 1; end <= farthest[begin]; ++end) {
      const Rest& behind = rests[end];
      const std::size_t length = end - begin;
      const Rest rest{behind.stretches + 1, behind.squares + length * length, end};
      if (best.end == 0 || std::pair(rest.stretches, rest.squares) < std::pair(best.stretches, best.squares)) best = rest;
    }
  }
  std::vector<Stretch> stretches;
  for (std::size_t begin = 0; begin < farthest.size(); begin = stretches.back().end) stretches.push_back({begin, rests[begin].end});
  return stretches;
}

}  // namespace

Easel::Easel(const PictureView& view, const MapRun& run) : view_(view), run_(run) {
  const Workspace& whole = run.read.loaded.workspace;
  const Arguments& arguments = run.session.arguments;
  const TouchpointFilter narrowing = narrowing_of(view, arguments, whole);
  auto part = selected_part(narrowing, arguments, whole, run.read.answers, run.analysis);
  if (part) part_ = std::make_unique<WorkspacePart>(*std::move(part));
  input_ = std::make_unique<PictureInput>(PictureInput{workspace(), part_ ? part_->analysis : run.analysis,
                                                       part_ ? part_->answers : run.read.answers, run.theme, run.typesetter,
                                                       words_of(narrowing, view, whole), run.today});
}

Scene Easel::scene_of(std::size_t journey, double width) const {
  PictureOptions asked = run_.options;
  asked.journey = journey;
  asked.width = width;
  if (run_.printing && !is_story()) asked.margin = margin_of_view;
  return view_.draw(*input_, asked);
}

std::vector<Page> Easel::pages_of(const Scene& scene, const Imposition& imposition) const {
  const std::string project = workspace().project.name ? workspace().project.name->value : "";
  return mot::pages_of(scene, imposition, {project, run_.date, Wording(workspace().project)}, run_.theme, run_.typesetter);
}

Laid Easel::on_paper(std::size_t journey) const {
  const bool may_choose_width = view_.takes(&PictureOptions::width) && run_.options.width == 0;
  const auto draw_as_wide = [&](double width) { return scene_of(journey, width); };
  Imposed imposed;
  if (may_choose_width) {
    imposed = fitted(draw_as_wide, *run_.printing);
  } else {
    imposed.scene = draw_as_wide(run_.options.width);
    imposed.imposition = imposition_of(imposed.scene, *run_.printing);
  }
  const Imposition imposition = imposition_or_advice(imposed.imposition, *run_.printing);
  auto pages = pages_of(imposed.scene, imposition);
  auto advice = advice_for(imposed.scene, imposition, *run_.printing);
  const double letters = smallest_letters_of(imposed.scene) * imposition.scale;
  return {std::move(imposed.scene), std::move(pages), std::move(advice), letters};
}

bool Easel::is_story() const {
  const PictureOptions& options = run_.options;
  return view_.takes(&PictureOptions::layout) && !options.blank && options.layout.value_or(Layout::story) == Layout::story;
}

PictureOptions Easel::options_of_slide(std::size_t journey) const {
  PictureOptions asked = run_.options;
  asked.journey = journey;
  asked.is_slide = true;
  asked.dated = run_.date;
  const bool is_upright = run_.printing->orientation == Orientation::portrait;
  const Paper& paper = run_.printing->paper;
  asked.width = is_upright ? paper.width : paper.height;
  asked.height = is_upright ? paper.height : paper.width;
  return asked;
}

/// A slide is drawn as large as it is.
MadeForMedium Easel::slide_of(std::size_t journey) const {
  return {view_.draw(*input_, options_of_slide(journey)), std::nullopt, 0};
}

/// With the least left out that letters can be read of, else with as large ones as there are.
Easel::Slide Easel::on_slide(const PictureInput& input, PictureOptions asked, double enlarged) const {
  const double width = asked.width, height = asked.height;
  asked.width /= enlarged, asked.height /= enlarged;
  std::optional<Slide> best;
  const std::size_t parts = is_story() ? 0 : row_parts(view_.name).size();
  for (std::size_t left_out = 0; left_out <= parts && !(best && is_read(*best)); ++left_out) {
    asked.left_out = left_out;
    Scene scene = view_.draw(input, asked);
    const double scale = std::min({width / scene.width, height / scene.height, most_enlarged});
    const double letters = smallest_letters_of(scene) * scale;
    if (best && letters < best->letters + 1e-6) continue;
    scene = scaled(std::move(scene), scale, {(width - scene.width * scale) / 2, 0});
    scene.width = width, scene.height = height;
    best = Slide{std::move(scene), letters};
  }
  return *std::move(best);
}

/// Draws it anew with letters as large as there is room for.
void Easel::fill(Slide& slide, const PictureOptions& asked) const {
  for (const double enlarged : enlargements) {
    Slide larger = on_slide(*input_, asked, enlarged);
    if (larger.letters < enlarged * run_.medium->least_letters - 1e-6) continue;
    slide = std::move(larger);
    return;
  }
}

/// With as much of it as letters can be read of.
MadeForMedium Easel::view_on_slide(std::size_t journey) const {
  PictureOptions asked = options_of_slide(journey);
  std::optional<Slide> best;
  std::size_t shown = 0;
  const auto draw = [&](std::size_t most) {
    asked.most = most;
    Slide slide = on_slide(*input_, asked, 1);
    const bool can_be_read = is_read(slide);
    if (can_be_read) shown = most;
    if (!best || slide.letters > best->letters || can_be_read) best = std::move(slide);
    return can_be_read;
  };
  std::size_t too_many = 0;
  for (std::size_t most : shown_where_little_room_is()) {
    if (draw(most)) {
      while (too_many > most + 1) {  // between those that have room and those that have none
        const std::size_t between = most + (too_many - most) / 2;
        (draw(between) ? most : too_many) = between;
      }
      break;
    }
    too_many = most;
  }
  asked.most = shown;
  if (goes_over_slides() && is_read(*best)) fill(*best, asked);
  return {std::move(best->scene), std::nullopt, 0};
}

/// All of it, as it is drawn for a screen.
MadeForMedium Easel::whole_view(std::size_t journey, const Printing& printing) const {
  const auto draw_as_wide = [&](double width) { return scene_of(journey, width); };
  if (view_.takes(&PictureOptions::width)) {
    Imposed imposed = fitted(draw_as_wide, printing);
    return {std::move(imposed.scene), std::move(imposed.imposition), 0};
  }
  Scene scene = draw_as_wide(0);
  auto imposition = imposition_of(scene, printing);
  return {std::move(scene), std::move(imposition), 0};
}

/// A chart that can be higher fills what is free below the picture on its one sheet.
MadeForMedium Easel::filling_its_sheet(std::size_t journey, MadeForMedium whole) const {
  constexpr double most_times_higher = 1.8;
  const Imposition& imposition = *whole.imposition;
  const Box window = window_on(imposition.width, imposition.height);
  PictureOptions asked = run_.options;
  asked.journey = journey, asked.margin = margin_of_view;
  asked.width = view_.takes(&PictureOptions::width) ? whole.scene.width : 0;
  asked.height = std::min(window.height / imposition.scale, most_times_higher * whole.scene.height);
  Scene higher = view_.draw(*input_, asked);
  constexpr double rounding = 1e-6;
  const bool fits = higher.width <= whole.scene.width + rounding && higher.height * imposition.scale <= window.height + rounding;
  if (fits) whole.scene = std::move(higher);
  return whole;
}

/// What is to be written on takes the sheets that it needs, with letters to be read and room to write; its rows are higher than a sheet,
/// so that sheets are glued.
MadeForMedium Easel::blank_over_pages(std::size_t journey, MadeForMedium on_one) const {
  Printing printing = printing_for(*run_.medium, *run_.printing);
  if (run_.printing->sheets_across > 0) return on_one;  // as many as were asked for
  printing.sheets_across = 0;
  printing.gluing = Gluing::allowed;
  MadeForMedium over_pages = whole_view(journey, printing);
  return over_pages.imposition ? std::move(over_pages) : std::move(on_one);
}

/// All of it where it can be read, else closer together and with fewer words.
MadeForMedium Easel::view_on_paper(std::size_t journey) const {
  const Printing printing = printing_for(*run_.medium, *run_.printing);
  MadeForMedium whole = whole_view(journey, printing);
  const double letters = smallest_letters_of(whole.scene) * (whole.imposition ? whole.imposition->scale : 0);
  const bool is_read = letters >= run_.medium->least_letters - 1e-6, is_on_one = whole.imposition && whole.imposition->sheets() == 1;
  if (is_read && is_on_one) return filling_its_sheet(journey, std::move(whole));
  if (run_.options.blank) return is_read ? std::move(whole) : blank_over_pages(journey, std::move(whole));
  if (!row_parts(view_.name).empty()) {
    MadeForMedium rows = in_rows(journey);
    const bool is_as_large =
        rows.imposition && smallest_letters_of(rows.scene) * rows.imposition->scale >= run_.medium->least_letters - 1e-6;
    return is_read && !is_as_large ? std::move(whole) : std::move(rows);
  }
  auto dense = made_dense(*run_.medium, printing, [&](double width, double height, std::size_t most) {
    PictureOptions asked = run_.options;
    asked.journey = journey;
    asked.is_slide = true;
    asked.margin = margin_of_view;
    asked.width = width, asked.height = height, asked.most = most;
    return view_.draw(*input_, asked);
  });
  const bool is_dense_better = dense && (!is_read || !dense->scene.left_out.any());  // on one sheet, where all of it takes several
  return is_dense_better ? *std::move(dense) : std::move(whole);
}

/// All of it over pages that part between its rows.
MadeForMedium Easel::in_rows(std::size_t journey) const {
  Medium over_pages = *run_.medium;
  over_pages.most_pages = 0, over_pages.good_pages = 0;  // rows are worth a page more, unless somebody says how many
  return made_for(over_pages, *run_.printing, row_parts(view_.name).size(), [&](const Fit& fit) {
    PictureOptions asked = run_.options;
    asked.journey = journey;
    asked.is_slide = true;
    asked.margin = margin_of_view;
    asked.width = fit.width, asked.columns = fit.columns, asked.left_out = fit.left_out;
    return view_.draw(*input_, asked);
  });
}

MadeForMedium Easel::fitted_to_medium(std::size_t journey) const {
  if (!is_story()) return view_on_paper(journey);
  return made_for(*run_.medium, *run_.printing, story_parts().size(), [&](const Fit& fit) {
    PictureOptions asked = run_.options;
    asked.journey = journey;
    asked.width = fit.width, asked.height = fit.height, asked.columns = fit.columns, asked.left_out = fit.left_out;
    asked.margin = margin_of_story;
    return view_.draw(*input_, asked);
  });
}

bool Easel::goes_over_slides() const {
  return run_.medium && run_.medium->name == "slide" && !row_parts(view_.name).empty() && !is_story();
}

/// These stops of the path alone.
Easel::Slide Easel::stops_on_slide(std::size_t journey, Stretch stops, double enlarged) const {
  Workspace part = workspace();
  Journey& kept = part.journeys[journey];
  std::size_t stop = 0;
  const auto is_elsewhere = [&](const PathStep&) {
    const bool is_here = stops.begin <= stop && stop < stops.end;
    ++stop;
    return !is_here;
  };
  for (Stage& stage : kept.stages) erase_stops_if(stage.steps, is_elsewhere);
  std::erase_if(kept.stages, [](const Stage& stage) { return stage.steps.empty(); });
  const PictureInput own{part,
                         input_->analysis,
                         input_->answers,
                         input_->theme,
                         input_->typesetter,
                         input_->only,
                         input_->today,
                         &workspace().journeys[journey]};
  return on_slide(own, options_of_slide(journey), enlarged);
}

Laid Easel::filled_slide(std::size_t journey, Stretch stops) const {
  std::optional<Slide> slide;
  for (const double enlarged : enlargements) {
    slide = stops_on_slide(journey, stops, enlarged);
    if (slide->letters >= enlarged * run_.medium->least_letters - 1e-6) break;
  }
  return {std::move(slide->scene), {}, std::nullopt, slide->letters};
}

std::vector<Laid> Easel::over_slides(std::size_t journey) const {
  const std::vector<std::size_t> columns = first_stops_of_columns(workspace(), workspace().journeys[journey]);
  const std::size_t all = columns.size() - 1;
  std::vector<std::size_t> farthest;  // by the first column of a slide: before which one it ends
  for (std::size_t begin = 0; begin < all; ++begin) {
    std::size_t end = std::min(begin + most_columns_on_slide, all);
    while (end > begin + 1 && !is_read(stops_on_slide(journey, {columns[begin], columns[end]}, 1))) --end;
    farthest.push_back(end);
  }
  std::vector<Laid> slides;
  for (const auto& [begin, end] : fewest_even_stretches(farthest)) slides.push_back(filled_slide(journey, {columns[begin], columns[end]}));
  return slides;
}

Laid Easel::made_for_medium(std::size_t journey) const {
  const bool is_slide = run_.medium->name == "slide";
  MadeForMedium made = !is_slide ? fitted_to_medium(journey) : is_story() ? slide_of(journey) : view_on_slide(journey);
  Laid laid;
  laid.advice = medium_text(*run_.medium, *run_.printing, made);
  laid.least_letters = smallest_letters_of(made.scene) * (made.imposition ? made.imposition->scale : 1);
  if (made.imposition) laid.pages = pages_of(made.scene, *made.imposition);
  laid.scene = std::move(made.scene);
  return laid;
}

Scene on_its_sheet(const Laid& laid) {
  if (laid.pages.empty()) return laid.scene;
  const Page& page = laid.pages.front();
  if (laid.pages.size() > 1) return scaled(laid.scene, page.scale);
  Scene scene = scaled(laid.scene, page.scale, {page.window.left - page.from.x * page.scale, page.window.top - page.from.y * page.scale});
  scene.width = page.frame.width, scene.height = page.frame.height;
  scene.items.insert(scene.items.end(), page.frame.items.begin(), page.frame.items.end());
  return scene;
}

}  // namespace mot
