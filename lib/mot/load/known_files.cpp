#include "mot/load/known_files.h"

#include <utility>

namespace mot {

std::optional<Document> KnownFiles::take(std::uint32_t file, std::string_view text) {
  const auto found = files_.find(file);
  const bool is_known = found != files_.end() && found->second.text == text;
  return is_known ? std::exchange(found->second.document, std::nullopt) : std::nullopt;
}

void KnownFiles::add(std::uint32_t file, std::string_view text, const Document& document) {
  files_.insert_or_assign(file, Known{std::string(text), document});
}

std::optional<std::string_view> KnownFiles::text_of(const std::string& content_id) const {
  const auto found = texts_.find(content_id);
  return found != texts_.end() ? std::optional<std::string_view>(found->second) : std::nullopt;
}

void KnownFiles::add_text(std::string content_id, std::string_view text) {
  if (!content_id.empty()) texts_.insert_or_assign(std::move(content_id), std::string(text));
}

}  // namespace mot
