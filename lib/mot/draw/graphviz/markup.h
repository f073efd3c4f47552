// Text and links made safe for the languages pictures are written in.
#pragma once

#include <string>
#include <string_view>

namespace mot {

/// For XML's text and attributes in double quotes. The text must be drawable.
std::string xml_escaped(std::string_view text);

/// For text inside an HTML-like label: XML, and backslashes doubled, as Graphviz still looks for \N, \G and the like there.
std::string label_escaped(std::string_view text);

/// For Graphviz's tooltips, whose backslashes are read twice and whose entities are decoded.
std::string tooltip_escaped(std::string_view text);

/// A link that is http, https, mailto, relative or a #fragment, percent-encoded so that it holds neither quotes, blanks nor backslashes;
/// anything else gives an empty text.
std::string safe_link(std::string_view url);

/// Whether a link leads somewhere from anywhere: not relative, no fragment.
bool is_absolute(std::string_view link);

}  // namespace mot
