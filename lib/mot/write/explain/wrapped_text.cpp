#include "mot/write/explain/wrapped_text.h"

#include <algorithm>

#include "mot/text/utf8.h"

namespace mot {

std::string wrapped_text(std::string_view text, std::string_view lead) {
  std::string all, line(lead);
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    if (line.size() > lead.size() && display_width(line) + 1 + display_width(word) > line_width) {
      all += line + "\n";
      line = lead;
    }
    line.append(line.size() > lead.size() ? " " : "").append(word);
  }
  return all + line + "\n";
}

}  // namespace mot
