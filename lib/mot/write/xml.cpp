#include "mot/write/xml.h"

#include "mot/text/utf8.h"

namespace mot {
namespace {

constexpr struct {
  std::string_view text;
  std::string_view reference;
} references[] = {
    {"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}, {"'", "&#39;"},
};

}  // namespace

std::string xml_text(std::string_view text) {
  std::string escaped;
  const std::string shown = printable(text);
  for (std::size_t i = 0; i < shown.size(); i += character_length(shown, i)) {
    std::string_view character = std::string_view(shown).substr(i, character_length(shown, i));
    for (const auto& [special, reference] : references) {
      if (character == special) {
        character = reference;
        break;
      }
    }
    escaped += character;
  }
  return escaped;
}

}  // namespace mot
