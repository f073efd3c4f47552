#include "mot/load/known_files.h"

namespace mot {

const Document* KnownFiles::find(std::uint32_t file, std::string_view text) const {
  const auto found = files_.find(file);
  return found != files_.end() && found->second.text == text ? &found->second.document : nullptr;
}

void KnownFiles::add(std::uint32_t file, std::string_view text, const Document& document) {
  files_.insert_or_assign(file, Known{text, document});
}

}  // namespace mot
