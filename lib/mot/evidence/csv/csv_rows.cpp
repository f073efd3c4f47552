// Rows that are one line and hold no doubled quotation marks, which are nearly all, are cut at the separators right in the buffer. The
// others go through libcsv, which knows RFC 4180; it is fed line by line, so that we know which line a row begins in.
#include "mot/evidence/csv/csv_rows.h"

#include <csv.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <new>

#include "mot/evidence/csv/header_rows.h"
#include "mot/evidence/csv/lines.h"
#include "mot/evidence/csv/separator.h"

namespace mot::evidence {
namespace {

/// libcsv, collecting the cells of one row.
class QuotedRow {
 public:
  QuotedRow(char separator, std::size_t most_cells) : most_cells_(most_cells) {
    // Without these two an unclosed quotation mark passes and swallows what follows.
    if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI) != 0) throw std::bad_alloc();
    csv_set_delim(&parser_, static_cast<unsigned char>(separator));
    csv_set_blk_size(&parser_, block);
  }
  ~QuotedRow() { csv_free(&parser_); }
  static constexpr std::size_t block = 4096;
  QuotedRow(const QuotedRow&) = delete;
  QuotedRow& operator=(const QuotedRow&) = delete;

  bool is_open() const { return is_open_; }
  bool is_done() const { return is_done_; }
  /// Bytes of the row's cells so far, without the one that is open.
  std::size_t size() const { return bytes_.size(); }
  /// Bytes that the open cell may take at most, or an earlier one took.
  std::size_t cell_size() const { return csv_get_buffer_size(&parser_); }

  /// Takes a line; false where it breaks the rules of quotation.
  bool feed(std::string_view line) {
    if (!is_open_) clear();
    is_open_ = true;
    return csv_parse(&parser_, line.data(), line.size(), cell, end, this) == line.size();
  }
  /// The end of the file; false where a quotation mark is still open.
  bool finish() { return csv_fini(&parser_, cell, end, this) == 0; }

  /// The cells of the row that is done.
  void cells(std::vector<std::string_view>& cells) const {
    cells.clear();
    for (std::size_t i = 0, begin = 0; i < ends_.size(); begin = ends_[i++]) {
      cells.push_back(trimmed(std::string_view(bytes_).substr(begin, ends_[i] - begin)));
    }
  }

 private:
  static void cell(void* text, std::size_t size, void* self) {
    auto& row = *static_cast<QuotedRow*>(self);
    if (row.ends_.size() == row.most_cells_) return;
    row.bytes_.append(static_cast<const char*>(text), size);
    row.ends_.push_back(row.bytes_.size());
  }
  static void end(int, void* self) {
    auto& row = *static_cast<QuotedRow*>(self);
    row.is_done_ = true;
    row.is_open_ = false;
  }
  void clear() {
    bytes_.clear();
    ends_.clear();
    is_done_ = false;
  }

  mutable csv_parser parser_;  // libcsv's questions take it unconst
  std::size_t most_cells_;
  std::string bytes_;
  std::vector<std::size_t> ends_;
  bool is_open_ = false;
  bool is_done_ = false;
};

class CsvReader {
 public:
  CsvReader(ByteStream& bytes, RowReceiver& receiver, const CsvLimits& limits, const CsvForm& form)
      : limits_(limits), form_(form), receiver_(receiver), lines_(bytes, limits.row_bytes) {
    report_.ragged.advice = "a cell that holds the separator or a line break belongs in quotation marks";
  }

  RowReport read() {
    start();
    while (const auto line = lines_.next()) {
      if (quoted_->is_open() || !take_plain(*line)) take_quoted(*line);
      if (report_.fault || is_stopped_) return report_;
    }
    report_.fault = lines_.fault();
    report_.has_foreign_bytes = lines_.has_foreign_bytes();
    if (!report_.fault) finish();
    return report_;
  }

 private:
  /// Goes to the header, and finds out what separates cells.
  void start() {
    for (std::size_t i = 0; i < form_.skipped_lines; ++i) skip_line();
    std::string_view ahead = lines_.ahead(separator_look_ahead);
    const auto declared = declared_separator(ahead.substr(0, ahead.find_first_of("\r\n")));
    if (declared) {
      lines_.next();
      ahead = {};
    }
    separator_ = form_.separator ? *form_.separator : declared ? *declared : separator_of(ahead);
    quoted_.emplace(separator_, most_cells());
    for (const SkippedLine& line : skipped_) {
      if (cut_plain(line.text)) receiver_.passed_over({cells_, line.number});
    }
    skipped_ = {};
  }

  /// What separates its cells is known when the header is reached. The first of many lines tell enough.
  void skip_line() {
    const auto line = lines_.next();
    skipped_bytes_ += line ? line->text.size() + 1 : 0;
    if (line && skipped_bytes_ <= most_skipped_bytes) skipped_.push_back({std::string(line->text), line->number});
  }

  /// Cuts a line that is a row by itself into cells; false where it takes libcsv to tell.
  bool cut_plain(std::string_view text) {
    cells_.clear();
    const char* begin = text.data();
    const char* const end = begin + text.size();
    while (const auto cell = cell_at(begin, end)) {
      cells_.push_back(trimmed(cell->text));
      if (cell->end == end || cells_.size() == most_cells()) return true;
      begin = cell->end + 1;
    }
    return false;
  }

  bool take_plain(const FileLine& line) {
    if (!cut_plain(line.text)) return false;
    const bool is_blank = cells_.size() == 1 && line.text.find('"') == std::string_view::npos && cells_[0].empty();
    if (!is_blank) deliver(line.number, line.text.size());
    return true;
  }

  struct Cell {
    std::string_view text;
    const char* end;  ///< the separator behind it, or the line's end
  };

  /// The cell at the front; nothing where its quotation marks are more than one at either end.
  std::optional<Cell> cell_at(const char* begin, const char* end) const {
    if (begin != end && *begin == '"') {
      const auto* const closing = static_cast<const char*>(std::memchr(begin + 1, '"', static_cast<std::size_t>(end - begin - 1)));
      if (!closing || (closing + 1 != end && closing[1] != separator_)) return std::nullopt;
      return Cell{{begin + 1, closing}, closing + 1};
    }
    const char* stop = begin;
    for (; stop != end && *stop != separator_; ++stop) {
      if (*stop == '"') return std::nullopt;
    }
    return Cell{{begin, stop}, stop};
  }

  void take_quoted(const FileLine& line) {
    if (!quoted_->is_open()) row_line_ = line.number;
    if (!quoted_->feed(line.with_end)) {
      report_.fault = fmt::format(
          "has a quotation mark at the wrong place in line {}; put the whole cell in quotation marks and double those inside", line.number);
    } else if (quoted_->size() > limits_.row_bytes || quoted_->cell_size() > limits_.cell_bytes + QuotedRow::block) {
      report_.fault = fmt::format("has a cell of more than {} MiB in the row that begins in line {}; is a quotation mark not closed?",
                                  limits_.cell_bytes >> 20, row_line_);
    } else if (quoted_->is_done()) {
      deliver_quoted();
    }
  }

  void deliver_quoted() {
    quoted_->cells(cells_);
    for (const std::string_view cell : cells_) {
      if (const std::size_t rows = rows_inside(cell); rows > 0) {
        report_.fault = fmt::format(
            "has a quotation mark in line {} that takes {} rows behind it for one cell; close it, or put the whole cell in quotation marks",
            row_line_, rows);
        return;
      }
    }
    if (report_.header_cells > 1) count_swallowed();
    deliver(row_line_, quoted_->size());
  }

  /// One row in each of many cells is no less than many in one.
  void count_swallowed() {
    if (cells_.size() != report_.header_cells) return;
    for (const std::string_view cell : cells_) {
      for (std::size_t begin = cell.find('\n'); begin != std::string_view::npos;) {
        const std::size_t end = cell.find('\n', begin + 1);
        if (is_row_like(cell.substr(begin + 1, end - begin - 1)) && report_.swallowed.count++ == 0)
          report_.swallowed.first_line = row_line_;
        begin = end;
      }
    }
  }

  /// Whether a line has as many cells as the row at hand, and numbers where that has some, one at least.
  bool is_row_like(std::string_view line) const {
    if (static_cast<std::size_t>(std::ranges::count(line, separator_)) + 1 != cells_.size()) return false;
    bool has_number = false;
    for (const std::string_view around : cells_) {
      const std::size_t end = std::min(line.find(separator_), line.size());
      const bool is_number = number_from(line.substr(0, end)).has_value();
      if (number_from(around) && !is_number) return false;
      has_number = has_number || (is_number && number_from(around));
      line.remove_prefix(std::min(end + 1, line.size()));
    }
    return has_number;
  }

  /// How many lines of a cell look like rows of this file; 0 where they are so few that they may be what somebody wrote.
  std::size_t rows_inside(std::string_view cell) const {
    const std::size_t separators = report_.header_cells - 1;
    const std::size_t least = report_.header_cells > 2 ? 3 : 6;
    if (report_.header_cells == 0) return 0;
    std::size_t rows = 0, begin = cell.find('\n');
    while (begin != std::string_view::npos) {
      const std::size_t end = cell.find('\n', begin + 1);
      const std::string_view line = cell.substr(begin + 1, end - begin - 1);
      const bool is_row = !trimmed(line).empty() && static_cast<std::size_t>(std::ranges::count(line, separator_)) == separators;
      rows += is_row ? 1 : 0;
      begin = end;
    }
    return rows < least ? 0 : rows;
  }

  /// One more than may be: enough to see that there are too many.
  std::size_t most_cells() const { return limits_.columns + 1; }

  /// Separators at the end of rows that the header has none of: what they part says nothing.
  void drop_blank_surplus() {
    const bool has_surplus = report_.header_cells > 0 && cells_.size() > report_.header_cells && cells_.size() < most_cells();
    if (!has_surplus) return;
    const auto surplus = cells_.begin() + static_cast<std::ptrdiff_t>(report_.header_cells);
    const auto is_blank = [](std::string_view cell) { return cell.empty(); };
    if (std::all_of(surplus, cells_.end(), is_blank) && !std::all_of(cells_.begin(), surplus, is_blank))
      cells_.erase(surplus, cells_.end());
  }

  void deliver(std::size_t line, std::size_t bytes) {
    drop_blank_surplus();
    const bool has_big_cell =
        bytes > limits_.cell_bytes && std::ranges::any_of(cells_, [&](auto cell) { return cell.size() > limits_.cell_bytes; });
    if (has_big_cell) {
      report_.fault = fmt::format("has a cell of more than {} MiB in line {}", limits_.cell_bytes >> 20, line);
    } else if (report_.header_cells == 0) {
      take_header_row(line);
    } else if (is_empty_row()) {
      count_empty_row(line);
    } else if (cells_[0].starts_with("<<<<<<< ") && cells_.size() < report_.header_cells) {
      report_.fault = fmt::format("holds both sides of a conflict of git, from line {} on; settle it", line);
    } else if (cells_.size() != report_.header_cells) {
      if (report_.ragged.count++ == 0) report_.ragged.first_line = line, report_.ragged.first_cells = cells_.size();
      receiver_.ragged({cells_, line});
    } else {
      has_rows_ = true;
      receiver_.row({cells_, line});
    }
  }

  /// Whether it is only separators. In a file of one column that is an answer left blank.
  bool is_empty_row() const {
    return cells_[0].empty() && report_.header_cells > 1 && std::ranges::all_of(cells_, [](auto cell) { return cell.empty(); });
  }

  void count_empty_row(std::size_t line) {
    if (cells_.size() == report_.header_cells)
      ++report_.empty.unanswered;
    else if (report_.empty.count++ == 0)
      report_.empty.first_line = line;
  }

  /// The one row that names columns, or one of several; those that stand between them are passed over.
  void take_header_row(std::size_t line) {
    ++header_rows_;
    if (form_.header.empty()) return deliver_header(line);
    const bool is_named = std::ranges::find(form_.header, header_rows_) != form_.header.end();
    if (is_named) names_.add({cells_.begin(), cells_.end()});
    if (!is_named || header_rows_ > form_.header.front()) receiver_.passed_over({cells_, line});
    if (header_rows_ < form_.header.back()) return;
    const std::vector<std::string> names = names_.joined();
    cells_.assign(names.begin(), names.end());
    deliver_header(line);
  }

  void deliver_header(std::size_t line) {
    if (cells_.size() > limits_.columns) {
      report_.fault = fmt::format("has more than {} columns in line {}; is it CSV?", limits_.columns, line);
      return;
    }
    report_.header_cells = cells_.size();
    const DecimalMark usual = separator_ == ',' ? DecimalMark::point : DecimalMark::point_or_comma;
    is_stopped_ = !receiver_.header(cells_, form_.decimal.value_or(usual));
  }

  void finish() {
    if (quoted_ && quoted_->is_open()) {
      if (!quoted_->finish()) {
        report_.fault = fmt::format("has a quotation mark that is not closed, in the row that begins in line {}", row_line_);
        return;
      }
      if (quoted_->is_done()) deliver_quoted();
    }
    if (report_.fault || is_stopped_) return;
    if (report_.header_cells == 0) {
      report_.fault = "is empty; its first row names the columns";
    } else if (!has_rows_ && report_.ragged.count == 0) {
      report_.fault = "has a header but no rows";
    }
  }

  static constexpr std::size_t most_skipped_bytes = 1u << 20;
  struct SkippedLine {
    std::string text;
    std::size_t number;
  };

  CsvLimits limits_;
  CsvForm form_;
  RowReceiver& receiver_;
  Lines lines_;
  RowReport report_;
  char separator_ = ',';
  std::optional<QuotedRow> quoted_;
  std::vector<SkippedLine> skipped_;
  std::size_t skipped_bytes_ = 0;
  std::size_t row_line_ = 0;
  std::vector<std::string_view> cells_;
  HeaderRows names_;
  std::size_t header_rows_ = 0;  ///< that came so far
  bool has_rows_ = false;
  bool is_stopped_ = false;
};

}  // namespace

RowReport read_csv(ByteStream& bytes, RowReceiver& receiver, const CsvLimits& limits, const CsvForm& form) {
  return CsvReader(bytes, receiver, limits, form).read();
}

}  // namespace mot::evidence
