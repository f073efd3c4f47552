#include "mot/view/views.h"

#include "mot/view/journey.h"

namespace mot {

namespace {

Scene draw_journey(const Workspace& workspace, const Analysis& analysis, const Answers& answers, const PictureOptions& options,
                   const Theme& theme, const Typesetter& typesetter) {
  return journey_scene(workspace, analysis, answers, {.journey = options.journey, .width = options.width}, theme, typesetter);
}

constexpr PictureView views[] = {
    {"journey", "stages, the wanted and the lived experience, a lane of moments per department, voices", PictureSubject::journey,
     draw_journey},
};

}  // namespace

std::span<const PictureView> picture_views() {
  return views;
}

}  // namespace mot
