// What Excel and its like write: a ZIP file with a part that lists the sheets, one of texts that cells share, one of styles, and one a
// sheet. Sheets are read as they go by; only the shared texts are kept.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "mot/evidence/sheets/number_format.h"
#include "mot/evidence/sheets/sheet_fault.h"
#include "mot/evidence/sheets/workbook.h"
#include "mot/evidence/sheets/xml_events.h"
#include "mot/text/utf8.h"

namespace mot::evidence {
namespace {

constexpr std::size_t most_shared_bytes = 256u << 20;

void append_bounded(std::string& text, std::string_view more) {
  text.append(more);
  if (text.size() > most_sheet_cell_bytes) throw SheetFault(fmt::format("has a cell of more than {} MiB", most_sheet_cell_bytes >> 20));
}

/// Whether a number is shown as it is written, as nearly all answers are: a few digits and nothing else.
bool is_short_whole(std::string_view value) {
  constexpr std::size_t most_digits = 15;  // that a double holds exactly
  const bool is_written_so = value.size() == 1 || !value.starts_with('0');
  return value.size() <= most_digits && is_written_so && std::ranges::all_of(value, [](char c) { return c >= '0' && c <= '9'; });
}

/// `xl/workbook.xml`: the sheets in their order, and the day that dates are counted from.
class SheetList : public XmlListener {
 public:
  void open(std::string_view element, const XmlAttributes& attributes) override {
    if (element == "workbookPr" && (attributes.text("date1904") == "1" || attributes.text("date1904") == "true"))
      dates = DateSystem::from_1904;
    if (element != "sheet") return;
    const std::string_view state = attributes.text("state");
    sheets.push_back({std::string(attributes.text("name")), state == "hidden" || state == "veryHidden"});
    links.emplace_back(attributes.text("id"));
  }
  std::vector<SheetName> sheets;
  std::vector<std::string> links;  ///< by sheet
  DateSystem dates = DateSystem::from_1900;
};

/// `xl/_rels/workbook.xml.rels`: where the sheets lie.
class SheetLinks : public XmlListener {
 public:
  void open(std::string_view element, const XmlAttributes& attributes) override {
    if (element != "Relationship" || !attributes.text("Type").ends_with("/worksheet")) return;
    const std::string_view target = attributes.text("Target");
    parts[std::string(attributes.text("Id"))] = target.starts_with('/') ? std::string(target.substr(1)) : "xl/" + std::string(target);
  }
  std::map<std::string, std::string> parts;  ///< by the link's id
};

struct CellFormat {
  NumberFormat kind = NumberFormat::plain;
  std::size_t least_digits = 0;
};

/// `xl/styles.xml`: what the numbers are that cells of each style hold.
class Styles : public XmlListener {
 public:
  void open(std::string_view element, const XmlAttributes& attributes) override {
    if (element == "numFmt") {
      const std::string_view code = attributes.text("formatCode");
      own_[attributes.number("numFmtId", 0)] = {number_format_of(code), least_digits_of(code)};
    }
    if (element == "cellXfs") is_of_cells_ = true;
    if (element != "xf" || !is_of_cells_) return;
    const std::size_t id = attributes.number("numFmtId", 0);
    const auto own = own_.find(id);
    formats.push_back(own == own_.end() ? CellFormat{built_in_format(id)} : own->second);
  }
  void close(std::string_view element) override {
    if (element == "cellXfs") is_of_cells_ = false;
  }
  std::vector<CellFormat> formats;  ///< by style

 private:
  std::map<std::size_t, CellFormat> own_;
  bool is_of_cells_ = false;
};

/// `xl/sharedStrings.xml`: texts that cells share. How East Asian ones are spoken is no part of them.
class SharedTexts : public XmlListener {
 public:
  void open(std::string_view element, const XmlAttributes&) override {
    if (element == "si") texts.emplace_back();
    if (element == "rPh") ++spoken_;
    is_text_ = element == "t" && spoken_ == 0 && !texts.empty();
  }
  void close(std::string_view element) override {
    if (element == "rPh") --spoken_;
    is_text_ = false;
  }
  void text(std::string_view part) override {
    if (!is_text_) return;
    append_bounded(texts.back(), part);
    bytes_ += part.size();
    if (bytes_ > most_shared_bytes)
      throw SheetFault(fmt::format("has more than {} MiB of texts; is it a survey?", most_shared_bytes >> 20));
  }
  std::vector<std::string> texts;

 private:
  std::size_t bytes_ = 0;
  std::size_t spoken_ = 0;
  bool is_text_ = false;
};

/// The row that a cell's reference names; `otherwise` where it names none.
std::size_t row_of(std::string_view reference, std::size_t otherwise) {
  const std::size_t digits = std::min(reference.find_first_of("0123456789"), reference.size());
  std::size_t row = 0;
  const auto [end, error] = std::from_chars(reference.data() + digits, reference.data() + reference.size(), row);
  return error == std::errc() ? row : otherwise;
}

/// What the cells of all sheets lean on.
struct Surroundings {
  DateSystem dates = DateSystem::from_1900;
  std::vector<CellFormat> formats;
  std::vector<std::string> texts;
};

/// Which cells hold something, in runs down each column, which few sheets have many of.
class FilledCells {
 public:
  void add(std::size_t row, std::size_t column) {
    if (columns_.size() <= column) columns_.resize(column + 1);
    std::vector<Run>& runs = columns_[column];
    if (!runs.empty() && runs.back().last + 1 == row)
      runs.back().last = row;
    else
      runs.push_back({row, row});
  }
  /// Calls back with the row and the column of each in a range but the first of it.
  template <typename Take>
  void for_each_covered(std::size_t first_row, std::size_t last_row, std::size_t first_column, std::size_t last_column,
                        const Take& take) const {
    for (std::size_t column = first_column; column <= last_column && column < columns_.size(); ++column) {
      const std::vector<Run>& runs = columns_[column];
      auto run = std::ranges::lower_bound(runs, first_row, {}, &Run::last);
      for (; run != runs.end() && run->first <= last_row; ++run) {
        for (std::size_t row = std::max(first_row, run->first); row <= std::min(last_row, run->last); ++row) {
          if (row != first_row || column != first_column) take(row, column);
        }
      }
    }
  }

 private:
  struct Run {
    std::size_t first, last;
  };
  std::vector<std::vector<Run>> columns_;
};

/// A sheet's part.
class SheetListener : public XmlListener {
 public:
  SheetListener(const Surroundings& surroundings, SheetRows& rows) : surroundings_(surroundings), rows_(rows) {}

  void open(std::string_view element, const XmlAttributes& attributes) override {
    if (element == "row") {
      open_row(attributes.number("r", row_ + 1));
    } else if (element == "c") {
      open_cell(attributes);
    } else if (element == "f") {
      has_formula_ = true;
    } else if (element == "v") {
      has_value_ = is_value_ = true;
    } else if (element == "rPh") {
      ++spoken_;
    } else if (element == "t") {
      is_value_ = spoken_ == 0;
    } else if (element == "mergeCell") {
      merge(attributes.text("ref"));
    }
  }
  void close(std::string_view element) override {
    if (element == "c") close_cell();
    if (element == "row") rows_.row(row_, cells_);
    if (element == "rPh") --spoken_;
    is_value_ = false;
  }
  void text(std::string_view part) override {
    if (is_value_) append_bounded(value_, part);
  }
  bool is_done() const override { return rows_.is_stopped(); }

 private:
  /// Rows and their cells stand in rising order in what any spreadsheet program writes; of two in one place nobody can tell which counts.
  void open_row(std::size_t row) {
    if (row <= row_) throw SheetFault(fmt::format("is damaged: row {} stands twice, or behind row {}; save it anew", row, row_));
    row_ = row;
    cells_.clear();
    next_column_ = 0;
  }
  void open_cell(const XmlAttributes& attributes) {
    const std::string_view reference = attributes.text("r");
    column_ = column_of(reference, next_column_);
    if (column_ < next_column_ || row_of(reference, row_) != row_) {
      throw SheetFault(fmt::format("is damaged: in row {} the cell {} stands twice or in the wrong place; save it anew", row_,
                                   reference.empty() ? cell_name(column_, row_) : printable(shortened(reference, 20))));
    }
    next_column_ = column_ + 1;
    if (column_ >= most_sheet_columns)
      throw SheetFault(fmt::format("has more than {} columns in row {}; is it a survey?", most_sheet_columns, row_));
    type_ = attributes.text("t");
    style_ = attributes.number("s", 0);
    value_.clear();
    has_formula_ = has_value_ = false;
  }
  void close_cell() {
    if (has_formula_ && !has_value_) rows_.formula_without_result(cell_name(column_, row_));
    if (value_.empty()) return;
    if (cells_.size() <= column_) cells_.resize(column_ + 1);
    cells_[column_] = shown_value();
    filled_.add(row_, column_);
  }
  std::string shown_value() const {
    const CellFormat format = format_of_cell();
    const bool is_plain = (type_.empty() || type_ == "n") && format.kind == NumberFormat::plain;
    if (is_plain && is_short_whole(value_)) return with_least_digits(value_, format.least_digits);
    const auto number = number_from(value_);
    if (type_ == "s") {
      const bool is_known = number && *number >= 0 && *number < static_cast<double>(surroundings_.texts.size());
      if (!is_known) throw SheetFault(fmt::format("is damaged: the text of cell {} is missing; save it anew", cell_name(column_, row_)));
      return surroundings_.texts[static_cast<std::size_t>(*number)];
    }
    if (type_ == "b") return value_ == "1" ? "TRUE" : "FALSE";
    const bool is_number = (type_.empty() || type_ == "n") && number;
    if (!is_number) return value_;
    return shown_number(*number, format.kind, surroundings_.dates);
  }
  CellFormat format_of_cell() const { return style_ < surroundings_.formats.size() ? surroundings_.formats[style_] : CellFormat{}; }
  void merge(std::string_view cells) {
    const std::size_t colon = cells.find(':');
    if (colon == std::string_view::npos) return;
    const std::string_view first = cells.substr(0, colon), last = cells.substr(colon + 1);
    const std::size_t row = row_of(first, 0), column = column_of(first, 0);
    if (column != column_of(last, 0)) rows_.merged(row, cells);
    if (covered_ > most_sheet_rows) return;  // there is no need to count them all
    filled_.for_each_covered(row, row_of(last, row), column, column_of(last, column), [this](std::size_t covered_row, std::size_t covered) {
      ++covered_;
      rows_.covered_value(covered_row, covered, cell_name(covered, covered_row));
    });
  }

  const Surroundings& surroundings_;
  SheetRows& rows_;
  FilledCells filled_;
  std::size_t covered_ = 0;  ///< cells with something in them that merged ones hide
  std::size_t row_ = 0;
  std::vector<std::string> cells_;
  std::size_t column_ = 0;
  std::size_t next_column_ = 0;  ///< of a cell that does not say where it stands
  std::string type_;
  std::size_t style_ = 0;
  std::string value_;
  std::size_t spoken_ = 0;
  bool is_value_ = false;
  bool has_formula_ = false;
  bool has_value_ = false;
};

class XlsxWorkbook : public Workbook {
 public:
  explicit XlsxWorkbook(ZipArchive& archive) : archive_(archive) {
    if (archive_.has("xl/workbook.bin")) throw SheetFault("is a binary workbook (.xlsb); save it as .xlsx");
    if (archive_.has("xl/vbaProject.bin")) throw SheetFault("holds macros; save it as .xlsx without them");
    if (archive_.has_below("xl/externalLinks/"))
      throw SheetFault("takes values from other workbooks, which may be old; replace those formulas by their values and save it");
    SheetList list;
    read_part("xl/workbook.xml", list);
    SheetLinks links;
    read_part("xl/_rels/workbook.xml.rels", links);
    around_.dates = list.dates;
    for (std::size_t i = 0; i < list.sheets.size(); ++i) {
      const auto part = links.parts.find(list.links[i]);
      if (part == links.parts.end()) continue;  // a sheet that is one chart
      sheets_.push_back(list.sheets[i]);
      parts_.push_back(part->second);
    }
  }

  const std::vector<SheetName>& sheets() const override { return sheets_; }
  void read(std::size_t sheet, SheetRows& rows) override {
    if (!is_ready_) read_surroundings();
    SheetListener listener(around_, rows);
    read_part(parts_[sheet], listener);
  }
  SheetAsides asides(std::size_t sheet) override { return xlsx_asides(archive_, parts_[sheet]); }

 private:
  void read_part(const std::string& name, XmlListener& listener) { read_xml(*archive_.open(name), listener); }
  void read_surroundings() {
    is_ready_ = true;
    Styles styles;
    if (archive_.has("xl/styles.xml")) read_part("xl/styles.xml", styles);
    SharedTexts shared;
    if (archive_.has("xl/sharedStrings.xml")) read_part("xl/sharedStrings.xml", shared);
    around_.formats = std::move(styles.formats);
    around_.texts = std::move(shared.texts);
  }

  ZipArchive& archive_;
  std::vector<SheetName> sheets_;
  std::vector<std::string> parts_;  ///< by sheet
  Surroundings around_;
  bool is_ready_ = false;
};

}  // namespace

std::unique_ptr<Workbook> xlsx_workbook(ZipArchive& archive) {
  return std::make_unique<XlsxWorkbook>(archive);
}

}  // namespace mot::evidence
