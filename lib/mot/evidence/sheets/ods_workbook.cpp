// What LibreOffice and its like write: a ZIP file with all sheets in one part, where a cell or a row may stand for many that are alike.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "mot/evidence/sheets/number_format.h"
#include "mot/evidence/sheets/sheet_fault.h"
#include "mot/evidence/sheets/workbook.h"
#include "mot/evidence/sheets/xml_events.h"
#include "mot/text/digits.h"

namespace mot::evidence {
namespace {

const std::string content = "content.xml";
constexpr std::size_t most_repeated_cells = 5'000'000;  // of rows that stand for many

/// `META-INF/manifest.xml`: whether parts are encrypted.
class Manifest : public XmlListener {
 public:
  void open(std::string_view element, const XmlAttributes&) override { is_encrypted |= element == "encryption-data"; }
  bool is_encrypted = false;
};

/// The names of the sheets, and which of them are hidden by their style.
class TableList : public XmlListener {
 public:
  void open(std::string_view element, const XmlAttributes& attributes) override {
    if (element == "style") style_ = attributes.text("name");
    if (element == "table-properties" && attributes.text("display") == "false") hidden_.insert(style_);
    if (element == "table-source")
      throw SheetFault("takes values from other files, which may be old; replace those links by their values and save it");
    if (element != "table") return;
    if (++depth_ == 1)
      sheets.push_back({std::string(attributes.text("name")), hidden_.contains(std::string(attributes.text("style-name")))});
  }
  void close(std::string_view element) override {
    if (element == "table") --depth_;
  }
  std::vector<SheetName> sheets;

 private:
  std::string style_;
  std::set<std::string> hidden_;
  std::size_t depth_ = 0;
};

/// Cells of one sheet.
class TableListener : public XmlListener {
 public:
  TableListener(std::size_t sheet, SheetRows& rows) : sheet_(sheet), rows_(rows) {}

  void open(std::string_view element, const XmlAttributes& attributes) override {
    if (element == "table" && ++depth_ == 1) is_wanted_ = met_++ == sheet_;
    if (element == "table" && depth_ == 2 && is_wanted_ && is_in_cell_) rows_.nested_table(row_ + 1);
    if (!is_wanted_ || depth_ != 1) return;
    if (element == "table-row") {
      cells_.clear();
      column_ = 0;
      row_repeats_ = std::max<std::size_t>(1, attributes.number("number-rows-repeated", 1));
    } else if (element == "table-cell" || element == "covered-table-cell") {
      open_cell(element, attributes);
    } else if (element == "annotation" || is_drawn_over_cells(element)) {
      ++aside_;
    } else if (is_in_cell_ && aside_ == 0) {
      open_text(element, attributes);
    }
  }
  void close(std::string_view element) override {
    if (element == "table" && --depth_ == 0) is_done_ = is_wanted_;
    if (!is_wanted_ || depth_ != 1) return;
    if ((element == "annotation" || is_drawn_over_cells(element)) && aside_ > 0) --aside_;
    if (element == "p" && aside_ == 0) is_in_paragraph_ = false;
    if (element == "table-cell" || element == "covered-table-cell") close_cell();
    if (element == "table-row") close_row();
  }
  void text(std::string_view part) override {
    if (is_in_paragraph_ && aside_ == 0) append(part);
  }
  bool is_done() const override { return is_done_ || rows_.is_stopped(); }

 private:
  void open_cell(std::string_view element, const XmlAttributes& attributes) {
    is_in_cell_ = true;
    is_covered_ = element != "table-cell";
    repeats_ = std::max<std::size_t>(1, attributes.number("number-columns-repeated", 1));
    type_ = attributes.text("value-type");
    value_ = attributes.text(type_ == "date" ? "date-value" : type_ == "boolean" ? "boolean-value" : "value");
    text_.clear();
    paragraphs_ = 0;
    has_formula_ = attributes.find("formula").has_value();
    const std::size_t spanned = attributes.number("number-columns-spanned", 1);
    if (spanned > 1 && spanned <= most_sheet_columns)
      merged_ = fmt::format("{}:{}", cell_name(column_, row_ + 1), cell_name(column_ + spanned - 1, row_ + 1));
  }
  void open_text(std::string_view element, const XmlAttributes& attributes) {
    if (element == "p") {
      if (paragraphs_++ > 0) append("\n");
      is_in_paragraph_ = true;
    } else if (element == "s") {
      append(std::string(std::min<std::size_t>(attributes.number("c", 1), most_sheet_cell_bytes), ' '));
    } else if (element == "tab") {
      append("\t");
    } else if (element == "line-break") {
      append("\n");
    }
  }
  void append(std::string_view part) {
    text_.append(part);
    if (text_.size() > most_sheet_cell_bytes) throw SheetFault(fmt::format("has a cell of more than {} MiB", most_sheet_cell_bytes >> 20));
  }

  std::string shown_value() const {
    const auto number = number_from(value_);
    if (type_ == "date") return value_;
    if (type_ == "boolean" && !value_.empty()) return value_ == "true" ? "TRUE" : "FALSE";
    if (type_ == "percentage" && number) return shown_number(*number, NumberFormat::percent, {});
    const bool has_zeros_before = type_ == "float" && text_.starts_with('0') && is_all_digits(text_) && number == number_from(text_);
    if (has_zeros_before) return text_;
    const bool is_number = (type_ == "float" || type_ == "currency") && number;
    return is_number ? shown_number(*number, NumberFormat::plain, {}) : text_;
  }
  void close_cell() {
    is_in_cell_ = false;
    const std::string shown = shown_value();
    if (has_formula_ && shown.empty() && type_ != "string") rows_.formula_without_result(cell_name(column_, row_ + 1));
    if (is_covered_ && !shown.empty()) rows_.covered_value(row_ + 1, column_, cell_name(column_, row_ + 1));
    const std::string value = is_covered_ ? std::string() : shown;
    const std::size_t end = column_ + std::min(repeats_, 2 * most_sheet_columns);
    if (!value.empty()) {
      if (end > most_sheet_columns)
        throw SheetFault(fmt::format("has more than {} columns in row {}; is it a survey?", most_sheet_columns, row_ + 1));
      cells_.resize(column_);
      cells_.resize(end, value);
    }
    column_ = std::min(end, 2 * most_sheet_columns);
  }
  void close_row() {
    for (std::size_t i = 0; i < row_repeats_ && !cells_.empty() && !rows_.is_stopped(); ++i) {
      if (i > 0) repeated_cells_ += cells_.size();
      if (repeated_cells_ > most_repeated_cells) throw SheetFault("repeats a row more often than any survey; is it one?");
      rows_.row(row_ + 1 + i, cells_);
    }
    row_ += std::min(row_repeats_, most_sheet_rows);
    if (!merged_.empty()) rows_.merged(row_, merged_);
    merged_.clear();
  }

  std::size_t sheet_;
  SheetRows& rows_;
  std::size_t met_ = 0;    ///< tables so far
  std::size_t depth_ = 0;  ///< tables around; one in a cell is no sheet
  std::size_t aside_ = 0;  ///< notes and drawings around
  std::size_t row_ = 0;    ///< rows before the one at hand
  std::size_t row_repeats_ = 1;
  std::size_t repeated_cells_ = 0;
  std::vector<std::string> cells_;
  std::size_t column_ = 0;
  std::size_t repeats_ = 1;
  std::string type_, value_, text_, merged_;
  std::size_t paragraphs_ = 0;
  bool is_wanted_ = false;
  bool is_done_ = false;
  bool is_in_cell_ = false;
  bool is_covered_ = false;
  bool has_formula_ = false;
  bool is_in_paragraph_ = false;
};

class OdsWorkbook : public Workbook {
 public:
  explicit OdsWorkbook(ZipArchive& archive) : archive_(archive) {
    if (archive_.has("META-INF/manifest.xml")) {
      Manifest manifest;
      read_xml(*archive_.open("META-INF/manifest.xml"), manifest);
      if (manifest.is_encrypted) throw SheetFault("is encrypted with a password; save it without one");
    }
    if (archive_.has_below("Basic/") || archive_.has_below("Scripts/")) throw SheetFault("holds macros; save it without them");
    TableList list;
    read_xml(*archive_.open(content), list);
    sheets_ = std::move(list.sheets);
  }
  const std::vector<SheetName>& sheets() const override { return sheets_; }
  void read(std::size_t sheet, SheetRows& rows) override {
    TableListener listener(sheet, rows);
    read_xml(*archive_.open(content), listener);
  }
  SheetAsides asides(std::size_t sheet) override { return ods_asides(archive_, sheet); }

 private:
  ZipArchive& archive_;
  std::vector<SheetName> sheets_;
};

}  // namespace

std::unique_ptr<Workbook> ods_workbook(ZipArchive& archive) {
  return std::make_unique<OdsWorkbook>(archive);
}

}  // namespace mot::evidence
