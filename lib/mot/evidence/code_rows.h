// Rows of a table that says what codes mean, as they stand above, below or among the rows of answers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "mot/evidence/cells/code_list.h"

namespace mot::evidence {

enum class CodeRowKind : std::uint8_t {
  title,     ///< a single text: what the table is called, or the question that it is of
  headings,  ///< `Code | Meaning`
  code,      ///< `1 | Very bad`, `Room | 1 | Very bad`
  listing    ///< `1 = Very bad`, one code or several in a cell
};

struct CodeRow {
  CodeRowKind kind = CodeRowKind::title;
  std::vector<Code> codes = {};
  std::size_t meaning_column = 0;  ///< of a `code`
};

/// What a row would be in such a table; nothing where it can be none of it.
std::optional<CodeRow> code_row_in(std::span<const std::string_view> cells);

/// Whether rows that follow each other are such a table, for all that they say: two codes at least, and headings or known answers.
bool are_table_of_codes(std::span<const CodeRow* const> rows);

}  // namespace mot::evidence
