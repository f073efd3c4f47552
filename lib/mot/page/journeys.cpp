// Journeys with their pictures, and each as a list beside them.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <utility>

#include "mot/analysis/paths.h"
#include "mot/page/page_text.h"
#include "mot/page/studio.h"
#include "mot/picture/branch_text.h"
#include "mot/picture/journey_text.h"
#include "mot/picture/path_columns.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/view/saved.h"

namespace mot {
namespace {

/// `4.5 of 9`, `not known, wanted 9`, `lived 4.5`.
std::string lived_of_wanted(const Figures& figures, const Wording& wording) {
  const std::string wanted = figures.target ? wording.points(*figures.target) : "";
  if (!figures.actual) return wanted.empty() ? wording("not known") : wording("not known, wanted {points}", {{"points", wanted}});
  const std::string lived = wording.points(*figures.actual);
  return wanted.empty() ? wording("lived {points}", {{"points", lived}})
                        : wording("{lived} of {wanted}", {{"lived", lived}, {"wanted", wanted}});
}

Json moment_content(const ReportInput& input, std::span<const ListedMoment> moments, std::size_t place) {
  const auto& [index, stage, is_on_line, is_inside, when, inside, way] = moments[place];
  const Workspace& workspace = input.loaded.workspace;
  const Touchpoint& touchpoint = workspace.touchpoints[index];
  const Figures& figures = input.review.analysis.touchpoints[index];
  Json moment = reference_to(touchpoint);
  const auto& desired = touchpoint.desired;
  moment["wish"] = desired && desired->customer ? text_or_nothing(desired->customer->experience) : "";
  moment["when"] = when;
  moment["inside"] = inside;
  moment["way"] = way;
  moment["kind"] = std::string(is_inside ? " inside" : "") + (is_on_line ? "" : " aside");
  moment["is_truth"] = touchpoint.moment_of_truth.value;
  moment["class"] = std::string(name_of(figures.gap_class));
  moment["glyph"] = glyph_of(figures.gap_class);
  moment["score"] = lived_of_wanted(figures, input.wording());
  moment["basis"] = basis_text(workspace, input.review.analysis, input.review.answers, index);
  moment["upright"] = upright_drawing(input, moments, place);
  return moment;
}

/// The moments of a journey as its story has them: in path order, as often as they come, those of branches and of journeys inside too.
class MomentList {
 public:
  MomentList(const Workspace& workspace, const Journey& journey)
      : workspace_(workspace), wording_(workspace.project), plan_(journey::path_columns_of(workspace, journey, journey.stages.size() + 1)) {
    for (std::size_t stop = 0; stop < plan_.path.stops.size(); ++stop) add(stop);
  }

  std::vector<ListedMoment> moments() && { return std::move(moments_); }

 private:
  void add(std::size_t index) {
    const Stop& stop = plan_.path.stops[index];
    const std::size_t begin = moments_.size();
    const bool is_on_line = !stop.branch && !stop.is_behind;
    if (stop.touchpoint) {
      moments_.push_back({.touchpoint = *stop.touchpoint, .stage = stop.stage, .is_on_line = is_on_line});
    } else if (stop.journey) {
      for (const std::size_t touchpoint : main_path(workspace_, workspace_.journeys[*stop.journey]))
        moments_.push_back({.touchpoint = touchpoint, .stage = stop.stage, .is_on_line = is_on_line, .is_inside = true});
    }
    if (begin == moments_.size()) return;
    const std::string conditions = journey::conditions_of(plan_, index);
    if (!conditions.empty()) moments_[begin].when = wording_("if {condition}", {{"condition", conditions}});
    if (stop.journey && !stop.touchpoint)
      moments_[begin].inside = wording_("journey inside") + ": " + workspace_.journeys[*stop.journey].name.value;
    std::vector<std::string> ways = journey::shortcuts_from(workspace_, plan_, index);
    if (std::string way = journey::way_on_text(workspace_, plan_, index); !way.empty()) ways.insert(ways.begin(), std::move(way));
    moments_.back().way = fmt::format("{}", fmt::join(ways, "; "));
  }

  const Workspace& workspace_;
  Wording wording_;
  journey::PathColumns plan_;
  std::vector<ListedMoment> moments_;
};

Json stages_content(const ReportInput& input, const Journey& journey) {
  const std::vector<ListedMoment> moments = MomentList(input.loaded.workspace, journey).moments();
  Json stages = Json::array();
  for (const Stage& stage : journey.stages)
    stages.push_back({{"name", stage.name.value}, {"stage", journey.id.value + "/" + stage.id.value}, {"moments", Json::array()}});
  for (std::size_t i = 0; i < moments.size(); ++i) stages[moments[i].stage]["moments"].push_back(moment_content(input, moments, i));
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

std::string_view written_text(const Loaded& loaded, Span span) {
  return std::string_view(loaded.sources[span.file].text).substr(span.begin, span.end - span.begin);
}

/// What the pictures of a journey are made of as far as that is written in the files' own text, and the figures beside it: where this is
/// the same, they are in all likelihood.
std::string made_of(const ReportInput& input, const Journey& journey, const Json& stages) {
  const Workspace& workspace = input.loaded.workspace;
  std::string text = stages.dump(-1, ' ', false, Json::error_handler_t::replace);
  text += written_text(input.loaded, journey.span);
  for (const ListedMoment& moment : MomentList(workspace, journey).moments())
    text += written_text(input.loaded, workspace.touchpoints[moment.touchpoint].span);
  for (const Action& action : workspace.actions) text += written_text(input.loaded, action.span);
  return text;
}

/// Where only what is seen first is made anew, that is the first picture of what changed.
Studio::Haste haste_of(const ReportInput& input, bool is_seen_first) {
  return input.redrawn == Redrawn::seen_first && !is_seen_first ? Studio::Haste::as_drawn_last : Studio::Haste::none;
}

/// `12 moments`, and of how many the figure is where it is not of all.
std::string moments_text(const Summary& journey, const Wording& wording) {
  std::string moments = wording.count(journey.touchpoints, "{count} moments");
  const Delivered& delivered = journey.delivered;
  if (delivered.known >= delivered.of) return moments;
  return wording("{moments}, {known} of them known", {{"moments", moments}, {"known", delivered.known}});
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
    Json stages = stages_content(input, journey);
    const bool has_changed = sheet.drawn.has_changed(journey.id.value, made_of(input, journey, stages));
    Json pictures = Json::array();
    for (std::size_t place = 0; place < all.size(); ++place)
      pictures.push_back(studio.picture(all[place], i, haste_of(input, has_changed && place == 0)));
    const Delivered& of_journey = input.review.analysis.journeys[i].delivered;
    const auto& interval = of_journey.interval;
    journeys.push_back({{"id", journey.id.value},
                        {"name", journey.name.value},
                        {"delivered", decimal_or_nothing(of_journey.value, wording)},
                        {"delivered_interval", interval ? range_text(interval, wording) + " %" : ""},
                        {"by_share", of_journey.by_share > 0 ? fmt::format("{}", of_journey.by_share) : ""},
                        {"moment_count", moments_text(input.review.analysis.journeys[i], wording)},
                        {"who", travellers_text(input, journey)},
                        {"goal", goal_text(wording, journey)},
                        {"facts", fmt::format("{}", fmt::join(journey_facts(wording, journey), " · "))},
                        {"pictures", pictures},
                        {"stages", std::move(stages)}});
  }
  return journeys;
}

Json pictures_content(const ReportInput& input, const PictureSheet& sheet) {
  const Studio studio(input, sheet);
  const Workspace& workspace = input.loaded.workspace;
  const std::vector<PagePicture> all = pictures_of(PictureSubject::workspace);
  Json pictures = Json::array();
  for (std::size_t place = 0; place < all.size(); ++place)
    pictures.push_back(studio.picture(all[place], 0, haste_of(input, workspace.journeys.empty() && place == 0)));
  for (const SavedView& saved : workspace.project.views) {
    if (is_view_as_it_comes(saved)) continue;  // which stands above
    if (Json picture = studio.picture(saved); !picture.empty()) pictures.push_back(std::move(picture));
  }
  return pictures;
}

}  // namespace mot
