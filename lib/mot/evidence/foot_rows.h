// Rows below the answers that sum them up, `Average;;3.2;2.9`, as wide as those.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "mot/evidence/rows.h"

namespace mot::evidence {

/// Whether a text tells where a table is from, or what is to be noted of it: `Source: …`, `Quelle: …`.
bool tells_of_table(std::string_view text);

/// Holds rows back that begin with a word for a mean or a sum, or hold a note alone, until it is known whether answers follow.
class FootRows {
 public:
  /// The word that such rows begin with, one that calls nobody; empty where a row begins otherwise.
  static std::string_view word_of(const Row& row);
  /// Whether the row is held back. Its cells are copied.
  bool takes(const Row& row);
  /// Gives those that were held back to whoever reads on, since they stand among the answers.
  void give_back(const std::function<void(const Row&)>& take);
  /// What the rows that are held back begin with.
  std::vector<std::string> words() const;
  bool holds_any() const { return !held_.empty(); }
  /// At the end of the file: how many there are, the line of the first and what it begins with.
  std::size_t count() const { return held_.size(); }
  std::size_t first_line() const { return held_.empty() ? 0 : held_.front().line; }
  std::string_view first_word() const { return held_.empty() ? std::string_view() : held_.front().word; }

 private:
  struct Held {
    std::vector<std::string> cells;
    std::size_t line;
    std::string word;
  };
  std::vector<Held> held_;
};

}  // namespace mot::evidence
