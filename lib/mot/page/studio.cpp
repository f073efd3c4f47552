#include "mot/page/studio.h"

#include <fmt/format.h>

#include <algorithm>
#include <future>
#include <iterator>
#include <utility>
#include <variant>

#include "mot/draw/draw.h"
#include "mot/page/fill_in.h"
#include "mot/page/palette.h"
#include "mot/page/paper_slices.h"
#include "mot/page/picture_styles.h"
#include "mot/page/tight_svg.h"
#include "mot/picture/canvas.h"
#include "mot/picture/told_rows.h"
#include "mot/text/isolates.h"
#include "mot/typesetting/typesetter.h"
#include "mot/view/saved.h"

namespace mot {
namespace {

constexpr std::size_t most_columns_of_story = 10;  // in a row: more have cards of a few letters a line
constexpr double picture_width = 1250;             // points; what a page on a screen shows without shrinking letters

/// What pictures are called in the menu of the page.
constexpr std::pair<std::string_view, std::string_view> titles[] = {
    {"story", "Story"},   {"lanes", "Lanes"},         {"blueprint", "Blueprint"}, {"cycle", "Cycle"},     {"priorities", "Priorities"},
    {"matrix", "Matrix"}, {"handovers", "Handovers"}, {"portfolio", "Portfolio"}, {"pyramid", "Pyramid"}, {"plan", "Plan"},
};

std::string_view title_of(std::string_view key) {
  const auto* const found = std::ranges::find(titles, key, &std::pair<std::string_view, std::string_view>::first);
  return found == std::end(titles) ? key : found->second;
}

constexpr std::string_view other_layout_shows = "the same journey with a lane for every department, and where it is handed on";

/// Everything up to the end of the first tag, written anew: in a page the picture is a document with links, not one image.
std::string in_page(const std::string& svg, const Scene& scene) {
  const std::string root = fmt::format(R"(<svg id="{0}" viewBox="0 0 {1:.2f} {2:.2f}" )"
                                       R"(width="{1:.0f}" height="{2:.0f}" aria-labelledby="{0}--title">)",
                                       html_text(scene.id), scene.width, scene.height);
  return root + tight_svg(std::string_view(svg).substr(svg.find('>') + 1));
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::string without_blanks(std::string_view text) {
  std::string dense;
  std::ranges::copy_if(text, std::back_inserter(dense), [](char sign) { return sign != ' ' && sign != '\n'; });
  return dense;
}

/// An item's tooltip without the lines that are read in the item itself.
template <typename Shape>
std::string what_is_not_read(const Shape& shape) {
  std::string text, rest;
  if constexpr (requires { shape.lines; }) {
    for (const Line& line : shape.lines) {
      for (const Run& run : line.runs) text += without_blanks(run.text);
    }
  }
  for (const std::string_view line : lines_of(shape.identity.tooltip)) {
    const std::string dense = without_blanks(line);
    if (!dense.empty() && text.find(dense) == std::string::npos) rest.append(rest.empty() ? "" : "\n").append(line);
  }
  return rest;
}

std::string drawn(const Scene& scene) {
  const auto svg = std::ranges::find(picture_formats(), std::string_view("svg"), &PictureFormat::name);
  return in_page(svg->draw(scene, {}), scene);
}

/// Pictures that are read as a whole; the others are read card by card.
constexpr std::string_view whole_views[] = {"cycle", "priorities", "plan", "handovers", "portfolio", "pyramid"};

/// What of a picture stands on which sheet of paper, shown from the picture itself.
Json on_paper(const Scene& scene, std::string_view view) {
  const bool is_whole = std::ranges::find(whole_views, view) != std::end(whole_views);
  const PaperSlices slices = paper_slices(scene, is_whole ? Cutting::never : Cutting::between_rows);
  Json sheets = Json::array();
  for (const Box& box : slices.bands)
    sheets.push_back({{"of", scene.id},
                      {"box", fmt::format("{:.0f} {:.0f} {:.0f} {:.0f}", box.left, box.top, box.width, box.height)},
                      {"width", fmt::format("{:.0f}", box.width * slices.scale)}});
  return {{"sheets", std::move(sheets)}, {"is_upright", slices.is_upright}};
}

/// Whether nothing is shown but that there is nothing yet, as the frame says it.
bool is_empty(const Scene& scene) {
  const auto says_so = [](const auto& item) { return item.identity.id == "empty"; };
  return std::ranges::any_of(scene.items, [&](const Item& item) { return std::visit(says_so, item); });
}

/// What the page says of a picture and shows of it.
Json picture_content(const DrawnPicture& drawn, PictureStyles& styles, Json told) {
  told["describes"] = without_isolates(drawn.from.scene.description);
  told["svg"] = styles.with_classes(drawn.svg, drawn.from.pairs);
  // Lanes are a story again, which paper has no need of, nor of what only says that nothing is there.
  told["on_paper"] =
      told["view"] == "lanes" || is_empty(drawn.from.scene) ? Json() : on_paper(drawn.from.scene, told["view"].get<std::string>());
  return told;
}

}  // namespace

std::vector<PagePicture> pictures_of(PictureSubject subject) {
  std::vector<PagePicture> pictures;
  for (const PictureView& view : picture_views()) {
    if (view.subject != subject) continue;
    if (!view.takes(&PictureOptions::layout)) {
      pictures.push_back({std::string(view.name), std::string(title_of(view.name)), std::string(view.shows), &view});
      continue;
    }
    for (std::size_t i = 0; i < names_of<Layout>.size(); ++i) {
      const std::string_view name = names_of<Layout>[i];
      pictures.push_back({std::string(name), std::string(title_of(name)), std::string(i == 0 ? view.shows : other_layout_shows), &view,
                          static_cast<Layout>(i)});
    }
  }
  return pictures;
}

Studio::Studio(const ReportInput& input, const PictureSheet& sheet)
    : workspace_(input.loaded.workspace),
      review_(input.review),
      wording_(workspace_.project),
      today_(input.today),
      sheet_(sheet),
      redrawn_(input.redrawn) {
  for (const Touchpoint& touchpoint : workspace_.touchpoints) ids_.emplace(touchpoint.id.value, 0);
}

Json Studio::picture(const PagePicture& picture, std::size_t journey, Haste haste) const {
  const std::string key = key_of(picture, journey);
  const DrawnPicture* last = haste == Haste::as_drawn_last ? sheet_.drawn.last(key) : nullptr;
  const auto in_style = [&](const Style& style) { return scene_in(picture, journey, style); };
  const DrawnPicture& shown = last != nullptr ? *last : drawn_anew(key, in_style);
  return picture_content(
      shown, sheet_.styles,
      {{"view", picture.key}, {"title", wording_(picture.title)}, {"shows", wording_(picture.shows)}, {"id", "figure-" + key}});
}

Json Studio::picture(const SavedView& saved) const {
  const SavedPicture picture(saved, {workspace_, review_.answers, review_.analysis, today_});
  if (!picture.is_there()) return {};
  const std::string key = "saved-" + saved.id.value;
  const auto in_style = [&](const Style& style) { return picture.scene(style.theme, style.typesetter, picture_width); };
  const DrawnPicture* last = redrawn_ == Redrawn::seen_first ? sheet_.drawn.last(key) : nullptr;
  const DrawnPicture& shown = last != nullptr ? *last : drawn_anew(key, in_style);
  return picture_content(
      shown, sheet_.styles,
      {{"view", key},
       {"title", saved.name ? saved.name->value : saved.id.value},
       {"shows", wording_("the saved view '{view}': {shows}", {{"view", saved.id.value}, {"shows", wording_(picture.view().shows)}})},
       {"id", "figure-" + key}});
}

std::string Studio::key_of(const PagePicture& picture, std::size_t journey) const {
  const bool is_of_journey = picture.view->subject == PictureSubject::journey;
  return picture.key + (is_of_journey ? "-" + workspace_.journeys[journey].id.value : std::string());
}

const DrawnPicture& Studio::drawn_anew(const std::string& key, const std::function<Scene(const Style& style)>& in_style) const {
  const auto& typesetters = sheet_.drawn.typesetters_of(workspace_.project);
  const auto in_dark = [&] { return in_style({theme_named("dark"), typesetters.dark}); };
  // Beside the light one where it is surely asked for, else where it is.
  const bool is_surely_another = redrawn_ == Redrawn::seen_first || sheet_.drawn.last(key) == nullptr;
  const auto either = std::launch::async | std::launch::deferred;
  std::future<Scene> dark = std::async(is_surely_another ? either : std::launch::deferred, in_dark);
  Scene light = in_style({theme_named("light"), typesetters.light});
  light.id = "picture-" + key;
  link_items(light);
  return sheet_.drawn.drawn(key, std::move(light), {[&] { return dark.get(); }, drawn});
}

void Studio::link_items(Scene& scene) const {
  const auto link = [&](auto& shape) {
    Identity& identity = shape.identity;
    if (identity.url.empty()) identity.url = link_of(identity.id);
    // What leads to a touchpoint's card needs no tooltip: its text is the name, and the card says the rest.
    if (identity.css_class.starts_with("touchpoint")) identity.tooltip.clear();
    shape.identity.tooltip = what_is_not_read(shape);
  };
  for (Item& item : scene.items) std::visit(link, item);
}

Scene Studio::scene_in(const PagePicture& picture, std::size_t journey, const Style& style) const {
  PictureOptions options{.journey = journey, .layout = picture.layout};
  if (picture.view->takes(&PictureOptions::width)) options.width = picture_width;
  if (picture.layout) options.hidden_rows = rows_of_the_blueprint();
  if (picture.layout == Layout::story) options.columns = most_columns_of_story;
  return picture.view->draw({workspace_, review_.analysis, review_.answers, style.theme, style.typesetter, {}, today_}, options);
}

/// What is written besides scores: beside a story and its lanes stands the blueprint, which has it.
std::vector<std::string> Studio::rows_of_the_blueprint() const {
  const auto keys = told_row_keys(workspace_);
  return {keys.begin(), keys.end()};
}

/// The touchpoint that an item's id names: `touchpoint-rebook`, or `touchpoint-rebook-2` where it comes again; `carrier-rebook` where it
/// carries others.
std::string Studio::link_of(std::string_view item) const {
  constexpr std::string_view kinds[] = {"touchpoint-", "carrier-"};
  const auto* const kind = std::ranges::find_if(kinds, [&](std::string_view each) { return item.starts_with(each); });
  if (kind == std::end(kinds)) return "";
  std::string id(item.substr(kind->size()));
  if (ids_.count(id) == 0) id.resize(std::min(id.size(), id.rfind('-')));
  return ids_.count(id) == 0 ? "" : "#touchpoint=" + id;
}

}  // namespace mot
