#include "mot/text/printable_lines.h"

#include "mot/text/utf8.h"

namespace mot {

std::string printable_lines(std::string_view text) {
  std::string shown;
  for (std::size_t i = 0; i < text.size(); i += character_length(text, i))
    shown += text[i] == '\n' || text[i] == '\t' ? std::string(1, text[i]) : printable_character(text, i);
  return shown;
}

}  // namespace mot
