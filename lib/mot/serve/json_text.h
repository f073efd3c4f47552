// JSON that goes to the page and between the processes that serve it.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace mot::serve {

/// On one line; bytes that are no text are replaced.
inline std::string as_text(const nlohmann::json& json) {
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace mot::serve
