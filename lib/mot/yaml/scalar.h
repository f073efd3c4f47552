// What a plain scalar means: the core schema of YAML 1.2 (https://yaml.org/spec/1.2.2/#103-core-schema), resolved here and not by
// yaml-cpp, which follows older meanings. Scalars in quotes and block scalars are always texts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "mot/yaml/node.h"

namespace mot::yaml {

/// `null`, `Null`, `NULL`, `~` or nothing at all.
inline bool is_null(const Value& value) {
  return value.kind() == Kind::null;
}

/// `true` or `false`, also as `True` and `TRUE`.
std::optional<bool> boolean_of(const Value& value);

/// A whole number: decimal with or without a sign, `0o` octal or `0x` hexadecimal; nothing where it takes more than 64 bits.
std::optional<std::int64_t> integer_of(const Value& value);

/// Any number, `.inf`, `-.inf` and `.nan` among them; infinite or 0 where it is beyond what a double holds.
std::optional<double> number_of(const Value& value);

/// A scalar that is neither null, nor a truth value, nor a number: what the file means as text.
bool is_text(const Value& value);

/// The truth value that older YAML read in a plain `yes`, `no`, `on`, `off`; nothing in any other scalar.
std::optional<bool> older_boolean_of(const Value& value);

/// A hint where older YAML gave a plain scalar another meaning (`no`, `010`, `1_000`, `12:30`); empty where it did not.
std::string hint_of_older_meaning(const Value& value);

}  // namespace mot::yaml
