// Names of columns that stand in several rows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mot::evidence {

/// A name without the id of Qualtrics behind it, as names had it once.
std::string without_import_id_behind(std::string_view name);

class HeaderRows {
 public:
  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  /// `Question: item`, from the first row down. In all rows but the last an empty cell takes the one left of it, as merged cells are
  /// exported; what is empty or said already is left out, and Qualtrics' own ids but where names are alike without.
  std::vector<std::string> joined() const;

 private:
  std::vector<std::string> joined_by(std::string_view (*part_of)(std::string_view)) const;

  std::vector<std::vector<std::string>> rows_;
};

}  // namespace mot::evidence
