// The whole workspace as JSON, for programs that want what is written and no figures.
#pragma once

#include <string>

#include "mot/text/source.h"

namespace mot {

/// One object with the keys of a workspace file (`mot help workspace`): all files' sections put together, each department named at its
/// touchpoints, keys that begin with `x-` kept. JSON is YAML: mot reads it as a workspace of one file.
std::string model_json(const Sources& sources);

}  // namespace mot
