// The changes between two states, for other programs. Keys are only ever added.
#pragma once

#include <string>

#include "mot/analysis/compare/diff.h"

namespace mot {

/// `{format_version, added: [id], removed: [id], changed: [{id, field, before, after}], scores: [{id, before, after, change, p, verdict}],
/// delivered: {before, after}, coverage: {before, after}, scale: {before: {min, max}, after}, renamed: [{before, after}], surroundings:
/// [{kind, id, what, field, before, after}]}`. What was renamed is neither added nor removed. A field's value is a text or a number, null
/// where the field is not there.
std::string diff_json(const Diff& diff);

}  // namespace mot
