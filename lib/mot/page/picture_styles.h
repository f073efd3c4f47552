// How the things in pictures look, as classes: the same few looks come thousands of times on a page.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "mot/page/palette.h"

namespace mot {

class PictureStyles {
 public:
  /// The SVG of a picture that was drawn with the numbers of `pairs` for colours, with a class in place of fill, stroke and font.
  std::string with_classes(std::string_view svg, const std::vector<ColourPair>& pairs);
  /// The same of one that has its colours. The same look has the same class in every picture.
  std::string with_classes(std::string_view svg);
  /// What the classes stand for, as CSS.
  std::string css() const;

 private:
  std::string class_of(const std::string& look);

  PicturePalette palette_;
  std::map<std::string, std::string> classes_;  ///< by look: CSS declarations
  std::vector<std::string> looks_;              ///< in the order they were met
};

}  // namespace mot
