// Pictures of the page: `mot map`'s own, inline, their cards leading to their touchpoints; and each journey as a list beside them.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>
#include <variant>
#include <vector>

#include "mot/draw/draw.h"
#include "mot/page/compact_paths.h"
#include "mot/page/content.h"
#include "mot/page/drawn_pictures.h"
#include "mot/page/fill_in.h"
#include "mot/page/page_text.h"
#include "mot/page/palette.h"
#include "mot/page/picture_styles.h"
#include "mot/picture/canvas.h"
#include "mot/picture/journey_text.h"
#include "mot/picture/told_rows.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/text/isolates.h"
#include "mot/typesetting/typesetter.h"
#include "mot/view/saved.h"
#include "mot/view/views.h"

namespace mot {
namespace {

constexpr double picture_width = 1250;  // points; what a page on a screen shows without shrinking letters

/// A picture as the page offers it: a view, or one of its layouts.
struct PagePicture {
  std::string key;    ///< `story`
  std::string title;  ///< in the page's menu
  std::string shows;
  const PictureView* view;
  std::optional<Layout> layout = {};
};

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

/// The touchpoint that an item's id names: `touchpoint-rebook`, or `touchpoint-rebook-2` where it comes again; `carrier-rebook` where it
/// carries others.
class ItemLinks {
 public:
  explicit ItemLinks(const Workspace& workspace) {
    for (const Touchpoint& touchpoint : workspace.touchpoints) ids_.emplace(touchpoint.id.value, 0);
  }

  std::string link_of(std::string_view item) const {
    constexpr std::string_view kinds[] = {"touchpoint-", "carrier-"};
    const auto* const kind = std::ranges::find_if(kinds, [&](std::string_view each) { return item.starts_with(each); });
    if (kind == std::end(kinds)) return "";
    std::string id(item.substr(kind->size()));
    if (ids_.count(id) == 0) id.resize(std::min(id.size(), id.rfind('-')));
    return ids_.count(id) == 0 ? "" : "#touchpoint=" + id;
  }

 private:
  std::map<std::string, int> ids_;
};

/// A tag of straight lines, and whether its last point leads back to the first.
struct PointsTag {
  std::string_view opening;
  bool is_closed = false;
};

constexpr PointsTag points_tags[] = {{"<polygon ", true}, {"<polyline ", false}};

/// SVG without what a page has no use for: line breaks between tags, groups but for their tooltips, strokes that are none, hundredths of
/// a point, a namespace for links. Polygons are paths, from point to point; circles of curves are circles. A backtick is written as
/// everywhere on the page.
class Tightener {
 public:
  explicit Tightener(std::string_view svg) : svg_(svg) { tight_.reserve(svg.size()); }

  std::string tightened() && {
    while (at_ < svg_.size()) step();
    return std::move(tight_);
  }

 private:
  void step() {
    const char sign = svg_[at_];
    if (sign == '<' || sign == '>') is_in_tag_ = sign == '<';
    if (is_between_tags()) {
      ++at_;
    } else if (is_in_tag_ &&
               (take_group() || take_points_tag() || take_circle() || take_no_stroke() || take_shape() || take_link() || take_number())) {
      return;
    } else if (sign == '`') {
      tight_ += "&#96;";
      ++at_;
    } else {
      tight_ += sign;
      ++at_;
    }
  }

  bool starts_with(std::string_view text) const { return svg_.substr(at_, text.size()) == text; }

  bool is_between_tags() const {
    return svg_[at_] == '\n' && (at_ == 0 || svg_[at_ - 1] == '>') && (at_ + 1 == svg_.size() || svg_[at_ + 1] == '<');
  }

  /// A group is there for its tooltip, or for nothing.
  bool take_group() {
    constexpr std::string_view opening = "<g ", closing = "</g>", tooltip = "<title";
    if (starts_with(opening)) {
      at_ = svg_.find('>', at_) + 1;
      is_kept_.push_back(svg_.substr(std::min(svg_.find('<', at_), svg_.size())).starts_with(tooltip));
      if (is_kept_.back()) tight_ += "<g>";
    } else if (starts_with(closing) && !is_kept_.empty()) {
      at_ += closing.size();
      if (is_kept_.back()) tight_ += closing;
      is_kept_.pop_back();
    } else {
      return false;
    }
    is_in_tag_ = false;
    return true;
  }

  bool take_points_tag() {
    const auto* const tag = std::ranges::find_if(points_tags, [&](const PointsTag& each) { return starts_with(each.opening); });
    if (tag == std::end(points_tags)) return false;
    is_closed_ = tag->is_closed;
    tight_ += "<path";
    at_ += tag->opening.size() - 1;
    return true;
  }

  bool take_circle() {
    constexpr std::string_view opening = "<path ", shape = " d=\"";
    if (!starts_with(opening)) return false;
    const std::string_view tag = svg_.substr(at_, svg_.find('>', at_) - at_);
    const std::size_t begin = tag.find(shape);
    if (begin == std::string_view::npos) return false;
    const std::string_view path = tag.substr(begin + shape.size());
    circle_ = circle_of_path(path.substr(0, path.find('"')));
    if (circle_.empty()) return false;
    tight_ += "<circle";
    at_ += opening.size() - 1;
    return true;
  }

  bool take_no_stroke() {
    constexpr std::string_view no_stroke = " stroke=\"none\"", width = " stroke-width=\"";
    if (svg_[at_] != ' ' || !starts_with(no_stroke)) return false;
    at_ += no_stroke.size();
    if (starts_with(width)) at_ = svg_.find('"', at_ + width.size()) + 1;
    return true;
  }

  bool take_link() {
    constexpr std::string_view link = " xlink:href=";
    if (!starts_with(link)) return false;
    tight_ += " href=";
    at_ += link.size();
    return true;
  }

  /// The value of an attribute that is a number of tenths or hundredths and nothing else.
  bool take_number() {
    constexpr std::string_view opening = "=\"";
    if (!starts_with(opening)) return false;
    const std::size_t begin = at_ + opening.size(), end = std::min(svg_.find('"', begin), svg_.size());
    const std::string_view value = svg_.substr(begin, end - begin);
    const std::size_t point = value.find('.');
    const bool has_tenths = point != std::string_view::npos && value.size() > point + 1 && value.size() <= point + 3;
    if (!has_tenths || value.find_first_not_of("-.0123456789") != std::string_view::npos) return false;
    tight_.append(opening).append(value.substr(0, value[point + 1] == '0' ? point : point + 2));
    at_ = end;
    return true;
  }

  bool take_shape() {
    constexpr std::string_view path = " d=\"", points = " points=\"";
    const bool is_path = starts_with(path);
    if (!is_path && !starts_with(points)) return false;
    const std::size_t begin = at_ + (is_path ? path : points).size(), end = svg_.find('"', begin);
    const std::string_view shape = svg_.substr(begin, end - begin);
    if (circle_.empty()) {
      tight_.append(path).append(is_path ? compact_path(shape) : path_of_points(shape, is_closed_));
      at_ = end;
    } else {
      tight_ += std::exchange(circle_, "");
      at_ = end + 1;
    }
    return true;
  }

  std::string_view svg_;
  std::string tight_;
  std::size_t at_ = 0;
  bool is_in_tag_ = false;
  bool is_closed_ = false;     ///< of the polygon or polyline that is read
  std::string circle_;         ///< what the path that is read is, if it is one
  std::vector<bool> is_kept_;  ///< of the groups that are open
};

/// Everything up to the end of the first tag, written anew: in a page the picture is a document with links, not one image.
std::string in_page(const std::string& svg, const Scene& scene) {
  const std::string root = fmt::format(R"(<svg id="{0}" viewBox="0 0 {1:.2f} {2:.2f}" )"
                                       R"(width="{1:.0f}" height="{2:.0f}" aria-labelledby="{0}--title">)",
                                       html_text(scene.id), scene.width, scene.height);
  return root + Tightener(std::string_view(svg).substr(svg.find('>') + 1)).tightened();
}

/// What leads to a touchpoint's card needs no tooltip: its text is the name, and the card says the rest.
void link_touchpoint(Identity& identity, const ItemLinks& links) {
  if (identity.url.empty()) identity.url = links.link_of(identity.id);
  if (identity.css_class.starts_with("touchpoint")) identity.tooltip.clear();
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

/// What every picture is drawn with. Themes differ in colours alone, so that a picture in two themes is drawn once.
class Studio {
 public:
  Studio(const ReportInput& input, const PictureSheet& sheet)
      : workspace_(input.loaded.workspace),
        review_(input.review),
        wording_(workspace_.project),
        links_(workspace_),
        today_(input.today),
        sheet_(sheet),
        redrawn_(input.redrawn) {}

  /// `place` is its place among others that a reader chooses from.
  Json picture(const PagePicture& picture, std::size_t journey, std::size_t place) const {
    const std::string key = key_of(picture, journey);
    const DrawnPicture* last = redrawn_ == Redrawn::seen_first && place > 0 ? sheet_.drawn.last(key) : nullptr;
    const DrawnPicture& shown = last != nullptr ? *last : sheet_.drawn.drawn(key, scene(picture, journey, key), drawn);
    return {{"view", picture.key},
            {"title", wording_(picture.title)},
            {"shows", wording_(picture.shows)},
            {"describes", without_isolates(shown.from.scene.description)},
            {"id", "figure-" + key},
            {"svg", sheet_.styles.with_classes(shown.svg, shown.from.pairs)}};
  }

  /// As it was saved, but for its colours and its width. Empty where nothing of it is left.
  Json picture(const SavedView& saved) const {
    const SavedPicture picture(saved, {workspace_, review_.answers, review_.analysis, today_});
    if (!picture.is_there()) return {};
    const std::string key = "saved-" + saved.id.value;
    const auto in_theme = [&](std::string_view theme) {
      return picture.scene(theme_named(theme), sheet_.drawn.typesetter(font_of(workspace_.project)), picture_width);
    };
    const auto in_both_themes = [&] {
      Scene light = in_theme("light");
      light.id = "picture-" + key;
      link_items(light);
      return numbered(std::move(light), in_theme("dark"));
    };
    const DrawnPicture* last = redrawn_ == Redrawn::seen_first ? sheet_.drawn.last(key) : nullptr;
    const DrawnPicture& shown = last != nullptr ? *last : sheet_.drawn.drawn(key, in_both_themes(), drawn);
    return {{"view", key},
            {"title", saved.name ? saved.name->value : saved.id.value},
            {"shows", wording_("the saved view '{view}': {shows}", {{"view", saved.id.value}, {"shows", wording_(picture.view().shows)}})},
            {"describes", without_isolates(shown.from.scene.description)},
            {"id", "figure-" + key},
            {"svg", sheet_.styles.with_classes(shown.svg, shown.from.pairs)}};
  }

 private:
  std::string key_of(const PagePicture& picture, std::size_t journey) const {
    const bool is_of_journey = picture.view->subject == PictureSubject::journey;
    return picture.key + (is_of_journey ? "-" + workspace_.journeys[journey].id.value : std::string());
  }

  NumberedScene scene(const PagePicture& picture, std::size_t journey, const std::string& key) const {
    Scene light = scene_in(picture, journey, "light");
    light.id = "picture-" + key;
    link_items(light);
    return numbered(std::move(light), scene_in(picture, journey, "dark"));
  }

  void link_items(Scene& scene) const {
    const auto link = [&](auto& shape) {
      link_touchpoint(shape.identity, links_);
      shape.identity.tooltip = what_is_not_read(shape);
    };
    for (Item& item : scene.items) std::visit(link, item);
  }

  Scene scene_in(const PagePicture& picture, std::size_t journey, std::string_view theme) const {
    PictureOptions options{.journey = journey, .layout = picture.layout};
    if (picture.view->takes(&PictureOptions::width)) options.width = picture_width;
    if (picture.layout) options.hidden_rows = rows_of_the_blueprint();
    return picture.view->draw({workspace_,
                               review_.analysis,
                               review_.answers,
                               theme_named(theme),
                               sheet_.drawn.typesetter(font_of(workspace_.project)),
                               {},
                               today_},
                              options);
  }

  /// What is written besides scores: beside a story and its lanes stands the blueprint, which has it.
  std::vector<std::string> rows_of_the_blueprint() const {
    const auto keys = told_row_keys(workspace_);
    return {keys.begin(), keys.end()};
  }

  const Workspace& workspace_;
  const Review& review_;
  Wording wording_;
  ItemLinks links_;
  Date today_;
  PictureSheet sheet_;
  Redrawn redrawn_;
};

/// `4.5 of 9`, `not known, wanted 9`, `lived 4.5`.
std::string lived_of_wanted(const Figures& figures, const Wording& wording) {
  const std::string wanted = figures.target ? wording.points(*figures.target) : "";
  if (!figures.actual) return wanted.empty() ? wording("not known") : wording("not known, wanted {points}", {{"points", wanted}});
  const std::string lived = wording.points(*figures.actual);
  return wanted.empty() ? wording("lived {points}", {{"points", lived}})
                        : wording("{lived} of {wanted}", {{"lived", lived}, {"wanted", wanted}});
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
  moment["score"] = lived_of_wanted(figures, input.wording());
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

/// Who travels it, and whose figures are shown.
std::string travellers_text(const ReportInput& input, const Journey& journey) {
  const Workspace& workspace = input.loaded.workspace;
  const Wording wording = input.wording();
  const std::string who = persona_names(workspace, journey);
  if (who.empty()) return "";
  const auto& persona = input.review.analysis.persona;
  if (!persona) return wording("For {personas}. The figures are those of everybody.", {{"personas", who}});
  return wording("For {personas}. The figures are what {persona} wants and answers.",
                 {{"personas", who}, {"persona", workspace.personas[*persona].name.value}});
}

}  // namespace

Json journeys_content(const ReportInput& input, const PictureSheet& sheet) {
  const Workspace& workspace = input.loaded.workspace;
  const Wording wording = input.wording();
  const Studio studio(input, sheet);
  const std::vector<PagePicture> all = pictures_of(PictureSubject::journey);
  Json journeys = Json::array();
  for (std::size_t i = 0; i < workspace.journeys.size(); ++i) {
    const Journey& journey = workspace.journeys[i];
    Json pictures = Json::array();
    for (std::size_t place = 0; place < all.size(); ++place) pictures.push_back(studio.picture(all[place], i, place));
    const auto& delivered = input.review.analysis.journeys[i].delivered.value;
    const auto& interval = input.review.analysis.journeys[i].delivered.interval;
    journeys.push_back({{"id", journey.id.value},
                        {"name", journey.name.value},
                        {"delivered", decimal_or_nothing(delivered, wording)},
                        {"delivered_interval", interval ? range_text(interval, wording) + " %" : ""},
                        {"moment_count", wording.count(input.review.analysis.journeys[i].touchpoints, "{count} moments")},
                        {"who", travellers_text(input, journey)},
                        {"goal", goal_text(wording, journey)},
                        {"facts", fmt::format("{}", fmt::join(journey_facts(wording, journey), " · "))},
                        {"pictures", pictures},
                        {"stages", stages_content(input, journey)}});
  }
  return journeys;
}

Json pictures_content(const ReportInput& input, const PictureSheet& sheet) {
  const Studio studio(input, sheet);
  const std::vector<PagePicture> all = pictures_of(PictureSubject::workspace);
  Json pictures = Json::array();
  for (std::size_t place = 0; place < all.size(); ++place) pictures.push_back(studio.picture(all[place], 0, place));
  for (const SavedView& saved : input.loaded.workspace.project.views) {
    if (Json picture = studio.picture(saved); !picture.empty()) pictures.push_back(std::move(picture));
  }
  return pictures;
}

}  // namespace mot
