#include "mot/draw/graphviz/markup.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace mot {

namespace {

struct Entity {
  char character;
  std::string_view written;
};

template <std::size_t count>
std::string replaced(std::string_view text, const std::array<Entity, count>& entities) {
  std::string safe;
  safe.reserve(text.size());
  for (const char c : text) {
    const auto entity = std::ranges::find(entities, c, &Entity::character);
    if (entity == entities.end())
      safe += c;
    else
      safe += entity->written;
  }
  return safe;
}

constexpr std::array<Entity, 4> xml = {{{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}}};
constexpr std::array<Entity, 4> label_entities = {{{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'\\', "\\\\"}}};
constexpr std::array<Entity, 2> tooltip_entities = {{{'&', "&amp;"}, {'\\', "\\\\\\\\"}}};

constexpr std::string_view safe_schemes[] = {"http", "https", "mailto"};

// RFC 3986: unreserved and reserved, less the apostrophe, which ends an attribute elsewhere.
constexpr std::string_view link_characters = "-._~:/?#[]@!$&()*+,;=";

bool is_plain_in_link(unsigned char c) {
  return (std::isalnum(c) != 0 && c < 0x80) || (c != 0 && link_characters.find(static_cast<char>(c)) != std::string_view::npos);
}

bool is_hexadecimal(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Up to the colon; empty where the link is relative.
std::string_view scheme_of(std::string_view url) {
  const std::size_t end = url.find_first_of(":/?#");
  return end == std::string_view::npos || url[end] != ':' ? std::string_view() : url.substr(0, end);
}

bool has_safe_scheme(std::string_view url) {
  if (!is_absolute(url)) return !url.starts_with("//") && !url.starts_with(":");
  std::string scheme(scheme_of(url));
  std::ranges::transform(scheme, scheme.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return std::ranges::find(safe_schemes, scheme) != std::end(safe_schemes);
}

}  // namespace

std::string xml_escaped(std::string_view text) {
  return replaced(text, xml);
}

std::string label_escaped(std::string_view text) {
  return replaced(text, label_entities);
}

std::string tooltip_escaped(std::string_view text) {
  return replaced(text, tooltip_entities);
}

bool is_absolute(std::string_view link) {
  return !scheme_of(link).empty();
}

std::string safe_link(std::string_view url) {
  if (!has_safe_scheme(url)) return {};
  std::string link;
  for (std::size_t i = 0; i < url.size(); ++i) {
    const bool is_encoded = url[i] == '%' && i + 2 < url.size() && is_hexadecimal(url[i + 1]) && is_hexadecimal(url[i + 2]);
    if (is_encoded || is_plain_in_link(static_cast<unsigned char>(url[i])))
      link += url[i];
    else
      link += fmt::format("%{:02X}", static_cast<unsigned char>(url[i]));
  }
  return link;
}

}  // namespace mot
