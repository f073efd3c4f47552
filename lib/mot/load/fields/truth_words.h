// Yes and no as people write them who know no YAML: `WAHR`, `non`, `sim`.
#pragma once

#include <optional>
#include <string_view>

namespace mot {

/// What a word alone says in English, German, French, Spanish or Portuguese, also as spreadsheets write their own truth values there;
/// nothing where it is another text. Case, accents, blanks and marks around it do not matter.
std::optional<bool> truth_of_word(std::string_view text);

}  // namespace mot
