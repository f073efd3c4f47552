#include "mot/import/touchpoint_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>

#include "mot/evidence/cells/number.h"
#include "mot/import/cell_values.h"
#include "mot/import/channels_in_cells.h"
#include "mot/import/foot_notes.h"
#include "mot/import/headings.h"
#include "mot/import/import.h"
#include "mot/import/persona_rows.h"
#include "mot/import/plain_line.h"
#include "mot/import/survey/declared_scale.h"
#include "mot/import/survey/heading_words.h"
#include "mot/import/table_scores.h"
#include "mot/import/written_scores.h"
#include "mot/load/fields/codecs.h"
#include "mot/text/numbers.h"
#include "mot/text/utf8.h"
#include "mot/yaml/number_words.h"

namespace mot::importing {
namespace {

/// What names several in one cell.
constexpr std::string_view between_personas = "; ";

class TouchpointTable {
 public:
  TouchpointTable(TextTable table, const std::string& file, Imported& imported)
      : table_(std::move(table)), file_(file), imported_(imported) {
    const std::vector<std::string_view> cells(table_.header.begin(), table_.header.end());
    headings_ = headings_of(cells);
  }

  void read() {
    if (imported_.workspace.language.empty()) take_language();
    take_feelings_in_numbers();
    take_waits_among_wishes();
    refuse_turned_scores();
    const auto written = take_written_scores(headings_, imported_.workspace, table_.rows, imported_.notes);
    see_importance();
    const auto rows = rows_above_foot();
    const bool has_sections = has_section_rows(rows);
    for (const TableRow& row : rows) has_sections&& only_cell(row) ? take_section(row) : take(row);
    settle_scores(headings_, file_, written, touchpoints_, imported_);
    join_rows_of_personas(touchpoints_, imported_.notes);
    settle_channels(touchpoints_, imported_.notes);
    note_columns();
    note_rows();
    place();
  }

 private:
  void note_of_cells(std::string text) { imported_.notes.push_back({Fate::converted, std::move(text), true}); }
  void note(Fate fate, std::string text) { imported_.notes.push_back({fate, std::move(text)}); }

  /// As people find it.
  std::string place_of(const TableRow& row) const {
    return table_.sheet.empty() ? fmt::format("line {}", row.line) : fmt::format("sheet {}, line {}", in_quotes(table_.sheet), row.line);
  }

  /// Without those at the end that sum the table up or tell where it is from.
  std::span<const TableRow> rows_above_foot() {
    std::span<const TableRow> rows = table_.rows;
    while (!rows.empty() && is_foot_row(rows.back().cells)) {
      const auto& cells = rows.back().cells;
      const auto first = std::ranges::find_if(cells, [](const std::string& cell) { return !plain_line(cell).empty(); });
      note(Fate::dropped,
           fmt::format("{}: {} is no touchpoint, but a row below the table", place_of(rows.back()), in_quotes(plain_line(*first))));
      rows = rows.first(rows.size() - 1);
    }
    return rows;
  }

  /// The text of a row with a single cell, in the column of names or the first one.
  std::optional<std::string> only_cell(const TableRow& row) const {
    std::optional<std::size_t> filled;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (plain_line(row.cells[i]).empty()) continue;
      if (filled) return std::nullopt;
      filled = i;
    }
    if (!filled || (*filled > 0 && (*filled >= headings_.size() || headings_[*filled].facet != Facet::name))) return std::nullopt;
    return plain_line(row.cells[*filled]);
  }

  /// Whether rows of a single cell part the others into stages: the first row is one, there are two at least, others follow each, and no
  /// column says it.
  bool has_section_rows(std::span<const TableRow> rows) const {
    if (rows.size() < 2 || std::ranges::find(headings_, Facet::stage, &Heading::facet) != headings_.end()) return false;
    std::size_t sections = 0;
    bool was_section = false;
    for (const TableRow& row : rows) {
      const bool is_section = only_cell(row).has_value();
      if (is_section && was_section) return false;
      if (!is_section && sections == 0) return false;
      sections += is_section;
      was_section = is_section;
    }
    return sections > 1 && !was_section && sections * 2 <= rows.size();
  }

  void take_section(const TableRow& row) {
    above_[Facet::stage] = *only_cell(row);
    ++sections_;
  }

  void take(const TableRow& row) {
    row_ = &row;
    Touchpoint touchpoint;
    touchpoint.line = row.line;
    for (std::size_t i = 0; i < headings_.size() && i < row.cells.size(); ++i) take_cell(i, text_of_cell(i, row.cells[i]), touchpoint);
    for (std::size_t i = headings_.size(); i < row.cells.size(); ++i) lost_cells_ += !plain_line(row.cells[i]).empty();
    for (const auto& [facet, text] : table_.common) touchpoint.facets.try_emplace(facet, text);
    fill_down(Facet::journey, touchpoint);
    sections_ > 0 ? void(touchpoint.facets.try_emplace(Facet::stage, above_[Facet::stage])) : fill_down(Facet::stage, touchpoint);
    const bool is_empty = std::ranges::all_of(row.cells, [](const std::string& cell) { return plain_line(cell).empty(); });
    if (is_empty) {
      ++empty_rows_;
    } else if (!says_something(touchpoint.name)) {
      note(Fate::dropped, fmt::format("{}: a row without a name", place_of(row)));
    } else {
      touchpoints_.push_back(std::move(touchpoint));
    }
  }

  /// One line, or one for each of a list.
  std::string text_of_cell(std::size_t column, const std::string& cell) const {
    const auto facet = headings_[column].facet;
    return facet && is_list(*facet) ? listed_lines(cell) : plain_line(cell);
  }

  void take_cell(std::size_t column, std::string text, Touchpoint& touchpoint) {
    if (text.empty()) return;
    const auto facet = headings_[column].facet;
    if (!facet) {
      touchpoint.left_alone.emplace_back(key_of(column), std::move(text));
    } else if (facet == Facet::name) {
      touchpoint.name = std::move(text);
    } else if (!says_something(text) && facet != Facet::moment_of_truth) {
      ++placeholders_;
    } else {
      take_facet(*facet, std::move(text), touchpoint);
    }
  }

  void take_facet(Facet facet, std::string text, Touchpoint& touchpoint) {
    if (facet == Facet::moment_of_truth) return take_moment_of_truth(std::move(text), touchpoint);
    if (facet == Facet::importance) return take_importance(text, touchpoint);
    if (facet == Facet::takes || facet == Facet::waits) return take_duration(facet, text, touchpoint);
    if (facet == Facet::journey || facet == Facet::stage) above_[facet] = text;
    const auto score_facet = score_beside(facet);
    const auto number = evidence::number_from(text, evidence::DecimalMark::point_or_comma);
    const bool is_score = is_of_score(facet);
    if (score_facet && number) {
      touchpoint.facets[*score_facet] = fmt::format("{}", *number);
    } else if (score_facet && yaml::is_number_in_words(text)) {
      lose(touchpoint, facet_name(facet), text, "reads like a score and is no number");
    } else if (is_score && !number) {
      lose(touchpoint, facet_name(facet), text, "is not a number");
    } else {
      touchpoint.facets[facet] = is_score ? fmt::format("{}", *number) : std::move(text);
    }
  }

  void take_moment_of_truth(std::string text, Touchpoint& touchpoint) {
    const auto truth = truth_in(text);
    if (truth && !*truth) return;
    if (truth) {
      touchpoint.facets[Facet::moment_of_truth] = "true";
    } else if (says_something(text)) {
      touchpoint.facets[Facet::moment_of_truth] = std::move(text);
    } else {
      ++placeholders_;
    }
  }

  void take_duration(Facet facet, const std::string& text, Touchpoint& touchpoint) {
    const MeantDuration meant = duration_in(text, heading_of(facet));
    if (!meant.ways.empty()) return lose(touchpoint, facet_name(facet), text, "may mean " + meant.ways);
    if (meant.written.empty())
      return lose(touchpoint, facet_name(facet), text,
                  fmt::format("is no length of time such as '3 min' or '2 h' (units: {})", duration_units));
    if (meant.written != text) durations_.emplace(fmt::format("{} is '{}'", in_quotes(text), meant.written));
    touchpoint.facets[facet] = meant.written;
  }

  std::string_view heading_of(Facet facet) const {
    const auto found = std::ranges::find(headings_, facet, &Heading::facet);
    return found == headings_.end() ? std::string_view() : found->text;
  }

  void take_importance(const std::string& text, Touchpoint& touchpoint) {
    const auto importance = importance_in(text, importance_);
    const std::string scale = importance_.numbers ? fmt::format("{} to {}", importance_.numbers->min, importance_.numbers->max) : "1 to 5";
    if (!importance) return lose(touchpoint, "importance", text, fmt::format("is not {}", scale));
    touchpoint.facets[Facet::importance] = fmt::format("{}", *importance);
    importance_words_ += !evidence::number_from(text, evidence::DecimalMark::point_or_comma).has_value();
  }

  /// Of the column that says it: five steps in words or three, and the scale of its numbers.
  void see_importance() {
    const auto heading = std::ranges::find(headings_, Facet::importance, &Heading::facet);
    if (heading == headings_.end()) return;
    if (heading->scale && heading->scale != Scale{1, 5}) importance_.numbers = heading->scale;
    const auto column = static_cast<std::size_t>(heading - headings_.begin());
    for (const TableRow& row : table_.rows) {
      if (column < row.cells.size()) importance_.see(row.cells[column]);
    }
  }

  /// Keeps in a comment what can't be a value.
  void lose(Touchpoint& touchpoint, std::string_view what, const std::string& text, std::string_view why) {
    touchpoint.comments.push_back(fmt::format("{} was {}", what, text));
    note(Fate::dropped, fmt::format("{}: {} {} {}; it stands in a comment", place_of(*row_), what, in_quotes(text), why));
  }

  /// A blank cell below one that is not, as merged cells are exported.
  void fill_down(Facet facet, Touchpoint& touchpoint) {
    if (touchpoint.facets.contains(facet) || !above_.contains(facet)) return;
    touchpoint.facets[facet] = above_[facet];
    ++filled_down_;
  }

  /// The `x-` key of a column without a home, one of its own.
  std::string key_of(std::size_t column) {
    std::string& key = keys_[column];
    if (!key.empty()) return key;
    const std::string id = yaml::id_like(headings_[column].text);
    key = "x-" + (id.empty() ? fmt::format("column-{}", column + 1) : id);
    const auto is_taken = [&](const auto& other) { return other.first != column && other.second == key; };
    if (std::ranges::any_of(keys_, is_taken)) key += fmt::format("-{}", column + 1);
    return key;
  }

  /// Feelings in numbers are how it is lived, where no other column says that.
  void take_feelings_in_numbers() {
    const auto says_actual = [](const Heading& heading) { return heading.facet == Facet::actual || heading.facet == Facet::actual_score; };
    const auto feelings = std::ranges::find(headings_, Facet::feels, &Heading::facet);
    if (feelings == headings_.end() || std::ranges::any_of(headings_, says_actual)) return;
    const auto column = static_cast<std::size_t>(feelings - headings_.begin());
    std::size_t numbers = 0;
    for (const TableRow& row : table_.rows) {
      const std::string text = column < row.cells.size() ? plain_line(row.cells[column]) : std::string();
      const bool is_number = evidence::number_from(text, evidence::DecimalMark::point_or_comma).has_value();
      if (says_something(text) && !is_number) return;
      numbers += is_number;
    }
    if (numbers > 0) feelings->facet = Facet::actual_score, by_cells_.insert(column);
  }

  /// A workspace's scale rises from the worst to the best.
  void refuse_turned_scores() const {
    for (const Heading& heading : headings_) {
      if (!heading.facet || !(is_of_score(*heading.facet) || score_beside(*heading.facet))) continue;
      const DeclaredScale declared = declared_scale(heading.text);
      const bool falls = declared.is_directed && declared.scale && declared.scale->min > declared.scale->max;
      if (!falls && !says(HeadingWord::school_grade, heading.text)) continue;
      throw CannotImport(
          fmt::format("'{}': in the column {} the smallest number is the best, and a score rises to the best; turn its numbers "
                      "round (of grades 1 to 6 each is 7 less itself), and call it otherwise",
                      printable(file_), in_quotes(plain_line(heading.text))));
    }
  }

  /// `Attente` in French is what is expected and how long one waits: lengths of time alone are the latter.
  void take_waits_among_wishes() {
    const auto wishes = std::ranges::find(headings_, Facet::customer, &Heading::facet);
    if (wishes == headings_.end() || std::ranges::find(headings_, Facet::waits, &Heading::facet) != headings_.end()) return;
    const auto column = static_cast<std::size_t>(wishes - headings_.begin());
    std::size_t lengths = 0;
    for (const TableRow& row : table_.rows) {
      const std::string text = column < row.cells.size() ? plain_line(row.cells[column]) : std::string();
      const bool is_length = !duration_meant_by(text).written.empty();
      if (says_something(text) && !is_length) return;
      lengths += is_length;
    }
    if (lengths == 0) return;
    wishes->facet = Facet::waits;
    by_cells_.insert(column);
    for (Heading& other : headings_) {
      if (!other.facet && headings_of({&other.text, 1}).front().facet == Facet::customer) {
        other.facet = Facet::customer;
        return;
      }
    }
  }

  void take_language() {
    const std::string_view language = language_of(headings_);
    imported_.workspace.language = language;
    if (!language.empty() && language != "en") note(Fate::converted, fmt::format("the language is '{}', as its headings are", language));
  }

  void note_columns() {
    for (std::size_t i = 0; i < headings_.size(); ++i) {
      const Heading& heading = headings_[i];
      const std::string shown = in_quotes(plain_line(heading.text));
      if (heading.facet && by_cells_.contains(i)) {
        note(Fate::converted, fmt::format("column {}: {}, by its cells", shown, facet_name(*heading.facet)));
      } else if (heading.facet) {
        note(heading.is_exact ? Fate::kept : Fate::converted,
             fmt::format("column {}: {}{}", shown, facet_name(*heading.facet), heading.is_exact ? "" : ", by a word of its heading"));
      } else if (keys_.contains(i)) {
        note(Fate::converted, fmt::format("column {}: has no place of its own; kept as {}", shown, keys_[i]));
      } else if (!heading.text.empty()) {
        note(Fate::dropped, fmt::format("column {}: empty", shown));
      }
    }
  }

  void note_rows() {
    if (table_.has_two_heading_rows)
      note(Fate::converted, "headings in two rows, as merged cells leave them: the words of the upper one are left out");
    if (sections_ > 0) note(Fate::converted, count_text(sections_, "row", "rows") + " of a single cell: the stage of the rows below each");
    note(Fate::kept, fmt::format("{} of {} as touchpoints", touchpoints_.size(), count_text(table_.rows.size(), "row", "rows")));
    if (filled_down_ > 0)
      note(Fate::converted,
           count_text(filled_down_, "blank cell", "blank cells") + " of stage or journey: as the row above, like merged cells");
    if (importance_words_ > 0)
      note_of_cells(count_text(importance_words_, "word", "words") + " of importance: " +
                    (importance_.has_five_steps ? "very high 5, high 4, medium 3, low 2, very low 1" : "high 5, medium 3, low 1"));
    if (importance_.numbers)
      note_of_cells(fmt::format("importance: from {} to {}, as its heading says, brought onto 1 to 5", importance_.numbers->min,
                                importance_.numbers->max));
    if (!durations_.empty()) note_of_cells(fmt::format("lengths of time: {}", fmt::join(durations_, ", ")));
    if (placeholders_ > 0) note(Fate::dropped, count_text(placeholders_, "cell that says", "cells that say") + " nothing (TBD, n/a, -)");
    if (empty_rows_ > 0) note(Fate::dropped, count_text(empty_rows_, "empty row", "empty rows"));
    if (lost_cells_ > 0) note(Fate::dropped, count_text(lost_cells_, "cell", "cells") + " behind the last heading");
  }

  /// Puts the touchpoints into stages of journeys, in the order of the table. One that stands in several rows, the same but for its place,
  /// is one.
  void place() {
    const bool has_places = std::ranges::any_of(touchpoints_, [](const Touchpoint& touchpoint) {
      return touchpoint.facets.contains(Facet::stage) || touchpoint.facets.contains(Facet::journey);
    });
    if (!has_places && !touchpoints_.empty()) {
      note(Fate::converted, "no column names stages: all touchpoints stand in one, 'All', in the order of the table");
    }
    for (Touchpoint& touchpoint : touchpoints_) {
      const bool has_place = touchpoint.facets.contains(Facet::stage) || touchpoint.facets.contains(Facet::journey);
      has_place || !has_places ? place(std::move(touchpoint)) : leave_aside(std::move(touchpoint));
    }
    if (aside_ > 0)
      note(Fate::converted, count_text(aside_, "row", "rows") + " above the first stage: touchpoints that stand on no journey");
    if (shared_ > 0)
      note(Fate::converted,
           count_text(shared_, "row that only repeats", "rows that only repeat") + " a touchpoint at another place: one touchpoint");
  }

  void place(Touchpoint touchpoint) {
    Workspace& workspace = imported_.workspace;
    const auto taken = [&](Facet facet, const std::string& otherwise) {
      auto node = touchpoint.facets.extract(facet);
      return node ? std::move(node.mapped()) : otherwise;
    };
    const std::string journey = taken(Facet::journey, table_.title.empty() ? workspace.name : table_.title);
    const std::string stage = taken(Facet::stage, "All");
    const std::string persona = taken(Facet::persona, "");
    if (touchpoint.facets.contains(Facet::quote)) touchpoint.quoted_in = file_;
    Journey& way = journey_named(journey);
    add_personas(persona, way);
    auto at = std::ranges::find(way.stages, stage, &Stage::name);
    if (at == way.stages.end()) at = way.stages.insert(at, {stage, {}});
    const auto known = known_as(touchpoint);
    const bool is_shared = known && std::ranges::find(at->touchpoints, *known) == at->touchpoints.end();
    at->touchpoints.push_back(is_shared ? *known : workspace.touchpoints.size());
    shared_ += is_shared;
    if (is_shared) return;
    by_name_.emplace(touchpoint.name, workspace.touchpoints.size());
    workspace.touchpoints.push_back(std::move(touchpoint));
  }

  /// Of a row's cell, which may name several: `Ann; Bob`.
  static void add_personas(std::string_view cell, Journey& way) {
    while (!cell.empty()) {
      const std::size_t end = std::min(cell.find(between_personas), cell.size());
      const std::string persona = plain_line(cell.substr(0, end));
      cell.remove_prefix(std::min(cell.size(), end + between_personas.size()));
      if (says_something(persona) && std::ranges::find(way.personas, persona) == way.personas.end()) way.personas.push_back(persona);
    }
  }

  void leave_aside(Touchpoint touchpoint) {
    touchpoint.facets.erase(Facet::persona);
    if (touchpoint.facets.contains(Facet::quote)) touchpoint.quoted_in = file_;
    imported_.workspace.touchpoints.push_back(std::move(touchpoint));
    ++aside_;
  }

  /// The touchpoint of an earlier row that says the same.
  std::optional<std::size_t> known_as(const Touchpoint& touchpoint) const {
    for (auto [at, end] = by_name_.equal_range(touchpoint.name); at != end; ++at) {
      const Touchpoint& other = imported_.workspace.touchpoints[at->second];
      if (other.facets == touchpoint.facets && other.left_alone == touchpoint.left_alone) return at->second;
    }
    return std::nullopt;
  }

  Journey& journey_named(const std::string& name) {
    auto& journeys = imported_.workspace.journeys;
    const auto found = std::ranges::find(journeys, name, &Journey::name);
    if (found != journeys.end()) return *found;
    return journeys.emplace_back(Journey{name, {}, {}, {}});
  }

  TextTable table_;
  const std::string& file_;
  Imported& imported_;
  std::vector<Heading> headings_;
  std::vector<Touchpoint> touchpoints_;
  const TableRow* row_ = nullptr;
  ImportanceForm importance_;
  std::map<Facet, std::string> above_;
  std::map<std::size_t, std::string> keys_;          ///< by column
  std::set<std::size_t> by_cells_;                   ///< columns that are what their cells are
  std::set<std::string> durations_;                  ///< `'3 Wochen' is '3 weeks'`
  std::multimap<std::string, std::size_t> by_name_;  ///< the touchpoints of this table
  std::size_t lost_cells_ = 0, empty_rows_ = 0, placeholders_ = 0, filled_down_ = 0, importance_words_ = 0, shared_ = 0, aside_ = 0,
              sections_ = 0;
};

}  // namespace

bool holds_touchpoints(const TextTable& table) {
  const std::vector<std::string_view> cells(table.header.begin(), table.header.end());
  return are_of_touchpoints(headings_of(cells));
}

bool has_column(const TextTable& table, Facet facet) {
  const std::vector<std::string_view> cells(table.header.begin(), table.header.end());
  const std::vector<Heading> headings = headings_of(cells);
  return std::ranges::find(headings, facet, &Heading::facet) != headings.end();
}

void add_touchpoint_table(const TextTable& table, const std::string& file, Imported& imported) {
  TouchpointTable(table, file, imported).read();
}

}  // namespace mot::importing
