#include "mot/picture/canvas.h"

#include <fmt/format.h>

#include <utility>

namespace mot {

std::string Ids::use(const std::string& id) {
  if (used_.insert(id).second) return id;
  for (std::size_t& number = last_.try_emplace(id, 1).first->second;;) {
    std::string another = fmt::format("{}-{}", id, ++number);
    if (!reserved_.contains(another) && used_.insert(another).second) return another;
  }
}

Canvas::Canvas(const PictureInput& input) : Canvas(input.theme, input.typesetter) {
  wording = Wording(input.workspace.project);
  only = input.only;
  const Project& project = input.workspace.project;
  if (project.name) organisation = project.name->value;
  if (project.brand && project.brand->logo_file) logo = &*project.brand->logo_file;
  if (project.brand && project.brand->font) scene.font = project.brand->font->value;
  if (input.analysis.persona) whose = input.workspace.personas[*input.analysis.persona].name.value;
}

Canvas::Canvas(const Theme& its_theme, const Typesetter& its_typesetter)
    : left(its_theme.spacing.margin), y(its_theme.spacing.margin), theme_(&its_theme), typesetter_(&its_typesetter) {
  scene.page = its_theme.page;
}

Box put_text(Canvas& canvas, Identity identity, const TextPlace& place, std::vector<Line> lines) {
  const Box box{place.corner.x, place.corner.y, place.width, height_of(lines)};
  if (lines.empty()) return box;
  identity.id = canvas.ids.use(identity.id);
  canvas.scene.items.push_back(Label{std::move(identity), box, place.align, std::move(lines)});
  return box;
}

Box put_text_in_middle(Canvas& canvas, Identity identity, const TextPlace& place, std::vector<Line> lines) {
  const double top = place.corner.y - height_of(lines) / 2;
  return put_text(canvas, std::move(identity), {{place.corner.x, top}, place.width, place.align}, std::move(lines));
}

}  // namespace mot
