#include "easel.h"

#include <algorithm>
#include <utility>

#include "mot/view/row_parts.h"
#include "paper_options.h"

namespace mot {
namespace {

constexpr double most_enlarged = 1.4;
constexpr std::size_t most_stops_on_slide = 8;
constexpr double margin_on_paper = 4;  // points around a story, which has the margin of its sheet beside

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

/// With as much of it as letters can be read of, else with as large ones as there are.
MadeForMedium Easel::view_on_slide(std::size_t journey) const {
  PictureOptions asked = options_of_slide(journey);
  std::optional<Scene> best;
  double letters = 0;
  const auto draw = [&](std::size_t most) {
    asked.most = most;
    Scene scene = view_.draw(*input_, asked);
    const double scale = std::min({asked.width / scene.width, asked.height / scene.height, most_enlarged});
    const double reached = smallest_letters_of(scene) * scale;
    const bool is_read = reached >= run_.medium->least_letters - 1e-6;
    if (!best || reached > letters || is_read) {
      letters = reached;
      best = scaled(std::move(scene), scale, {(asked.width - scene.width * scale) / 2, 0});
    }
    return is_read;
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
  best->width = asked.width, best->height = asked.height;
  return {*std::move(best), std::nullopt, 0};
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

/// All of it where it can be read, else closer together and with fewer words.
MadeForMedium Easel::view_on_paper(std::size_t journey) const {
  const Printing printing = printing_for(*run_.medium, *run_.printing);
  MadeForMedium whole = whole_view(journey, printing);
  const double letters = smallest_letters_of(whole.scene) * (whole.imposition ? whole.imposition->scale : 0);
  const bool is_read = letters >= run_.medium->least_letters - 0.05, is_on_one = whole.imposition && whole.imposition->sheets() == 1;
  if (run_.options.blank || (is_read && is_on_one)) return whole;  // a blank one has room to write
  if (!row_parts(view_.name).empty()) {
    MadeForMedium rows = in_rows(journey);
    const bool is_as_large =
        rows.imposition && smallest_letters_of(rows.scene) * rows.imposition->scale >= run_.medium->least_letters - 0.05;
    return is_read && !is_as_large ? std::move(whole) : std::move(rows);
  }
  auto dense = made_dense(*run_.medium, printing, [&](double width, double height, std::size_t most) {
    PictureOptions asked = run_.options;
    asked.journey = journey;
    asked.is_slide = true;
    asked.width = width, asked.height = height, asked.most = most;
    return view_.draw(*input_, asked);
  });
  const bool is_dense_better = dense && (!is_read || !dense->scene.left_out.any());  // on one sheet, where all of it takes several
  return is_dense_better ? *std::move(dense) : std::move(whole);
}

/// All of it over pages that part between its rows.
MadeForMedium Easel::in_rows(std::size_t journey) const {
  Medium over_pages = *run_.medium;
  over_pages.most_pages = 0;
  return made_for(over_pages, *run_.printing, row_parts(view_.name).size(), [&](const Fit& fit) {
    PictureOptions asked = run_.options;
    asked.journey = journey;
    asked.is_slide = true;
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
    asked.margin = margin_on_paper;
    return view_.draw(*input_, asked);
  });
}

bool Easel::goes_over_slides() const {
  return run_.medium && run_.medium->name == "slide" && !row_parts(view_.name).empty() && !is_story();
}

/// The stops of the path from one to before another alone, as large as the slide.
Scene Easel::stops_on_slide(std::size_t journey, std::size_t begin, std::size_t end) const {
  Workspace part = workspace();
  Journey& kept = part.journeys[journey];
  std::size_t stop = 0;
  const auto is_elsewhere = [&](const PathStep&) {
    const bool is_here = begin <= stop && stop < end;
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
  PictureOptions asked = options_of_slide(journey);
  asked.most = most_stops_on_slide;
  Scene scene = view_.draw(own, asked);
  const double scale = std::min({asked.width / scene.width, asked.height / scene.height, most_enlarged});
  scene = scaled(std::move(scene), scale, {(asked.width - scene.width * scale) / 2, 0});
  scene.width = asked.width, scene.height = asked.height;
  return scene;
}

std::vector<Laid> Easel::over_slides(std::size_t journey) const {
  std::size_t stops = 0;
  for (const Stage& stage : workspace().journeys[journey].stages) for_each_stop(stage.steps, [&](const PathStep&) { ++stops; });
  std::vector<Laid> slides;
  for (std::size_t begin = 0; begin < stops;) {
    for (std::size_t end = std::min(begin + most_stops_on_slide, stops);; --end) {
      Scene scene = stops_on_slide(journey, begin, end);
      const double letters = smallest_letters_of(scene);
      if (letters < run_.medium->least_letters - 1e-6 && end > begin + 1) continue;
      slides.push_back({std::move(scene), {}, std::nullopt, letters});
      begin = end;
      break;
    }
  }
  // As many on the last one as on the others, where that can be read.
  std::vector<Laid> even;
  for (std::size_t i = 0; i < slides.size(); ++i) {
    Scene scene = stops_on_slide(journey, i * stops / slides.size(), (i + 1) * stops / slides.size());
    const double letters = smallest_letters_of(scene);
    if (letters < run_.medium->least_letters - 1e-6) return slides;
    even.push_back({std::move(scene), {}, std::nullopt, letters});
  }
  return even;
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
