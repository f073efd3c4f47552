#include "mot/picture/told_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "mot/analysis/sets.h"
#include "mot/picture/fade.h"
#include "mot/picture/signs.h"
#include "mot/picture/text_layout.h"
#include "mot/words/figures.h"

namespace mot {
namespace {

using Texts = std::vector<ToldText>;

constexpr double space_between_texts = 4;
constexpr std::size_t most_columns_of_text = 3;  // where nothing stands beside it
constexpr std::size_t least_columns_a_text = 3;  // of a row of its own

Texts plain(const std::vector<Text>& texts) {
  Texts all;
  for (const Text& text : texts) all.push_back({text.value});
  return all;
}

/// `●●○`: never like the signs of gaps beside it.
std::string weight_marks(long weight) {
  constexpr long most = 3;
  std::string marks;
  for (long i = 0; i < most; ++i) marks += i < weight ? "●" : "○";
  return marks;
}

/// The severest first: what there is room for is what matters.
Texts observed(const std::vector<Observation>& observations) {
  std::vector<const Observation*> order;
  for (const Observation& observation : observations) order.push_back(&observation);
  const auto severity = [](const Observation* observation) { return observation->severity ? observation->severity->value : 0; };
  std::ranges::stable_sort(order, std::ranges::greater{}, severity);
  Texts all;
  for (const Observation* observation : order) {
    const long weight = std::lround(severity(observation));
    all.push_back({weight > 0 ? weight_marks(weight) + "\u00a0" + observation->text.value : observation->text.value, {}, weight});
  }
  return all;
}

std::string joined_names(const std::vector<Link<Channel>>& channels, const Workspace& workspace) {
  std::string text;
  for (const auto& link : channels) {
    const Channel* channel = link.index ? &workspace.channels[*link.index] : nullptr;
    text += fmt::format("{}{}", text.empty() ? "" : ", ", channel && channel->name ? channel->name->value : link.value);
  }
  return text;
}

Texts channels_of(const Touchpoint& touchpoint, const Workspace& workspace) {
  if (touchpoint.channels.size() < 2) return {};
  return {{joined_names(touchpoint.channels, workspace)}};
}

Texts involved(const Touchpoint& touchpoint, const Workspace& workspace) {
  Texts all;
  for (const auto& link : touchpoint.involves) all.push_back({link.index ? workspace.departments[*link.index].name.value : link.value});
  return all;
}

/// A length of time that no line break parts: "20 min".
std::string in_one_piece(const Wording& wording, const Duration& duration) {
  std::string text;
  for (const char c : wording.duration(duration)) text += c == ' ' ? "\u00a0" : std::string(1, c);
  return text;
}

/// What is said of a time, alone and beside what is wanted.
struct TimeWords {
  std::string_view alone;
  std::string_view beside;
};
constexpr TimeWords waiting{"waits {time}", "waits {time}, wanted {wanted}"};
constexpr TimeWords taking{"takes {time}", "takes {time}, wanted {wanted}"};

void add_timing(const Wording& wording, const TimeWords& words, const std::optional<Timing>& timing, Texts& all) {
  if (!timing || (!timing->actual && !timing->wanted)) return;
  const std::string time = timing->actual ? in_one_piece(wording, timing->actual->value) : "?";
  if (!timing->wanted) return all.push_back({wording(words.alone, {{"time", time}})});
  std::string text = wording(words.beside, {{"time", time}, {"wanted", in_one_piece(wording, timing->wanted->value)}});
  if (!timing->actual) return all.push_back({std::move(text), GapClass::unknown});
  const bool is_over = timing->actual->value.seconds > timing->wanted->value.seconds;
  all.push_back({std::move(text), is_over ? GapClass::red : GapClass::green});
}

Texts times_of(const Touchpoint& touchpoint, const Workspace& workspace) {
  const Wording wording(workspace.project);
  Texts all;
  add_timing(wording, waiting, touchpoint.waits, all);
  add_timing(wording, taking, touchpoint.takes, all);
  return all;
}

Texts kpi_texts(const std::vector<Kpi>& kpis, const Workspace& workspace) {
  const Wording wording(workspace.project);
  Texts all;
  for (const Kpi& kpi : kpis) all.push_back(kpi_text(wording, kpi));
  return all;
}

Texts nothing(const Stage&, const Workspace&) {
  return {};
}

Texts goal_of(const Stage& stage, const Workspace&) {
  return stage.goal ? Texts{{stage.goal->value}} : Texts{};
}

/// A row that every project has.
struct FixedRow {
  std::string_view key;
  std::string_view heading;
  std::string_view remark;
  Texts (*of_stage)(const Stage&, const Workspace&);
  Texts (*of_touchpoint)(const Touchpoint&, const Workspace&);
};

using Touch = const Touchpoint&;
using Work = const Workspace&;
// clang-format off
constexpr FixedRow fixed_rows[] = {
    {"goals", "Goal", "", goal_of, [](Touch, Work) { return Texts{}; }},
    {"does", "What the {customer} does", "", [](const Stage& stage, Work) { return plain(stage.customer_does); }, [](Touch of, Work) { return plain(of.customer_does); }},
    {"thinks", "What the {customer} thinks", "", [](const Stage& stage, Work) { return plain(stage.customer_thinks); }, [](Touch of, Work) { return plain(of.customer_thinks); }},
    {"feels", "What the {customer} feels", "", [](const Stage& stage, Work) { return plain(stage.customer_feels); }, [](Touch of, Work) { return plain(of.customer_feels); }},
    {"pains", "Pains", "as somebody saw them", [](const Stage& stage, Work) { return observed(stage.pains); }, [](Touch of, Work) { return observed(of.pains); }},
    {"gains", "Gains", "as somebody saw them", [](const Stage& stage, Work) { return observed(stage.gains); }, [](Touch of, Work) { return observed(of.gains); }},
    {"channels", "Channels", "where there are several", nothing, channels_of},
    {"involves", "Also involved", "", nothing, involved},
    {"times", "Time", "", nothing, times_of},
    {"kpis", "KPIs", "", [](const Stage& stage, Work work) { return kpi_texts(stage.kpis, work); }, [](Touch of, Work work) { return kpi_texts(of.kpis, work); }},
};
// clang-format on

Texts in_lane(const Lanes& lanes, std::string_view name) {
  for (const auto& [lane, texts] : lanes) {
    if (lane.value == name) return plain(texts);
  }
  return {};
}

bool is_chosen(std::string_view key, const RowChoice& choice) {
  const auto names = [&](const std::vector<std::string>& keys) { return std::ranges::find(keys, key) != keys.end(); };
  return choice.shown.empty() ? !names(choice.hidden) : names(choice.shown) && !names(choice.hidden);
}

bool has_texts(const std::vector<Texts>& all) {
  return std::ranges::any_of(all, [](const Texts& texts) { return !texts.empty(); });
}

/// Fills a row by what its functions say of stages and touchpoints.
template <class OfStage, class OfTouchpoint>
void fill(ToldRow& row, const Workspace& workspace, const Journey& journey, OfStage of_stage, OfTouchpoint of_touchpoint) {
  for (const Stage& stage : journey.stages) row.at_stages.push_back(of_stage(stage));
  row.at_touchpoints.resize(workspace.touchpoints.size());
  for (const std::size_t i : touchpoints_of(workspace, journey)) row.at_touchpoints[i] = of_touchpoint(workspace.touchpoints[i]);
}

// Drawing

/// By the heaviest marks that the row has.
void explain_weights(Canvas& canvas, const ToldRow& row) {
  long heaviest = 0;
  for (const auto* all : {&row.at_stages, &row.at_touchpoints}) {
    for (const Texts& texts : *all)
      for (const ToldText& told : texts) heaviest = std::max(heaviest, told.weight);
  }
  if (heaviest == 0) return;
  const bool is_pain = row.id == "pains";
  Run marks{weight_marks(heaviest), canvas.theme().body.font, canvas.theme().ink};
  const double width = canvas.typesetter().width_of(marks.text, marks.font);
  explain(canvas, Sign<Run>{legend_rank::marks + (is_pain ? 8 : 9), is_pain ? "how much it hurts" : "how much good it does", width,
                            std::move(marks)});
}

/// Texts under each other.
std::vector<Line> lines_of(const Canvas& canvas, const Texts& texts, double width, std::size_t most_lines) {
  const Theme& theme = canvas.theme();
  std::vector<Line> lines;
  for (const ToldText& told : texts) {
    const Tone* tone = told.tone ? &theme.tone_of(*told.tone) : nullptr;
    const std::string text = tone ? fmt::format("{} {}", tone->glyph, told.text) : told.text;
    const TextStyle style{theme.body.font, tone ? tone->text : theme.ink};
    append(lines, set_text(canvas.typesetter(), text, style, width, most_lines).lines, lines.empty() ? 0 : space_between_texts);
  }
  return lines;
}

struct PlacedTexts {
  std::string id;
  std::string about;  ///< for the tooltip
  Texts texts;
  TextPlace place;
  bool is_faded = false;
  std::size_t most_lines = 0;
};

/// Puts texts; returns their lower edge, or that of their place where there are none.
double put_texts(Canvas& canvas, const PlacedTexts& told) {
  std::vector<Line> lines = lines_of(canvas, told.texts, told.place.width, told.most_lines);
  if (lines.empty()) return told.place.corner.y;
  if (told.is_faded) fade(lines, canvas.theme());
  return put_text(canvas, {told.id, "told", told.about, ""}, told.place, std::move(lines)).bottom();
}

/// On to the next column that says something: where little is said it takes little height.
template <class SaysSomething>
double width_to_next(const ToldRows& told, const journey::Band& band, std::size_t column, const SaysSomething& says_something) {
  std::size_t last = column;
  while (last + 1 < band.end && last + 1 < column + most_columns_of_text && !says_something(last + 1)) ++last;
  return told.grid.column(band, last).right() - told.grid.column(band, column).left;
}

/// One row under the columns of one band.
class RowOfBand {
 public:
  RowOfBand(Canvas& canvas, const ToldRows& told, const ToldRow& row, const journey::Band& band)
      : canvas_(canvas), told_(told), row_(row), band_(band) {}

  bool has_any() const {
    for (std::size_t i = band_.begin; i < band_.end; ++i)
      if (!row_.at_stages[told_.plan.columns[i].stage].empty() || has_any_at(i)) return true;
    return false;
  }

  /// Whether nearly all of it would be empty.
  bool is_sparse() const {
    std::size_t filled = 0;
    for (std::size_t i = band_.begin; i < band_.end; ++i) {
      if (!row_.at_stages[told_.plan.columns[i].stage].empty()) return false;
      if (has_any_at(i)) ++filled;
    }
    return least_columns_a_text * filled <= band_.size();
  }

  /// `Pains · as somebody saw them · ●●● Rude.`, what it says in a column; empty where that is nothing.
  std::vector<Run> runs_at(std::size_t column) const {
    const Theme& theme = canvas_.theme();
    std::vector<Run> runs;
    for (const std::size_t index : visits_in(told_.plan.columns[column])) {
      for (const ToldText& told : texts_of(told_.plan.visits[index])) {
        const Tone* tone = told.tone ? &theme.tone_of(*told.tone) : nullptr;
        runs.push_back({tone ? fmt::format("{} {}", tone->glyph, told.text) : told.text, theme.body.font, tone ? tone->text : theme.ink});
      }
    }
    if (runs.empty()) return runs;
    if (!row_.remark.empty()) runs.insert(runs.begin(), {row_.remark, theme.small_print.font, theme.small_print.colour});
    runs.insert(runs.begin(), {row_.heading, {theme.body.font.size, Weight::bold, Slant::upright}, theme.ink});
    return runs;
  }

  bool has_any_at(std::size_t column) const {
    return std::ranges::any_of(visits_in(told_.plan.columns[column]),
                               [&](std::size_t visit) { return !row_.at_touchpoints[told_.plan.visits[visit].touchpoint].empty(); });
  }

  void draw() {
    const Theme& theme = canvas_.theme();
    const double top = canvas_.y + theme.spacing.gap, inset = theme.spacing.panel_inset;
    const bool is_beside = told_.grid.place == ToldHeadings::beside;
    const double under_heading = is_beside ? top + inset : put_heading_above(top + inset - 3);
    const double under_stages = put_stages(under_heading);
    double bottom = under_stages;
    for (std::size_t i = band_.begin; i < band_.end; ++i) bottom = std::max(bottom, put_column(i, under_stages));
    if (is_beside) bottom = std::max(bottom, put_heading(top + inset - 2));
    bottom += is_beside ? inset : inset - 3;
    const std::string id = canvas_.ids.use("told-" + row_.id);
    const Box box{told_.grid.left, top, told_.grid.width(band_), bottom - top};
    canvas_.scene.panels.push_back(
        {{id, "told-row", row_.heading, ""}, box, theme.page, Stroke{theme.line, theme.spacing.hairline, Dash::solid}});
    canvas_.y = bottom;
  }

 private:
  static std::vector<std::size_t> visits_in(const journey::Column& column) {
    std::vector<std::size_t> visits;
    if (column.main) visits.push_back(*column.main);
    visits.insert(visits.end(), column.asides.begin(), column.asides.end());
    return visits;
  }

  /// With the name of what happens only under a condition.
  Texts texts_of(const journey::Visit& visit) const {
    Texts texts = row_.at_touchpoints[visit.touchpoint];
    if (visit.is_aside && !texts.empty())
      texts.front().text = told_.workspace.touchpoints[visit.touchpoint].name.value + ": " + texts.front().text;
    return texts;
  }

  ToldColumn extent_of(std::size_t column) const { return told_.grid.column(band_, column); }

  double width_from(std::size_t column) const {
    return width_to_next(told_, band_, column, [&](std::size_t other) { return has_any_at(other); });
  }

  /// What is said of a whole stage stands once over its columns.
  double put_stages(double top) {
    double bottom = top;
    for (std::size_t i = band_.begin; i < band_.end;) {
      const std::size_t stage = told_.plan.columns[i].stage, first = i;
      while (i < band_.end && told_.plan.columns[i].stage == stage) ++i;
      const double left = extent_of(first).left, width = extent_of(i - 1).right() - left;
      bottom = std::max(
          bottom,
          put_texts(canvas_,
                    {"told-" + row_.id + "-stage", row_.heading, row_.at_stages[stage], {{left, top}, width}, false, told_.most_lines}));
    }
    return bottom > top ? bottom + space_between_texts : top;
  }

  double put_column(std::size_t column, double top) {
    double y = top, bottom = top;
    for (const std::size_t index : visits_in(told_.plan.columns[column])) {
      const journey::Visit& visit = told_.plan.visits[index];
      Texts all = texts_of(visit);
      if (all.empty()) continue;
      const Touchpoint& touchpoint = told_.workspace.touchpoints[visit.touchpoint];
      const bool is_faded = told_.department && visit.department != told_.department;
      bottom = put_texts(canvas_, {"told-" + row_.id + "-" + visit.key,
                                   touchpoint.name.value,
                                   std::move(all),
                                   {{extent_of(column).left, y}, width_from(column)},
                                   is_faded,
                                   told_.most_lines});
      y = bottom + space_between_texts;
    }
    return bottom;
  }

  /// In one line, with its remark.
  double put_heading_above(double top) {
    const Theme& theme = canvas_.theme();
    const ToldColumn first = extent_of(band_.begin);
    const double width = extent_of(band_.end - 1).right() - first.left;
    std::vector<Run> runs = {{row_.heading, theme.name.font, theme.ink}};
    if (!row_.remark.empty()) runs.push_back({row_.remark, theme.small_print.font, theme.small_print.colour});
    return put_text(canvas_, {"heading-told-" + row_.id, "heading", "", ""}, {{first.left, top}, width},
                    set_in_turn(canvas_.typesetter(), runs, theme.small_print, width))
               .bottom() +
           2;
  }

  double put_heading(double top) {
    const Theme& theme = canvas_.theme();
    std::vector<Line> lines = set_text(canvas_.typesetter(), row_.heading, theme.heading, told_.grid.headings, 3).lines;
    if (!row_.remark.empty())
      append(lines, set_text(canvas_.typesetter(), row_.remark, theme.small_print, told_.grid.headings, 3).lines, 0);
    return put_text(canvas_, {"heading-told-" + row_.id, "heading", "", ""}, {{canvas_.left, top}, told_.grid.headings}, std::move(lines))
        .bottom();
  }

  Canvas& canvas_;
  const ToldRows& told_;
  const ToldRow& row_;
  const journey::Band& band_;
};

/// Whether all that stands there is of another department than the one that stands out.
bool is_faded_at(const ToldRows& told, std::size_t column) {
  const journey::Column& at = told.plan.columns[column];
  const auto is_own = [&](std::size_t visit) { return told.plan.visits[visit].department == told.department; };
  return told.department && !(at.main && is_own(*at.main)) && std::ranges::none_of(at.asides, is_own);
}

/// Rows that say next to nothing in one panel, each text behind the name of its row.
void draw_sparse_rows(Canvas& canvas, const ToldRows& told, const std::vector<const ToldRow*>& rows, const journey::Band& band) {
  const Theme& theme = canvas.theme();
  const auto says_something = [&](std::size_t column) {
    return std::ranges::any_of(rows, [&](const ToldRow* row) { return RowOfBand(canvas, told, *row, band).has_any_at(column); });
  };
  const double top = canvas.y + theme.spacing.gap, inset = theme.spacing.panel_inset;
  double bottom =
      put_text(canvas, {"heading-told-else", "heading", "", ""}, {{canvas.left, top + inset - 2}, told.grid.headings},
               set_text(canvas.typesetter(), canvas.wording("What else is written"), theme.heading, told.grid.headings, 3).lines)
          .bottom();
  for (std::size_t column = band.begin; column < band.end; ++column) {
    double y = top + inset;
    for (const ToldRow* row : rows) {
      const std::vector<Run> runs = RowOfBand(canvas, told, *row, band).runs_at(column);
      if (runs.empty()) continue;
      const TextPlace place{{told.grid.column(band, column).left, y}, width_to_next(told, band, column, says_something)};
      std::vector<Line> lines = set_in_turn(canvas.typesetter(), runs, theme.small_print, place.width);
      if (is_faded_at(told, column)) fade(lines, theme);
      y = put_text(canvas, {"told-" + row->id, "told", row->heading, ""}, place, std::move(lines)).bottom() + space_between_texts;
      bottom = std::max(bottom, y - space_between_texts);
    }
  }
  bottom += inset;
  const Box box{told.grid.left, top, told.grid.width(band), bottom - top};
  canvas.scene.panels.push_back({{canvas.ids.use("told-else"), "told-row", canvas.wording("What else is written"), ""},
                                 box,
                                 theme.page,
                                 Stroke{theme.line, theme.spacing.hairline, Dash::solid}});
  canvas.y = bottom;
}

}  // namespace

ToldText kpi_text(const Wording& wording, const Kpi& kpi) {
  const std::string unit = kpi.unit ? " " + kpi.unit->value : "";
  const std::string value = kpi.value ? number_in(wording, kpi.value->value) + unit : "?";
  if (!kpi.target || !kpi.better) return {wording("{kpi}: {value}", {{"kpi", kpi.name.value}, {"value", value}})};
  const bool is_higher = kpi.better->value == Better::higher;
  std::string text = wording(is_higher ? "{kpi}: {value} of at least {target}" : "{kpi}: {value} of at most {target}",
                             {{"kpi", kpi.name.value}, {"value", value}, {"target", number_in(wording, kpi.target->value)}});
  if (!kpi.value) return {std::move(text), GapClass::unknown};
  const bool is_met = is_higher ? kpi.value->value >= kpi.target->value : kpi.value->value <= kpi.target->value;
  return {std::move(text), is_met ? GapClass::green : GapClass::red};
}

std::vector<ToldRow> told_rows(const Workspace& workspace, const Journey& journey, const RowChoice& choice) {
  const Wording wording(workspace.project);
  std::vector<ToldRow> rows;
  const auto add = [&](ToldRow row) {
    if (has_texts(row.at_stages) || has_texts(row.at_touchpoints)) rows.push_back(std::move(row));
  };
  for (const FixedRow& fixed : fixed_rows) {
    if (!is_chosen(fixed.key, choice)) continue;
    const std::string remark = fixed.remark.empty() ? "" : wording(fixed.remark);
    ToldRow row{std::string(fixed.key), wording(fixed.heading, {{"customer", wording.customer()}}), remark, {}, {}};
    const auto of_stage = [&](const Stage& stage) { return fixed.of_stage(stage, workspace); };
    fill(row, workspace, journey, of_stage, [&](const Touchpoint& touchpoint) { return fixed.of_touchpoint(touchpoint, workspace); });
    add(std::move(row));
  }
  std::size_t number = 0;
  for (const Text& lane : workspace.project.lanes) {
    ++number;
    if (!is_chosen(lane.value, choice)) continue;
    ToldRow row{fmt::format("lane-{}", number), lane.value, "", {}, {}};
    const auto of = [&](const auto& told) { return in_lane(told.lanes, lane.value); };
    fill(row, workspace, journey, of, of);
    add(std::move(row));
  }
  return rows;
}

std::vector<std::string_view> told_row_keys(const Workspace& workspace) {
  std::vector<std::string_view> keys;
  for (const FixedRow& row : fixed_rows) keys.push_back(row.key);
  for (const Text& lane : workspace.project.lanes) keys.push_back(lane.value);
  return keys;
}

ToldGrid even_grid(double headings, double left, double pitch, double gutter) {
  ToldGrid grid{headings, left, {}, {}};
  grid.column = [=](const journey::Band& band, std::size_t column) {
    return ToldColumn{left + static_cast<double>(column - band.begin) * pitch + gutter / 2, pitch - gutter};
  };
  grid.width = [=](const journey::Band& band) { return static_cast<double>(band.size()) * pitch; };
  return grid;
}

void draw_told_rows(Canvas& canvas, const ToldRows& told, const journey::Band& band) {
  std::vector<const ToldRow*> sparse, others;
  for (const ToldRow& row : told.rows) {
    const RowOfBand of_band(canvas, told, row, band);
    if (!of_band.has_any()) continue;
    explain_weights(canvas, row);
    (told.grid.place == ToldHeadings::beside && of_band.is_sparse() ? sparse : others).push_back(&row);
  }
  if (sparse.size() == 1) others.push_back(sparse.front()), sparse.clear();
  for (const ToldRow* row : others) RowOfBand(canvas, told, *row, band).draw();
  if (!sparse.empty()) draw_sparse_rows(canvas, told, sparse, band);
}

}  // namespace mot
