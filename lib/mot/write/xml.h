// Text in XML and HTML.
#pragma once

#include <string>
#include <string_view>

namespace mot {

/// The text as it may stand between tags and in quoted attributes of XML 1.0: `& < > " '` as references, what XML forbids or what steers
/// a terminal in printable form.
std::string xml_text(std::string_view text);

}  // namespace mot
