// Names of columns that stand in several rows.
#pragma once

#include <string>
#include <vector>

namespace mot::evidence {

class HeaderRows {
 public:
  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  /// `Question: item`, from the first row down. In all rows but the last an empty cell takes the one left of it, as merged cells are
  /// exported; what is empty or said already is left out.
  std::vector<std::string> joined() const;

 private:
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace mot::evidence
