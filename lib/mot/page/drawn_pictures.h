// Pictures as they were drawn, kept from one page to the next: what has not changed is not drawn again.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "mot/page/scene_colours.h"
#include "mot/typesetting/typesetter.h"

namespace mot {

/// Which pictures of a page are made anew: all, or only those that a reader sees first. The others are shown as they were drawn last.
enum class Redrawn : unsigned char { all, seen_first };

/// A picture of the page, and what it was drawn from.
struct DrawnPicture {
  NumberedScene from;
  std::string svg;  ///< whose colours are the numbers of `from`
};

/// For one thread at a time.
class DrawnPictures {
 public:
  /// The picture called `key`: drawn by `draw`, unless it was drawn from the same scene the last time.
  const DrawnPicture& drawn(const std::string& key, NumberedScene scene, const std::function<std::string(const Scene& scene)>& draw);
  /// The picture called `key` as it was drawn the last time; null where it never was.
  const DrawnPicture* last(const std::string& key) const;
  bool is_empty() const { return pictures_.empty(); }

  /// Of a brand's family of letters; empty: our own.
  const Typesetter& typesetter(std::string_view font) {
    if (font_ != font) typesetter_ = Typesetter(font), font_ = font;
    return typesetter_;
  }

 private:
  std::string font_;
  Typesetter typesetter_;
  std::map<std::string, DrawnPicture> pictures_;
};

}  // namespace mot
