#include "mot/evidence/csv/header_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>

namespace mot::evidence {

namespace {

/// What Qualtrics writes below each question: an id of its own.
constexpr std::string_view import_id = R"({"ImportId")";

std::string_view without_import_id(std::string_view cell) {
  return cell.starts_with(import_id) ? std::string_view() : cell;
}

}  // namespace

std::string without_import_id_behind(std::string_view name) {
  return std::string(name.substr(0, name.find(fmt::format(": {}", import_id))));
}

std::vector<std::string> HeaderRows::joined() const {
  std::vector<std::string> names = joined_by(without_import_id);
  std::map<std::string, std::size_t> times;
  for (const std::string& name : names) ++times[name];
  const auto whole = joined_by([](std::string_view cell) { return cell; });
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (times[names[i]] > 1) names[i] = whole[i];
  }
  return names;
}

std::vector<std::string> HeaderRows::joined_by(std::string_view (*part_of)(std::string_view)) const {
  std::size_t columns = 0;
  for (const auto& row : rows_) columns = std::max(columns, row.size());
  std::vector<std::string> names(columns);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    std::string_view last;
    const bool is_last = i + 1 == rows_.size();
    for (std::size_t column = 0; column < (is_last ? rows_[i].size() : columns); ++column) {
      const std::string_view cell = column < rows_[i].size() ? part_of(rows_[i][column]) : std::string_view();
      const bool is_merged = cell.empty() && !is_last;
      if (!is_merged) last = cell;
      std::string& name = names[column];
      if (last.empty() || name == last) continue;
      name.append(name.empty() ? "" : ": ").append(last);
    }
  }
  return names;
}

}  // namespace mot::evidence
