#include "mot/import/workbook.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "mot/evidence/row_files.h"
#include "mot/evidence/sheets/workbook_file.h"
#include "mot/import/front_rows.h"
#include "mot/import/headings.h"
#include "mot/import/import.h"
#include "mot/import/journey_grid.h"
#include "mot/import/kept_rows.h"
#include "mot/import/note_wall.h"
#include "mot/import/plain_line.h"
#include "mot/import/second_tables.h"
#include "mot/import/sheet_cells.h"
#include "mot/import/survey/other_layouts.h"
#include "mot/text/phrase_match.h"
#include "mot/text/utf8.h"

namespace mot::importing {
namespace {

std::vector<evidence::SheetFront> fronts_of(const OpenFile& open, const std::string& name) {
  evidence::SheetFronts fronts = evidence::sheet_fronts(open, name, most_front_lines);
  if (!fronts.fault.empty()) refuse(name, fronts.fault);
  return std::move(fronts.sheets);
}

FrontRows front_rows(const evidence::SheetFront& sheet) {
  FrontRows rows;
  for (const evidence::SheetRow& row : sheet.rows) rows.push_back({row.cells, row.line});
  return rows;
}

/// The line of the first row behind so many that has anything in it.
std::size_t line_of_headings(const evidence::WholeSheet& sheet, std::size_t skipped_lines) {
  const auto row = std::ranges::upper_bound(sheet.rows, skipped_lines, {}, &evidence::SheetRow::line);
  return row == sheet.rows.end() ? skipped_lines : row->line;
}

/// Reads the rows of a sheet from a row of headings on; those of the first table may stand in two rows, with cells that are merged.
ReadTable reader_of(const OpenFile& open, const std::string& name, const evidence::WholeSheet& sheet, const FrontRows& front,
                    std::size_t headings) {
  const FrontRow& first = front[headings];
  const bool has_next = headings + 1 < front.size() && front[headings + 1].line == first.line + 1;
  const auto both = has_next ? headings_in_two_rows(first.cells, front[headings + 1].cells) : std::nullopt;
  return [&open, &name, &sheet, both, line = first.line](std::size_t skipped_lines) {
    const bool are_two = both && skipped_lines + 1 == line;
    evidence::CsvForm form{.skipped_lines = skipped_lines, .sheet = sheet.sheet.name};
    if (are_two) form.header = {1, 2};
    KeptRows rows(name, are_two ? *both : std::vector<std::string>());
    const auto report = evidence::workbook_file(open, name, form)->read(rows);
    if (report.fault) refuse(name, *report.fault);
    if (holds_touchpoints(rows.table))
      add_cells_beside(sheet, rows.table, line_of_headings(sheet, skipped_lines) + rows.table.has_two_heading_rows);
    return TableRead{std::move(rows.table)};
  };
}

std::vector<std::vector<std::string>> cells_from(const FrontRows& rows, std::size_t first) {
  std::vector<std::vector<std::string>> cells;
  for (std::size_t i = first; i < rows.size(); ++i) cells.push_back(rows[i].cells);
  return cells;
}

/// The rows of a sheet of answers; more of them where it begins with a table of codes.
FrontRows rows_of_answers(const OpenFile& open, const std::string& name, const evidence::SheetFront& front) {
  constexpr std::size_t most_rows = 400;
  FrontRows rows = front_rows(front);
  const bool has_codes = std::ranges::any_of(rows, [](const FrontRow& row) { return begins_codes_of_answers(row.cells, row.cells); });
  if (!has_codes) return rows;
  for (const evidence::SheetFront& more : evidence::sheet_fronts(open, name, most_rows, front.sheet.name).sheets) {
    if (more.sheet.name == front.sheet.name) rows = front_rows(more);
  }
  return rows;
}

/// Where the row, or the two rows, stand that name the columns of a survey.
void find_header(const FrontRows& rows, evidence::CsvForm& form) {
  constexpr std::size_t least_columns = 2;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& cells = rows[i].cells;
    const bool has_next = i + 1 < rows.size();
    const bool is_alone = names_columns_beside(cells, cells_from(rows, i + 1)) && (!has_next || rows[i + 1].cells.size() <= cells.size());
    const bool has_items =
        has_next && rows[i + 1].line == rows[i].line + 1 && names_items(cells, rows[i + 1].cells, cells_from(rows, i + 2));
    if (cells.size() < least_columns || (!is_alone && !has_items) || begins_codes_of_answers(cells, has_next ? rows[i + 1].cells : cells))
      continue;
    form.skipped_lines = has_items ? rows[i].line - 1 : i == 0 ? 0 : rows[i - 1].line;
    if (has_items) form.header = {1, 2};
    return;
  }
}

}  // namespace

bool is_workbook_name(std::string_view name) {
  return evidence::is_workbook(name);
}

namespace {

bool has_touchpoints(const evidence::SheetFront& sheet) {
  const FrontRows rows = front_rows(sheet);
  return heading_row(rows) || stages_row(rows);
}

bool has_ids(const evidence::SheetFront& sheet) {
  const FrontRows rows = front_rows(sheet);
  const auto row = heading_row(rows);
  if (!row) return false;
  const std::vector<std::string_view> cells(rows[*row].cells.begin(), rows[*row].cells.end());
  const std::vector<Heading> headings = headings_of(cells);
  return std::ranges::find(headings, Facet::id, &Heading::facet) != headings.end();
}

/// Whether a sheet is called like one that explains what stands on the others. A department may be called so, whose touchpoints have ids.
bool explains_words(const evidence::SheetFront& sheet) {
  constexpr std::string_view words[] = {"glossar",      "glossary",  "glossaire", "glosario",      "glossario",    "abkurzungen",
                                        "begriffe",     "begriff",   "terms",     "lexikon",       "erklarung",    "erklarungen",
                                        "hinweise",     "anleitung", "readme",    "abbreviations", "instructions", "definitions",
                                        "definitionen", "listen",    "lists",     "dropdown",      "dropdowns"};
  const std::vector<std::string> name = words_of(without_accents(sheet.sheet.name));
  const bool is_called_so = is_called_code_book(sheet.sheet.name) || std::ranges::any_of(name, [&](const std::string& word) {
                              return std::ranges::find(words, word) != std::end(words);
                            });
  return is_called_so && !has_ids(sheet);
}

std::vector<TableRow> rows_of_sheet(const OpenFile& open, const std::string& name, const std::string& sheet, std::size_t most,
                                    std::size_t first_line) {
  std::vector<TableRow> all;
  for (const evidence::SheetFront& front : evidence::sheet_fronts(open, name, most, sheet).sheets) {
    if (front.sheet.name != sheet) continue;
    for (const evidence::SheetRow& row : front.rows) {
      if (row.line >= first_line) all.push_back({row.cells, row.line});
    }
  }
  return all;
}

/// Adds the journey map of a sheet; answers whether it holds one.
bool add_sheet_grid(const OpenFile& open, const std::string& name, const evidence::SheetFront& front, Imported& imported) {
  constexpr std::size_t most_rows = 1'000;
  const FrontRows rows = front_rows(front);
  const auto stages = stages_row(rows);
  if (!stages) return false;
  const std::vector<TableRow> all = rows_of_sheet(open, name, front.sheet.name, most_rows, rows[*stages].line);
  imported.notes.push_back({Fate::kept, fmt::format("the sheet {}", in_quotes(front.sheet.name))});
  add_journey_grid({rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(*stages)}, all, name, imported);
  return true;
}

/// Adds the notes of a sheet that is a wall of them; answers whether it is one.
bool add_sheet_notes(const OpenFile& open, const std::string& name, const evidence::SheetFront& front, Imported& imported) {
  constexpr std::size_t most_rows = 10'000;
  if (front.sheet.is_hidden || !is_table_of_notes(front_rows(front))) return false;
  imported.notes.push_back({Fate::kept, fmt::format("the sheet {}", in_quotes(front.sheet.name))});
  add_table_of_notes(rows_of_sheet(open, name, front.sheet.name, most_rows, 0), name, imported);
  return true;
}

/// A workbook whose sheets of touchpoints are added one after another.
class WorkbookImport {
 public:
  WorkbookImport(const OpenFile& open, const std::string& name, Imported& imported)
      : open_(open), name_(name), imported_(imported), fronts_(fronts_of(open, name)) {
    constexpr std::size_t most_rows = 20'000;
    whole_ = evidence::whole_sheets(open, name, most_rows);
    if (!whole_.fault.empty()) refuse(name, whole_.fault);
    has_table_ =
        std::ranges::any_of(fronts_, [](const evidence::SheetFront& front) { return has_touchpoints(front) && !explains_words(front); });
  }

  void run() {
    for (std::size_t i = 0; i < fronts_.size(); ++i) {
      const std::size_t before = imported_.workspace.touchpoints.size();
      add_sheet(fronts_[i], whole_.sheets[i]);
      for (std::size_t at = before; at < imported_.workspace.touchpoints.size(); ++at)
        imported_.workspace.touchpoints[at].sheet = fronts_[i].sheet.name;
      take_asides(whole_.sheets[i], before, imported_);
    }
    if (taken_ == 0)
      refuse(name_, fmt::format("has no sheet with the headings of a touchpoint table; it needs one that names the touchpoint (touchpoint, "
                                "step, moment) and one that says something of it (stage, department, channel, importance, …); notes of a "
                                "wall need a column 'Text'{}{}",
                                hidden_.empty() ? "" : "; not read: ", fmt::join(hidden_, ", ")));
    for (const std::string& sheet : hidden_) note(Fate::dropped, sheet);
    if (!others_.empty()) note(Fate::dropped, fmt::format("sheets that hold no touchpoints: {}", fmt::join(others_, ", ")));
  }

 private:
  void note(Fate fate, std::string text) { imported_.notes.push_back({fate, std::move(text)}); }

  void add_sheet(const evidence::SheetFront& front, const evidence::WholeSheet& whole) {
    const FrontRows rows = front_rows(front);
    const auto headings = heading_row(rows);
    if (has_table_ && has_touchpoints(front) && explains_words(front)) {
      note(Fate::dropped, fmt::format("the sheet {}: it explains words, by its name; call it otherwise if it holds touchpoints",
                                      in_quotes(front.sheet.name)));
    } else if (headings) {
      ++taken_;
      add_tables_of(whole, rows, *headings);
    } else if (add_sheet_grid(open_, name_, front, imported_) || (!has_table_ && add_sheet_notes(open_, name_, front, imported_))) {
      ++taken_;
    } else if (std::string hidden = front.sheet.is_hidden ? told_of_hidden(whole) : std::string(); !hidden.empty()) {
      hidden_.push_back(std::move(hidden));
    } else {
      others_.push_back(in_quotes(front.sheet.name) + (front.sheet.is_hidden ? " (hidden)" : ""));
    }
  }

  void add_tables_of(const evidence::WholeSheet& sheet, const FrontRows& rows, std::size_t headings) {
    note(Fate::kept, fmt::format("the sheet {}", in_quotes(sheet.sheet.name)));
    std::string title = take_title(rows, headings, imported_);
    auto tables = tables_below(reader_of(open_, name_, sheet, rows, headings), rows[headings].line - 1, imported_.notes);
    tables.front().title = std::move(title);
    tables.front().beside = texts_above(rows, headings, tables.front().has_two_heading_rows);
    for (TextTable& table : tables) {
      table.sheet = sheet.sheet.name;
      give_merged_cells(sheet, table, imported_.notes);
      add_touchpoint_table(table, name_, imported_);
    }
  }

  const OpenFile& open_;
  const std::string& name_;
  Imported& imported_;
  std::vector<evidence::SheetFront> fronts_;
  evidence::WholeSheets whole_;
  bool has_table_ = false;  ///< whether a sheet holds touchpoints that explains no words by its name
  std::size_t taken_ = 0;
  std::vector<std::string> others_, hidden_;
};

}  // namespace

bool has_touchpoint_sheet(const OpenFile& open, const std::string& name) {
  const std::vector<evidence::SheetFront> fronts = fronts_of(open, name);
  if (std::ranges::any_of(fronts, [](const evidence::SheetFront& sheet) { return has_touchpoints(sheet); })) return true;
  const auto says_something = [](const evidence::SheetFront& sheet) { return !sheet.sheet.is_hidden && !sheet.rows.empty(); };
  const auto is_wall = [&](const evidence::SheetFront& sheet) { return !says_something(sheet) || is_table_of_notes(front_rows(sheet)); };
  return std::ranges::any_of(fronts, says_something) && std::ranges::all_of(fronts, is_wall);
}

void add_workbook(const OpenFile& open, const std::string& name, Imported& imported) {
  WorkbookImport(open, name, imported).run();
}

namespace {

/// Which sheets say what answers mean, by their names or by their first rows, where another one is left that may hold answers.
std::vector<bool> code_sheets_among(const std::vector<evidence::SheetFront>& fronts) {
  std::vector<bool> found;
  bool has_other = false;
  for (const evidence::SheetFront& front : fronts) {
    const bool can_be_read = !front.sheet.is_hidden && !front.rows.empty();
    const bool is_one = can_be_read && (is_called_code_book(front.sheet.name) || lists_codes(cells_from(front_rows(front), 0)));
    found.push_back(is_one);
    has_other |= can_be_read && !is_one;
  }
  if (!has_other) found.assign(found.size(), false);
  return found;
}

/// Nothing where the sheet lists no code of an answer.
std::optional<CodeBook> code_book_in(const OpenFile& open, const std::string& name, const std::string& sheet) {
  constexpr std::size_t most_rows = 5'000;
  const evidence::SheetFronts read = evidence::sheet_fronts(open, name, most_rows, sheet);
  if (!read.fault.empty()) refuse(name, read.fault);
  for (const evidence::SheetFront& front : read.sheets) {
    if (front.sheet.name != sheet) continue;
    CodeBook book = code_book_of("the sheet " + in_quotes(sheet), cells_from(front_rows(front), 0));
    if (!book.lists.empty() || !book.school_grades.empty()) return book;
  }
  return std::nullopt;
}

/// Of what can be seen: the first sheet, unless another one has more than twice as many answers at its beginning, as behind a cover or a
/// list of codes.
std::optional<std::size_t> sheet_of_answers(const std::vector<evidence::SheetFront>& fronts, const std::vector<bool>& code_sheets) {
  std::optional<std::size_t> first, best;
  std::size_t most = 0, of_first = 0;
  for (std::size_t i = 0; i < fronts.size(); ++i) {
    if (fronts[i].sheet.is_hidden || fronts[i].rows.empty() || code_sheets[i]) continue;
    const std::size_t answers = answers_in(front_rows(fronts[i]));
    if (!first) first = i, of_first = answers;
    if (!best || answers > most) best = i, most = answers;
  }
  return most > 2 * of_first ? best : first;
}

}  // namespace

SurveySheet survey_sheet(const OpenFile& open, const std::string& name) {
  SurveySheet result;
  const std::vector<evidence::SheetFront> fronts = fronts_of(open, name);
  const std::vector<bool> code_sheets = code_sheets_among(fronts);
  const auto chosen = sheet_of_answers(fronts, code_sheets);
  for (std::size_t i = 0; i < fronts.size(); ++i) {
    const evidence::SheetName& sheet = fronts[i].sheet;
    if (!sheet.is_hidden && fronts[i].rows.empty()) continue;
    if (i == chosen) {
      for (const evidence::SheetRow& row : fronts[i].rows) {
        if (heads_summary_block(std::vector<std::string_view>(row.cells.begin(), row.cells.end()))) refuse(name, fault_of_summary_blocks);
      }
      result.form.sheet = sheet.name;
      find_header(rows_of_answers(open, name, fronts[i]), result.form);
    } else if (auto book = code_sheets[i] ? code_book_in(open, name, sheet.name) : std::nullopt) {
      result.code_books.push_back(std::move(*book));
    } else {
      result.others.push_back(in_quotes(sheet.name) + (sheet.is_hidden ? " (hidden)" : ""));
    }
  }
  return result;
}

}  // namespace mot::importing
