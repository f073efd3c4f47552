#include "mot/import/journey_grid.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

#include "mot/evidence/cells/number.h"
#include "mot/import/cell_texts.h"
#include "mot/import/headings.h"
#include "mot/import/plain_line.h"
#include "mot/import/silent_cells.h"
#include "mot/import/table_scores.h"
#include "mot/import/written_scores.h"
#include "mot/load/fields/codecs.h"
#include "mot/text/numbers.h"
#include "mot/text/phrase_match.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

/// What a row of a map tells.
enum class GridRow : std::uint8_t { stages, persona, touchpoints, does, thinks, feels, pains, gains, goal, channel, score, other };

// clang-format off
/// In small letters, without accents, with `|` between.
constexpr std::pair<GridRow, std::string_view> words_of_rows[] = {
    {GridRow::stages, "stage|stages|phase|phases|phasen|journey stage|journey stages|stufe|stufen|etappen|etape|etapes|etapa|etapas|fase|fases"},
    {GridRow::persona, "persona|personas|customer|kunde"},
    {GridRow::touchpoints, "touchpoint|touchpoints|touch points|contact points|moments|interactions|kontaktpunkt|kontaktpunkte|beruhrungspunkte|momente|points de contact|puntos de contacto|momentos|pontos de contato|pontos de contacto"},
    {GridRow::does, "doing|does|do|action|actions|user actions|customer actions|customer does|activities|user activities|steps|what they do|tun|tut|handlungen|aktivitaten|aktionen|was sie tun|faire|fait|actions du client|activites|hace|haciendo|acciones|actividades|faz|fazendo|acoes|atividades"},
    {GridRow::thinks, "thinking|thinks|think|thoughts|what they think|customer thinks|denken|denkt|gedanken|pense|pensees|ce qu il pense|piensa|pensando|pensamientos|pensa|pensamentos"},
    {GridRow::feels, "feeling|feelings|feels|feel|emotion|emotions|emotional state|mood|customer feels|what they feel|fuhlen|fuhlt|gefuhl|gefuhle|emotionen|stimmung|ressenti|ressentis|sentiments|siente|sintiendo|emociones|sentimientos|sente|emocoes|sentimentos"},
    {GridRow::pains, "pain|pains|pain point|pain points|painpoints|problems|frustrations|barriers|schmerzpunkte|schmerzpunkt|probleme|hurden|frust|points de douleur|irritants|problemes|freins|puntos de dolor|problemas|frustraciones|pontos de dor|dores|frustracoes"},
    {GridRow::gains, "gains|gain|delights|highlights|positives|lichtblicke|freuden|points forts|plaisirs|ganancias|alegrias|ganhos|pontos fortes"},
    {GridRow::goal, "goal|goals|customer goal|customer goals|ziel|ziele|objectif|objectifs|objetivo|objetivos|meta|metas"},
    {GridRow::channel, "channel|channels|kanal|kanale|canal|canaux|canales|canais"},
    {GridRow::score, "score|scores|satisfaction|rating|experience|emotion score|zufriedenheit|bewertung|erlebnis|note|satisfaccion|puntuacion|satisfacao|pontuacao"},
};
// clang-format on

GridRow row_called(std::string_view name) {
  std::string text;
  for (const std::string& word : words_of(without_accents(plain_line(name)))) text += (text.empty() ? "" : " ") + word;
  if (text.empty()) return GridRow::other;
  for (const auto& [row, phrases] : words_of_rows) {
    if (("|" + std::string(phrases) + "|").find("|" + text + "|") != std::string::npos) return row;
  }
  return GridRow::other;
}

std::optional<Facet> facet_of_row(GridRow row) {
  constexpr std::pair<GridRow, Facet> facets[] = {{GridRow::does, Facet::customer_does},
                                                  {GridRow::thinks, Facet::thinks},
                                                  {GridRow::feels, Facet::feels},
                                                  {GridRow::pains, Facet::pains},
                                                  {GridRow::gains, Facet::gains}};
  const auto* const found = std::ranges::find(facets, row, &std::pair<GridRow, Facet>::first);
  return found == std::end(facets) ? std::nullopt : std::optional(found->second);
}

/// Whether a row may name stages: two at least beside its own name, in words.
bool may_name_stages(const std::vector<std::string>& cells) {
  std::size_t filled = 0;
  for (std::size_t i = 1; i < cells.size(); ++i) {
    if (evidence::number_from(cells[i])) return false;
    filled += !plain_line(cells[i]).empty();
  }
  const GridRow row = cells.empty() ? GridRow::other : row_called(cells[0]);
  const bool is_named_so = row == GridRow::stages || row == GridRow::other;
  return filled > 1 && is_named_so;
}

class JourneyGrid {
 public:
  JourneyGrid(const std::vector<TableRow>& rows, const std::string& file, Imported& imported)
      : rows_(rows), file_(file), imported_(imported), first_touchpoint_(imported.workspace.touchpoints.size()) {}

  void read(const FrontRows& above) {
    take_language();
    take_above(above);
    take_stages();
    take_written();
    for (std::size_t i = 1; i < rows_.size(); ++i) {
      if (row_called(name_of(rows_[i])) == GridRow::touchpoints) take_touchpoints(rows_[i]);
    }
    make_missing_touchpoints();
    for (std::size_t i = 1; i < rows_.size(); ++i) take(rows_[i]);
    settle();
    const std::size_t count = touchpoints_.size();
    note(Fate::kept, fmt::format("a journey map with stages across, {}: {}, {}", in_quotes(journey_.name),
                                 count_text(journey_.stages.size(), "stage", "stages"), count_text(count, "touchpoint", "touchpoints")));
    Workspace& workspace = imported_.workspace;
    workspace.touchpoints.insert(workspace.touchpoints.end(), touchpoints_.begin(), touchpoints_.end());
    workspace.journeys.push_back(std::move(journey_));
  }

 private:
  void note(Fate fate, std::string text) { imported_.notes.push_back({fate, std::move(text)}); }

  static std::string name_of(const TableRow& row) { return row.cells.empty() ? std::string() : plain_line(row.cells[0]); }

  void take_language() {
    if (!imported_.workspace.language.empty()) return;
    std::vector<std::string_view> names;
    for (const TableRow& row : rows_) {
      if (!row.cells.empty()) names.emplace_back(row.cells[0]);
    }
    const std::string_view language = language_of(headings_of(names));
    imported_.workspace.language = language;
    if (!language.empty() && language != "en") note(Fate::converted, fmt::format("the language is '{}', as its rows are", language));
  }

  /// A title alone names the journey, `Persona: Ines` who travels it.
  void take_above(const FrontRows& above) {
    Workspace& workspace = imported_.workspace;
    const bool is_first = workspace.touchpoints.empty() && workspace.journeys.empty();
    std::string title, others;
    for (const FrontRow& row : above) {
      std::vector<std::string> filled;
      for (const std::string& cell : row.cells) {
        if (!plain_line(cell).empty()) filled.push_back(plain_line(cell));
      }
      if (filled.size() == 2 && row_called(filled[0]) == GridRow::persona) {
        journey_.personas.push_back(filled[1]);
      } else if (filled.size() == 1 && title.empty()) {
        title = filled[0];
      } else {
        for (const std::string& cell : filled) others += (others.empty() ? "" : ", ") + in_quotes(cell);
      }
    }
    journey_.name = title.empty() ? workspace.name : title;
    if (!title.empty() && is_first) {
      workspace.name = title;
      workspace.has_title = true;
    }
    if (!title.empty())
      note(Fate::converted,
           fmt::format("the title {}: the name of {}the journey", in_quotes(title), is_first ? "the project and of " : ""));
    if (!others.empty()) note(Fate::dropped, fmt::format("what stands above the stages: {}", others));
  }

  /// A blank cell is of the stage to its left, as merged cells leave it.
  void take_stages() {
    const auto& cells = rows_.front().cells;
    std::size_t columns = 0;
    for (const TableRow& row : rows_) columns = std::max(columns, row.cells.size());
    stage_of_column_.assign(columns, std::nullopt);
    for (std::size_t i = 1; i < columns; ++i) {
      const std::string name = i < cells.size() ? plain_line(cells[i]) : std::string();
      if (!name.empty()) journey_.stages.push_back({name, {}});
      if (!journey_.stages.empty()) stage_of_column_[i] = journey_.stages.size() - 1;
    }
  }

  using Items = std::map<std::size_t, std::vector<std::string>>;

  /// What a row says of each stage; cells that say nothing or have marks between items are told.
  Items items_by_stage(const TableRow& row) {
    Items items;
    for (std::size_t i = 1; i < row.cells.size(); ++i) {
      if (!stage_of_column_[i]) continue;
      CellList list = list_in_cell(row.cells[i], ItemMarks::semicolon);
      for (const std::string& placeholder : list.placeholders) silent_.add(name_of(row), placeholder, row.line);
      if (list.is_parted) parted_.insert(in_quotes(plain_line(row.cells[i])));
      if (list.items.empty()) continue;
      auto& of_stage = items[*stage_of_column_[i]];
      of_stage.insert(of_stage.end(), list.items.begin(), list.items.end());
    }
    return items;
  }

  /// One that stands in several stages is one touchpoint.
  void add_touchpoint(const std::string& name, Stage& stage) {
    const auto known = std::ranges::find(touchpoints_, name, &Touchpoint::name);
    const std::size_t index = first_touchpoint_ + static_cast<std::size_t>(known - touchpoints_.begin());
    const bool is_new = known == touchpoints_.end();
    if (is_new) touchpoints_.push_back({.name = name, .facets = {}, .left_alone = {}, .comments = {}});
    if (std::ranges::find(stage.touchpoints, index) != stage.touchpoints.end()) return;
    stage.touchpoints.push_back(index);
    if (!is_new) shared_.insert(in_quotes(name));
  }

  void take_touchpoints(const TableRow& row) {
    for (const auto& [stage, items] : items_by_stage(row)) {
      for (const std::string& item : items) add_touchpoint(plain_line(item), journey_.stages[stage]);
    }
    note(Fate::kept, fmt::format("row {}: touchpoints", in_quotes(name_of(row))));
    if (!shared_.empty())
      note(Fate::converted, fmt::format("names that stand in several stages are one touchpoint each: {}", fmt::join(shared_, ", ")));
  }

  void make_missing_touchpoints() {
    std::string made;
    for (Stage& stage : journey_.stages) {
      if (!stage.touchpoints.empty()) continue;
      add_touchpoint(stage.name, stage);
      made += (made.empty() ? "" : ", ") + in_quotes(stage.name);
    }
    if (!made.empty())
      note(Fate::converted, fmt::format("stages without a touchpoint: one of the same name in each; name those they have: {}", made));
  }

  void take(const TableRow& row) {
    const GridRow kind = row_called(name_of(row));
    if (kind == GridRow::touchpoints) return;
    const auto items = items_by_stage(row);
    if (items.empty()) return;
    if (kind == GridRow::persona) {
      for (const auto& [stage, names] : items) add_personas(names);
      return note(Fate::kept, fmt::format("row {}: personas of the journey", in_quotes(name_of(row))));
    }
    if ((kind == GridRow::score || kind == GridRow::feels) && are_numbers(items)) return take_scores(row, items);
    if (kind == GridRow::channel && take_channels(row, items)) return;
    if (kind == GridRow::goal) {
      for (const auto& [stage, goals] : items) journey_.stages[stage].goal = fmt::format("{}", fmt::join(goals, "; "));
      return note(Fate::kept, fmt::format("row {}: goals of the stages", in_quotes(name_of(row))));
    }
    const auto facet = facet_of_row(kind);
    if (!facet) return leave_alone(row, items);
    for (const auto& [stage, texts] : items) {
      std::string& said = journey_.stages[stage].facets[*facet];
      said += (said.empty() ? "" : "\n") + in_lines(texts);
    }
    note(Fate::kept, fmt::format("row {}: {} of the stages", in_quotes(name_of(row)), facet_name(*facet)));
  }

  void add_personas(const std::vector<std::string>& names) {
    for (const std::string& written : names) {
      const std::string name = plain_line(written);
      if (std::ranges::find(journey_.personas, name) == journey_.personas.end()) journey_.personas.push_back(name);
    }
  }

  static bool are_numbers(const Items& items) {
    return std::ranges::all_of(items, [](const auto& entry) {
      return entry.second.size() == 1 && evidence::number_from(entry.second[0], evidence::DecimalMark::point_or_comma);
    });
  }

  /// A stage's only touchpoint; nothing where it has several, or one that stands elsewhere too.
  Touchpoint* only_touchpoint(std::size_t stage) {
    const auto& touchpoints = journey_.stages[stage].touchpoints;
    if (touchpoints.size() != 1) return nullptr;
    const auto places = std::ranges::count_if(journey_.stages, [&](const Stage& other) {
      return std::ranges::find(other.touchpoints, touchpoints[0]) != other.touchpoints.end();
    });
    return places == 1 ? &touchpoints_[touchpoints[0] - first_touchpoint_] : nullptr;
  }

  /// A stage has no score: its only touchpoint has it, else it stands in a comment.
  void take_scores(const TableRow& row, const Items& items) {
    std::string lost;
    for (const auto& [stage, texts] : items) {
      const std::string score = fmt::format("{}", *evidence::number_from(texts[0], evidence::DecimalMark::point_or_comma));
      if (Touchpoint* touchpoint = only_touchpoint(stage)) {
        touchpoint->facets[Facet::actual_score] = score;
        continue;
      }
      journey_.comments.push_back(fmt::format("{} of {} was {}", name_of(row), journey_.stages[stage].name, score));
      lost += (lost.empty() ? "" : ", ") + in_quotes(journey_.stages[stage].name);
    }
    note(Fate::converted, fmt::format("row {}: what is lived today (actual) at the touchpoint of each stage", in_quotes(name_of(row))));
    if (!lost.empty())
      note(Fate::undecided,
           fmt::format("row {}: the scores of stages with several touchpoints stand in comments: {}", in_quotes(name_of(row)), lost));
  }

  bool take_channels(const TableRow& row, const Items& items) {
    const bool have_one = std::ranges::all_of(items, [&](const auto& entry) { return only_touchpoint(entry.first) != nullptr; });
    if (!have_one) return false;
    for (const auto& [stage, names] : items)
      only_touchpoint(stage)->facets[Facet::channel] = plain_line(fmt::format("{}", fmt::join(names, "; ")));
    note(Fate::kept, fmt::format("row {}: channels of the touchpoints", in_quotes(name_of(row))));
    return true;
  }

  void leave_alone(const TableRow& row, const Items& items) {
    std::string id = yaml::id_like(name_of(row));
    if (id.empty()) id = fmt::format("row-{}", row.line);
    for (const auto& [stage, texts] : items) {
      auto& left = journey_.stages[stage].left_alone;
      const auto known = std::ranges::find(left, "x-" + id, &std::pair<std::string, std::string>::first);
      known == left.end() ? void(left.emplace_back("x-" + id, in_lines(texts))) : void(known->second += "\n" + in_lines(texts));
    }
    note(Fate::converted, fmt::format("row {}: has no place of its own; kept as x-{} of the stages", in_quotes(name_of(row)), id));
  }

  /// Scores in per cent, stars or fractions are numbers, in rows of nothing else.
  void take_written() {
    std::vector<TableRow> written;
    std::vector<std::size_t> indices;
    for (std::size_t i = 1; i < rows_.size(); ++i) {
      const GridRow kind = row_called(name_of(rows_[i]));
      if ((kind != GridRow::score && kind != GridRow::feels) || !are_scores(rows_[i])) continue;
      written.push_back(rows_[i]);
      indices.push_back(i);
    }
    written_ = take_written_scores(headings_of_scores(), imported_.workspace, written, imported_.notes);
    for (std::size_t i = 0; i < indices.size(); ++i) rows_[indices[i]] = written[i];
  }

  std::vector<Heading> headings_of_scores() const {
    std::vector<Heading> headings(stage_of_column_.size(), Heading{{}, Facet::actual_score});
    headings.front().facet.reset();
    return headings;
  }

  bool are_scores(const TableRow& row) const {
    std::vector<TableRow> rows{row};
    Notes notes;
    take_written_scores(headings_of_scores(), imported_.workspace, rows, notes);
    return std::all_of(rows.front().cells.begin() + 1, rows.front().cells.end(), [](const std::string& cell) {
      return plain_line(cell).empty() || evidence::number_from(plain_line(cell), evidence::DecimalMark::point_or_comma);
    });
  }

  void settle() {
    settle_scores({}, file_, written_, touchpoints_, imported_);
    if (!silent_.empty()) note(Fate::dropped, silent_.told());
    if (!parted_.empty())
      imported_.notes.push_back(
          {Fate::converted, fmt::format("cells with several items between marks: {}", fmt::join(parted_, ", ")), true});
  }

  std::vector<TableRow> rows_;
  const std::string& file_;
  Imported& imported_;
  std::size_t first_touchpoint_;
  Journey journey_;
  std::vector<Touchpoint> touchpoints_;
  std::set<std::string> shared_;  ///< names that stand in several stages
  std::vector<std::optional<std::size_t>> stage_of_column_;
  std::optional<Scale> written_;  ///< that scores are written on: `4/5`
  SilentCells silent_;
  std::set<std::string> parted_;  ///< cells whose marks part a list
};

}  // namespace

std::optional<std::size_t> stages_row(const FrontRows& rows) {
  constexpr std::size_t most_above = 6;
  constexpr std::array surely = {GridRow::touchpoints, GridRow::does, GridRow::thinks};
  for (std::size_t i = 0; i < std::min(most_above, rows.size()); ++i) {
    if (!may_name_stages(rows[i].cells)) continue;
    std::set<GridRow> kinds;
    std::size_t named = 0, known = 0;
    for (std::size_t j = i + 1; j < rows.size(); ++j) {
      const auto& cells = rows[j].cells;
      if (cells.size() < 2 || plain_line(cells[0]).empty()) continue;
      const GridRow kind = row_called(cells[0]);
      ++named;
      known += kind != GridRow::other;
      if (kind != GridRow::other && kind != GridRow::persona && kind != GridRow::score) kinds.insert(kind);
    }
    const bool has_sure = std::ranges::any_of(surely, [&](GridRow kind) { return kinds.contains(kind); });
    if (kinds.size() > 1 && has_sure && known * 2 >= named) return i;
  }
  return std::nullopt;
}

void add_journey_grid(const FrontRows& above, const std::vector<TableRow>& rows, const std::string& file, Imported& imported) {
  JourneyGrid(rows, file, imported).read(above);
}

}  // namespace mot::importing
