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
#include "mot/story/stages.h"

namespace mot::story {

namespace {

constexpr double margin = slide_margin;
constexpr double findings_share = 0.27;  // of the slide's width, at the right
constexpr double beside_findings = 22;
constexpr double foot = 18, between_foot_texts = 24;
constexpr double logo_width_on_slide = 120, logo_height_on_slide = 36;
constexpr double around_stage_name = 26;  // chevrons and air
constexpr double least_plot_on_slide = 90;
constexpr double least_share = 0.6;  // of an even column, so that marks keep apart
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
  const double right = drawing.options.width - margin, under_logo = put_logo(drawing, {right, drawing.y}, logo);
  const double width = right - margin - (logo.width > 0 ? logo.width + 18 : 0);
  const Box box = put_text(drawing, {"title", "title", "", ""}, {{margin, drawing.y}, width}, title_on_slide(drawing, width));
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
  const double right = drawing.options.width - margin;
  double x = margin, bottom = drawing.y;
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
    bottom = put_text(drawing, {"basis", "key-figure", "", ""}, {{margin, bottom}, right - margin},
                      fitting_line(drawing.typesetter(), texts, theme.small_print, right - margin))
                 .bottom();
  }
  if (const std::vector<std::string> told = told_of_lines(drawing); !told.empty()) {
    const TextStyle bold{{theme.small_print.font.size, Weight::bold, Slant::upright}, theme.ink};
    bottom = put_text(drawing, {"moves", "key-figure", "", ""}, {{margin, bottom + 2}, right - margin},
                      fitting_line(drawing.typesetter(), told, bold, right - margin))
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

/// The first open action on a moment.
const Action* action_on(const StoryDrawing& drawing, std::size_t touchpoint) {
  for (const ActionFigures& figures : plan_of(drawing.input.workspace, drawing.input.analysis).actions) {
    const Action& action = drawing.input.workspace.actions[figures.action];
    if (std::ranges::any_of(action.touchpoints, [&](const Link<Touchpoint>& link) { return link.index == touchpoint; })) return &action;
  }
  return nullptr;
}

std::string basis_sentence(const Wording& wording, const Figures& figures) {
  if (figures.actual_kind == ActualKind::published) return wording("published, of unknown n");
  if (figures.actual_kind != ActualKind::measured || !figures.measurement) return wording("judged by ourselves");
  const std::string text = wording("n {count}", {{"count", figures.measurement->n}});
  const auto& interval = figures.measurement->interval;
  if (!interval) return text;
  return text + ", " +
         wording("95\u00a0%: {low} to {high}", {{"low", wording.points(interval->low)}, {"high", wording.points(interval->high)}});
}

/// Whether a finding says what is lived in words.
enum class FindingWords : std::uint8_t { none, all };

/// What one of the worst moments is like, and what is done about it.
std::vector<Line> finding_lines(const StoryDrawing& drawing, std::size_t index, double width, FindingWords words) {
  const Theme& theme = drawing.theme();
  const Typesetter& typesetter = drawing.typesetter();
  const Wording& wording = drawing.wording;
  const Touchpoint& touchpoint = drawing.input.workspace.touchpoints[index];
  const Figures& figures = drawing.input.analysis.touchpoints[index];
  std::vector<Line> lines = set_text(typesetter, touchpoint.name.value, theme.name, width).lines;
  const TextStyle score{theme.name.font, theme.tone_of(figures.gap_class).text};
  append(lines,
         set_text(typesetter, fmt::format("{}, {}", score_text(wording, figures), basis_sentence(wording, figures)), score, width).lines,
         0);
  const TextStyle body{theme.body.font, theme.ink};
  if (words == FindingWords::all && touchpoint.actual && touchpoint.actual->experience)
    append(lines, set_text(typesetter, touchpoint.actual->experience->value, body, width).lines, 2);
  const Action* action = action_on(drawing, index);
  const TextStyle next{theme.name.font, theme.accent};
  append(lines, set_text(typesetter, "→ " + (action ? action->name.value : wording("no action yet")), next, width).lines, 3);
  if (!action) return lines;
  append(lines, set_in_turn(typesetter, action_facts(drawing, drawing.input, *action), theme.small_print, width), 0);
  return lines;
}

constexpr double between_findings = 6, inside_finding = 5;

/// The worst moments as cards one below the other; the first `with_words` of them say what is lived in words.
std::vector<Card> finding_cards(const StoryDrawing& drawing, const Box& room, std::size_t with_words) {
  const Theme& theme = drawing.theme();
  std::vector<Card> cards;
  double y = room.top;
  for (const std::size_t index : drawing.hurting) {
    Card card;
    card.identity = {"finding-" + drawing.input.workspace.touchpoints[index].id.value, "finding", "", ""};
    card.padding = inside_finding;
    card.fill = theme.panel, card.stroke = {theme.panel, 1, Dash::solid};
    card.accent = theme.tone_of(drawing.input.analysis.touchpoints[index].gap_class).colour;
    card.box = {room.left, y, room.width, 0};
    card.lines = finding_lines(drawing, index, card.inside().width, cards.size() < with_words ? FindingWords::all : FindingWords::none);
    card.box.height = height_of(card.lines) + 2 * card.padding;
    y = card.box.bottom() + between_findings;
    cards.push_back(std::move(card));
  }
  return cards;
}

/// Where not all of it has room words leave, those of the last one first: what is done about each stays.
void put_findings(StoryDrawing& drawing, const Box& room) {
  std::size_t with_words = drawing.hurting.size();
  std::vector<Card> cards = finding_cards(drawing, room, with_words);
  while (with_words > 0 && !cards.empty() && cards.back().box.bottom() > room.bottom()) cards = finding_cards(drawing, room, --with_words);
  for (Card& card : cards) {
    if (card.box.bottom() > room.bottom()) return;
    card.identity.id = drawing.ids.use(card.identity.id);
    drawing.scene.items.push_back(std::move(card));
  }
}

/// What stands at the foot, from what says most.
std::vector<std::string> foot_texts(const StoryDrawing& drawing) {
  const Workspace& workspace = drawing.input.workspace;
  const std::string all[] = {drawing.scene.title, persona_names(workspace, drawing.journey()),
                             workspace.project.name ? workspace.project.name->value : ""};
  return {said_once(all), said_once(std::span(all).first(2)), drawing.scene.title};
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
  const double room = drawing.options.width - 2 * margin - width(line) - between_foot_texts;
  const auto has_room = [&](const std::string& text) { return width(set(text)) <= room; };
  return std::ranges::any_of(foot_texts(drawing), has_room) ? line : std::vector<Line>();
}

void put_foot(StoryDrawing& drawing) {
  const Theme& theme = drawing.theme();
  const double width = drawing.options.width - 2 * margin, y = drawing.options.height - margin - foot / 2;
  drawing.scene.ground.push_back(Curve{straight({margin, y - foot / 2 - 3}, {margin + width, y - foot / 2 - 3}), {theme.line, 1}});
  std::vector<Line> left_out = left_out_at_foot(drawing);
  const double beside = left_out.empty() ? 0 : width_of(drawing.typesetter(), left_out) * 1.03 + between_foot_texts;
  const double behind = margin + width - beside + between_foot_texts;
  put_text_in_middle(drawing, {"foot", "foot", "", ""}, {{margin, y + 3}, width - beside},
                     fitting_line(drawing.typesetter(), foot_texts(drawing), theme.small_print, width - beside));
  put_text_in_middle(drawing, {"left-out", "legend", "", ""}, {{behind, y + 3}, beside - between_foot_texts, Align::right},
                     std::move(left_out));
}

/// As wide as the slide.
void put_legend(StoryDrawing& drawing) {
  const double width = std::exchange(drawing.width, drawing.options.width - 2 * margin);
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
  const double left = margin + drawing.width + beside_findings;
  put_findings(drawing, {left, drawing.y, drawing.options.width - margin - left, bottom - heights.legend - drawing.y});
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

/// The narrowest room in which a stage's name takes so many lines at most, with no word of it broken.
double room_for_name(const StoryDrawing& drawing, const std::string& name, std::size_t most_lines) {
  constexpr double slack = 0.95, step = 4;
  const Font& font = drawing.theme().on_heading.font;
  const double whole = drawing.typesetter().width_of(name, font) / slack;
  for (double width = longest_word(drawing.typesetter(), name, font) / slack; width < whole; width += step) {
    if (set_text(drawing.typesetter(), name, drawing.theme().on_heading, width).lines.size() <= most_lines) return width;
  }
  return whole;
}

constexpr double width_of_aside = 0.6;  // in widths of a moment of the main path

/// The marks that stand side by side in columns, in those of the main path.
double marks_in(const StoryDrawing& drawing, std::size_t first, std::size_t last) {
  double marks = 0;
  for (std::size_t i = first; i <= last; ++i) {
    const journey::Column& column = drawing.plan.columns[i];
    const bool has_main = column.main || column.inner || column.asides.empty();
    const auto beside = static_cast<double>(column.asides.size());
    marks += has_main ? 1 + beside * width_of_aside : std::max(1.0, beside * width_of_aside);
  }
  return marks;
}

/// What each stage needs for its name and its marks, in as few lines as all have room with, and how much that is in all.
double needs_of_stages(const StoryDrawing& drawing, const std::vector<Stretch>& stretches, double pitch, std::vector<double>& needs) {
  double least = 0;
  for (const std::size_t most_lines : {2, 3, 4}) {
    needs.clear(), least = 0;
    for (const Stretch& stretch : stretches) {
      const std::string& name = drawing.journey().stages[stretch.stage].name.value;
      const double marks = marks_in(drawing, stretch.first, stretch.last) * pitch * least_share;
      needs.push_back(std::max(room_for_name(drawing, name, most_lines) + around_stage_name, marks)), least += needs.back();
    }
    if (least <= drawing.content_width()) break;
  }
  return least;
}

}  // namespace

void lay_out_slide(StoryDrawing& drawing) {
  constexpr Font mark{12, Weight::bold, Slant::upright};
  drawing.marks = {
      .score = mark, .glyph = mark, .least_radius = 11, .radius = 11, .badge_radius = 0, .name = 12, .worst_name = 14, .is_brief = true};
  drawing.plan = journey::path_columns_of(drawing.input.workspace, drawing.path, 1'000'000);
  const double whole = drawing.options.width - 2 * margin;
  drawing.left = margin;
  drawing.width = whole * (1 - findings_share) - beside_findings;
  if (drawing.plan.bands.empty()) return;
  Row row{drawing.plan.bands.front(), {}, {}, {}};
  const double all_marks = marks_in(drawing, row.band.begin, row.band.end - 1), pitch = drawing.content_width() / all_marks;
  std::vector<double> needs;
  double sum = 0;
  const auto stretches = stretches_of(drawing.plan, row.band);
  const double least = needs_of_stages(drawing, stretches, pitch, needs);
  // What is left over goes to the stages by their moments.
  const double over = std::max(0.0, drawing.content_width() - least) / all_marks;
  std::vector<double> of_columns;
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    const double of_mark = needs[i] / marks_in(drawing, stretches[i].first, stretches[i].last) + over;
    for (std::size_t k = stretches[i].first; k <= stretches[i].last; ++k)
      of_columns.push_back(of_mark * marks_in(drawing, k, k)), sum += of_columns.back();
  }
  const double narrowest = *std::ranges::min_element(of_columns) / sum * drawing.content_width();
  if (narrowest < 2 * drawing.marks.least_radius + 3) drawing.marks.least_radius = std::clamp(narrowest / 2 - 1.5, 3.0, 8.0);
  double x = drawing.content_left();
  for (std::size_t i = 0; i < of_columns.size(); ++i) {
    const double width = of_columns[i] / sum * drawing.content_width();
    const double gap = std::min(column_gap, width / 3);
    row.lefts.push_back(x + gap / 2), row.widths.push_back(width - gap);
    // What follows from a moment under a condition has the room at its right.
    row.centers.push_back(x + width / marks_in(drawing, row.band.begin + i, row.band.begin + i) / 2);
    x += width;
  }
  drawing.rows.push_back(std::move(row));
}

Scene slide(std::string_view view, const PictureInput& input, const PictureOptions& asked) {
  const Theme theme = slide_theme(input.theme);
  StoryDrawing drawing(input.in(theme), asked);
  drawing.scene.id = std::string(view) + "-" + drawing.journey().id.value;
  drawing.scene.title = title_of_part(drawing, title_of(drawing));
  drawing.scene.description = verdict_text(input.workspace, input.analysis, drawing.whole_journey());
  if (drawing.scene.description.empty()) drawing.scene.description = drawing.scene.title;
  put_title(drawing);
  put_figures(drawing);
  draw_body(drawing, asked.height - margin - foot - 8);
  put_foot(drawing);
  drawing.scene.width = asked.width, drawing.scene.height = asked.height;
  return with_patterns(std::move(drawing.scene), theme, input.typesetter);
}

}  // namespace mot::story
