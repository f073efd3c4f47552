// What was found in another tool's file, as plain values: what is written of it as YAML, and what is told of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "mot/model/values.h"

namespace mot::importing {

/// What is undecided stands in comments, for people to choose.
enum class Fate : std::uint8_t { kept, converted, undecided, dropped };

/// A line of the list of what became of a file.
struct Note {
  Fate fate = Fate::kept;
  std::string text;
  bool is_of_cells = false;  ///< how cells were read, whatever is made of them
};
using Notes = std::vector<Note>;

/// What other tools' files say of a touchpoint. Scores stand beside texts: a cell may be either.
enum class Facet : std::uint8_t {
  name,
  id,
  department,
  journey,
  stage,
  persona,
  channel,
  moment_of_truth,
  importance,
  owner,
  role,
  customer_does,
  when,
  company,
  company_score,
  customer,
  customer_score,
  adequate,
  standard,
  promise,
  actual,
  actual_score,
  quote,
  thinks,
  feels,
  pains,
  gains,
  takes,
  waits,
  tags,
  notes,
};

/// Whether a touchpoint has several of it: each line of its text is one.
constexpr bool is_list(Facet facet) {
  return facet == Facet::customer_does || (facet >= Facet::thinks && facet <= Facet::gains) || facet == Facet::tags;
}

/// What a single persona wishes.
struct PersonaWish {
  std::string persona;  ///< by name
  std::string experience, score;
};

struct Touchpoint {
  std::string name;
  std::map<Facet, std::string> facets;  ///< one line each, or a line for each of a list; none empty, scores as YAML writes numbers
  std::vector<std::pair<std::string, std::string>> left_alone;  ///< what has no home, by its `x-` key
  std::vector<std::string> comments;                            ///< one line each
  std::string quoted_in = {};                                   ///< the file that its quote stands in
  std::string sheet = {};                                       ///< of the workbook that it stands in
  std::vector<PersonaWish> wishes = {};                         ///< where personas wish different things
  std::size_t line = 0;                                         ///< of a table, from one
  std::string standing_id = {};                                 ///< of the touchpoint of a workspace that it is; that says what it says
};

/// What is said of a touchpoint there; empty where nothing is.
inline const std::string& facet_of(const Touchpoint& touchpoint, Facet facet) {
  static const std::string none;
  const auto found = touchpoint.facets.find(facet);
  return found == touchpoint.facets.end() ? none : found->second;
}

struct Stage {
  std::string name;
  std::vector<std::size_t> touchpoints;                              ///< indices of Workspace::touchpoints
  std::map<Facet, std::string> facets = {};                          ///< what is done, thought, felt, …; a line each
  std::string goal = {};                                             ///< one line
  std::vector<std::pair<std::string, std::string>> left_alone = {};  ///< what has no home, by its `x-` key
};

struct Journey {
  std::string name;
  std::vector<std::string> personas;  ///< names
  std::vector<Stage> stages;
  std::vector<std::string> comments;  ///< one line each
};

/// What stands already in the workspace that something is imported into: ids that are taken, and ids by the names that stand for them.
struct Standing {
  std::set<std::string> touchpoint_ids = {}, journey_ids = {}, department_ids = {}, persona_ids = {};
  std::map<std::string, std::string> departments = {}, personas = {}, channels = {};
};

/// Names as texts of one line; ids are made when it is written.
struct Workspace {
  std::string name;                      ///< of its title, else of its file
  bool has_title = false;                ///< whether anything but its file gives it the name
  std::string language = {};             ///< `de`; empty where nothing tells
  std::optional<Scale> scale;            ///< of its scores, where it has any
  std::string ground_of_scale;           ///< one line
  bool is_scale_known = false;           ///< by the kind of file or its headings; else it is a guess
  std::optional<Scale> home_scale = {};  ///< of the workspace that a table is filled into: numbers are on it where no heading says another
  std::string rescaled = {};             ///< how its scores were put on another scale; one line, empty where they were not
  std::optional<Standing> standing = {};
  std::vector<Touchpoint> touchpoints;
  std::vector<Journey> journeys;
};

struct Imported {
  Workspace workspace;
  Notes notes;
};

}  // namespace mot::importing
