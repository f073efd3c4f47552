// What makes a mapping of keys and values that follow each other: keys are texts, no key stands twice, merge keys are resolved.
#pragma once

#include <vector>

#include "mot/yaml/node.h"

namespace mot::yaml {

/// Settles the entries (key, value, key, value …) that `pending` holds from `first` on, of a mapping of the tree that ends. Returns whether
/// all could stay; what could not is reported: a key that is no text, a repeated one. Entries of a merge key (`<<`) follow the mapping's
/// own. In n log n at worst, whatever the keys are.
bool settle_entries(const Tree& tree, std::vector<NodeIndex>& pending, std::size_t first, Findings& findings);

}  // namespace mot::yaml
