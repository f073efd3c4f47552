#include "mot/page/drawn_pictures.h"

#include <utility>

namespace mot {

const DrawnPicture& DrawnPictures::drawn(const std::string& key, Scene light, const MakePicture& make) {
  DrawnPicture& picture = pictures_[key];
  if (!picture.svg.empty() && picture.light == light) return picture;
  NumberedScene scene = numbered(light, make.dark());
  picture.light = std::move(light);
  if (picture.svg.empty() || picture.from != scene) {
    picture.svg = make.draw(scene.scene);
    picture.from = std::move(scene);
  }
  return picture;
}

bool DrawnPictures::has_changed(const std::string& key, std::string text) {
  std::string& kept = texts_[key];
  const bool is_other = kept != text;
  kept = std::move(text);
  return is_other;
}

const DrawnPicture* DrawnPictures::last(const std::string& key) const {
  const auto found = pictures_.find(key);
  return found == pictures_.end() ? nullptr : &found->second;
}

}  // namespace mot
