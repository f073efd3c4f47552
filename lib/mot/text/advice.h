// Advice on what to write instead of what stands there.
#pragma once

#include <optional>
#include <string>

namespace mot {

/// Words that follow a message behind "; ", and, where only one thing can be meant, what is to stand there. Both may be empty.
struct Advice {
  std::string words = {};
  std::optional<std::string> replacement = std::nullopt;
};

}  // namespace mot
