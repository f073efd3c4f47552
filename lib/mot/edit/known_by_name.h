// Which touchpoints of a workspace rows of a table mean that have no id: those called so, and where several are, what else the rows say.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "mot/import/imported.h"
#include "mot/model/workspace.h"

namespace mot::edit {

class KnownByName {
 public:
  /// Of the table nothing but views is kept: it has to outlive this, and rows that are asked about have to be its own.
  KnownByName(const Workspace& workspace, const importing::Workspace& table);

  /// Ids of all that are called as the row is.
  std::vector<std::string> called_like(const importing::Touchpoint& row) const;

  /// Of those the ones of the row's department, and of several that are left the ones in its stage; where none is, it narrows nothing.
  std::vector<std::string> meant_by(const importing::Touchpoint& row) const;

  /// Whether one that is called as the row is of its department.
  bool is_in_its_department(const importing::Touchpoint& row) const;

  /// The id of the department that the row names; else of the one that all others on its sheet are of, or that the sheet is called after.
  /// Empty where nothing says it.
  std::string department_of(const importing::Touchpoint& row) const;

  /// A touchpoint that was added to the workspace.
  void add(const std::string& name, const std::string& id, const std::string& department);

 private:
  struct Known {
    std::string id, department;
    std::set<std::string> places = {};  ///< `journey/stage`
  };
  using Places = std::set<std::string>;

  std::vector<Known> all_called_like(const importing::Touchpoint& row) const;
  std::vector<Known> of_its_department(const importing::Touchpoint& row) const;
  std::string department_called(const std::string& name) const;
  Places places_called(const std::string& journey, const std::string& stage) const;
  void find_departments_of_sheets();

  const Workspace& workspace_;
  const importing::Workspace& table_;
  std::map<std::string, std::vector<Known>> known_;              ///< by name as it stands in a cell
  std::map<std::string, std::set<std::string>> departments_of_;  ///< of touchpoints with an id, by sheet
  std::vector<Places> places_of_row_;                            ///< of the workspace, by row
};

}  // namespace mot::edit
