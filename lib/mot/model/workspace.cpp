#include "mot/model/workspace.h"

namespace mot {

std::string_view font_of(const Project& project) {
  return project.brand && project.brand->font ? std::string_view(project.brand->font->value) : std::string_view();
}

}  // namespace mot
