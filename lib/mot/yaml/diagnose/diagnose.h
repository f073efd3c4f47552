// From the place where a parser gave up to what is wrong there, in our own words and at the place where people would mend it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mot/yaml/node.h"

namespace mot::yaml {

/// How far reading came. Nodes hold offsets of the text.
struct Progress {
  std::string_view text;
  std::size_t read_to = 0;
  std::vector<Node> open;               ///< collections that are not closed, the outermost first
  std::optional<Node> last;             ///< the scalar, alias or null read last
  std::optional<Node> last_collection;  ///< the collection closed last
};

/// A place, what is wrong there, and perhaps a second place.
struct Explanation {
  std::size_t begin;
  std::size_t end;
  std::string message;
  std::optional<std::size_t> other_place = std::nullopt;
  std::string other_message = {};
  std::optional<std::string> replacement = std::nullopt;  ///< of the bytes from `begin` to `end`, where that mends it
  std::optional<std::size_t> replaced_to = std::nullopt;  ///< where `replacement` ends, if not at `end`
  std::vector<std::size_t> brackets = {};                 ///< open where reading stopped, the outermost first
  std::optional<std::size_t> cut_text = std::nullopt;     ///< where the text begins that a comma cut into keys
};

/// What is wrong where the parser stopped at `offset` with a complaint in its own words, or came by bytes that belong nowhere (`complaint`
/// is empty).
Explanation explain(const Progress& progress, std::size_t offset, std::string_view complaint);

/// What is wrong with a key that has no colon; between brackets `before` is the value that precedes it, if any.
Explanation explain_missing_colon(std::string_view text, const Node& key, const Node* before);

/// The same where the colon is there and belongs to an alias, as in `*a:`.
Explanation explain_colon_of_alias(std::size_t colon);

/// What is wrong where the text ends inside brackets; nothing where none is open.
std::optional<Explanation> explain_end_in_brackets(const Progress& progress);

}  // namespace mot::yaml
