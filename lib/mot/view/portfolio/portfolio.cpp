#include "mot/view/portfolio/portfolio.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "mot/analysis/sets.h"
#include "mot/picture/curves.h"
#include "mot/picture/signs.h"
#include "mot/picture/touchpoint_text.h"
#include "mot/view/portfolio/plot.h"

namespace mot::portfolio {

namespace {

constexpr double column_gap = 28;
constexpr double row_gap = 26;
constexpr double head_to_plot = 6;
constexpr double plot_share = 0.36, plot_share_of_slide = 0.58;  // of its width, that it is high
constexpr double plot_height_of_slide = 160;                     // at most, beyond the lesser share
constexpr std::size_t most_worst_lines = 4;
constexpr std::size_t most_abreast = 3;  // journeys that stand in one row
constexpr double beside_axis = 6;
constexpr double under_stages = 2;

/// How wide a curve is; the fewer there are, the wider.
constexpr struct {
  std::size_t journeys;
  double width;
} widths[] = {{1, 560}, {2, 420}, {3, 330}, {12, 270}};
constexpr double width_of_many = 232;
constexpr double most_height_on_paper = 300;  // of a curve that fills a sheet

/// What stands over and under a curve.
struct Texts {
  std::vector<Line> name;
  std::vector<Line> persona;
  std::vector<Line> figures;
  std::vector<Line> worst;
  std::vector<StageOnPlot> stages;  ///< with the panel at 0
  double head() const { return height_of(name) + height_of(persona) + height_of(figures); }
  double strip() const {
    double height = 0;
    for (const StageOnPlot& stage : stages) height = std::max(height, height_of(stage.name) + under_stages);
    return height;
  }
};

double axis_width(const PortfolioDrawing& drawing) {
  double width = 0;
  for (const double score : {drawing.input.scale().min, drawing.input.scale().middle(), drawing.input.scale().max})
    width = std::max(width, drawing.typesetter().width_of(drawing.wording.points(score), drawing.theme().small_print.font));
  return std::ceil(width) + beside_axis;
}

/// As many as fit the width; where none is given about as wide as high, and up to three in one row.
std::size_t columns_for(std::size_t journeys, const Grid& grid, double width, const Theme& theme) {
  const std::size_t all = std::max<std::size_t>(journeys, 1);
  if (width > 0) {
    const double room = width - 2 * theme.spacing.margin - grid.axis + column_gap;
    return std::min(all, static_cast<std::size_t>(std::max(1.0, std::floor(room / (grid.width + column_gap)))));
  }
  return journeys <= most_abreast ? all : static_cast<std::size_t>(std::lround(std::sqrt(static_cast<double>(journeys) * 1.1)));
}

/// Curves as wide as there is room for.
void fill_width(Grid& grid, double room) {
  grid.width = std::max(grid.width, (room - grid.axis + column_gap) / static_cast<double>(grid.columns) - column_gap);
}

/// One row as wide as the slide, where there are no more journeys than that holds.
void fill_slide(Grid& grid, std::size_t journeys, double room) {
  if (journeys == 0) return;
  grid.columns = std::min(journeys, most_abreast);
  grid.width = std::min(widths[0].width, (room - grid.axis + column_gap) / static_cast<double>(grid.columns) - column_gap);
  grid.own_width = grid.width;
}

Grid grid_of(const PortfolioDrawing& drawing, double width) {
  const std::size_t journeys = drawing.subjects.size();
  Grid grid;
  grid.axis = axis_width(drawing);
  grid.width = width_of_many;
  for (const auto& [most, its_width] : widths) {
    if (journeys <= most) {
      grid.width = its_width;
      break;
    }
  }
  grid.own_width = grid.width;
  const bool is_stacked = drawing.is_on_paper && !drawing.is_slide && journeys <= most_abreast;  // a sheet has the height for that
  grid.columns = is_stacked ? 1 : columns_for(journeys, grid, width, drawing.theme());
  if (drawing.is_slide) fill_slide(grid, journeys, width - 2 * drawing.left);
  if (drawing.is_on_paper && !drawing.is_slide && width > 0) fill_width(grid, width - 2 * drawing.left);
  return grid;
}

std::string personas_text(const PortfolioDrawing& drawing, const Journey& journey) {
  std::string text;
  for (const auto& persona : journey.personas) {
    if (persona.value.empty()) continue;
    if (!text.empty()) text += "; ";
    text += persona.index ? drawing.input.workspace.personas[*persona.index].name.value : marked_unknown(persona.value);
  }
  return text;
}

std::string known_text(const Wording& wording, const Delivered& delivered) {
  std::string text = wording(delivered.judged > 0 ? "{known} of {all} known, {judged} judged" : "{known} of {all} known",
                             {{"known", delivered.known}, {"all", delivered.of}, {"judged", delivered.judged}});
  if (delivered.by_share > 0) text += ", " + wording("{count} by the share who come", {{"count", delivered.by_share}});
  const std::string interval = interval_text(wording, delivered);
  return interval.empty() ? text : text + ", " + interval;
}

std::vector<Line> figure_lines(PortfolioDrawing& drawing, const Subject& subject, double width) {
  const Theme& theme = drawing.theme();
  const Summary& summary = drawing.input.analysis.journeys[subject.journey];
  const Font bold{theme.body.font.size, Weight::bold, Slant::upright};
  const auto plain = [&](std::string text) { return Run{std::move(text), theme.small_print.font, theme.small_print.colour}; };
  const auto& delivered = summary.delivered;
  const Wording& wording = drawing.wording;
  const std::string figure =
      delivered.value ? wording("delivered {percent}", {{"percent", wording.percent(*delivered.value)}}) : wording("delivered: unknown");
  const std::vector<Run> runs = {{figure, bold, theme.ink}, plain(known_text(wording, delivered))};
  return set_in_turn(drawing.typesetter(), runs, theme.small_print, width);
}

/// Nothing where nobody knows.
std::vector<Line> no_shortfall_lines(const PortfolioDrawing& drawing, const Subject& subject, double width) {
  if (!subject.has_gap) return {};
  const Tone& tone = drawing.theme().tone_of(GapClass::green);
  const std::string text = fmt::format("{} {}", tone.glyph, drawing.wording("no known moment falls short"));
  return set_text(drawing.typesetter(), text, {drawing.theme().small_print.font, tone.text}, width, drawing.most_lines(2)).lines;
}

std::vector<Line> worst_lines(PortfolioDrawing& drawing, const Subject& subject, double width) {
  if (!subject.worst) return no_shortfall_lines(drawing, subject, width);
  const Figures& figures = drawing.figures(*subject.worst);
  const Touchpoint& touchpoint = drawing.touchpoint(*subject.worst);
  const Tone& tone = drawing.theme().tone_of(figures.gap_class);
  std::string name = starred_name(drawing, touchpoint);
  if (touchpoint.when) name = drawing.wording("{moment} (when {condition})", {{"moment", name}, {"condition", touchpoint.when->value}});
  const std::string text =
      fmt::format("{} {}, {}: {}", tone.glyph, score_text(drawing.wording, figures), basis_text(drawing.wording, figures), name);
  return set_text(drawing.typesetter(), text, {drawing.theme().small_print.font, tone.text}, width, drawing.most_lines(most_worst_lines))
      .lines;
}

std::size_t rows_of(const PortfolioDrawing& drawing) {
  return (drawing.subjects.size() + drawing.grid.columns - 1) / drawing.grid.columns;
}

/// Few curves on a slide are higher, and fill it; so do those on a sheet.
double plot_height_of(const PortfolioDrawing& drawing) {
  const double least = std::round(drawing.grid.own_width * plot_share);
  if (drawing.stretch > 0) {
    const double most = std::max(least, most_height_on_paper);
    return std::clamp(least + drawing.stretch / static_cast<double>(rows_of(drawing)), least, most);
  }
  if (!drawing.is_slide || drawing.subjects.size() > drawing.grid.columns) return least;
  return std::max(least, std::min(std::round(drawing.grid.width * plot_share_of_slide), plot_height_of_slide));
}

Texts texts_of(PortfolioDrawing& drawing, const Subject& subject, double width) {
  const Theme& theme = drawing.theme();
  const Journey& journey = drawing.input.workspace.journeys[subject.journey];
  Texts texts;
  texts.name =
      set_text(drawing.typesetter(), journey.name.value, {{12.5, Weight::bold, Slant::upright}, theme.ink}, width, drawing.most_lines(2))
          .lines;
  texts.persona = set_text(drawing.typesetter(), personas_text(drawing, journey), theme.small_print, width, drawing.most_lines(1)).lines;
  texts.figures = figure_lines(drawing, subject, width);
  texts.worst = worst_lines(drawing, subject, width);
  texts.stages = stages_over(drawing, subject, {0, 0, width, plot_height_of(drawing)});
  return texts;
}

std::string tooltip_of(const PortfolioDrawing& drawing, const Subject& subject) {
  const Journey& journey = drawing.input.workspace.journeys[subject.journey];
  const Summary& summary = drawing.input.analysis.journeys[subject.journey];
  std::string text = journey.name.value;
  if (const std::string personas = personas_text(drawing, journey); !personas.empty()) text += "\n" + personas;
  for (const std::string& figure : summary_texts(drawing.wording, summary)) text += "\n" + figure;
  for (const Stage& stage : journey.stages)
    text += fmt::format("\n{}: {}", stage.name.value,
                        drawing.wording.count(touchpoints_of(drawing.input.workspace, stage).size(), "{count} moments"));
  return text;
}

/// Name, persona and figures from above, down to the curve.
void draw_head_of(PortfolioDrawing& drawing, const Journey& journey, Texts& texts, const std::string& tooltip, Point corner, double width) {
  const auto put = [&](std::string_view what, std::vector<Line>& lines) {
    corner.y =
        put_text(drawing, {fmt::format("{}-{}", what, journey.id.value), std::string(what), tooltip, ""}, {corner, width}, std::move(lines))
            .bottom();
  };
  put("name", texts.name);
  put("persona", texts.persona);
  put("delivered", texts.figures);
}

/// Over the panel, whose corner is given.
void draw_stage_names(PortfolioDrawing& drawing, const Journey& journey, std::vector<StageOnPlot>& stages, Point corner) {
  for (std::size_t i = 0; i < stages.size(); ++i) {
    StageOnPlot& stage = stages[i];
    const double height = height_of(stage.name);
    put_text(drawing, {fmt::format("stage-{}-{}", journey.id.value, journey.stages[i].id.value), "stage", "", ""},
             {{corner.x + stage.left, corner.y - under_stages - height}, stage.right - stage.left, Align::center}, std::move(stage.name));
  }
}

/// Numbers of the scale left of a row.
void draw_scale(PortfolioDrawing& drawing, const Grid& grid, const Box& plot) {
  const Scale& scale = drawing.input.scale();
  std::vector<double> scores = {scale.max, scale.middle(), scale.min};
  if (scale.range() <= 0) scores = {scale.min};
  for (const double score : scores) {
    put_text_in_middle(drawing, {"scale", "axis", "", ""},
                       {{drawing.left, height_of_score(score, scale, plot)}, grid.axis - beside_axis, Align::right},
                       {single_line(drawing.typesetter(), drawing.wording.points(score), drawing.theme().small_print)});
  }
}

void draw_row(PortfolioDrawing& drawing, std::span<const Subject> subjects) {
  const Grid& grid = drawing.grid;
  std::vector<Texts> all;
  double head = 0, foot = 0, strip = 0;
  for (const Subject& subject : subjects) {
    all.push_back(texts_of(drawing, subject, grid.width));
    head = std::max(head, all.back().head()), strip = std::max(strip, all.back().strip());
    foot = std::max(foot, height_of(all.back().worst));
  }
  const Theme& theme = drawing.theme();
  const double plot_top = drawing.y + head + head_to_plot + strip, plot_height = plot_height_of(drawing);
  for (std::size_t i = 0; i < subjects.size(); ++i) {
    const Journey& journey = drawing.input.workspace.journeys[subjects[i].journey];
    const std::string tooltip = tooltip_of(drawing, subjects[i]);
    const double left = drawing.left + grid.axis + static_cast<double>(i) * (grid.width + column_gap);
    const Box plot{left, plot_top, grid.width, plot_height};
    draw_head_of(drawing, journey, all[i], tooltip, {left, plot_top - strip - head_to_plot - all[i].head()}, grid.width);
    draw_stage_names(drawing, journey, all[i].stages, {left, plot_top});
    drawing.scene.panels.push_back({{drawing.ids.use("journey-" + journey.id.value), "journey", tooltip, ""},
                                    plot,
                                    theme.page,
                                    Stroke{theme.line, theme.spacing.hairline, Dash::solid}});
    draw_plot(drawing, subjects[i], plot);
    if (i == 0) draw_scale(drawing, grid, plot);
    put_text(drawing, {"worst-moment-" + journey.id.value, "worst", "", ""}, {{left, plot.bottom() + 4}, grid.width},
             std::move(all[i].worst));
  }
  drawing.y = plot_top + plot_height + 4 + foot + row_gap;
}

/// The one that delivers least first, those of which nobody knows it last.
std::vector<Subject> ordered_subjects(const PictureInput& input) {
  std::vector<std::size_t> order(input.workspace.journeys.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) {
    const auto& delivered = input.analysis.journeys[i].delivered.value;
    return std::pair(!delivered, delivered.value_or(0));
  });
  std::vector<Subject> subjects;
  for (const std::size_t journey : order) subjects.push_back(subject_of(input, journey));
  return subjects;
}

void draw_grid(PortfolioDrawing& drawing) {
  const Grid& grid = drawing.grid;
  const std::span<const Subject> subjects = drawing.subjects;
  if (subjects.size() > 1) {
    const char* order = "The journey that delivers least of what is wanted stands first; where nobody knows, last.";
    const auto lines = set_text(drawing.typesetter(), drawing.wording(order), drawing.theme().small_print, grid.total()).lines;
    drawing.y = put_text(drawing, {"order", "axis", "", ""}, {{drawing.left, drawing.y}, grid.total()}, lines).bottom() + row_gap / 2;
  }
  for (std::size_t begin = 0; begin < subjects.size(); begin += grid.columns)
    draw_row(drawing, subjects.subspan(begin, std::min(grid.columns, subjects.size() - begin)));
  drawing.y -= row_gap;
  tell_left_out(drawing, {{}, drawing.left_out});
  if (!drawing.is_slide) draw_tree(drawing);
}

bool is_empty(const PortfolioDrawing& drawing) {
  return drawing.subjects.empty();
}

double width_of(PortfolioDrawing& drawing) {
  return std::max(least_picture_width, drawing.grid.total());
}

std::string title_of(const PortfolioDrawing& drawing) {
  return drawing.wording("All journeys on one scale");
}

std::vector<std::string> figures_of(const PortfolioDrawing& drawing) {
  const PictureInput& input = drawing.input;
  std::vector<std::string> texts = {drawing.wording.count(input.workspace.journeys.size(), "{count} journeys")};
  std::vector<std::string> of_all = summary_texts(drawing.wording, input.analysis);
  if (counts_in_full(input.analysis)) of_all.resize(1);  // its share is no mean of what journeys deliver, and would be taken for one
  texts.insert(texts.end(), of_all.begin(), of_all.end());
  const auto names_somebody = [](const Journey& journey) { return !journey.personas.empty(); };
  if (drawing.whose.empty() && std::ranges::any_of(input.workspace.journeys, names_somebody))
    texts.push_back(drawing.wording("The figures are those of all {customer}s.", {{"customer", drawing.wording.customer()}}));
  return texts;
}

std::string description_of(const PortfolioDrawing& drawing) {
  const Wording& wording = drawing.wording;
  return wording("The wanted and the lived experience of {journeys}, each as a small curve on the same scale.",
                 {{"journeys", wording.count(drawing.input.workspace.journeys.size(), "{count} journeys")}});
}

/// The journey that delivers least.
std::string verdict_of(const PortfolioDrawing& drawing) {
  const PictureInput& input = drawing.input;
  if (drawing.subjects.empty()) return "";
  const std::size_t first = drawing.subjects.front().journey;
  const auto& delivered = input.analysis.journeys[first].delivered.value;
  if (!delivered) return "";
  const Wording& wording = drawing.wording;
  return wording("Least is delivered on the journey {journey}: {percent}.",
                 {{"journey", input.workspace.journeys[first].name.value}, {"percent", wording.percent(*delivered)}});
}

}  // namespace

double Grid::total() const {
  return axis + static_cast<double>(columns) * (width + column_gap) - column_gap;
}

PortfolioDrawing::PortfolioDrawing(const PictureInput& what, const PictureOptions& asked)
    : Canvas(what), input(what), subjects(ordered_subjects(what)), is_slide(asked.is_slide), is_on_paper(asked.margin >= 0) {
  const std::size_t shown = asked.most > 0 ? std::min(subjects.size(), asked.most) : subjects.size();
  for (std::size_t i = shown; i < subjects.size(); ++i) left_out.push_back(input.workspace.journeys[subjects[i].journey].name.value);
  subjects.resize(shown);
  grid = grid_of(*this, asked.width);
}

const Content<PortfolioDrawing> content = {.title = title_of,
                                           .key_figures = figures_of,
                                           .description = description_of,
                                           .verdict = verdict_of,
                                           .width = width_of,
                                           .empty = "There is no journey yet.",
                                           .is_empty = is_empty,
                                           .body = draw_grid,
                                           .stretch = &PortfolioDrawing::stretch};

}  // namespace mot::portfolio
