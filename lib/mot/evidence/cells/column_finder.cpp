#include "mot/evidence/cells/column_finder.h"

#include <fmt/format.h>

#include <algorithm>

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
    : names_(table.names.begin(), table.names.end()), mark_(table.mark), origin_(table.origin), source_(source), findings_(findings) {}

std::size_t ColumnFinder::find(const Text& name) {
  const auto first = std::ranges::find(names_, trimmed(name.value));
  if (first == names_.end()) {
    fail("unknown-column", name.span, not_found(name));
    return 0;
  }
  const auto index = static_cast<std::size_t>(first - names_.begin());
  const auto second = std::find(first + 1, names_.end(), *first);
  if (second != names_.end()) {
    fail("unreadable-evidence", name.span,
         fmt::format("'{}' has two columns named {}, {} and {} from the left; give each its own name", printable(table_name_of(source_)),
                     quoted(name.value), index + 1, second - names_.begin() + 1));
  }
  return index;
}

std::string ColumnFinder::not_found(const Text& name) const {
  constexpr std::size_t most_names = 12;
  const std::vector<std::string_view> known(names_.begin(), names_.end());
  std::string hint = did_you_mean(name.value, known);
  if (hint.empty()) {
    for (std::size_t i = 0; i < std::min(most_names, names_.size()); ++i) hint += (i == 0 ? "; it has " : ", ") + quoted(names_[i]);
    if (names_.size() > most_names) hint += fmt::format(" and {} more", names_.size() - most_names);
  }
  return fmt::format("'{}' has no column {}{}", printable(table_name_of(source_)), quoted(name.value), hint);
}

void ColumnFinder::fail(RuleId rule, Span span, std::string message) {
  findings_.report(rule, span, std::move(message)).subjects = {source_.id.value};
  is_complete_ = false;
}

}  // namespace mot::evidence
