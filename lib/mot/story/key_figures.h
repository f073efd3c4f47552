// Three to five figures of a journey for its head, each with what it rests on.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "mot/story/drawing.h"

namespace mot::story {

/// A number a reader takes along, and what stands under it.
struct KeyFigure {
  std::string figure;
  std::string words;
  std::string remark;
};

/// What figures are of.
struct Figured {
  const PictureInput& input;
  const Wording& wording;
  const Summary& summary;
  std::vector<std::size_t> touchpoints;        ///< of the summary
  std::optional<double> delivered_after = {};  ///< the actions
  std::string before = {};                     ///< `61 % before (v1)`: delivered in the state that the picture is compared with
  std::string period = {};                     ///< which answers count; empty where that has no room
};

std::vector<KeyFigure> key_figures_of(const Figured& what);
std::vector<KeyFigure> key_figures_of(const StoryDrawing& drawing);

struct FiguresPlace {
  Point corner;
  double width = 0;
};

struct FigureStyles {
  TextStyle figure;
  TextStyle words;
  TextStyle remark;
};

/// Side by side in columns of one width, each right of a line; returns their lower edge.
double put_key_figures(Canvas& canvas, std::span<const KeyFigure> figures, const FiguresPlace& place, const FigureStyles& styles);

}  // namespace mot::story
