// What readers of YAML 1.1 (PyYAML, Ruby's Psych, Ansible) make of a text that stands without quotation marks.
#pragma once

#include <string_view>

#include "mot/edit/write_yaml.h"

namespace mot::edit {

/// Whether such a reader takes the text for a truth value, null, a number, a date or a sign of its own, or refuses it: `yes`, `<<`, `=`,
/// `12:30`, `0b1`, `1_000`, `2026-01-01`, `@home`, in brackets `Why?`. YAML 1.2 reads some of them as texts.
bool is_no_text_in_older_yaml(std::string_view text, Surroundings around);

}  // namespace mot::edit
