#include "mot/story/slide.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "mot/analysis/plan.h"
#include "mot/analysis/sets.h"
#include "mot/picture/action_text.h"
#include "mot/picture/brand.h"
#include "mot/picture/fitting_line.h"
#include "mot/picture/frame.h"
#include "mot/picture/patterns.h"
#include "mot/picture/signs.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/picture/verdict.h"
#include "mot/story/drawing.h"
#include "mot/story/key_figures.h"
#include "mot/story/left_out.h"
#include "mot/story/other_lines.h"
#include "mot/story/slide_findings.h"
#include "mot/story/stages.h"

namespace mot::story {

namespace {

constexpr double foot = 18, between_foot_texts = 24;
constexpr double logo_width_on_slide = 120, logo_height_on_slide = 36;
constexpr double least_plot_on_slide = 90;
constexpr std::size_t most_figures = 3;
/// What a title's letters are of the theme's, for so many lines at most; names without end take more, in the smallest.
struct TitleSize {
  double share;
  std::size_t most_lines;
};
constexpr TitleSize title_sizes[] = {{1, 2}, {0.88, 2}, {0.75, 3}, {0.6, 3}};

/// The verdict in two lines: where it needs more, how many more fall short stands in the figures alone, and the letters are smaller.
std::vector<Line> title_on_slide(const StoryDrawing& drawing, double width) {
  const auto& [workspace, analysis] = std::tie(drawing.input.workspace, drawing.input.analysis);
  std::vector<std::string> titles;
  for (const HowMany how_many : {HowMany::told, HowMany::left_out})
    titles.push_back(shortfall_text(workspace, analysis, drawing.whole_journey(), how_many));
  if (titles.front().empty()) titles = {drawing.scene.title};
  TextStyle style = drawing.theme().title;
  const double size = style.font.size;
  std::vector<Line> lines;
  for (const auto& [share, most_lines] : title_sizes) {
    style.font.size = share * size;
    for (const std::string& title : titles) {
      lines = set_text(drawing.typesetter(), title, style, width).lines;
      if (lines.size() <= most_lines) return lines;
    }
  }
  return lines;
}

void put_title(StoryDrawing& drawing) {
  const LogoSize logo = logo_size(drawing, logo_width_on_slide, logo_height_on_slide);
  const double right = drawing.options.width - slide_margin, under_logo = put_logo(drawing, {right, drawing.y}, logo);
  const double width = right - slide_margin - (logo.width > 0 ? logo.width + 18 : 0);
  const Box box = put_text(drawing, {"title", "title", "", ""}, {{slide_margin, drawing.y}, width}, title_on_slide(drawing, width));
  drawing.y = std::max(box.bottom(), under_logo) + 6;
}

/// What the share that is delivered rests on, and that not all moments are shown; from what says most to what has room on one line.
std::vector<std::string> basis_texts(const StoryDrawing& drawing, const std::string& remark) {
  const Wording& wording = drawing.wording;
  const Delivered& delivered = drawing.input.analysis.journeys[drawing.options.journey].delivered;
  const std::string known =
      wording("{known} of {all} known, {judged} judged", {{"known", delivered.known}, {"all", delivered.of}, {"judged", delivered.judged}});
  std::vector<std::string> texts = {remark, known};
  if (!drawing.input.whole) return texts;
  const std::size_t all = touchpoints_of(drawing.input.workspace, *drawing.input.whole).size();
  const std::size_t shown = touchpoints_of(drawing.input.workspace, drawing.journey()).size();
  const std::string some = wording("{count} of {all} moments shown: the worst, moments of truth first", {{"count", shown}, {"all", all}});
  for (std::string& text : texts) text = some + "; " + text;
  texts.push_back(some);
  return texts;
}

/// `63 % of the wanted experience delivered`, as many as one line holds, and under them what that rests on.
void put_figures(StoryDrawing& drawing) {
  const Theme& theme = drawing.theme();
  const TextStyle& words = theme.body;
  const TextStyle number{{16, Weight::bold, Slant::upright}, theme.ink};
  const double right = drawing.options.width - slide_margin;
  double x = slide_margin, bottom = drawing.y;
  std::size_t count = 0;
  const std::vector<KeyFigure> figures = key_figures_of(drawing);
  for (const KeyFigure& figure : figures) {
    Line line = single_line(drawing.typesetter(), figure.figure + "\u00a0", number);
    const Line after = single_line(drawing.typesetter(), figure.words, words);
    line.runs.insert(line.runs.end(), after.runs.begin(), after.runs.end());
    const double width = width_of(drawing.typesetter(), line) * 1.03 + 1;
    if (x + width > right || ++count > most_figures) break;
    bottom = std::max(bottom, put_text(drawing, {"key-figure", "key-figure", "", ""}, {{x, drawing.y}, width}, {line}).bottom());
    x += width + 26;
  }
  if (!figures.empty() && !figures.front().remark.empty()) {
    const std::vector<std::string> texts = basis_texts(drawing, figures.front().remark);
    bottom = put_text(drawing, {"basis", "key-figure", "", ""}, {{slide_margin, bottom}, right - slide_margin},
                      fitting_line(drawing.typesetter(), texts, theme.small_print, right - slide_margin))
                 .bottom();
  }
  if (const std::vector<std::string> told = told_of_lines(drawing); !told.empty()) {
    const TextStyle bold{{theme.small_print.font.size, Weight::bold, Slant::upright}, theme.ink};
    bottom = put_text(drawing, {"moves", "key-figure", "", ""}, {{slide_margin, bottom + 2}, right - slide_margin},
                      fitting_line(drawing.typesetter(), told, bold, right - slide_margin))
                 .bottom();
  }
  drawing.y = bottom + 8;
}

/// The stage with all its moments, where the slide lacks some of the journey; else null.
const Stage* whole_stage(const StoryDrawing& drawing, std::size_t stage) {
  if (!drawing.input.whole) return nullptr;
  const std::string& id = drawing.journey().stages[stage].id.value;
  const auto& stages = drawing.input.whole->stages;
  const auto found = std::ranges::find_if(stages, [&](const Stage& one) { return one.id.value == id; });
  return found == stages.end() ? nullptr : &*found;
}

/// How many moments of each class the columns of a stage have; all of the stage, where the slide lacks some.
std::array<std::size_t, 5> counts_of(const StoryDrawing& drawing, const Stretch& stretch) {
  const Workspace& workspace = drawing.input.workspace;
  std::array<std::size_t, 5> counts{};
  const auto count = [&](std::size_t touchpoint) {
    ++counts[static_cast<std::size_t>(drawing.input.analysis.touchpoints[touchpoint].gap_class)];
  };
  const auto holds = [&](std::size_t column) { return stretch.first <= column && column <= stretch.last; };
  if (const Stage* whole = whole_stage(drawing, stretch.stage)) {
    for_each_touchpoint(whole->steps, [&](const Link<Touchpoint>& link) {
      if (link.index && workspace.touchpoints[*link.index].visibility.value == Visibility::frontstage) count(*link.index);
    });
  } else {
    for (const Visit& visit : drawing.plan.visits)
      if (holds(visit.column)) count(visit.touchpoint);
  }
  for (const journey::InnerJourney& inner : drawing.plan.inner_journeys) {
    for (const std::size_t touchpoint : touchpoints_of(workspace, workspace.journeys[inner.journey]))
      if (holds(inner.column) && workspace.touchpoints[touchpoint].visibility.value == Visibility::frontstage) count(touchpoint);
  }
  return counts;
}

/// `✕ 2  ✓ 1`, in as many lines as that takes.
std::vector<Line> count_lines(const StoryDrawing& drawing, const std::array<std::size_t, 5>& counts, double width) {
  const Theme& theme = drawing.theme();
  std::vector<Line> lines;
  for (const GapClass gap_class : {GapClass::red, GapClass::orange, GapClass::yellow, GapClass::green, GapClass::unknown}) {
    const std::size_t moments = counts[static_cast<std::size_t>(gap_class)];
    if (moments == 0) continue;
    const Tone& tone = theme.tone_of(gap_class);
    const Line own = single_line(drawing.typesetter(), fmt::format("{}\u00a0{}", tone.glyph, moments), {theme.name.font, tone.text});
    if (!lines.empty()) {
      // What keeps them apart ends the one before: a sign that begins its run leads also where lines run from the right.
      Line beside = lines.back();
      beside.runs.back().text += "  ";
      beside.runs.push_back(own.runs.front());
      if (width_of(drawing.typesetter(), beside) <= width) {
        lines.back() = std::move(beside);
        continue;
      }
    }
    lines.push_back(own);
  }
  return lines;
}

/// How many moments of each class a stage has, under its columns.
void put_counts(StoryDrawing& drawing, const Row& row) {
  double bottom = drawing.y;
  for (const Stretch& stretch : stretches_of(drawing.plan, row.band)) {
    const double left = row.left(stretch.first), width = row.right(stretch.last) - left;
    const std::string& id = drawing.journey().stages[stretch.stage].id.value;
    const TextPlace place{{left, drawing.y}, width, Align::center};
    std::vector<Line> lines = count_lines(drawing, counts_of(drawing, stretch), width);
    bottom = std::max(bottom, put_text(drawing, {"counts-" + id, "counts", "", ""}, place, std::move(lines)).bottom());
  }
  drawing.y = bottom;
}

/// What stands at the foot, from what says most.
std::vector<std::string> foot_texts(const StoryDrawing& drawing) {
  const Workspace& workspace = drawing.input.workspace;
  const std::string &title = drawing.scene.title, &dated = drawing.options.dated;
  const std::string personas = persona_names(workspace, drawing.journey());
  const std::string project = workspace.project.name ? workspace.project.name->value : "";
  const std::vector<std::string> choices[] = {{title, personas, project, dated}, {title, personas, dated}, {title, dated}, {title}};
  std::vector<std::string> texts;
  for (const auto& choice : choices) texts.push_back(said_once(choice));
  return texts;
}

/// In one list, so that what is too much for a line is counted; the notes have all.
LeftOut in_one_list(const Wording& wording, const LeftOut& left_out) {
  std::vector<std::string> names;
  for (const std::string& part : left_out.parts) names.push_back(wording(part));
  names.insert(names.end(), left_out.things.begin(), left_out.things.end());
  if (!left_out.names.empty()) names.push_back(wording.count(left_out.names.size(), "{count} names"));
  return {{}, std::move(names)};
}

/// What the slide lacks, where the foot has room for it beside words of its own; else nothing.
std::vector<Line> left_out_at_foot(const StoryDrawing& drawing) {
  if (!drawing.scene.left_out.any()) return {};
  const auto set = [&](const std::string& text) {
    return std::vector{single_line(drawing.typesetter(), text, drawing.theme().small_print)};
  };
  const auto width = [&](const std::vector<Line>& line) { return width_of(drawing.typesetter(), line) * 1.03; };
  std::vector<Line> line = set(left_out_sentence(drawing.wording, in_one_list(drawing.wording, drawing.scene.left_out)));
  const double room = drawing.options.width - 2 * slide_margin - width(line) - between_foot_texts;
  const auto has_room = [&](const std::string& text) { return width(set(text)) <= room; };
  return std::ranges::any_of(foot_texts(drawing), has_room) ? line : std::vector<Line>();
}

void put_foot(StoryDrawing& drawing) {
  const Theme& theme = drawing.theme();
  const double width = drawing.options.width - 2 * slide_margin, y = drawing.options.height - slide_margin - foot / 2;
  drawing.scene.ground.push_back(
      Curve{straight({slide_margin, y - foot / 2 - 3}, {slide_margin + width, y - foot / 2 - 3}), {theme.line, 1}});
  std::vector<Line> left_out = left_out_at_foot(drawing);
  const double beside = left_out.empty() ? 0 : width_of(drawing.typesetter(), left_out) * 1.03 + between_foot_texts;
  const double behind = slide_margin + width - beside + between_foot_texts;
  put_text_in_middle(drawing, {"foot", "foot", "", ""}, {{slide_margin, y + 3}, width - beside},
                     fitting_line(drawing.typesetter(), foot_texts(drawing), theme.small_print, width - beside));
  put_text_in_middle(drawing, {"left-out", "legend", "", ""}, {{behind, y + 3}, beside - between_foot_texts, Align::right},
                     std::move(left_out));
}

/// As wide as the slide.
void put_legend(StoryDrawing& drawing) {
  const double width = std::exchange(drawing.width, drawing.options.width - 2 * slide_margin);
  draw_legend(drawing);
  drawing.width = width;
}

/// Points that the legend takes.
double legend_height(const StoryDrawing& drawing) {
  StoryDrawing scratch = drawing;
  scratch.y = 0;
  put_legend(scratch);
  return scratch.y;
}

/// What is named at its line needs no legend, and what has no room is told.
void shorten_legend(StoryDrawing& drawing) {
  const auto is_named = [&](std::string_view id) {
    return std::ranges::any_of(drawing.scene.items, [&](const Item& item) {
      const auto* label = std::get_if<Label>(&item);
      return label != nullptr && label->identity.id == id;
    });
  };
  Legend shorter;
  for (const LegendEntry& entry : drawing.legend.entries()) {
    const bool is_wanted = entry.rank == legend_rank::curves, is_lived = entry.rank == legend_rank::curves + 1;
    if (!(is_wanted && is_named("name-wanted")) && !(is_lived && is_named("name-lived"))) shorter.add(entry);
  }
  drawing.legend = std::move(shorter);
  LeftOut left_out = left_out_of_slide(drawing);
  drawing.scene.left_out = left_out;
  if (left_out_at_foot(drawing).empty()) tell_left_out(drawing, in_one_list(drawing.wording, left_out));
  drawing.scene.left_out = std::move(left_out);
}

/// What is given room by turns, until it fits.
struct SlideHeights {
  double plot = least_plot_on_slide;
  double legend = 0;
};

/// The curve with all that stands under it, the findings beside it.
void draw_above_legend(StoryDrawing& drawing, double bottom, const SlideHeights& heights) {
  const double left = slide_margin + drawing.width + beside_findings;
  put_findings(drawing, {left, drawing.y, drawing.options.width - slide_margin - left, bottom - heights.legend - drawing.y});
  if (drawing.rows.empty()) return;
  const Row& row = drawing.rows.front();
  draw_stages(drawing, row);
  draw_curve(drawing, row, zoom_of(drawing), heights.plot);
  shorten_legend(drawing);
  put_counts(drawing, row);
  drawing.y += 6;
}

/// The curve as high as the slide has room, and the legend under all.
void draw_body(StoryDrawing& drawing, double bottom) {
  // What the legend has to explain depends a little on the height, too, and on which findings have room.
  SlideHeights heights;
  for (int attempt = 0; attempt < 4; ++attempt) {
    StoryDrawing scratch = drawing;
    draw_above_legend(scratch, bottom, heights);
    const double legend = legend_height(scratch), room = bottom - scratch.y - legend;
    heights.legend = attempt > 1 ? std::max(heights.legend, legend) : legend;
    heights.plot = std::max(least_plot_on_slide, heights.plot + (attempt > 1 ? std::min(0.0, room) : room));
  }
  draw_above_legend(drawing, bottom, heights);
  drawing.y = std::max(drawing.y, bottom - heights.legend);
  put_legend(drawing);
}

}  // namespace

Scene slide(std::string_view view, const PictureInput& input, const PictureOptions& asked) {
  const Theme theme = slide_theme(input.theme);
  StoryDrawing drawing(input.in(theme), asked);
  drawing.scene.id = std::string(view) + "-" + drawing.journey().id.value;
  drawing.scene.title = title_of_part(drawing, title_of(drawing));
  drawing.scene.description = verdict_text(input.workspace, input.analysis, drawing.whole_journey());
  if (drawing.scene.description.empty()) drawing.scene.description = drawing.scene.title;
  put_title(drawing);
  put_figures(drawing);
  draw_body(drawing, asked.height - slide_margin - foot - 8);
  put_foot(drawing);
  drawing.scene.width = asked.width, drawing.scene.height = asked.height;
  return with_patterns(std::move(drawing.scene), theme, input.typesetter);
}

}  // namespace mot::story
