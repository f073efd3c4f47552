// Pictures of the page: `mot map`'s own, inline, their cards leading to their touchpoints; and each journey as a list beside them.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <variant>

#include "mot/draw/draw.h"
#include "mot/page/content.h"
#include "mot/page/fill_in.h"
#include "mot/page/page_text.h"
#include "mot/page/palette.h"
#include "mot/page/picture_styles.h"
#include "mot/picture/canvas.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/text/isolates.h"
#include "mot/text/numbers.h"
#include "mot/typesetting/typesetter.h"
#include "mot/view/views.h"

namespace mot {
namespace {

constexpr double picture_width = 1250;  // points; what a page on a screen shows without shrinking letters

/// What stands in place of a picture's name in the menu of the page.
std::string title_of(const PictureView& view) {
  std::string title(view.name);
  title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title;
}

/// The touchpoint that an item's id names: `touchpoint-rebook`, or `touchpoint-rebook-2` where it comes again.
class ItemLinks {
 public:
  explicit ItemLinks(const Workspace& workspace) {
    for (const Touchpoint& touchpoint : workspace.touchpoints) ids_.emplace(touchpoint.id.value, 0);
  }

  std::string link_of(std::string_view item) const {
    constexpr std::string_view kind = "touchpoint-";
    if (!item.starts_with(kind)) return "";
    std::string id(item.substr(kind.size()));
    if (ids_.count(id) == 0) id.resize(std::min(id.size(), id.rfind('-')));
    return ids_.count(id) == 0 ? "" : "#touchpoint=" + id;
  }

 private:
  std::map<std::string, int> ids_;
};

bool is_digit(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

/// SVG without what a page has no use for: line breaks between tags, ids and classes of groups, strokes that are none, hundredths of a
/// point. A backtick is written as everywhere on the page.
std::string tightened(std::string_view svg) {
  constexpr std::string_view group = "<g ", no_stroke = " stroke=\"none\"", stroke_width = " stroke-width=\"";
  const auto past_quote = [&](std::size_t from) { return svg.find('"', from) + 1; };
  std::string tight;
  tight.reserve(svg.size());
  bool is_in_tag = false;
  for (std::size_t i = 0; i < svg.size();) {
    const std::string_view rest = svg.substr(i);
    if (svg[i] == '<' || svg[i] == '>') is_in_tag = svg[i] == '<';
    const bool is_hundredth = is_in_tag && i >= 2 && svg[i - 2] == '.' && is_digit(svg, i - 1) && is_digit(svg, i) && !is_digit(svg, i + 1);
    const bool is_between_tags = svg[i] == '\n' && (i == 0 || svg[i - 1] == '>') && (i + 1 == svg.size() || svg[i + 1] == '<');
    if (is_between_tags || is_hundredth) {
      ++i;
    } else if (rest.starts_with(group)) {
      tight += "<g";
      i = svg.find('>', i);
    } else if (rest.starts_with(no_stroke)) {
      i += no_stroke.size();
      if (svg.substr(i).starts_with(stroke_width)) i = past_quote(i + stroke_width.size());
    } else if (svg[i] == '`') {
      tight += "&#96;";
      ++i;
    } else {
      tight += svg[i++];
    }
  }
  return tight;
}

/// Everything up to the end of the first tag, written anew: in a page the picture is a document with links, not one image.
std::string in_page(const std::string& svg, const Scene& scene) {
  const std::string root = fmt::format(
      R"(<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" id="{0}" viewBox="0 0 {1:.2f} {2:.2f}" )"
      R"(width="{1:.0f}" height="{2:.0f}" aria-labelledby="{0}--title">)",
      html_text(scene.id), scene.width, scene.height);
  return root + tightened(std::string_view(svg).substr(svg.find('>') + 1));
}

/// What leads to a touchpoint's card needs no tooltip: its text is the name, and the card says the rest.
void link_touchpoint(Identity& identity, const ItemLinks& links) {
  if (identity.url.empty()) identity.url = links.link_of(identity.id);
  if (identity.css_class.starts_with("touchpoint")) identity.tooltip.clear();
}

std::string drawn(Scene scene, const ItemLinks& links) {
  for (Item& item : scene.items) std::visit([&](auto& shape) { link_touchpoint(shape.identity, links); }, item);
  const auto svg = std::ranges::find(picture_formats(), std::string_view("svg"), &PictureFormat::name);
  return in_page(svg->draw(scene, {}), scene);
}

/// What every picture is drawn with. Themes differ in colours alone, so that a picture in two themes is one picture on the page.
struct Studio {
  explicit Studio(const ReportInput& input, PictureStyles& its_styles)
      : workspace(input.loaded.workspace), review(input.review), links(workspace), styles(its_styles) {}

  Scene scene(const PictureView& view, std::size_t journey, std::string_view theme) const {
    PictureOptions options{.journey = journey};
    if (view.takes(&PictureOptions::width)) options.width = picture_width;
    Scene scene = view.draw({workspace, review.analysis, review.answers, theme_named(theme), typesetter}, options);
    scene.id = "picture-" + scene.id;
    return scene;
  }

  Json picture(const PictureView& view, std::size_t journey) const {
    const Scene light = scene(view, journey, "light"), dark = scene(view, journey, "dark");
    return {{"view", title_of(view)},
            {"shows", std::string(view.shows)},
            {"describes", without_isolates(light.description)},
            {"id", "figure-" + light.id},
            {"svg", styles.with_classes(drawn(light, links), drawn(dark, links))}};
  }

  const Workspace& workspace;
  const Review& review;
  Typesetter typesetter;
  ItemLinks links;
  PictureStyles& styles;
};

/// `4.5 of 9`, `not known, wanted 9`, `lived 4.5`.
std::string lived_of_wanted(const Figures& figures) {
  if (!figures.actual) return figures.target ? fmt::format("not known, wanted {}", points_text(*figures.target)) : "not known";
  const std::string lived = points_text(*figures.actual);
  return figures.target ? fmt::format("{} of {}", lived, points_text(*figures.target)) : "lived " + lived;
}

Json moment_content(const ReportInput& input, std::span<const std::size_t> visits, std::size_t visit) {
  const std::size_t index = visits[visit];
  const Workspace& workspace = input.loaded.workspace;
  const Touchpoint& touchpoint = workspace.touchpoints[index];
  const Figures& figures = input.review.analysis.touchpoints[index];
  Json moment = reference_to(touchpoint);
  const auto& desired = touchpoint.desired;
  moment["wish"] = desired && desired->customer ? text_or_nothing(desired->customer->experience) : "";
  moment["when"] = text_or_nothing(touchpoint.when);
  moment["is_truth"] = touchpoint.moment_of_truth.value;
  moment["class"] = std::string(name_of(figures.gap_class));
  moment["glyph"] = glyph_of(figures.gap_class);
  moment["score"] = lived_of_wanted(figures);
  moment["basis"] = basis_text(workspace, input.review.analysis, input.review.answers, index);
  moment["upright"] = upright_drawing(input, visits, visit);
  return moment;
}

/// Touchpoints in path order, as often as they come; those of a journey inside stand with that.
std::vector<std::size_t> visits_of(const Journey& journey) {
  std::vector<std::size_t> visits;
  for (const Stage& stage : journey.stages) {
    for_each_touchpoint(stage.steps, [&](const Link<Touchpoint>& link) {
      if (link.index) visits.push_back(*link.index);
    });
  }
  return visits;
}

Json stages_content(const ReportInput& input, const Journey& journey) {
  const std::vector<std::size_t> visits = visits_of(journey);
  Json stages = Json::array();
  std::size_t visit = 0;
  for (const Stage& stage : journey.stages) {
    Json moments = Json::array();
    for_each_touchpoint(stage.steps, [&](const Link<Touchpoint>& link) {
      if (link.index) moments.push_back(moment_content(input, visits, visit++));
    });
    stages.push_back({{"name", stage.name.value}, {"stage", journey.id.value + "/" + stage.id.value}, {"moments", moments}});
  }
  return stages;
}

}  // namespace

Json journeys_content(const ReportInput& input, PictureStyles& styles) {
  const Workspace& workspace = input.loaded.workspace;
  const Studio studio(input, styles);
  Json journeys = Json::array();
  for (std::size_t i = 0; i < workspace.journeys.size(); ++i) {
    const Journey& journey = workspace.journeys[i];
    Json pictures = Json::array();
    for (const PictureView& view : picture_views()) {
      if (view.subject == PictureSubject::journey) pictures.push_back(studio.picture(view, i));
    }
    const auto& delivered = input.review.analysis.journeys[i].delivered.value;
    const auto& interval = input.review.analysis.journeys[i].delivered.interval;
    const std::string who = persona_names(workspace, journey);
    journeys.push_back({{"id", journey.id.value},
                        {"name", journey.name.value},
                        {"delivered", delivered ? fmt::format("{:.1f}", *delivered) : ""},
                        {"delivered_interval", interval ? fmt::format("{:.1f} to {:.1f} %", interval->low, interval->high) : ""},
                        {"who", who.empty() ? "" : fmt::format("For {}. The figures are those of everybody.", who)},
                        {"pictures", pictures},
                        {"stages", stages_content(input, journey)}});
  }
  return journeys;
}

Json pictures_content(const ReportInput& input, PictureStyles& styles) {
  const Studio studio(input, styles);
  Json pictures = Json::array();
  for (const PictureView& view : picture_views()) {
    if (view.subject == PictureSubject::workspace) pictures.push_back(studio.picture(view, 0));
  }
  return pictures;
}

}  // namespace mot
