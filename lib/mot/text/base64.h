// Bytes as text.
#pragma once

#include <string>
#include <string_view>

namespace mot {

/// In 64 letters and signs (RFC 4648).
std::string base64(std::string_view bytes);

}  // namespace mot
