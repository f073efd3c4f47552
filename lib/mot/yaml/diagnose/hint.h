// What people type when they mean something else: YAML reads it, but not as it was meant.
#pragma once

#include <string>

#include "mot/yaml/node.h"

namespace mot::yaml {

/// What may have gone wrong where a key is unknown or a value is not what was expected; to follow the message behind "; ". Empty where
/// nothing is suspected.
std::string hint_for(const Value& value);

/// The same for a key, and where a list or a mapping was expected: a blank may be missing behind '-' or ':'.
std::string hint_of_missing_blank(const Value& value);

/// Whether a plain text begins as `-x` does: an item of a list whose blank was forgotten.
bool is_glued_item(const Value& value);

}  // namespace mot::yaml
