#include "mot/view/sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace mot {

std::string Ids::use(const std::string& id) {
  if (used_.insert(id).second) return id;
  for (std::size_t& number = last_.try_emplace(id, 1).first->second;;) {
    std::string another = fmt::format("{}-{}", id, ++number);
    if (!reserved_.contains(another) && used_.insert(another).second) return another;
  }
}

Sheet::Sheet(const PictureInput& input) : Sheet(input.theme, input.typesetter) {
  if (input.analysis.persona) whose = input.workspace.personas[*input.analysis.persona].name.value;
}

Sheet::Sheet(const Theme& its_theme, const Typesetter& its_typesetter)
    : left(its_theme.spacing.margin), y(its_theme.spacing.margin), theme_(&its_theme), typesetter_(&its_typesetter) {
  scene.page = its_theme.page;
}

Box put_text(Sheet& sheet, Identity identity, const Place& place, std::vector<Line> lines) {
  const Box box{place.corner.x, place.corner.y, place.width, height_of(lines)};
  if (lines.empty()) return box;
  identity.id = sheet.ids.use(identity.id);
  sheet.scene.items.push_back(Label{std::move(identity), box, place.align, std::move(lines)});
  return box;
}

Box put_text_in_middle(Sheet& sheet, Identity identity, const Place& place, std::vector<Line> lines) {
  const double top = place.corner.y - height_of(lines) / 2;
  return put_text(sheet, std::move(identity), {{place.corner.x, top}, place.width, place.align}, std::move(lines));
}

void draw_head(Sheet& sheet, std::string_view title, std::span<const std::string> figures, double width) {
  const Theme& theme = sheet.theme();
  sheet.scene.title = sheet.whose.empty() ? std::string(title) : fmt::format("{} ({} only)", title, sheet.whose);
  const auto put = [&](std::string id, std::vector<Line> lines, double space) {
    if (lines.empty()) return;
    sheet.y = put_text(sheet, {id, id, "", ""}, {{sheet.left, sheet.y}, width}, std::move(lines)).bottom() + space;
  };
  put("title", set_text(sheet.typesetter(), sheet.scene.title, theme.title, width, 3).lines, 4);
  std::vector<Run> runs;
  for (const std::string& text : figures) runs.push_back({text, theme.figures.font, theme.figures.colour});
  put("figures", set_in_turn(sheet.typesetter(), runs, theme.figures, width), 0);
  sheet.y += theme.spacing.heading;
}

void draw_nothing_yet(Sheet& sheet, std::string_view why) {
  const auto lines = set_text(sheet.typesetter(), why, sheet.theme().body, least_picture_width).lines;
  sheet.y = put_text(sheet, {"empty", "", "", ""}, {{sheet.left, sheet.y}, least_picture_width}, lines).bottom();
}

void close_page(Sheet& sheet, double width) {
  const double margin = sheet.theme().spacing.margin;
  sheet.scene.width = width + 2 * margin;
  sheet.scene.height = sheet.y + margin;
}

}  // namespace mot
