#include "mot/story/left_out.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "mot/analysis/plan.h"
#include "mot/analysis/sets.h"
#include "mot/picture/told_rows.h"

namespace mot::story {

namespace {

/// A slide that is drawn, and which moments it tells of in words.
struct DrawnSlide {
  const StoryDrawing& drawing;
  std::vector<std::size_t> moments;  ///< of the journey, as indices of Workspace::touchpoints
  std::vector<std::size_t> told;     ///< of them those that have a card

  const Workspace& workspace() const { return drawing.input.workspace; }
  const Touchpoint& touchpoint(std::size_t moment) const { return workspace().touchpoints[moment]; }
  bool tells(std::size_t moment) const { return std::ranges::find(told, moment) != told.end(); }
};

std::set<std::string> ids_on(const StoryDrawing& drawing) {
  std::set<std::string> ids;
  for (const Item& item : drawing.scene.items) ids.insert(std::visit([](const auto& one) { return one.identity.id; }, item));
  return ids;
}

template <class Predicate>
bool any_moment(const DrawnSlide& slide, Predicate predicate) {
  return std::ranges::any_of(slide.moments, predicate);
}

bool lacks_n(const DrawnSlide& slide) {
  return any_moment(slide, [&](std::size_t i) {
    return slide.drawing.input.analysis.touchpoints[i].actual_kind == ActualKind::measured && !slide.tells(i);
  });
}

bool lacks_flags(const DrawnSlide& slide) {
  return any_moment(slide, [&](std::size_t i) { return !slide.touchpoint(i).flags.empty(); });
}

bool lacks_rows(const DrawnSlide& slide) {
  return !told_rows(slide.workspace(), slide.drawing.journey(), {{}, {"does", "channels"}}).empty();
}

bool lacks_doing(const DrawnSlide& slide) {
  return any_moment(slide, [&](std::size_t i) { return !slide.touchpoint(i).customer_does.empty(); });
}

bool lacks_voices(const DrawnSlide& slide) {
  const Answers& answers = slide.drawing.input.answers;
  const auto is_quoted = [](const Evidence& evidence) { return evidence.quote.has_value(); };
  return any_moment(
      slide, [&](std::size_t i) { return !answers.of(i).quotes.empty() || std::ranges::any_of(slide.touchpoint(i).evidence, is_quoted); });
}

bool lacks_behind(const DrawnSlide& slide) {
  return !slide.drawing.behind.empty();
}

bool lacks_calm_words(const DrawnSlide& slide) {
  return any_moment(slide, [&](std::size_t i) {
    const auto& actual = slide.touchpoint(i).actual;
    return actual && actual->experience && !slide.tells(i);
  });
}

/// The first open action of a moment stands on its card.
bool lacks_actions(const DrawnSlide& slide) {
  std::set<std::size_t> have_theirs;
  for (const ActionFigures& figures : plan_of(slide.workspace(), slide.drawing.input.analysis).actions) {
    bool is_shown = false, helps = false;
    for (const Link<Touchpoint>& link : slide.workspace().actions[figures.action].touchpoints) {
      if (!link.index || std::ranges::find(slide.moments, *link.index) == slide.moments.end()) continue;
      helps = true;
      is_shown |= slide.tells(*link.index) && have_theirs.insert(*link.index).second;
    }
    if (helps && !is_shown) return true;
  }
  return false;
}

/// By Part.
constexpr bool (*lacks[])(const DrawnSlide&) = {lacks_n,      lacks_flags,  lacks_rows,       lacks_doing,
                                                lacks_voices, lacks_behind, lacks_calm_words, lacks_actions};

/// Of the first so many parts those that the slide lacks.
std::vector<std::string> lacked_parts(const DrawnSlide& slide, std::size_t first) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < std::min(first, std::size(lacks)); ++i)
    if (lacks[i](slide)) parts.emplace_back(story_parts()[i]);
  return parts;
}

/// A slide names no journey inside: that, its moments without a mark, and the names of the others.
void add_from_inside(const DrawnSlide& slide, const journey::InnerJourney& inner, const std::set<std::string>& ids, LeftOut& left_out) {
  const Journey& journey = slide.workspace().journeys[inner.journey];
  left_out.things.push_back(journey.name.value);
  for (const std::size_t moment : touchpoints_of(slide.workspace(), journey)) {
    const Touchpoint& touchpoint = slide.touchpoint(moment);
    const std::string mark = "inside-" + inner.key + "-" + touchpoint.id.value;
    if (touchpoint.visibility.value != Visibility::frontstage || slide.tells(moment) || ids.contains("name-" + mark)) continue;
    (ids.contains(mark) ? left_out.names : left_out.things).push_back(touchpoint.name.value);
  }
}

}  // namespace

std::vector<std::string> left_out_of_pages(const StoryDrawing& drawing) {
  return lacked_parts({drawing, touchpoints_of(drawing.input.workspace, drawing.journey()), {}}, drawing.options.left_out);
}

LeftOut left_out_of_slide(const StoryDrawing& drawing) {
  const std::set<std::string> ids = ids_on(drawing);
  DrawnSlide slide{drawing, touchpoints_of(drawing.input.workspace, drawing.journey()), {}};
  for (const std::size_t i : slide.moments)
    if (ids.contains("finding-" + slide.touchpoint(i).id.value)) slide.told.push_back(i);
  LeftOut left_out{lacked_parts(slide, std::size(lacks)), {}};
  for (std::size_t i = 0; i < drawing.plan.visits.size(); ++i) {
    const Visit& visit = drawing.plan.visits[i];
    if (!drawing.is_first(i) || slide.tells(visit.touchpoint) || ids.contains("name-" + visit.key)) continue;
    left_out.names.push_back(drawing.touchpoint_of(visit).name.value);
  }
  for (const journey::InnerJourney& inner : drawing.plan.inner_journeys) add_from_inside(slide, inner, ids, left_out);
  for (const std::size_t i : touchpoints_of(drawing.input.workspace, drawing.whole_journey()))
    if (std::ranges::find(slide.moments, i) == slide.moments.end()) left_out.things.push_back(slide.touchpoint(i).name.value);
  return left_out;
}

}  // namespace mot::story
