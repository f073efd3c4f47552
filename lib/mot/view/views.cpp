#include "mot/view/views.h"

#include <algorithm>
#include <utility>

#include "mot/picture/brand.h"
#include "mot/picture/mirror.h"
#include "mot/story/story.h"
#include "mot/text/utf8.h"
#include "mot/view/blueprint/blueprint.h"
#include "mot/view/cycle/cycle.h"
#include "mot/view/frame.h"
#include "mot/view/handovers/handovers.h"
#include "mot/view/journey/journey.h"
#include "mot/view/matrix/matrix.h"
#include "mot/view/plan/plan.h"
#include "mot/view/portfolio/portfolio.h"
#include "mot/view/priorities/priorities.h"
#include "mot/view/pyramid/pyramid.h"

namespace mot {

namespace {

constexpr PictureOption those_of_the_journey[] = {&PictureOptions::persona, &PictureOptions::department, &PictureOptions::after_actions,
                                                  &PictureOptions::blank,   &PictureOptions::shown_rows, &PictureOptions::hidden_rows,
                                                  &PictureOptions::width,   &PictureOptions::layout,     &PictureOptions::personas,
                                                  &PictureOptions::faces,   &PictureOptions::other_state};
constexpr PictureOption those_of_the_blueprint[] = {&PictureOptions::persona, &PictureOptions::department, &PictureOptions::shown_rows,
                                                    &PictureOptions::hidden_rows, &PictureOptions::width};
constexpr PictureOption those_of_figures[] = {&PictureOptions::persona};
constexpr PictureOption those_of_departments[] = {&PictureOptions::persona, &PictureOptions::department};
constexpr PictureOption those_of_a_grid[] = {&PictureOptions::persona, &PictureOptions::width};

/// As a story, unless lanes are asked for, or something is to be written by hand, for which they have fields.
Scene drawn_journey(const PictureView& view, const PictureInput& input, const PictureOptions& asked) {
  const Layout layout = asked.blank ? Layout::lanes : asked.layout.value_or(Layout::story);
  return layout == Layout::story ? story::drawn(view.name, input, asked) : framed<journey::content>(view, input, asked);
}

constexpr PictureView views[] = {
    {"journey", "the verdict, the curve of what is wanted and lived, a card for every moment, who is in charge, what is done about it",
     PictureSubject::journey, drawn_journey, those_of_the_journey},
    {"blueprint", "the service blueprint: what customers see and do, who meets them, and what carries that", PictureSubject::journey,
     framed<blueprint::content>, those_of_the_blueprint},
    {"cycle", "the cycle of service: a ring of moments, filled as far as they are lived", PictureSubject::journey, framed<cycle::content>,
     those_of_figures},
    {"priorities", "importance against the lived experience: quadrants, intervals, blind spots", PictureSubject::workspace,
     framed<priorities::content>, those_of_figures},
    {"matrix", "departments by journeys and stages: gaps, coverage, holes, totals", PictureSubject::workspace, framed<matrix::content>,
     those_of_figures},
    {"handovers", "which department hands the customer to which, how often, and what is lost there", PictureSubject::workspace,
     framed<handovers::content>, those_of_departments},
    {"portfolio", "every journey as a small curve on one scale, the one that delivers least first", PictureSubject::workspace,
     framed<portfolio::content>, those_of_a_grid},
    {"pyramid", "the inverted pyramid: customers, who meets them, what those may decide, whom they ask, leads", PictureSubject::workspace,
     framed<pyramid::content>},
    {"plan", "what is being done: actions by effort and value, who owns them, by when, and what is overdue", PictureSubject::workspace,
     framed<plan::content>, those_of_figures},
};

}  // namespace

namespace {

/// By the name of what is drawn.
bool is_drawn_from_right(const PictureView& view, const Workspace& workspace, const PictureOptions& asked) {
  if (view.subject == PictureSubject::journey) return reads_right_to_left(workspace.journeys[asked.journey].name.value);
  return runs_from_right(workspace);
}

}  // namespace

bool runs_from_right(const Workspace& workspace) {
  if (workspace.project.name) return reads_right_to_left(workspace.project.name->value);
  const auto count = std::ranges::count_if(workspace.journeys, [](const auto& one) { return reads_right_to_left(one.name.value); });
  return 2 * static_cast<std::size_t>(count) > workspace.journeys.size();
}

Scene PictureView::draw(const PictureInput& input, const PictureOptions& asked) const {
  const Theme theme = branded(input.theme, input.workspace.project.brand);
  Scene scene = framed(*this, input.in(theme), asked);
  return is_drawn_from_right(*this, input.workspace, asked) ? mirrored(std::move(scene)) : aligned_as_read(std::move(scene));
}

bool PictureView::takes(const PictureOption& option) const {
  return std::find(options.begin(), options.end(), option) != options.end();
}

std::span<const PictureView> picture_views() {
  return views;
}

}  // namespace mot
