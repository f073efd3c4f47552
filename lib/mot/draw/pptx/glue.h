// Where connectors are glued to items: at the sites that PowerPoint's shapes have, or at sites of their own.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "mot/draw/pptx/connector_markup.h"
#include "mot/picture/scene.h"

namespace mot::pptx {

class Glue {
 public:
  /// Item `i` is the shape `first_shape + i`.
  Glue(const Scene& scene, std::size_t first_shape);

  /// The item that is named where the point lies at its edge, else another one there; a site that is not there yet is made.
  GluedEnd at(const std::string& id, Point point);

  /// A rectangle with all its sites.
  std::string rectangle(std::size_t item) const;

 private:
  const Scene& scene_;
  std::size_t first_shape_;
  std::map<std::string, std::size_t> items_;
  std::map<std::size_t, std::vector<Point>> own_sites_;  ///< by item, beyond those of every rectangle
};

}  // namespace mot::pptx
