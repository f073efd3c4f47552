#include "mot/evidence/sheets/workbook_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>

#include "mot/evidence/csv/lines.h"
#include "mot/evidence/sheets/apart.h"
#include "mot/evidence/sheets/sheet_fault.h"
#include "mot/text/alike.h"
#include "mot/text/nearest.h"
#include "mot/text/utf8.h"

namespace mot::evidence {
namespace {

constexpr std::size_t largest_file = 64u << 20;  // bytes

std::string whole_file(const OpenFile& open, const std::string& path) {
  const OpenedFile opened = open(path);
  if (!opened.bytes) throw SheetFault(opened.fault);
  std::string bytes;
  std::vector<char> buffer(1 << 16);
  while (true) {
    const auto count = opened.bytes->read(buffer);
    if (!count) throw SheetFault("can't be read to its end: the disk or the network gave an error");
    if (*count == 0) return bytes;
    bytes.append(buffer.data(), *count);
    if (bytes.size() > largest_file) throw SheetFault(fmt::format("is larger than {} MiB; save it as .csv", largest_file >> 20));
  }
}

void check_beginning(std::string_view bytes) {
  constexpr std::string_view compound_file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  if (bytes.starts_with(compound_file))
    throw SheetFault("is encrypted with a password, or an old .xls; save it as .xlsx without a password");
  if (const std::string_view fault = fault_of_other_file(bytes.substr(0, 256)); !fault.empty() && !bytes.starts_with("PK"))
    throw SheetFault(std::string(fault));
  if (!bytes.starts_with("PK")) throw SheetFault("is no workbook, whatever its name says; save it anew as .xlsx, .ods or .csv");
}

/// A workbook and what it is read from.
class OpenWorkbook {
 public:
  explicit OpenWorkbook(std::string_view bytes) : archive_(std::make_unique<ZipArchive>(bytes)) {
    workbook_ = archive_->has("content.xml") ? ods_workbook(*archive_) : xlsx_workbook(*archive_);
  }
  Workbook& workbook() { return *workbook_; }

 private:
  std::unique_ptr<ZipArchive> archive_;
  std::unique_ptr<Workbook> workbook_;
};

/// Reads the file here, and unpacks what is in it in a process of its own.
RowReport unpacked_apart(const OpenFile& open, const std::string& path, RowReceiver& receiver,
                         const std::function<RowReport(Workbook&, RowReceiver&)>& read) {
  try {
    const std::string bytes = whole_file(open, path);
    check_beginning(bytes);
    const auto unpack = [&](RowReceiver& rows) {
      OpenWorkbook opened(bytes);
      return read(opened.workbook(), rows);
    };
    return read_apart(unpack, receiver);
  } catch (const SheetFault& fault) {
    return {.fault = fault.what(), .header_cells = 0, .ragged = {}};
  }
}

/// Takes sheets as rows: in line 0 a name and a mark where it is hidden, then its own rows.
class SheetFrontRows : public RowReceiver {
 public:
  bool header(std::span<const std::string_view>, DecimalMark) override { return true; }
  void row(const Row& row) override {
    if (row.line == 0)
      sheets.push_back({{std::string(row.cells[0]), !row.cells[1].empty()}, {}});
    else
      sheets.back().rows.push_back({{row.cells.begin(), row.cells.end()}, row.line});
  }
  std::vector<SheetFront> sheets;
};

/// What stands on a sheet besides rows goes between the processes as a row of line 0, whose first cell says what it is.
constexpr std::string_view begins_sheet = "sheet", is_merged = "merged", is_aside = "aside";

void send_aside(RowReceiver& receiver, const SheetAside& aside) {
  const std::string kind = fmt::format("{}", static_cast<int>(aside.kind)), line = fmt::format("{}", aside.line);
  receiver.row({std::array<std::string_view, 5>{is_aside, kind, aside.cell, line, aside.text}, 0});
}

void send_whole_sheet(Workbook& workbook, std::size_t sheet, std::size_t rows, RowReceiver& receiver) {
  const SheetName& name = workbook.sheets()[sheet];
  receiver.row({std::array<std::string_view, 3>{begins_sheet, name.name, name.is_hidden ? "x" : ""}, 0});
  SheetRows taken = SheetRows::first(receiver, rows);
  workbook.read(sheet, taken);
  const SheetAsides more = workbook.asides(sheet);
  for (const MergedDown& merged : more.merged) {
    const std::array<std::string, 3> numbers{fmt::format("{}", merged.column), fmt::format("{}", merged.first),
                                             fmt::format("{}", merged.last)};
    receiver.row({std::array<std::string_view, 4>{is_merged, numbers[0], numbers[1], numbers[2]}, 0});
  }
  for (const SheetAside& aside : more.asides) send_aside(receiver, aside);
  const std::string& formula = taken.first_formula_without_result();
  if (!formula.empty()) send_aside(receiver, {AsideKind::formula, formula, 0, {}});
}

class WholeSheetRows : public RowReceiver {
 public:
  bool header(std::span<const std::string_view>, DecimalMark) override { return true; }
  void row(const Row& row) override {
    const auto& cells = row.cells;
    const auto number = [&](std::size_t i) { return static_cast<std::size_t>(number_from(cells[i]).value_or(0)); };
    if (row.line > 0) {
      sheets.back().rows.push_back({{cells.begin(), cells.end()}, row.line});
    } else if (cells[0] == begins_sheet) {
      sheets.push_back({{std::string(cells[1]), !cells[2].empty()}});
    } else if (cells[0] == is_merged) {
      sheets.back().more.merged.push_back({number(1), number(2), number(3)});
    } else {
      sheets.back().more.asides.push_back({static_cast<AsideKind>(number(1)), std::string(cells[2]), number(3), std::string(cells[4])});
    }
  }
  std::vector<WholeSheet> sheets;
};

std::string list_of(const std::vector<SheetName>& sheets) {
  constexpr std::size_t most_names = 12;
  std::string list;
  for (std::size_t i = 0; i < std::min(most_names, sheets.size()); ++i)
    list += fmt::format("{}'{}'{}", i == 0 ? "" : ", ", printable(shortened(sheets[i].name, 60)), sheets[i].is_hidden ? " (hidden)" : "");
  if (sheets.size() > most_names) list += fmt::format(" and {} more", sheets.size() - most_names);
  return list;
}

/// Hands rows on, and remembers the names of columns.
class NamesKept : public RowReceiver {
 public:
  explicit NamesKept(RowReceiver& to) : to_(to) {}
  bool header(std::span<const std::string_view> cells, DecimalMark mark) override {
    names.assign(cells.begin(), cells.end());
    return to_.header(cells, mark);
  }
  void passed_over(const Row& row) override { to_.passed_over(row); }
  void row(const Row& row) override { to_.row(row); }
  std::vector<std::string> names;

 private:
  RowReceiver& to_;
};

/// Counts the rows of a sheet that has these names of columns, in any order and beside others; none of any other sheet.
class LikeRows : public RowReceiver {
 public:
  explicit LikeRows(const std::vector<std::string>& names) : names_(names) {}
  bool header(std::span<const std::string_view> names, DecimalMark) override {
    const auto is_there = [&](const std::string& wanted) {
      return std::ranges::any_of(names, [&](std::string_view name) { return as_seen(name) == as_seen(wanted); });
    };
    return std::ranges::all_of(names_, is_there);
  }
  void row(const Row&) override { ++count; }
  std::size_t count = 0;

 private:
  const std::vector<std::string>& names_;
};

class WorkbookFile : public RowSource {
 public:
  WorkbookFile(OpenFile open, std::string path, const CsvForm& form) : open_(std::move(open)), path_(std::move(path)), form_(form) {}

  RowReport read(RowReceiver& receiver) override {
    return unpacked_apart(open_, path_, receiver, [this](Workbook& workbook, RowReceiver& rows) {
      return form_.sheet.empty() ? read_first(workbook, rows) : read_named(workbook, rows);
    });
  }

 private:
  RowReport read_named(Workbook& workbook, RowReceiver& receiver) const {
    const auto& sheets = workbook.sheets();
    const std::string seen = as_seen(form_.sheet);
    const auto found = std::ranges::find_if(sheets, [&](const SheetName& sheet) { return as_seen(sheet.name) == seen; });
    if (found == sheets.end())
      throw SheetFault(fmt::format("has no sheet '{}'; it has {}", printable(shortened(form_.sheet, 60)), list_of(sheets)));
    SheetRows rows(receiver, form_);
    workbook.read(static_cast<std::size_t>(found - sheets.begin()), rows);
    return rows.finish();
  }

  RowReport read_first(Workbook& workbook, RowReceiver& receiver) const {
    const auto& sheets = workbook.sheets();
    for (std::size_t i = 0; i < sheets.size(); ++i) {
      if (sheets[i].is_hidden) continue;
      NamesKept kept(receiver);
      SheetRows rows(kept, form_);
      workbook.read(i, rows);
      if (!rows.has_content()) continue;
      RowReport report = rows.finish();
      if (!report.fault) report.others = like_sheets(workbook, i, kept.names);
      return report;
    }
    const bool has_hidden = std::ranges::any_of(sheets, &SheetName::is_hidden);
    throw SheetFault(has_hidden ? fmt::format("has nothing in a sheet that is not hidden; name one with 'sheet': {}", list_of(sheets))
                                : std::string(nothing_in_sheet));
  }

  /// The other sheets that are not hidden and name the same columns.
  std::vector<LikeSheet> like_sheets(Workbook& workbook, std::size_t read, const std::vector<std::string>& names) const {
    std::vector<LikeSheet> found;
    for (std::size_t i = 0; i < workbook.sheets().size(); ++i) {
      if (i == read || workbook.sheets()[i].is_hidden) continue;
      LikeRows like(names);
      SheetRows rows(like, form_);
      workbook.read(i, rows);
      if (like.count > 0) found.push_back({workbook.sheets()[i].name, like.count});
    }
    return found;
  }

  OpenFile open_;
  std::string path_;
  CsvForm form_;
};

}  // namespace

std::unique_ptr<RowSource> workbook_file(const OpenFile& open, const std::string& path, const CsvForm& form) {
  return std::make_unique<WorkbookFile>(open, path, form);
}

SheetFronts sheet_fronts(const OpenFile& open, const std::string& path, std::size_t rows, const std::string& only) {
  SheetFrontRows fronts;
  const RowReport report = unpacked_apart(open, path, fronts, [rows, &only](Workbook& workbook, RowReceiver& receiver) {
    for (std::size_t i = 0; i < workbook.sheets().size(); ++i) {
      const SheetName& sheet = workbook.sheets()[i];
      receiver.row({std::array{std::string_view(sheet.name), std::string_view(sheet.is_hidden ? "x" : "")}, 0});
      SheetRows front = SheetRows::first(receiver, rows);
      if (!sheet.is_hidden && (only.empty() || sheet.name == only)) workbook.read(i, front);
    }
    return RowReport{.fault = {}, .header_cells = 0, .ragged = {}};
  });
  return {std::move(fronts.sheets), report.fault.value_or("")};
}

WholeSheets whole_sheets(const OpenFile& open, const std::string& path, std::size_t rows) {
  WholeSheetRows all;
  const RowReport report = unpacked_apart(open, path, all, [rows](Workbook& workbook, RowReceiver& receiver) {
    for (std::size_t i = 0; i < workbook.sheets().size(); ++i) send_whole_sheet(workbook, i, rows, receiver);
    return RowReport{.fault = {}, .header_cells = 0, .ragged = {}};
  });
  return {std::move(all.sheets), report.fault.value_or("")};
}

}  // namespace mot::evidence
