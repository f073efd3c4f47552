#include "mot/evidence/row_files.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "mot/evidence/added_rows.h"
#include "mot/evidence/csv/csv_file.h"
#include "mot/evidence/sheets/workbook_file.h"

namespace mot::evidence {
namespace {

struct RowFileKind {
  std::string_view extension;
  std::unique_ptr<RowSource> (*open)(const OpenFile& open, const std::string& path, const CsvForm& form);
};

/// A file of any other extension is of the first kind.
constexpr RowFileKind kinds[] = {
    {".csv", csv_file},       {".tsv", csv_file},       {".tab", csv_file},      {".txt", csv_file},
    {".xlsx", workbook_file}, {".xlsm", workbook_file}, {".ods", workbook_file},
};

bool is_same_letter(char a, char b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 'a' - 'A') : c; };
  return lower(a) == lower(b);
}

bool ends_with(std::string_view path, std::string_view extension) {
  return path.size() >= extension.size() && std::ranges::equal(path.substr(path.size() - extension.size()), extension, is_same_letter);
}

const RowFileKind& kind_of(std::string_view path) {
  const auto* const found = std::ranges::find_if(kinds, [path](const RowFileKind& kind) { return ends_with(path, kind.extension); });
  return found == std::end(kinds) ? kinds[0] : *found;
}

}  // namespace

bool is_workbook(std::string_view path) {
  return kind_of(path).open == workbook_file;
}

std::unique_ptr<RowSource> row_file(const OpenFile& open, const std::string& path, const CsvForm& form, TableKind kind) {
  return without_added_rows(kind_of(path).open(open, path, form), kind);
}

}  // namespace mot::evidence
