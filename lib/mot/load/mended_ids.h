// Ids that can't be one, each with the id it would be and all that names it, so that both are mended together or neither.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "mot/findings/finding.h"
#include "mot/model/workspace.h"

namespace mot {

class MendedIds {
 public:
  /// Of the findings that are there; others may be added behind them.
  explicit MendedIds(Findings& findings);
  /// A link to what has its id at that place.
  void note(const Text& link, const Span& place);
  /// An id that stands for something already.
  void take(std::string_view id) { taken_.emplace(id); }
  /// A word that may name something by its id in a way that is not followed here: whatever has that id keeps it.
  void doubt(std::string_view word) { in_doubt_.emplace(word); }
  /// Doubts all that branches go on with.
  void doubt_ways_of(const Workspace& workspace);
  /// Gives each finding its fix, where what is new is nobody else's id.
  void offer();

 private:
  Findings& findings_;
  std::map<Span, std::size_t> by_place_;                    ///< findings by where the id stands
  std::map<std::string, std::size_t, std::less<>> wanted_;  ///< how often an id comes out
  std::set<std::string, std::less<>> taken_, in_doubt_;
};

}  // namespace mot
