// What draws the pictures of a page: `mot map`'s own, inline, their cards leading to their touchpoints.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mot/page/content.h"
#include "mot/page/drawn_pictures.h"
#include "mot/picture/theme.h"
#include "mot/view/views.h"

namespace mot {

/// A picture as the page offers it: a view, or one of its layouts.
struct PagePicture {
  std::string key;    ///< `story`
  std::string title;  ///< in the page's menu
  std::string shows;
  const PictureView* view;
  std::optional<Layout> layout = {};
};

/// In the order of the page's menu.
std::vector<PagePicture> pictures_of(PictureSubject subject);

/// Themes differ in colours alone, so that a picture in two themes is drawn once. Refers to what it is made from.
class Studio {
 public:
  Studio(const ReportInput& input, const PictureSheet& sheet);

  /// Whether a picture is made anew, or is shown as it was drawn last where it was.
  enum class Haste : unsigned char { none, as_drawn_last };

  Json picture(const PagePicture& picture, std::size_t journey, Haste haste) const;
  /// As it was saved, but for its colours and its width. Empty where nothing of it is left.
  Json picture(const SavedView& saved) const;

 private:
  std::string key_of(const PagePicture& picture, std::size_t journey) const;
  /// A theme, and what sets text in it.
  struct Style {
    const Theme& theme;
    const Typesetter& typesetter;
  };

  const DrawnPicture& drawn_anew(const std::string& key, const std::function<Scene(const Style& style)>& in_style) const;
  Scene scene_in(const PagePicture& picture, std::size_t journey, const Style& style) const;
  void link_items(Scene& scene) const;
  std::string link_of(std::string_view item) const;
  std::vector<std::string> rows_of_the_blueprint() const;

  const Workspace& workspace_;
  const Review& review_;
  Wording wording_;
  std::map<std::string, int> ids_;  ///< of touchpoints
  Date today_;
  PictureSheet sheet_;
  Redrawn redrawn_;
};

}  // namespace mot
