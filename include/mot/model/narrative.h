// What people write about moments, stages, journeys and customers besides scores: links, pains, times, figures of their own, rows of their
// own. None of it is ever required, and none of it enters a score.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mot/model/duration.h"
#include "mot/model/values.h"
#include "mot/model/vocabulary.h"

namespace mot {

/// Where more is written: an address of the web or of mail, or a path below the workspace.
struct Reference {
  Span span;
  std::optional<Text> text;  ///< what it is called; the address where left out
  Text url;
  bool operator==(const Reference&) const = default;
};

/// A pain or a gain that somebody saw; it stands beside what is computed from scores.
struct Observation {
  Text text;
  std::optional<Within<1, 3>> severity;  ///< 1 (a nuisance) to 3 (decides)
  std::vector<Text> heard;               ///< sources or evidence it rests on
  bool operator==(const Observation&) const = default;
};

/// How long something takes, and how long it should.
struct Timing {
  std::optional<Placed<Duration>> actual;
  std::optional<Placed<Duration>> wanted;
  bool operator==(const Timing&) const = default;
};

/// A figure that is kept elsewhere, with what it is meant to reach.
struct Kpi {
  Span span;
  Id id;
  Text name;
  std::optional<Number> value;
  std::optional<Number> target;
  std::optional<Text> unit;
  std::optional<Placed<Better>> better;  ///< there wherever a target is
  std::optional<Placed<Date>> date;
  std::optional<Text> from;
  bool operator==(const Kpi&) const = default;
};

/// Several texts as one.
std::string joined(const std::vector<Text>& texts, std::string_view between);

/// What stands in rows of one's own, by the name of the row.
using Lanes = Entries<Text, std::vector<Text>>;

}  // namespace mot
