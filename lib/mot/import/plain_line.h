// Texts of other tools as they can stand in a workspace: no YAML but a text, in one line unless they are prose.
#pragma once

#include <string>
#include <string_view>

namespace mot::importing {

/// The text in one line: any run of blanks, line breaks and control characters is one blank, none at the ends; what no XML may hold is
/// left out. The text has to be valid UTF-8.
std::string plain_line(std::string_view text);

/// The text in lines, each as one of those; none that is empty above the first or below the last.
std::string plain_lines(std::string_view text);

/// `<br>`, `<br/>`, `<BR />` at the front of a text: how many bytes it has, or 0.
std::size_t line_break_tag(std::string_view text);

/// A text in one line with `<br>` and its like as blanks, and HTML's entities as the characters they stand for.
std::string without_markup(std::string_view text);

/// Whether the text says something: it is not empty, leaves a mark, and is no placeholder.
bool says_something(std::string_view text);

/// A text as a scalar of YAML that is a text wherever it stands, in quotation marks where it needs them, with `\n` for its line breaks.
std::string yaml_text(std::string_view text);

/// As much of a text as a message shows, in single quotes.
std::string in_quotes(std::string_view text);

}  // namespace mot::importing
