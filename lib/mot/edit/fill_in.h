// What people filled in elsewhere, as edits of a workspace: only what is empty is filled, whatever disagrees is told.
#pragma once

#include <compare>
#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "mot/edit/draft.h"
#include "mot/import/imported.h"

namespace mot::edit {

/// A cell of a table that the files say already, as it was read.
struct TakenCell {
  std::string sheet;
  std::size_t line = 0;
  importing::Facet facet = importing::Facet::name;
  auto operator<=>(const TakenCell&) const = default;
};

/// One line each.
struct FillInReport {
  std::vector<std::string> added;  ///< touchpoints that the workspace had not
  std::vector<std::string> filled;
  std::vector<std::string> renamed;        ///< ids of the table that the workspace has others for
  std::vector<std::string> disagreeing;    ///< what the workspace says otherwise; it stands as it stood
  std::vector<std::string> not_in_table;   ///< what stands in the workspace, and not in a list or a column of the table
  std::vector<std::string> not_taken;      ///< what could not be put anywhere
  std::vector<std::string> not_looked_at;  ///< columns of the table, each once
  std::set<TakenCell> said_already;
};

/// Fills in what a table of touchpoints says and the workspace does not: importance, owner, role, wishes, standard, promise, what is lived,
/// with their scores, what customers do, think and feel, pains, gains, lengths of time, tags, notes, conditions, and quotes. Touchpoints
/// are known by their ids, those without, or with an id that is gone, by their names, of several of one name by department and stage; a row
/// without an id whose name nobody has in its department becomes a new one of that. `file` is what the table is called. The same table
/// twice changes nothing. Throws Refused where the workspace would not load with it.
FillInReport fill_in(Draft& draft, const importing::Workspace& table, const std::string& file);

}  // namespace mot::edit
