// The whole workspace as JSON, for programs that want what is written and no figures.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "mot/text/source.h"

namespace mot {

/// One object with the keys of a workspace file (`mot help workspace`): all files' sections put together, each department named at its
/// touchpoints, keys that begin with `x-` kept. JSON is YAML: mot reads it as a workspace of one file.
std::string model_json(const Sources& sources);

/// The text under a key of an object; empty where there is none.
std::string text_at(const nlohmann::ordered_json& thing, std::string_view key);
/// The id of what is written so, made of its name where it has none.
std::string id_of(const nlohmann::ordered_json& thing);

}  // namespace mot
