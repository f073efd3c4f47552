// SHA-256 (FIPS 180-4), by which a page says which of its own scripts and styles may run.
#pragma once

#include <string>
#include <string_view>

namespace mot {

/// `sha256-…`, the digest in base64 as Content-Security-Policy has it.
std::string content_hash(std::string_view bytes);

}  // namespace mot
