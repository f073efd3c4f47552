#include "mot/import/touchpoint_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>

#include "mot/evidence/cells/number.h"
#include "mot/import/cell_texts.h"
#include "mot/import/cell_values.h"
#include "mot/import/channels_in_cells.h"
#include "mot/import/column_meanings.h"
#include "mot/import/foot_notes.h"
#include "mot/import/headings.h"
#include "mot/import/import.h"
#include "mot/import/persona_rows.h"
#include "mot/import/placed_touchpoints.h"
#include "mot/import/plain_line.h"
#include "mot/import/silent_cells.h"
#include "mot/import/table_scores.h"
#include "mot/import/written_scores.h"
#include "mot/load/fields/codecs.h"
#include "mot/text/digits.h"
#include "mot/text/numbers.h"
#include "mot/text/phrase_match.h"
#include "mot/text/shortlist.h"
#include "mot/text/utf8.h"
#include "mot/yaml/number_words.h"

namespace mot::importing {
namespace {

/// A day alone: spreadsheets make one of `4/5`.
bool is_day(std::string_view text) {
  constexpr std::string_view form = "dddd-dd-dd";
  if (text.size() < form.size() || (text.size() > form.size() && text[form.size()] != 'T')) return false;
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form[i] == 'd' ? !is_digit(text[i]) : text[i] != form[i]) return false;
  }
  return true;
}

/// What a spreadsheet shows where a formula has no result, in its languages: `#DIV/0!`, `#BEZUG!`, `#N/A`, `Err:502`.
bool is_failed_formula(std::string_view text) {
  constexpr std::string_view not_there[] = {"#N/A", "#NV", "#N/D", "#N/DISP"};
  if (text.starts_with("Err:")) return is_all_digits(text.substr(4));
  if (text.size() < 3 || text[0] != '#') return false;
  if (std::ranges::find(not_there, text) != std::end(not_there)) return true;
  const auto is_of_name = [](char c) { return (c >= 'A' && c <= 'Z') || is_digit(c) || c == '/' || static_cast<unsigned char>(c) >= 0x80; };
  return (text.back() == '!' || text.back() == '?') && std::all_of(text.begin() + 1, text.end() - 1, is_of_name);
}

constexpr std::string_view made_a_day = "is a day, as spreadsheets make one of 4/5 or 4.5; write the score as a text";

class TouchpointTable {
 public:
  TouchpointTable(TextTable table, const std::string& file, Imported& imported)
      : table_(std::move(table)), file_(file), imported_(imported) {
    const std::vector<std::string_view> cells(table_.header.begin(), table_.header.end());
    headings_ = headings_of(cells);
  }

  void read() {
    if (imported_.workspace.language.empty()) take_language();
    refuse_turned_scores(headings_, file_);
    const std::size_t all = table_.rows.size();
    note_sums(take_out_sums(table_.rows));
    const auto rows = rows_above_foot();
    by_cells_ = settle_headings_by_cells(headings_, table_.rows);
    if (const std::string text = take_scale_beside(table_.beside, headings_, file_); !text.empty())
      note(Fate::converted, fmt::format("the scale of the scores, as {} beside the table says", in_quotes(text)));
    const auto written = take_written_scores(headings_, imported_.workspace, table_.rows, imported_.notes);
    see_importance();
    make_room_beside(rows);
    const bool has_sections = has_section_rows(rows);
    for (const TableRow& row : rows) has_sections&& only_cell(row) ? take_section(row) : take(row);
    settle_scores(headings_, file_, written, touchpoints_, imported_);
    join_rows_of_personas(touchpoints_, imported_.notes);
    for (Touchpoint& touchpoint : touchpoints_)
      std::erase_if(touchpoint.facets, [](const auto& facet) { return facet.first == Facet::moment_of_truth && facet.second == said_no; });
    settle_channels(touchpoints_, imported_.notes);
    note_columns();
    note_rows(all);
    place_touchpoints(std::move(touchpoints_), {file_, table_.title, table_.sheet}, imported_);
  }

 private:
  void note_of_cells(std::string text) { imported_.notes.push_back({Fate::converted, std::move(text), true}); }
  void note(Fate fate, std::string text) { imported_.notes.push_back({fate, std::move(text)}); }

  /// As people find it.
  std::string place_of(const TableRow& row) const {
    return table_.sheet.empty() ? fmt::format("line {}", row.line) : fmt::format("sheet {}, line {}", in_quotes(table_.sheet), row.line);
  }

  void note_sums(const std::vector<TableRow>& sums) {
    for (const TableRow& row : sums) {
      const auto first = std::ranges::find_if(row.cells, [](const std::string& cell) { return !plain_line(cell).empty(); });
      note(Fate::dropped, fmt::format("{}: {} is no touchpoint, but sums rows up", place_of(row), in_quotes(plain_line(*first))));
    }
  }

  /// Without those at the end that tell where the table is from, or how to read it.
  std::span<const TableRow> rows_above_foot() {
    const std::span<const TableRow> all = table_.rows;
    std::span<const TableRow> rows = all.first(rows_above_legend(all));
    leave_out_below(all.subspan(rows.size()), "a legend");
    const std::span<const TableRow> above_legend = rows;
    rows = rows.first(rows_above_remarks(rows));
    leave_out_below(above_legend.subspan(rows.size()), "remarks");
    while (!rows.empty() && is_foot_row(rows.back().cells)) {
      const auto& cells = rows.back().cells;
      const auto first = std::ranges::find_if(cells, [](const std::string& cell) { return !plain_line(cell).empty(); });
      note(Fate::dropped,
           fmt::format("{}: {} is no touchpoint, but a row below the table", place_of(rows.back()), in_quotes(plain_line(*first))));
      table_.beside.push_back(plain_line(*first));
      rows = rows.first(rows.size() - 1);
    }
    return rows;
  }

  void leave_out_below(std::span<const TableRow> rows, std::string_view what) {
    std::string texts;
    for (const TableRow& row : rows) {
      for (const std::string& cell : row.cells) {
        if (plain_line(cell).empty()) continue;
        texts += (texts.empty() ? "" : ", ") + in_quotes(plain_line(cell));
        table_.beside.push_back(plain_line(cell));
      }
    }
    if (!texts.empty()) note(Fate::dropped, fmt::format("{} below the table, from {} on: {}", what, place_of(rows.front()), texts));
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
    // Of a row without a name nothing is kept.
    const std::size_t columns = is_named(row) ? headings_.size() : table_.header.size();
    for (std::size_t i = 0; i < columns && i < row.cells.size(); ++i) take_cell(i, row.cells[i], touchpoint);
    if (row.cells.size() < table_.header.size()) short_rows_.push_back(row.line);
    for (const auto& [facet, text] : table_.common) touchpoint.facets.try_emplace(facet, text);
    fill_down(Facet::journey, touchpoint);
    sections_ > 0 ? void(touchpoint.facets.try_emplace(Facet::stage, above_[Facet::stage])) : fill_down(Facet::stage, touchpoint);
    const bool is_empty = std::ranges::all_of(row.cells, [](const std::string& cell) { return plain_line(cell).empty(); });
    if (is_empty) {
      ++empty_rows_;
    } else if (!says_something(touchpoint.name)) {
      note(Fate::dropped, fmt::format("{}: a row without a name: {}", place_of(row), said_in(row)));
    } else {
      touchpoints_.push_back(std::move(touchpoint));
    }
  }

  bool is_named(const TableRow& row) const {
    const auto name = static_cast<std::size_t>(std::ranges::find(headings_, Facet::name, &Heading::facet) - headings_.begin());
    return name < row.cells.size() && says_something(plain_line(row.cells[name]));
  }

  /// A column without a heading for each cell that stands right of the last one.
  void make_room_beside(std::span<const TableRow> rows) {
    std::size_t columns = headings_.size();
    for (const TableRow& row : rows) {
      for (std::size_t i = columns; i < row.cells.size(); ++i) {
        if (!plain_line(row.cells[i]).empty()) columns = i + 1;
      }
    }
    headings_.resize(columns);
  }

  static std::string said_in(const TableRow& row) {
    std::vector<std::string> said;
    for (const std::string& cell : row.cells) {
      if (!plain_line(cell).empty()) said.push_back(in_quotes(plain_line(cell)));
    }
    return fmt::format("{}", fmt::join(said, ", "));
  }

  void take_cell(std::size_t column, const std::string& cell, Touchpoint& touchpoint) {
    const auto facet = headings_[column].facet;
    std::string text = facet ? text_of_cell(column, *facet, cell) : plain_lines(cell);
    if (text.empty()) return;
    if (is_failed_formula(text)) {
      lose(touchpoint, facet ? facet_name(*facet) : key_of(column), text, "is a formula without a result");
    } else if (!facet) {
      if (column >= table_.header.size()) beside_.push_back(fmt::format("{} in line {}", in_quotes(plain_line(text)), row_->line));
      touchpoint.left_alone.emplace_back(key_of(column), std::move(text));
    } else if (facet == Facet::name) {
      touchpoint.name = std::move(text);
    } else if (!says_something(text) && facet != Facet::moment_of_truth) {
      silent_.add(facet_name(*facet), text, row_->line);
    } else {
      take_facet(headings_[column], std::move(text), touchpoint);
    }
  }

  std::string text_of_cell(std::size_t column, Facet facet, const std::string& cell) {
    if (is_prose(facet)) return plain_lines(cell);
    std::string line = plain_line(cell);
    if (is_list(facet)) {
      const CellList list = list_in_cell(cell, marks_between(facet));
      if (list.is_parted) parted_.insert(in_quotes(line));
      if (list.items.empty()) return line;
      for (const std::string& item : list.placeholders) silent_.add(facet_name(*headings_[column].facet), item, row_->line);
      return in_lines(list.items);
    }
    if (plain_lines(cell).find('\n') == std::string::npos) return line;
    const bool may_be_several = facet == Facet::channel || facet == Facet::persona;
    if (may_be_several) return fmt::format("{}", fmt::join(list_in_cell(cell, ItemMarks::semicolon).items, "; "));
    ++folded_[facet];
    return line;
  }

  void take_facet(const Heading& heading, std::string text, Touchpoint& touchpoint) {
    const Facet facet = *heading.facet;
    if (facet == Facet::moment_of_truth) return take_moment_of_truth(std::move(text), touchpoint);
    if (facet == Facet::importance) return take_importance(text, touchpoint);
    if (facet == Facet::takes || facet == Facet::waits) return take_duration(facet, text, touchpoint);
    if (facet == Facet::journey || facet == Facet::stage) above_[facet] = text;
    if (!may_hold_scores(heading, headings_)) return void(touchpoint.facets[facet] = std::move(text));
    const auto score_facet = score_beside(facet);
    const auto number = evidence::number_from(text, evidence::DecimalMark::point_or_comma);
    const bool is_score = is_of_score(facet);
    if (score_facet && number) {
      touchpoint.facets[*score_facet] = fmt::format("{}", *number);
      if (const std::string& score = touchpoint.facets[*score_facet]; score != text)
        numbers_.push_back(fmt::format("{} is {}", in_quotes(text), score));
    } else if (is_day(text)) {
      lose(touchpoint, facet_name(facet), text, made_a_day);
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
    if (truth) {
      const bool has_remark = !*truth && words_of(text).size() > 1;
      if (has_remark) lose(touchpoint, facet_name(Facet::moment_of_truth), text, "is read as no");
      touchpoint.facets[Facet::moment_of_truth] = *truth ? "true" : said_no;
    } else if (says_something(text) && is_undecided(text)) {
      lose(touchpoint, facet_name(Facet::moment_of_truth), text, "says neither yes nor no nor why");
    } else if (says_something(text)) {
      reasons_.push_back(fmt::format("{} in {}", in_quotes(text), place_of(*row_)));
      touchpoint.facets[Facet::moment_of_truth] = std::move(text);
    } else {
      silent_.add(facet_name(Facet::moment_of_truth), text, row_->line);
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
    if (!importance && is_day(text)) return lose(touchpoint, "importance", text, made_a_day);
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
    touchpoint.comments.push_back(fmt::format("{} was {}", what, plain_line(text)));
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

  void note_rows(std::size_t all) {
    if (table_.has_two_heading_rows)
      note(Fate::converted, "headings in two rows, as merged cells leave them: the words of the upper one are left out");
    if (sections_ > 0) note(Fate::converted, count_text(sections_, "row", "rows") + " of a single cell: the stage of the rows below each");
    note(Fate::kept, fmt::format("{} of {} as touchpoints", touchpoints_.size(), count_text(all, "row", "rows")));
    if (filled_down_ > 0)
      note(Fate::converted,
           count_text(filled_down_, "blank cell", "blank cells") + " of stage or journey: as the row above, like merged cells");
    if (importance_words_ > 0)
      note_of_cells(count_text(importance_words_, "word", "words") + " of importance: " +
                    (importance_.has_five_steps ? "very high 5, high 4, medium 3, low 2, very low 1" : "high 5, medium 3, low 1"));
    if (importance_.numbers)
      note_of_cells(fmt::format("importance: from {} to {}, as its heading says, brought onto 1 to 5", importance_.numbers->min,
                                importance_.numbers->max));
    if (!reasons_.empty()) note_of_cells(fmt::format("moments of truth, with a reason in words: {}", fmt::join(reasons_, ", ")));
    if (!numbers_.empty()) note_of_cells(fmt::format("cells of a text or a score, read as scores: {}", shortlist(numbers_)));
    if (!durations_.empty()) note_of_cells(fmt::format("lengths of time: {}", fmt::join(durations_, ", ")));
    if (!silent_.empty()) note(Fate::dropped, silent_.told());
    if (!parted_.empty()) note_of_cells(fmt::format("cells with several items between marks: {}", fmt::join(parted_, ", ")));
    for (const auto& [facet, count] : folded_)
      note_of_cells(fmt::format("line breaks in {} of {}: blanks", count_text(count, "cell", "cells"), facet_name(facet)));
    if (empty_rows_ > 0) note(Fate::dropped, count_text(empty_rows_, "empty row", "empty rows"));
    if (!beside_.empty())
      note(Fate::converted,
           fmt::format("{} right of the last heading: {}", count_text(beside_.size(), "cell", "cells"), shortlist(beside_)));
    if (!short_rows_.empty())
      note(Fate::converted,
           fmt::format("{} with fewer cells than the headings, as if the last ones were blank: line{} {}",
                       count_text(short_rows_.size(), "row", "rows"), short_rows_.size() == 1 ? "" : "s", fmt::join(short_rows_, ", ")));
  }

  TextTable table_;
  const std::string& file_;
  Imported& imported_;
  std::vector<Heading> headings_;
  std::vector<Touchpoint> touchpoints_;
  const TableRow* row_ = nullptr;
  ImportanceForm importance_;
  std::map<Facet, std::string> above_;
  std::map<std::size_t, std::string> keys_;  ///< by column
  std::set<std::size_t> by_cells_;           ///< columns that are what their cells are
  std::set<std::string> durations_;          ///< `'3 Wochen' is '3 weeks'`
  std::vector<std::string> numbers_;         ///< `'0012' is 12`, where a text might be meant
  SilentCells silent_;
  std::vector<std::string> reasons_;     ///< cells that say why a moment decides, with their places
  std::set<std::string> parted_;         ///< cells whose marks part a list
  std::map<Facet, std::size_t> folded_;  ///< cells whose line breaks are blanks
  std::vector<std::string> beside_;      ///< cells right of the last heading
  std::vector<std::size_t> short_rows_;  ///< lines
  std::size_t empty_rows_ = 0, filled_down_ = 0, importance_words_ = 0, sections_ = 0;
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
