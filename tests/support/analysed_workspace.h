// A workspace with its figures, ready to be drawn by any view.
#pragma once

#include <string>

#include "mot/picture/canvas.h"
#include "mot/view/views.h"
#include "support/journeys.h"

namespace mot::testing {

/// Without answers, on a day when what hard cases plan is overdue.
struct Figured {
  explicit Figured(const std::string& yaml) : workspace(workspace_from(yaml)) {
    answers.touchpoints.resize(workspace.touchpoints.size());
    analysis = analyse(workspace, answers);
  }
  Scene drawn_by(const PictureView& view, const PictureOptions& options = {}, const Theme& theme = light_theme()) const {
    return view.draw({workspace, analysis, answers, theme, typesetter(), {}, *date_from("2027-03-01")}, options);
  }
  bool can_be_drawn_by(const PictureView& view) const { return view.subject == PictureSubject::workspace || !workspace.journeys.empty(); }

  Workspace workspace;
  Answers answers;
  Analysis analysis;
};

}  // namespace mot::testing
