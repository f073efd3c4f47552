// What stands where in the picture of a journey, before any text is measured: visits in path order, columns, and rows of columns.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "mot/analysis/journey_path.h"
#include "mot/model/workspace.h"

namespace mot::journey {

/// One coming of the customer to a touchpoint. A touchpoint that stands twice on a path is visited twice.
struct Visit {
  std::size_t touchpoint = 0;              ///< index of Workspace::touchpoints
  std::string key;                         ///< its id; from the second visit on with a number, and different from any other's
  std::optional<std::size_t> department;   ///< index of Workspace::departments
  std::size_t column = 0;                  ///< of PathColumns::columns
  bool is_aside = false;                   ///< conditional: beside the main path
  bool is_behind = false;                  ///< no customer sees it: off the curves, and nobody is handed over to it
  std::optional<std::size_t> comes_after;  ///< the visit on the main path right before it
  std::size_t stop = 0;                    ///< of JourneyPath::stops
};

/// A journey that is travelled inside the one that is drawn.
struct InnerJourney {
  std::size_t journey = 0;  ///< index of Workspace::journeys
  std::string key;          ///< its id, with a number where it comes again
  std::size_t column = 0;   ///< of PathColumns::columns
  std::size_t stop = 0;     ///< of JourneyPath::stops
  std::size_t place = 0;    ///< of one on a branch: how many asides of its column stand before it
};

/// A column holds one moment of the main path at most, or a journey inside, and under it what happens only under a condition.
struct Column {
  std::size_t stage = 0;                  ///< of Journey::stages
  std::optional<std::size_t> main;        ///< of PathColumns::visits
  std::vector<std::size_t> asides;        ///< of PathColumns::visits
  std::optional<std::size_t> inner;       ///< of PathColumns::inner_journeys, in place of a moment
  std::vector<std::size_t> inner_asides;  ///< of PathColumns::inner_journeys, on branches
};

/// A row of columns across the page: from `begin` to before `end`.
struct Band {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t size() const { return end - begin; }
  bool holds(std::size_t column) const { return begin <= column && column < end; }
  bool operator==(const Band&) const = default;
};

/// What hangs under a column: a visit, a journey inside, or a branch without steps of its own, which only leads on.
struct Aside {
  std::optional<std::size_t> visit;   ///< of PathColumns::visits
  std::optional<std::size_t> inner;   ///< of PathColumns::inner_journeys
  std::optional<std::size_t> branch;  ///< of JourneyPath::branches
};

struct PathColumns {
  JourneyPath path;
  std::vector<std::size_t> columns_of_stops;                ///< by stop
  std::vector<std::vector<std::size_t>> ways_from_columns;  ///< by column: of JourneyPath::ways, those that begin at its stops
  std::vector<Visit> visits;
  std::vector<InnerJourney> inner_journeys;
  std::vector<Column> columns;
  std::vector<Band> bands;
  std::vector<std::optional<std::size_t>> departments;  ///< by first appearance; nothing stands for touchpoints without one
};

/// Ways that begin in a row, in the order of the path.
std::vector<std::size_t> ways_from(const PathColumns& plan, const Band& band);

/// What hangs under a column, in the order of the file.
std::vector<Aside> asides_in(const PathColumns& plan, std::size_t column);

/// A stage without a moment still takes a column. `most_columns` is how many fit across the page, at least 1.
PathColumns path_columns_of(const Workspace& workspace, const Journey& journey, std::size_t most_columns);

/// Leaves the ways of a journey that has lost stops (worst_moments.h) which are ways of the whole one too: the others lead over what is not
/// shown.
void keep_ways_of(PathColumns& plan, const JourneyPath& whole);

/// Breaks columns into the fewest rows that read well: rows of like length, stages whole where that costs no more than half a row.
/// `stages` holds the stage of each column.
std::vector<Band> break_into_bands(std::span<const std::size_t> stages, std::size_t most_columns);

}  // namespace mot::journey
