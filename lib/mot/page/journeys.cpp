// Journeys with their pictures, and each as a list beside them.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "mot/page/page_text.h"
#include "mot/page/studio.h"
#include "mot/picture/journey_text.h"
#include "mot/picture/touchpoint_text.h"

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

std::string_view written_text(const Loaded& loaded, Span span) {
  return std::string_view(loaded.sources[span.file].text).substr(span.begin, span.end - span.begin);
}

/// What the pictures of a journey are made of as far as that is written in the files' own text, and the figures beside it: where this is
/// the same, they are in all likelihood.
std::string made_of(const ReportInput& input, const Journey& journey, const Json& stages) {
  const Workspace& workspace = input.loaded.workspace;
  std::string text = stages.dump(-1, ' ', false, Json::error_handler_t::replace);
  text += written_text(input.loaded, journey.span);
  for (const std::size_t visit : visits_of(journey)) text += written_text(input.loaded, workspace.touchpoints[visit].span);
  for (const Action& action : workspace.actions) text += written_text(input.loaded, action.span);
  return text;
}

/// Where only what is seen first is made anew, that is the first picture of what changed.
Studio::Haste haste_of(const ReportInput& input, bool is_seen_first) {
  return input.redrawn == Redrawn::seen_first && !is_seen_first ? Studio::Haste::as_drawn_last : Studio::Haste::none;
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
    if (Json picture = studio.picture(saved); !picture.empty()) pictures.push_back(std::move(picture));
  }
  return pictures;
}

}  // namespace mot
