// Comments that speak to the program: `# mot: …`.
#pragma once

#include <string_view>
#include <vector>

#include "mot/text/source.h"
#include "mot/yaml/node.h"

namespace mot::yaml {

/// What a comment begins with that is a directive.
inline constexpr std::string_view directive_mark = "mot:";

/// The directives of a file, each from its `#` to the end of its line, in order. `text` is all of what the tree was read from. Whether a
/// `#` opens a comment is told by the tree, so that quotes and block texts may speak of directives. Linear in the text, no memory without
/// one.
std::vector<Span> directives_in(const Tree& tree, std::string_view text);

}  // namespace mot::yaml
