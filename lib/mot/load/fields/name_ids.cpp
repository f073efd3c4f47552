#include "mot/load/fields/name_ids.h"

#include <array>
#include <utility>

#include "mot/load/fields/codecs.h"
#include "mot/text/utf8.h"

namespace mot {
namespace {

/// As German is written without its own letters, whole or taken apart.
constexpr std::pair<std::string_view, std::string_view> german_letters[] = {
    {"\u00e4", "ae"},  {"\u00f6", "oe"},  {"\u00fc", "ue"},  {"\u00c4", "Ae"},  {"\u00d6", "Oe"},  {"\u00dc", "Ue"}, {"\u00df", "ss"},
    {"a\u0308", "ae"}, {"o\u0308", "oe"}, {"u\u0308", "ue"}, {"A\u0308", "Ae"}, {"O\u0308", "Oe"}, {"U\u0308", "Ue"}};

std::string in_plain_letters(std::string_view text) {
  std::string plain(text);
  for (const auto& [letter, letters] : german_letters) {
    for (std::size_t at = plain.find(letter); at != std::string::npos; at = plain.find(letter)) plain.replace(at, letter.size(), letters);
  }
  return plain;
}

}  // namespace

std::string id_of_name(std::string_view name, std::string_view language) {
  return language == "de" ? yaml::id_like(in_plain_letters(name)) : yaml::id_like(name);
}

bool are_nearly_alike(std::string_view one, std::string_view other) {
  const std::array<std::string, 2> some{id_of_name(one, ""), id_of_name(one, "de")}, others{id_of_name(other, ""), id_of_name(other, "de")};
  for (const std::string& id : some) {
    if (!id.empty() && (id == others[0] || id == others[1])) return true;
  }
  return false;
}

}  // namespace mot
