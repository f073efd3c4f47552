// The queries that a workspace's databases get, for people to read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mot/findings/finding.h"
#include "mot/model/workspace.h"

namespace mot {

struct SourceQuery {
  std::string source;               ///< its id
  std::string_view about;           ///< what it sums; empty of the first
  std::string text;                 ///< with :p1, :p2, … for the values
  std::vector<std::string> values;  ///< from :p1 on
};

/// The names of the dialects of SQL that are known.
std::vector<std::string_view> sql_dialects();

/// The queries of every database source in a dialect: its sums, then what else is asked. No database is needed: columns are taken to hold
/// what they are used for, and a period that counts back from the newest answer is left out.
std::vector<SourceQuery> database_queries(const Workspace& workspace, std::string_view dialect, Findings& findings);

}  // namespace mot
