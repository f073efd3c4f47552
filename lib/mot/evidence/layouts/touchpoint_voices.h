// Thumbs and words of customers about one touchpoint, in columns of their own.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mot/evidence/cells/columns.h"
#include "mot/evidence/layouts/row_filter.h"
#include "mot/evidence/source_answers.h"

namespace mot::evidence {

class TouchpointVoices {
 public:
  TouchpointVoices(const SourceContext& context, ColumnFinder& finder, const Link<Touchpoint>& touchpoint,
                   const TouchpointColumns& columns);
  void row(const Row& row, const RowFacts& facts);
  void finish(const std::string& source, SourceAnswers& answers, Findings& findings) const;

 private:
  struct Thumbs {
    std::size_t up = 0;
    std::size_t down = 0;
  };

  std::size_t touchpoint_;
  std::size_t personas_;
  std::optional<WordColumnReader> verdict_;
  std::optional<std::size_t> quote_column_;
  ColumnLog quote_log_;
  std::vector<Thumbs> thumbs_;  ///< by persona; the last of nobody in particular
  std::vector<Quote> quotes_;
  std::optional<Day> newest_;
};

}  // namespace mot::evidence
