#include "mot/draw/parts.h"

#include "mot/draw/graphviz/graphviz.h"

namespace mot {

std::vector<Part> drawing_parts() {
  const Context context = make_context();
  return {{"Graphviz", gvcVersion(context.get()), "no picture can be drawn"}};
}

}  // namespace mot
