#include "mot/view/views.h"

#include <algorithm>

#include "mot/picture/canvas.h"
#include "mot/picture/patterns.h"
#include "mot/text/utf8.h"
#include "mot/view/blueprint/blueprint.h"
#include "mot/view/cycle/cycle.h"
#include "mot/view/handovers/handovers.h"
#include "mot/view/journey/journey.h"
#include "mot/view/matrix/matrix.h"
#include "mot/view/portfolio/portfolio.h"
#include "mot/view/priorities/priorities.h"
#include "mot/view/pyramid/pyramid.h"

namespace mot {

namespace {

bool reads_right_to_left(const std::vector<Line>& lines) {
  return !lines.empty() && !lines.front().runs.empty() && mot::reads_right_to_left(lines.front().runs.front().text);
}

/// What begins in a script that runs from right to left begins at the right of its box.
struct Aligner {
  template <class Item>
  void operator()(Item& item) const {
    if (item.align == Align::left && reads_right_to_left(item.lines)) item.align = Align::right;
  }
  void operator()(Marker&) const {}
};

/// What holds for every picture, once it is drawn: how it is aligned, and how its theme fills.
template <Scene (*scene_of)(const PictureInput&, const PictureOptions&)>
Scene finished(const PictureInput& input, const PictureOptions& options) {
  Scene scene = scene_of(input, options);
  for (Item& item : scene.items) std::visit(Aligner{}, item);
  return with_patterns(std::move(scene), input.theme, input.typesetter);
}

constexpr PictureOption those_of_the_journey[] = {&PictureOptions::persona, &PictureOptions::department, &PictureOptions::after_actions,
                                                  &PictureOptions::blank, &PictureOptions::width};
constexpr PictureOption those_of_the_blueprint[] = {&PictureOptions::persona, &PictureOptions::department, &PictureOptions::width};
constexpr PictureOption those_of_figures[] = {&PictureOptions::persona};
constexpr PictureOption those_of_departments[] = {&PictureOptions::persona, &PictureOptions::department};
constexpr PictureOption those_of_a_grid[] = {&PictureOptions::persona, &PictureOptions::width};

constexpr PictureView views[] = {
    {"journey", "stages, the wanted and the lived experience, a lane of moments per department, voices", PictureSubject::journey,
     finished<journey_scene>, those_of_the_journey},
    {"blueprint", "the service blueprint: what customers see and do, who meets them, and what carries that", PictureSubject::journey,
     finished<blueprint_scene>, those_of_the_blueprint},
    {"cycle", "the cycle of service: a ring of moments, filled as far as they are lived", PictureSubject::journey, finished<cycle_scene>,
     those_of_figures},
    {"priorities", "importance against the lived experience: quadrants, intervals, blind spots", PictureSubject::workspace,
     finished<priorities_scene>, those_of_figures},
    {"matrix", "departments by journeys and stages: gaps, coverage, holes, totals", PictureSubject::workspace, finished<matrix_scene>,
     those_of_figures},
    {"handovers", "which department hands the customer to which, how often, and what is lost there", PictureSubject::workspace,
     finished<handovers_scene>, those_of_departments},
    {"portfolio", "every journey as a small curve on one scale, the one that delivers least first", PictureSubject::workspace,
     finished<portfolio_scene>, those_of_a_grid},
    {"pyramid", "the inverted pyramid: customers, who meets them, what those may decide, whom they ask, leads", PictureSubject::workspace,
     finished<pyramid_scene>},
};

}  // namespace

bool PictureView::takes(const PictureOption& option) const {
  return std::find(options.begin(), options.end(), option) != options.end();
}

std::span<const PictureView> picture_views() {
  return views;
}

}  // namespace mot
