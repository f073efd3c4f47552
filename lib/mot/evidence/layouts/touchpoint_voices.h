// Thumbs and words of customers about one touchpoint, in columns of their own.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "mot/evidence/cells/columns.h"
#include "mot/evidence/layouts/row_filter.h"
#include "mot/evidence/layouts/thumb_tally.h"
#include "mot/evidence/source_answers.h"

namespace mot::evidence {

inline constexpr std::size_t most_quote_characters = 500;

class TouchpointVoices {
 public:
  TouchpointVoices(const SourceContext& context, ColumnFinder& finder, const Link<Touchpoint>& touchpoint,
                   const TouchpointColumns& columns);
  /// The row's thumb, where it has one.
  std::optional<Verdict> row(const Row& row, const RowFacts& facts);
  std::size_t touchpoint() const { return touchpoint_; }
  const ThumbTally& thumbs() const { return thumbs_; }
  void finish(const std::string& source, SourceAnswers& answers, Findings& findings) const;

 private:
  std::size_t touchpoint_;
  std::size_t personas_;
  std::optional<WordColumnReader> verdict_;
  std::optional<std::size_t> quote_column_;
  ColumnLog quote_log_;
  ThumbTally thumbs_;
  std::vector<Quote> quotes_;
  std::optional<Day> newest_;
};

}  // namespace mot::evidence
