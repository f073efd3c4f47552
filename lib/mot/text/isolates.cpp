#include "mot/text/isolates.h"

#include "mot/text/utf8.h"

namespace mot {

namespace {

constexpr std::string_view pop_isolate = "\u2069";

}  // namespace

bool has_right_to_left(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); i += character_length(text, i)) {
    if (static_cast<unsigned char>(text[i]) >= 0x80 && reads_right_to_left(text.substr(i, character_length(text, i)))) return true;
  }
  return false;
}

std::string held_apart(std::string_view text) {
  return std::string(first_strong_isolate).append(text).append(pop_isolate);
}

std::string isolated(std::string_view text) {
  return has_right_to_left(text) ? held_apart(text) : std::string(text);
}

}  // namespace mot
