// Where a parser gave up, and what can be asked about the lines there.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mot/yaml/diagnose/diagnose.h"
#include "mot/yaml/flow.h"

namespace mot::yaml {

/// A failure of the parser at an offset of the text.
struct Failure {
  const Progress& progress;
  std::string_view text;
  std::size_t offset;
  std::string_view complaint;
  std::vector<std::size_t> open_brackets;  ///< at the offset, the outermost first
};

/// A piece of the file for a message: in single quotes, printable and not too long.
std::string offender(std::string_view text);

/// Where the text of a line begins that holds an offset.
std::size_t first_on_line(std::string_view text, std::size_t at);

/// The last byte before an offset on its line that is no blank; nothing where the offset's is the first.
std::optional<std::size_t> before_on_line(std::string_view text, std::size_t at);

/// What stands from an offset to the end of its line, without a comment.
std::string_view rest_of_line(std::string_view text, std::size_t at);

/// Whether two offsets are on the same line.
bool on_one_line(std::string_view text, std::size_t a, std::size_t b);

/// A message at the character at an offset.
Explanation at_character(std::string_view text, std::size_t at, std::string message);

/// The brackets between what was read so far and an offset.
FlowScan scan_brackets(const Progress& progress, std::size_t offset);

/// Lines that do not fit: bytes behind a value, wrong indentation, a key without its colon, a colon too many.
Explanation explain_misfit(const Failure& failure);
Explanation explain_colon(const Failure& failure);
/// What is wrong with a list or mapping between brackets that stands as a key, the first one that ends before `end`: YAML has such keys,
/// and we have none. Nothing where there is none.
std::optional<Explanation> explain_collection_key(std::string_view text, std::size_t begin, std::size_t end);
/// The same for brackets that were closed before the failure, where the parser lost count of them at such a key and gave up later.
std::optional<Explanation> explain_collection_key_before(const Failure& failure);
/// What goes wrong between brackets.
Explanation explain_in_brackets(const Failure& failure);

}  // namespace mot::yaml
