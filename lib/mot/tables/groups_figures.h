// The figures of a group of touchpoints: the one list that the columns of `mot gaps --by …` and the keys of its JSON follow from.
#pragma once

#include <span>

#include "mot/analysis/groups.h"
#include "mot/tables/figure.h"

namespace mot {

/// A group and the scale its figures are on.
struct GroupRow {
  const Group& group;
  const Scale& scale;
  Wording wording = {};
};

/// In the order of the JSON document, which holds all that has a value.
std::span<const Figure<GroupRow>> groups_figures();

}  // namespace mot
