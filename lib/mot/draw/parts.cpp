#include "mot/draw/parts.h"

#include <string>

#include "mot/draw/graphviz/graphviz.h"
#include "mot/draw/spng_library.h"
#include "mot/text/errors.h"

namespace mot {
namespace {

std::string graphviz_found() {
  try {
    return graphviz().gvcVersion(make_context().get());
  } catch (const DrawingFailed&) {
    return {};
  }
}

std::string spng_found() {
  try {
    return spng().spng_version_string();
  } catch (const DrawingFailed&) {
    return {};
  }
}

}  // namespace

std::vector<Part> drawing_parts() {
  return {{"Graphviz", graphviz_found(), "no picture can be drawn; Debian's libgvc" MOT_GRAPHVIZ_INTERFACE},
          {"libspng", spng_found(), "no picture as PNG; Debian's libspng0"}};
}

}  // namespace mot
