#include "mot/view/saved.h"

#include <algorithm>

namespace mot {
namespace {

const PictureView& view_of(const SavedView& saved) {
  const auto views = picture_views();
  const auto found = saved.view ? std::ranges::find(views, name_of(saved.view->value), &PictureView::name) : views.begin();
  return found == views.end() ? views.front() : *found;
}

/// By id: in a part of a workspace journeys have other places.
std::optional<std::size_t> journey_of(const SavedView& saved, const Workspace& workspace) {
  if (!saved.journey) return 0;
  const auto found = std::ranges::find(workspace.journeys, saved.journey->value, [](const Journey& journey) { return journey.id.value; });
  if (found == workspace.journeys.end()) return std::nullopt;
  return static_cast<std::size_t>(found - workspace.journeys.begin());
}

/// What is left out, as `mot map` does it: a journey that is drawn, and a department beside which others fade, leave nothing out.
TouchpointFilter narrowing_of(const SavedView& saved, const PictureView& view, const Workspace& workspace) {
  TouchpointFilter filter;
  if (saved.tag) filter.tag = saved.tag->value;
  if (saved.department && !view.takes(&PictureOptions::department)) filter.department = saved.department->index;
  const bool is_drawn = view.subject == PictureSubject::journey && lets_all_through(filter);
  if (saved.journey && !is_drawn) filter.journey = journey_of(saved, workspace);
  return filter;
}

PictureOptions options_of(const SavedView& saved) {
  PictureOptions options;
  if (saved.persona) options.persona = saved.persona->index;
  if (saved.department) options.department = saved.department->index;
  if (saved.layout) options.layout = saved.layout->value;
  for (const Text& row : saved.hide) options.hidden_rows.push_back(row.value);
  return options;
}

}  // namespace

bool is_view_as_it_comes(const SavedView& saved) {
  return !saved.persona && !saved.department && !saved.tag && !saved.layout && saved.hide.empty() &&
         (!saved.journey || view_of(saved).subject == PictureSubject::journey);
}

SavedPicture::SavedPicture(const SavedView& saved, const SavedFrom& from)
    : view_(view_of(saved)), from_(from), options_(options_of(saved)) {
  const Workspace& workspace = from.workspace;
  const Answers& answers = from.answers;
  analysis_ = options_.persona ? analyse(workspace, answers, {.persona = options_.persona}) : from.analysis;
  const TouchpointFilter narrowing = narrowing_of(saved, view_, workspace);
  if (!lets_all_through(narrowing)) {
    part_ = select_touchpoints(narrowing, workspace, answers, analysis_);
    is_there_ = part_.has_value();
  }
  const Workspace& shown = part_ ? part_->workspace : workspace;
  const auto journey = journey_of(saved, shown);
  is_there_ &= journey.has_value() && (view_.subject == PictureSubject::workspace || *journey < shown.journeys.size());
  options_.journey = journey.value_or(0);
}

Scene SavedPicture::scene(const Theme& theme, const Typesetter& typesetter, double width) const {
  PictureOptions options = options_;
  if (view_.takes(&PictureOptions::width)) options.width = width;
  return view_.draw({part_ ? part_->workspace : from_.workspace,
                     part_ ? part_->analysis : analysis_,
                     part_ ? part_->answers : from_.answers,
                     theme,
                     typesetter,
                     {},
                     from_.today},
                    options);
}

}  // namespace mot
