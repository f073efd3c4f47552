// Texts of other tools as they can stand in a workspace: one line, and no YAML but a text.
#pragma once

#include <string>
#include <string_view>

namespace mot::importing {

/// The text in one line: any run of blanks, line breaks and control characters is one blank, none at the ends; what no XML may hold is
/// left out. The text has to be valid UTF-8.
std::string plain_line(std::string_view text);

/// Bytes of the bullet or number that a line of a list begins with, and of the blank behind it; 0 where it has none.
std::size_t bullet_length(std::string_view line);

/// Each line of a cell as one, without those that say nothing, and without the bullets or numbers where all of several have one.
std::string listed_lines(std::string_view cell);

/// A text in one line with `<br>` and its like as blanks, and HTML's entities as the characters they stand for.
std::string without_markup(std::string_view text);

/// Whether the text says something: it is not empty, leaves a mark, and is no placeholder.
bool says_something(std::string_view text);

/// A text of one line as a scalar of YAML that is a text wherever it stands, in quotation marks where it needs them.
std::string yaml_text(std::string_view line);

/// As much of a text as a message shows, in single quotes.
std::string in_quotes(std::string_view text);

}  // namespace mot::importing
