#include "mot/story/story.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "mot/analysis/plan.h"
#include "mot/analysis/sets.h"
#include "mot/picture/frame.h"
#include "mot/picture/signs.h"
#include "mot/picture/told_rows.h"
#include "mot/picture/verdict.h"
#include "mot/picture/worst_moments.h"
#include "mot/story/below.h"
#include "mot/story/card_marks.h"
#include "mot/story/head.h"
#include "mot/story/left_out.h"
#include "mot/story/plot.h"
#include "mot/story/slide.h"
#include "mot/story/stages.h"
#include "mot/text/isolates.h"

namespace mot::story {

namespace {

constexpr double least_plot = 176, least_plot_on_paper = 104;
constexpr double share_of_row = 0.253;  // what the curve takes of a row's height at least
constexpr double most_growth = 2.2;     // of the curve, where a sheet has room left
constexpr double between_rows = 26, between_rows_on_paper = 20;

/// Points that each row takes but for its curve.
std::vector<double> heights_without_curve(const StoryDrawing& drawing) {
  StoryDrawing scratch = drawing;
  std::vector<double> heights;
  for (const Row& row : drawing.rows) {
    scratch.y = 0;
    draw_stages(scratch, row);
    draw_below_curve(scratch, row);
    heights.push_back(scratch.y + strip_height(drawing, row) + 4);
  }
  return heights;
}

/// On a sheet, where every point counts, the curve takes its share alone, and grows into what is left over.
double plot_height(const StoryDrawing& drawing) {
  double height = drawing.options.margin >= 0 ? least_plot_on_paper : least_plot;
  for (const double other : heights_without_curve(drawing)) height = std::max(height, other * share_of_row / (1 - share_of_row));
  return height;
}

std::string description_of(const StoryDrawing& drawing) {
  const Summary& summary = drawing.input.analysis.journeys[drawing.options.journey];
  const Wording& wording = drawing.wording;
  std::string names;
  for (const Stage& stage : drawing.journey().stages) names += (names.empty() ? "" : ", ") + stage.name.value;
  std::string text = wording(names.empty() ? "{moments} in {stages}." : "{moments} in {stages}: {names}.",
                             {{"moments", wording.count(summary.touchpoints, "{count} moments")},
                              {"stages", wording.count(drawing.journey().stages.size(), "{count} stages")},
                              {"names", names}});
  if (const Delivered& delivered = summary.delivered; delivered.value) {
    std::string percent = wording.percent(*delivered.value);
    if (delivered.known < delivered.of)
      percent += " (" +
                 wording("{known} of {all} known, {judged} judged",
                         {{"known", delivered.known}, {"all", delivered.of}, {"judged", delivered.judged}}) +
                 ")";
    text += " " + wording("Experience delivered: {percent}.", {{"percent", percent}});
  }
  if (const std::string changes = changes_text(drawing); !changes.empty())
    text +=
        " " + drawing.wording("Since {state}: {changes}.", {{"state", isolated(drawing.options.other_state->name)}, {"changes", changes}});
  const std::string verdict = verdict_text(drawing.input.workspace, drawing.input.analysis, drawing.journey());
  return verdict.empty() ? text : text + " " + verdict;
}

/// Those that are asked for by name, or all but some: what is said on cards, and the channel over each, only where it is named.
ToldRows told_rows_of(const StoryDrawing& drawing) {
  const PictureOptions& options = drawing.options;
  ToldRows told{drawing.input.workspace, drawing.plan, {}, options.department, {}};
  if (options.margin >= 0) told.most_lines = 0;  // on paper nothing is cut off
  RowChoice choice{options.shown_rows, options.hidden_rows};
  const bool are_named = !choice.shown.empty();
  const bool is_asked = are_named || !choice.hidden.empty();
  if (!are_named) choice.hidden.insert(choice.hidden.end(), {"does", "channels"});
  if (is_asked && (are_named || drawing.shows(Part::rows))) told.rows = told_rows(drawing.input.workspace, drawing.journey(), choice);
  const auto row_of = [rows = drawing.rows](const Band& band) {
    return *std::ranges::find(rows, band.begin, [](const Row& row) { return row.band.begin; });
  };
  told.grid = {0, drawing.content_left(), {}, {}, ToldHeadings::above};
  told.grid.column = [row_of](const Band& band, std::size_t column) {
    const Row row = row_of(band);
    return ToldColumn{row.left(column) + card_inset, row.width(column) - 2 * card_inset};
  };
  told.grid.width = [width = drawing.content_width()](const Band&) { return width; };
  return told;
}

/// What is drawn with room that is left over.
struct Filling {
  std::vector<double> more_for_curves = {};  ///< points, by row; none where there is no room
  bool has_rail_names = true;
};

/// A story, and where its rows begin.
struct DrawnStory {
  Scene scene;
  std::vector<double> tops;
};

DrawnStory drawn_with(const PictureInput& input, const PictureOptions& asked, const Filling& filling) {
  StoryDrawing drawing(input, asked);
  drawing.has_rail_names = filling.has_rail_names;
  drawing.scene.title = title_of_part(drawing, title_of(drawing));
  drawing.scene.description = description_of(drawing);
  const Zoom zoom = zoom_of(drawing);
  const double height = drawing.rows.empty() ? 0 : plot_height(drawing);
  draw_story_head(drawing);
  if (drawing.rows.empty()) draw_nothing_yet(drawing, "This journey has no stages yet.");
  const ToldRows told = told_rows_of(drawing);
  std::vector<double> tops;
  for (std::size_t i = 0; i < drawing.rows.size(); ++i) {
    if (i > 0) drawing.y += asked.margin >= 0 ? between_rows_on_paper : between_rows;
    tops.push_back(drawing.y);
    draw_stages(drawing, drawing.rows[i]);
    draw_curve(drawing, drawing.rows[i], zoom, height + (i < filling.more_for_curves.size() ? filling.more_for_curves[i] : 0));
    draw_below_curve(drawing, drawing.rows[i]);
    draw_told_rows(drawing, told, drawing.rows[i].band);
  }
  if (drawing.shows(Part::actions) && !drawing.rows.empty()) {
    drawing.y += 10;
    draw_actions(drawing);
  }
  tell_left_out(drawing, {left_out_of_pages(drawing), {}});
  return {finished(drawing, 10), std::move(tops)};
}

/// Where pages of a height end, as rows; of as few pages as that takes, the last ones as full as the first.
std::vector<std::size_t> ends_of_pages(const std::vector<double>& edges, double height) {
  const auto ends_within = [&](double most) {
    std::vector<std::size_t> ends;
    std::size_t begin = 0;
    for (std::size_t end = 1; end < edges.size(); ++end) {
      if (end > begin + 1 && edges[end] - edges[begin] > most) ends.push_back(begin = end - 1);
    }
    ends.push_back(edges.size() - 1);
    return ends;
  };
  const std::size_t pages = ends_within(height).size();
  double least = 0, most = height;
  while (most - least > 1) {
    const double middle = (least + most) / 2;
    (ends_within(middle).size() <= pages ? most : least) = middle;
  }
  return ends_within(most);
}

/// What the curves of rows grow by, so that each page is full, or they are as high as curves get.
std::vector<double> growth_on_pages(const DrawnStory& story, double height) {
  std::vector<double> edges = {0};
  for (std::size_t i = 1; i < story.tops.size(); ++i) edges.push_back(story.tops[i] - between_rows_on_paper / 2);
  edges.push_back(story.scene.height);
  std::vector<double> growth;
  const std::vector<std::size_t> ends = ends_of_pages(edges, height);
  const double spare = ends.size() > 1 ? 1 : 0;  // so that no rounding takes another page
  for (std::size_t begin = 0; const std::size_t end : ends) {
    const double room = height - (edges[end] - edges[begin]) - spare;
    const double each = std::clamp(room / static_cast<double>(end - begin), 0.0, least_plot * (most_growth - 1));
    growth.resize(end, each);
    begin = end;
  }
  return growth;
}

constexpr std::size_t most_on_slide = 60, most_stages_on_slide = 14, good_stages_on_slide = 8;
constexpr std::array<std::size_t, 8> tried_on_slide = {45, 36, 28, 22, 18, 14, 11, 8};  // moments

/// Of a journey that is too long for a slide, the moments that fall shortest.
Scene slide_of_worst(std::string_view view, const PictureInput& input, const PictureOptions& asked) {
  const Journey& whole = input.workspace.journeys[asked.journey];
  const bool has_room = touchpoints_of(input.workspace, whole).size() <= most_on_slide && whole.stages.size() <= most_stages_on_slide;
  if (has_room) return slide(view, input, asked);
  Narrowed narrowed;
  for (const std::size_t most : tried_on_slide) {
    narrowed = with_worst_moments(input, asked.journey, most);
    if (narrowed.workspace.journeys[asked.journey].stages.size() <= good_stages_on_slide) break;
  }
  return slide(view,
               {narrowed.workspace, input.analysis, input.answers, input.theme, input.typesetter, input.only, input.today,
                input.whole ? input.whole : &whole},
               asked);
}

}  // namespace

Scene drawn(std::string_view view, const PictureInput& input, const PictureOptions& asked) {
  if (asked.is_slide) return slide_of_worst(view, input, asked);
  const Theme theme = story_theme(input.theme, asked.margin);
  const PictureInput own = input.in(theme);
  Filling filling{{}, asked.left_out <= static_cast<std::size_t>(Part::calm_words)};
  DrawnStory story = drawn_with(own, asked, filling);
  if (!filling.has_rail_names && asked.height > story.scene.height) {
    DrawnStory named = drawn_with(own, asked, {{}, true});
    if (named.scene.height <= asked.height) filling.has_rail_names = true, story = std::move(named);
  }
  if (asked.height > 0 && !story.tops.empty()) {
    filling.more_for_curves = growth_on_pages(story, asked.height);
    story = drawn_with(own, asked, filling);
  }
  Scene scene = std::move(story.scene);
  scene.id = std::string(view) + "-" + input.workspace.journeys[asked.journey].id.value;
  return scene;
}

}  // namespace mot::story
