// What stands in the parts of a presentation.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "mot/evidence/sheets/zip_archive.h"

namespace mot::testing {

/// Empty where there is no such part.
inline std::string part_of(std::string_view deck, const std::string& name) {
  evidence::ZipArchive archive(deck);
  if (!archive.has(name)) return {};
  const auto stream = archive.open(name);
  std::string text;
  std::array<char, 4096> buffer;
  while (const auto count = stream->read(buffer).value_or(0)) text.append(buffer.data(), count);
  return text;
}

}  // namespace mot::testing
