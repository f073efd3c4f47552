#include "mot/picture/frame.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "mot/picture/brand.h"
#include "mot/picture/patterns.h"
#include "mot/picture/qr_code.h"

namespace mot {

namespace {

constexpr double code_side = 72, before_code = 18;
constexpr double logo_width = 170, logo_height = 46, before_logo = 18;

void put_below(Canvas& canvas, const std::string& id, std::vector<Line> lines, double width, double space) {
  if (lines.empty()) return;
  canvas.y = put_text(canvas, {id, id, "", ""}, {{canvas.left, canvas.y}, width}, std::move(lines)).bottom() + space;
}

}  // namespace

std::string title_of_part(const Canvas& canvas, std::string_view title) {
  const std::string_view between = canvas.whose.empty() || canvas.only.empty() ? "" : ", ";
  const std::string part = fmt::format("{}{}{}", canvas.whose, between, canvas.only);
  if (part.empty()) return std::string(title);
  return canvas.wording("{title} ({part} only)", {{"title", std::string(title)}, {"part", part}});
}

std::vector<Line> title_lines(const Canvas& canvas, double width) {
  constexpr double smaller = 0.7;
  TextStyle style = canvas.theme().title;
  std::vector<Line> lines = set_text(canvas.typesetter(), canvas.scene.title, style, width).lines;
  if (lines.size() <= 3) return lines;
  style.font.size = std::max(canvas.theme().small_print.font.size, smaller * style.font.size);
  return set_text(canvas.typesetter(), canvas.scene.title, style, width).lines;
}

/// It runs on under the logo; where there is none, as far as the title can spare.
double width_of_caption(const Canvas& canvas, std::string_view link, const LogoSize& logo) {
  if (logo.width > 0) return code_side + before_code + logo.width;
  constexpr double most_share = 0.25;
  const double most = std::max(code_side, std::min(logo_width, most_share * canvas.width));
  const Font& font = canvas.theme().small_print.font;
  return std::max(code_side, canvas.typesetter().width_of(caption_of(canvas.typesetter(), link, font, most - 2), font) + 2);
}

void draw_head(Canvas& canvas, PictureHead head) {
  const Theme& theme = canvas.theme();
  canvas.scene.id = std::move(head.id);
  canvas.scene.description = head.verdict.empty() ? std::move(head.description) : head.description + " " + head.verdict;
  canvas.scene.title = title_of_part(canvas, head.title);
  const LogoSize logo = logo_size(canvas, logo_width, logo_height);
  const double of_caption = width_of_caption(canvas, head.link, logo);
  const Box code = put_captioned_code(canvas, head.link, {canvas.left + canvas.width, canvas.y}, code_side, of_caption);
  const double of_code = logo.width > 0 ? code_side : of_caption;
  const double beside_code = code.width > 0 ? canvas.width - of_code - before_code : canvas.width;
  const double under_logo = put_logo(canvas, {canvas.left + beside_code, canvas.y}, logo);
  const double beside_logo = logo.width > 0 ? beside_code - logo.width - before_logo : beside_code;
  put_below(canvas, "title", title_lines(canvas, beside_logo), beside_logo, 4);
  const TextStyle verdict{{theme.figures.font.size, Weight::bold, Slant::upright}, theme.ink};
  put_below(canvas, "verdict", set_text(canvas.typesetter(), head.verdict, verdict, beside_logo).lines, beside_logo, 3);
  std::vector<Run> runs;
  for (std::string& text : head.key_figures) runs.push_back({std::move(text), theme.figures.font, theme.figures.colour});
  const double under_sides = std::max(logo.width > 0 ? under_logo + 4 : 0, code.width > 0 ? code.bottom() + 4 : 0);
  std::vector<Line> beside = set_in_turn(canvas.typesetter(), runs, theme.figures, beside_logo);
  std::vector<Line> below = set_in_turn(canvas.typesetter(), runs, theme.figures, canvas.width);
  const double wide_from = std::max(canvas.y, under_sides);
  if (std::max(canvas.y + height_of(beside), under_sides) <= wide_from + height_of(below)) {
    put_below(canvas, "figures", std::move(beside), beside_logo, 0);
    canvas.y = std::max(canvas.y, under_sides);
  } else {
    canvas.y = wide_from;
    put_below(canvas, "figures", std::move(below), canvas.width, 0);
  }
  canvas.y += theme.spacing.heading;
}

void draw_nothing_yet(Canvas& canvas, std::string_view why) {
  if (!canvas.only.empty()) why = "None of the moments shown has a place in this picture.";
  const auto lines = set_text(canvas.typesetter(), canvas.wording(why), canvas.theme().body, least_picture_width).lines;
  canvas.y = put_text(canvas, {"empty", "", "", ""}, {{canvas.left, canvas.y}, least_picture_width}, lines).bottom();
}

Scene finished(Canvas& canvas, double above_legend) {
  canvas.y += above_legend;
  draw_legend(canvas);
  const double margin = canvas.theme().spacing.margin;
  canvas.scene.width = canvas.width + 2 * margin;
  canvas.scene.height = canvas.y + margin;
  return with_patterns(std::move(canvas.scene), canvas.theme(), canvas.typesetter());
}

}  // namespace mot
