#include "mot/evidence/cells/column_finder.h"

#include <fmt/format.h>

#include <algorithm>

#include "mot/evidence/csv/header_rows.h"
#include "mot/evidence/row_files.h"
#include "mot/text/alike.h"
#include "mot/text/nearest.h"
#include "mot/text/utf8.h"

namespace mot::evidence {
namespace {

std::string quoted(std::string_view name) {
  return "'" + printable(shortened(name, 60)) + "'";
}

}  // namespace

const std::string& table_name_of(const SurveySource& source) {
  return source.table ? source.table->value : source.file->value;
}

ColumnFinder::ColumnFinder(const TableFacts& table, const SurveySource& source, Findings& findings)
    : names_(table.names.begin(), table.names.end()),
      is_found_(names_.size()),
      mark_(table.mark),
      origin_(table.origin),
      source_(source),
      findings_(findings) {}

std::size_t ColumnFinder::find(const Text& name) {
  std::vector<std::size_t> found = places_of(trimmed(name.value));
  // An engine finds columns by the very name.
  if (found.empty() && !source_.database) found = places_like(name.value);
  if (found.empty() && !source_.database) found = places_like(without_import_id_behind(name.value));
  if (found.empty()) {
    fail("unknown-column", name.span, not_found(name));
    return 0;
  }
  if (found.size() > 1) fail("unreadable-evidence", name.span, found_twice(name, found[0], found[1]));
  is_found_[found[0]] = true;
  return found[0];
}

std::vector<std::string> ColumnFinder::names_where(bool is_found) const {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (is_found_[i] == is_found && !names_[i].empty()) names.push_back(names_[i]);
  }
  return names;
}

bool ColumnFinder::is_in_workbook() const {
  return source_.file && is_workbook(source_.file->value);
}

std::vector<std::size_t> ColumnFinder::places_of(std::string_view name) const {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (names_[i] == name) places.push_back(i);
  }
  return places;
}

/// Columns whose names look the same.
std::vector<std::size_t> ColumnFinder::places_like(std::string_view name) const {
  const std::string seen = as_seen(name);
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (as_seen(names_[i]) == seen) places.push_back(i);
  }
  return places;
}

std::string ColumnFinder::found_twice(const Text& name, std::size_t first, std::size_t second) const {
  if (names_[first] == names_[second])
    return fmt::format("'{}' has two columns named {}, {} and {} from the left; give each its own name", printable(table_name_of(source_)),
                       quoted(name.value), first + 1, second + 1);
  return fmt::format("'{}' has two columns that look like {}, {} and {} from the left, and differ in {}; give each its own name",
                     printable(table_name_of(source_)), quoted(name.value), first + 1, second + 1,
                     difference_of(names_[first], names_[second]));
}

std::string ColumnFinder::not_found(const Text& name) const {
  constexpr std::size_t most_names = 12;
  std::vector<std::string_view> known;
  for (const std::string& column : names_) {
    if (!column.empty()) known.emplace_back(column);
  }
  std::string hint = did_you_mean(name.value, known);
  if (hint.empty()) {
    for (std::size_t i = 0; i < std::min(most_names, known.size()); ++i) hint += (i == 0 ? "; it has " : ", ") + quoted(known[i]);
    if (known.size() > most_names) hint += fmt::format(" and {} more", known.size() - most_names);
    const bool tells_its_header = source_.database || source_.skip || !source_.header.empty();
    if (!tells_its_header) hint += "; if another row names the columns, say which with 'header', or pass over those above with 'skip'";
  }
  return fmt::format("'{}' has no column {}{}", printable(table_name_of(source_)), quoted(name.value), hint);
}

void ColumnFinder::fail(RuleId rule, Span span, std::string message) {
  findings_.report(rule, span, std::move(message)).subjects = {source_.id.value};
  is_complete_ = false;
}

}  // namespace mot::evidence
