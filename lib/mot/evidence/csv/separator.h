// What stands between the cells of a file.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace mot::evidence {

/// So much of a file is looked at to find out.
inline constexpr std::size_t separator_look_ahead = 64u << 10;

/// The separator that cuts most rows into as many cells as the first one, the header, among those that the header has; of several the
/// first of comma, `;`, tab and `|`. What is in quotation marks is a cell's own. A comma where the header has none of them.
char separator_of(std::string_view beginning);

/// Excel's own first line, `sep=;`: the separator it names.
std::optional<char> declared_separator(std::string_view line);

}  // namespace mot::evidence
