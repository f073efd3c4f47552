// A key without a colon: it was forgotten, or the blank behind it, or this is no key but the rest of a text that a comma ended.
#include <fmt/format.h>

#include <algorithm>

#include "mot/text/utf8.h"
#include "mot/yaml/characters.h"
#include "mot/yaml/diagnose/diagnose.h"
#include "mot/yaml/lexer.h"

namespace mot::yaml {
namespace {

constexpr std::size_t longest_shown = 60;

// The plain text before the key, the comma and the key, as one text; empty where the key follows something else.
std::string_view text_cut_by_comma(std::string_view text, const Node& key, const Node* before) {
  const bool are_plain = before != nullptr && before->kind == Kind::scalar && before->style == Style::plain && !before->is_alias &&
                         key.style == Style::plain && !key.is_alias;
  if (!are_plain) return {};
  const std::string_view both = text.substr(before->begin, key.end - before->begin);
  return both.find_first_of("\"\\\r\n") == std::string_view::npos ? both : std::string_view();
}

Explanation explain_comma(const Node& key, std::string_view cut) {
  std::string number(cut);
  std::replace(number.begin(), number.end(), ',', '.');
  const bool is_number = std::count(cut.begin(), cut.end(), ',') == 1 && cut.find_first_not_of("0123456789,") == std::string_view::npos;
  if (is_number) return {key.begin, key.end, fmt::format("between brackets a ',' begins a new entry; write a decimal point, {}", number)};
  const std::string shown = printable(shortened(cut, longest_shown));
  return {key.begin, key.end, fmt::format("between brackets a ',' ends a text; write \"{}\" in quotes, or a ':' after this key", shown)};
}

// Which only is sure where a word as keys are made of stands before it, and no address.
Explanation explain_glued_colon(std::size_t at, std::string_view written, std::size_t colon) {
  if (written.substr(colon + 1).starts_with(no_break_space)) {
    const std::size_t end = at + colon + 1 + no_break_space.size();
    return {at + colon, end, "a no-break space follows this ':'; use a plain blank", {}, {}, ": "};
  }
  Explanation explanation{at + colon, at + colon + 1, "a blank is missing after this ':'"};
  const bool is_word = written.substr(0, colon).find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos;
  if (is_word && !written.substr(colon).starts_with("://")) explanation.replacement = ": ";
  return explanation;
}

}  // namespace

Explanation explain_missing_colon(std::string_view text, const Node& key, const Node* before) {
  const std::string_view written = text.substr(key.begin, key.end - key.begin);
  const bool is_in_alias = key.is_alias && written.ends_with(':');
  if (is_in_alias) return explain_colon_of_alias(key.end - 1);
  if (const std::size_t colon = written.find(':'); colon != std::string_view::npos) return explain_glued_colon(key.begin, written, colon);
  if (const auto cut = text_cut_by_comma(text, key, before); !cut.empty()) {
    Explanation explanation = explain_comma(key, cut);
    explanation.cut_text = before->begin;
    return explanation;
  }
  return {key.begin, key.end, "a ':' is missing after this key"};
}

Explanation explain_colon_of_alias(std::size_t colon) {
  return {colon, colon + 1, "this ':' is part of the alias's name; a blank stands before the one that ends a key", {}, {}, " :"};
}

}  // namespace mot::yaml
