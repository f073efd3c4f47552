#include "mot/page/drawn_pictures.h"

#include <utility>

namespace mot {

const DrawnPicture& DrawnPictures::drawn(const std::string& key, NumberedScene scene,
                                         const std::function<std::string(const Scene& scene)>& draw) {
  DrawnPicture& picture = pictures_[key];
  if (picture.svg.empty() || picture.from != scene) {
    std::string svg = draw(scene.scene);
    picture = {std::move(scene), std::move(svg)};
  }
  return picture;
}

const DrawnPicture* DrawnPictures::last(const std::string& key) const {
  const auto found = pictures_.find(key);
  return found == pictures_.end() ? nullptr : &found->second;
}

}  // namespace mot
