// Which column of a file is meant, by the names in its header.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mot/evidence/cells/answer_scale.h"
#include "mot/evidence/cells/number.h"
#include "mot/findings/finding.h"
#include "mot/model/survey.h"

namespace mot::evidence {

/// What is to be known of a table before its columns are read.
struct TableFacts {
  std::span<const std::string_view> names;  ///< of its columns, from the left
  DecimalMark mark = DecimalMark::point;
  Origin origin = Origin::low_end;  ///< of the positions of its answers
};

/// What messages call the table of a source: its file, or the table of its database.
const std::string& table_name_of(const SurveySource& source);

/// Looks up the columns a source names, and collects what keeps it from being read.
class ColumnFinder {
 public:
  ColumnFinder(const TableFacts& table, const SurveySource& source, Findings& findings);

  /// The index of the column of this name, else of one that looks the same; 0 and a finding where the header has none, or two.
  std::size_t find(const Text& name);
  /// The names of the columns that were asked for, and of all others.
  std::vector<std::string> found_names() const { return names_where(true); }
  std::vector<std::string> unused_names() const { return names_where(false); }
  /// Reports that the source says something that can't be followed.
  void fail(RuleId rule, Span span, std::string message);
  /// Whether everything was found so far. What was read with a column that was not found does not count.
  bool is_complete() const { return is_complete_; }
  DecimalMark mark() const { return mark_; }
  Origin origin() const { return origin_; }
  std::size_t size() const { return names_.size(); }
  /// Whether cells may hold other numbers than they show.
  bool is_in_workbook() const;

 private:
  std::vector<std::string> names_where(bool is_found) const;
  std::vector<std::size_t> places_of(std::string_view name) const;
  std::vector<std::size_t> places_like(std::string_view name) const;
  std::string found_twice(const Text& name, std::size_t first, std::size_t second) const;
  std::string not_found(const Text& name) const;

  std::vector<std::string> names_;
  std::vector<bool> is_found_;
  DecimalMark mark_;
  Origin origin_;
  const SurveySource& source_;
  Findings& findings_;
  bool is_complete_ = true;
};

}  // namespace mot::evidence
