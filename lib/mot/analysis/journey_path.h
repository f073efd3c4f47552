// The path of a journey as a net of stops: what every customer meets, what branches off, and every way that somebody can take.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "mot/model/workspace.h"

namespace mot {

/// One coming of the customer to a touchpoint, or to a journey that is travelled there.
struct Stop {
  std::size_t stage = 0;                  ///< of Journey::stages
  std::optional<std::size_t> touchpoint;  ///< index of Workspace::touchpoints
  std::optional<std::size_t> journey;     ///< index of Workspace::journeys; there where `touchpoint` is not
  std::optional<std::size_t> branch;      ///< of JourneyPath::branches, the innermost; nothing on the main path
  bool is_behind = false;                 ///< no customer sees it: on no way
  bool operator==(const Stop&) const = default;
};

/// What follows from a stop under a condition. A touchpoint's own `when` is a branch of one.
struct Branch {
  Text when;
  std::optional<double> share;         ///< per cent of the journey's customers who come this way
  std::size_t stage = 0;               ///< of Journey::stages
  std::optional<std::size_t> follows;  ///< the stop it follows from; nothing before the first
  std::optional<std::size_t> inside;   ///< the branch that it stands in
  std::size_t begin = 0;               ///< its stops, those of branches inside it too: from here
  std::size_t end = 0;                 ///< to before here
  std::optional<std::size_t> goes_on;  ///< the stop where its way goes on; nothing where it leaves the journey, or nobody knows
  bool leaves = false;                 ///< by `then: end`, or because nothing comes after it
  bool is_written = false;             ///< as a branch, and not as a touchpoint's own `when`
  bool operator==(const Branch&) const = default;
};

/// From one stop to the next.
struct Way {
  std::size_t from = 0;  ///< stops
  std::size_t to = 0;
  std::optional<std::size_t> branch;  ///< the branch that is entered or left by it
  bool is_back() const { return to <= from; }
  bool operator==(const Way&) const = default;
};

/// Stops in the order of the file; ways by where they begin to be told, each once.
struct JourneyPath {
  std::vector<Stop> stops;
  std::vector<Branch> branches;
  std::vector<Way> ways;
  bool operator==(const JourneyPath&) const = default;
};

/// Linear in the steps.
JourneyPath path_of(const Workspace& workspace, const Journey& journey);

/// Per cent of customers who come through a branch: its own share, else that of the branch it stands in. A share of 0 is none: what nobody
/// meets would take no part in any figure, however bad it is.
std::optional<double> known_share(const JourneyPath& path, std::size_t branch);

/// A touchpoint of a journey, and how much it weighs there: 1 where every customer may come to it, else the share who do.
struct Weighed {
  std::size_t touchpoint = 0;  ///< index of Workspace::touchpoints
  double weight = 1;           ///< 0 to 1
  bool operator==(const Weighed&) const = default;
};

/// The touchpoints of a journey and of those inside it, ascending, each once. A touchpoint that only branches with a known share lead to
/// weighs the sum of the shares, 1 at most; branches without a share weigh in full.
std::vector<Weighed> weighed_touchpoints(const Workspace& workspace, const Journey& journey);

}  // namespace mot
