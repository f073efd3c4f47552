// A picture while it is being drawn: what every view needs to put things on it.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "mot/analysis/analysis.h"
#include "mot/picture/legend.h"
#include "mot/picture/scene.h"
#include "mot/picture/text_layout.h"
#include "mot/picture/theme.h"
#include "mot/words/wording.h"

namespace mot {

/// What is drawn, and with what. Points to what the caller of a view holds.
struct PictureInput {
  const Workspace& workspace;
  const Analysis& analysis;
  const Answers& answers;
  const Theme& theme;
  const Typesetter& typesetter;
  std::string only = {};           ///< what the touchpoints have in common that others were left out for: `channel phone`
  std::optional<Date> today = {};  ///< what is due before it is overdue; nothing is where it is unknown
  const Journey* whole = nullptr;  ///< the journey that is drawn, where the workspace's lacks moments for want of room

  const Scale& scale() const { return workspace.project.scale; }
  /// The same to be drawn in another theme.
  PictureInput in(const Theme& other) const { return {workspace, analysis, answers, other, typesetter, only, today, whole}; }
};

/// Hands out ids that are unique in the scene. Ids of first things are reserved, so that `a` coming twice does not take the name of `a-2`.
class Ids {
 public:
  void reserve(std::string id) { reserved_.insert(std::move(id)); }
  /// `id` itself the first time, then `id-2`, `id-3`, … as far as they are free.
  std::string use(const std::string& id);

 private:
  std::set<std::string> reserved_;
  std::set<std::string> used_;
  std::map<std::string, std::size_t> last_;  ///< number given to an id that came again
};

/// The narrowest a picture is without its margins: a title has to fit.
inline constexpr double least_picture_width = 480;

struct Canvas {
  explicit Canvas(const PictureInput& input);
  Canvas(const Theme& its_theme, const Typesetter& its_typesetter);

  const Theme& theme() const { return *theme_; }
  const Typesetter& typesetter() const { return *typesetter_; }

  Scene scene;
  Wording wording;                  ///< of all fixed words
  std::string only;                 ///< as PictureInput::only
  std::string whose;                ///< the persona whose figures alone are shown; empty: everybody's
  const ImageFile* logo = nullptr;  ///< of the workspace that is drawn; null: none
  std::string organisation;         ///< whose logo it is, as its project is called
  Ids ids;
  Legend legend;                       ///< what was explained so far
  double left = 0;                     ///< where things begin; the margin
  double width = least_picture_width;  ///< of the picture without its margins
  double y = 0;                        ///< the next thing goes below this

 private:
  const Theme* theme_;
  const Typesetter* typesetter_;
};

/// Where free text goes.
struct TextPlace {
  Point corner;  ///< top left
  double width = 0;
  Align align = Align::left;
};

/// Puts lines as a label and makes its id unique; returns where they lie. No lines, no label.
Box put_text(Canvas& canvas, Identity identity, const TextPlace& place, std::vector<Line> lines);
/// The same around the middle of a height.
Box put_text_in_middle(Canvas& canvas, Identity identity, const TextPlace& place, std::vector<Line> lines);

}  // namespace mot
