#include "mot/yaml/diagnose/hint.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "mot/text/utf8.h"
#include "mot/yaml/characters.h"
#include "mot/yaml/lexer.h"
#include "mot/yaml/scalar.h"

namespace mot::yaml {
namespace {

std::string hint_of_lookalike(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); i += character_length(text, i)) {
    if (const auto lookalike = blank_lookalike(text.substr(i))) return fmt::format("it has {}", lookalike->name);
  }
  return {};
}

std::string hint_of_typographic_quotes(std::string_view text) {
  for (const std::string_view quote : {"“", "”", "„", "‘", "’", "«"}) {
    if (text.starts_with(quote)) return fmt::format("'{}' quotes nothing; use \"", quote);
  }
  return {};
}

bool begins_glued(std::string_view text) {
  return text.starts_with('-') && text.size() > 1 && !is_blank(text[1]);
}

std::string missing_blank_in(std::string_view text) {
  if (begins_glued(text)) return "a blank is missing after '-'";
  if (text.find("：") != std::string_view::npos) return "'：' is no ':'";
  const std::size_t colon = text.find(':');
  const bool is_glued = colon != std::string_view::npos && colon > 0 && colon + 1 < text.size() && !text.substr(colon).starts_with("://");
  return is_glued ? "a blank is missing after ':'" : "";
}

}  // namespace

bool is_glued_item(const Value& value) {
  return is_text(value) && value.node().style == Style::plain && begins_glued(value.text());
}

std::string hint_for(const Value& value) {
  if (value.kind() != Kind::scalar) return {};
  const std::string_view text = value.text();
  if (std::string hint = hint_of_lookalike(text); !hint.empty()) return hint;
  if (!is_text(value) || value.node().style != Style::plain) return {};
  const std::string hint = hint_of_older_meaning(value);
  return hint.empty() ? hint_of_typographic_quotes(text) : hint;
}

std::string hint_of_missing_blank(const Value& value) {
  const bool may_lack_one = is_text(value) && value.node().style == Style::plain;
  return may_lack_one ? missing_blank_in(value.text()) : std::string();
}

}  // namespace mot::yaml
