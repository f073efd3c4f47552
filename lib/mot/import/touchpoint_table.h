// A table with a touchpoint a row, wherever it stood.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "mot/import/imported.h"

namespace mot::importing {

struct TableRow {
  std::vector<std::string> cells;
  std::size_t line = 0;  ///< of the file, from one
};

/// The heading of a section that something stands below.
struct SectionHeading {
  std::string text;
  std::size_t level = 0;  ///< of Markdown, 1 the highest; 0 where there is none
};

/// A table in memory: its first row, and the others, which may be of any length.
struct TextTable {
  std::vector<std::string> header;
  std::vector<TableRow> rows;
  std::string sheet = {};                ///< of a workbook
  std::string title = {};                ///< what stands alone above it; names its journey where no column does
  std::size_t line = 0;                  ///< of its header, from one; 0 where it is the only table
  SectionHeading section = {};           ///< that it stands below
  std::vector<std::string> beside = {};  ///< texts above its headings, over them and below its rows: perhaps the scale of its scores
  bool has_two_heading_rows = false;
  std::map<Facet, std::string> common = {};  ///< what holds for each row that says nothing else: its department or its stage
};

/// Whether its headings are those of touchpoints.
bool holds_touchpoints(const TextTable& table);

/// Whether one of its columns is this.
bool has_column(const TextTable& table, Facet facet);

/// Adds its touchpoints and their journeys to what is imported; `file` is what quotes are said to come from.
void add_touchpoint_table(const TextTable& table, const std::string& file, Imported& imported);

}  // namespace mot::importing
