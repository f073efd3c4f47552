// What a field says as a plain value: a text or a number, without where it was written.
#pragma once

#include <fmt/format.h>

#include <optional>
#include <string>
#include <variant>

namespace mot {

/// A text or a number; nothing where the field is not there.
using FieldValue = std::optional<std::variant<std::string, double>>;

/// A value as a text for people; empty where there is none.
inline std::string text_of(const FieldValue& value) {
  return value ? std::visit([](const auto& known) { return fmt::format("{}", known); }, *value) : "";
}

}  // namespace mot
