// Pictures as they were drawn, and texts as they were filled in, kept from one page to the next: what has not changed is not made again.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "mot/load/fields/name_ids.h"
#include "mot/page/filled_items.h"
#include "mot/page/scene_colours.h"
#include "mot/picture/brand.h"
#include "mot/typesetting/typesetter.h"

namespace mot {

/// Which pictures of a page are made anew: all, or only those that a reader sees first. The others are shown as they were drawn last.
enum class Redrawn : unsigned char { all, seen_first };

/// A picture of the page, and what it was drawn from.
struct DrawnPicture {
  Scene light;
  NumberedScene from;
  std::string svg;  ///< whose colours are the numbers of `from`
};

/// How a picture is made where it is another one.
struct MakePicture {
  std::function<Scene()> dark;  ///< the same scene in the dark theme
  std::function<std::string(const Scene& scene)> draw;
};

/// For one thread at a time.
class DrawnPictures {
 public:
  /// What is drawn from now on has this look, such as a brand's colours; whatever was drawn with another one is drawn anew.
  void set_look(std::string look) {
    if (look != look_) pictures_.clear();
    look_ = std::move(look);
  }
  /// The picture called `key`, unless it was drawn from the same scene the last time. The dark scene says the same as the light one, so
  /// that nobody has to see it where that has not changed.
  const DrawnPicture& drawn(const std::string& key, Scene light, const MakePicture& make);
  /// The picture called `key` as it was drawn the last time; null where it never was.
  const DrawnPicture* last(const std::string& key) const;
  /// Whether the text that stands for what `key` is made of is another one than the last time; it is kept.
  bool has_changed(const std::string& key, std::string text);
  bool is_empty() const { return pictures_.empty(); }
  FilledItems& filled_items() { return filled_items_; }

  /// Two, so that the same scene is made in light and in dark side by side.
  struct Typesetters {
    Typesetter light;
    Typesetter dark;
  };
  const Typesetters& typesetters_of(const Project& project) {
    if (font_ != font_of(project) || language_ != language_of(project)) {
      typesetters_ = {typesetter_of(project), typesetter_of(project)};
      font_ = font_of(project), language_ = language_of(project);
    }
    return typesetters_;
  }

 private:
  std::string font_;
  std::string language_;
  Typesetters typesetters_;
  std::string look_;
  std::map<std::string, DrawnPicture> pictures_;
  std::map<std::string, std::string> texts_;
  FilledItems filled_items_;
};

}  // namespace mot
