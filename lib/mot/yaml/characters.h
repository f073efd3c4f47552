// Which bytes may stand in a YAML file at all.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "mot/findings/rules.h"

namespace mot::yaml {

inline constexpr std::string_view no_break_space = "\u00A0";

/// Bytes [begin, end) that may not stand in a YAML file, and why.
struct BadCharacter {
  std::size_t begin;
  std::size_t end;
  RuleId rule;
  std::string message;
};

/// The first place where a text is no UTF-8, or has a character that YAML forbids (https://yaml.org/spec/1.2.2/#51-character-set), or a
/// carriage return that ends no line.
std::optional<BadCharacter> first_bad_character(std::string_view text);

/// A character that looks like a blank, or like nothing, and is none to YAML.
struct Lookalike {
  std::string_view character;
  std::string_view name;  ///< with its article
};

/// The one that a text begins with, or nothing.
std::optional<Lookalike> blank_lookalike(std::string_view text);

}  // namespace mot::yaml
