// The one frame of all pictures: what stands around what a view draws.
#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "mot/analysis/sets.h"
#include "mot/picture/frame.h"
#include "mot/picture/signs.h"
#include "mot/picture/worst_moments.h"
#include "mot/view/views.h"

namespace mot {

/// What a view puts into the frame. A Drawing is a Canvas made of the input and the options; it knows what it is to draw.
template <class Drawing>
struct Content {
  using DrawingType = Drawing;

  std::string (*title)(const Drawing&);
  std::vector<std::string> (*key_figures)(const Drawing&);  ///< after the name of the project
  std::string (*description)(const Drawing&);               ///< for a reader who can't see the picture; the verdict follows it
  std::string (*verdict)(const Drawing&);      ///< what it comes to, in a sentence or two made of figures; empty where they say nothing
  double (*width)(Drawing&);                   ///< of the picture without its margins; lays out what it depends on. The body may widen it
  std::string_view empty = {};                 ///< says why there is nothing to draw
  bool (*is_empty)(const Drawing&) = nullptr;  ///< null: there is always something
  bool (*is_bare)(const Drawing&) = nullptr;   ///< whether what is drawn says only what might be written; null: never
  void (*body)(Drawing&);                      ///< from `y` on; leaves it at its own lower edge
  void (*below)(Drawing&) = nullptr;           ///< stands below the body, and where that is empty
  double Spacing::*above_legend = &Spacing::heading;
  double Drawing::*stretch = nullptr;  ///< points that the body is to be higher than it has to be; null: it never is
};

template <const auto& content>
Scene framed_once(const PictureView& view, const PictureInput& input, const PictureOptions& asked, double stretch) {
  const bool is_of_journey = view.subject == PictureSubject::journey;
  assert(!is_of_journey || asked.journey < input.workspace.journeys.size());
  Theme theme = asked.is_slide ? slide_theme(input.theme) : input.theme;
  if (asked.margin >= 0) theme.spacing.margin = asked.margin;
  std::optional<Narrowed> narrowed;
  if (is_of_journey && asked.most > 0) narrowed = with_worst_moments(input, asked.journey, asked.most);
  const PictureInput own{narrowed ? narrowed->workspace : input.workspace,
                         input.analysis,
                         input.answers,
                         theme,
                         input.typesetter,
                         input.only,
                         input.today,
                         narrowed && input.whole == nullptr ? &input.workspace.journeys[asked.journey] : input.whole};
  typename std::remove_cvref_t<decltype(content)>::DrawingType drawing(own, asked);
  const std::size_t left_out = narrowed ? narrowed->left_out.size() : 0;
  if (narrowed) drawing.scene.left_out.things = std::move(narrowed->left_out);  // the body tells
  if (content.stretch) drawing.*content.stretch = stretch;
  drawing.width = content.width(drawing);
  PictureHead head{std::string(view.name), content.title(drawing), content.description(drawing), content.verdict(drawing), {}, asked.link};
  if (is_of_journey) head.id += "-" + input.workspace.journeys[asked.journey].id.value;
  const bool is_named_by_logo = asked.is_slide && drawing.logo != nullptr;  // a slide has no line to spare
  if (input.workspace.project.name && !is_named_by_logo) head.key_figures.push_back(input.workspace.project.name->value);
  for (std::string& text : content.key_figures(drawing)) head.key_figures.push_back(std::move(text));
  if (left_out > 0) {
    const std::size_t all = touchpoints_of(input.workspace, input.workspace.journeys[asked.journey]).size();
    head.key_figures.push_back(
        drawing.wording("{count} of {all} moments shown: the worst, moments of truth first", {{"count", all - left_out}, {"all", all}}));
  }
  draw_head(drawing, std::move(head));
  const bool is_empty = content.is_empty && content.is_empty(drawing);
  if (is_empty)
    draw_nothing_yet(drawing, content.empty);
  else
    content.body(drawing);
  if (content.below) content.below(drawing);
  Scene scene = finished(drawing, theme.spacing.*content.above_legend);
  scene.is_empty = is_empty || (content.is_bare && content.is_bare(drawing));
  return scene;
}

/// As high as a sheet that it is asked to fill, where its body can grow.
template <const auto& content>
Scene framed(const PictureView& view, const PictureInput& input, const PictureOptions& asked) {
  constexpr double enough = 1;  // point
  constexpr int most_tries = 3;
  Scene scene = framed_once<content>(view, input, asked, 0);
  if (!content.stretch || scene.is_empty) return scene;
  // What stands beside the body may be higher at first, so that it has to grow again.
  double stretch = 0;
  for (int i = 0; i < most_tries && asked.height > scene.height + enough; ++i) {
    stretch += asked.height - scene.height;
    Scene higher = framed_once<content>(view, input, asked, stretch);
    if (higher.height <= scene.height && i > 0) break;
    scene = std::move(higher);
  }
  return scene;
}

}  // namespace mot
