#include "mot/write/findings/hidden_secrets.h"

#include <algorithm>

namespace mot {
namespace {

constexpr std::string_view names_of_passwords[] = {"password", "passwd", "pwd", "passphrase", "pgpassword"};

void hide(std::string& line, std::size_t begin, std::size_t end) {
  std::fill(line.begin() + static_cast<std::ptrdiff_t>(begin), line.begin() + static_cast<std::ptrdiff_t>(std::min(end, line.size())), '*');
}

/// Where a value ends that begins at an offset: behind its closing quote, or before what ends it between braces or in a list of settings.
std::size_t end_of_value(std::string_view line, std::size_t begin, std::string_view ends) {
  const char first = begin < line.size() ? line[begin] : ' ';
  const bool is_quoted = first == '"' || first == '\'';
  return std::min(is_quoted ? line.find(first, begin + 1) : line.find_first_of(ends, begin), line.size());
}

bool begins_word(std::string_view line, std::size_t at) {
  return at == 0 || std::string_view(" \t{,\"';&?").find(line[at - 1]) != std::string_view::npos;
}

/// What stands under the key `connect`. Between braces a comma or brace that belongs to the value hides no less.
void hide_connections(std::string_view small, std::string& line) {
  constexpr std::string_view key = "connect";
  for (std::size_t at = small.find(key); at != std::string_view::npos; at = small.find(key, at + key.size())) {
    std::size_t colon = at + key.size();
    while (colon < small.size() && (small[colon] == '"' || small[colon] == '\'' || small[colon] == ' ')) ++colon;
    if (!begins_word(small, at) || colon >= small.size() || small[colon] != ':') continue;
    const std::size_t begin = small.find_first_not_of(" \t\"'", colon + 1);
    if (begin == std::string_view::npos || small.substr(begin).starts_with("${")) continue;
    const std::size_t quote = small.find_first_of("\"'", colon + 1);
    hide(line, begin, quote < begin ? small.find(small[quote], begin) : std::min(small.find('}', begin), small.size()));
  }
}

void hide_passwords(std::string_view small, std::string& line) {
  for (const std::string_view name : names_of_passwords) {
    for (std::size_t at = small.find(name); at != std::string_view::npos; at = small.find(name, at + name.size())) {
      const std::size_t sign = small.find_first_not_of(' ', at + name.size());
      if (!begins_word(small, at) || sign == std::string_view::npos || (small[sign] != '=' && small[sign] != ':')) continue;
      const std::size_t begin = std::min(small.find_first_not_of(' ', sign + 1), small.size());
      hide(line, begin, end_of_value(small, begin, " ;&,\"'}"));
    }
  }
}

void hide_whom_addresses_let_in(std::string_view small, std::string& line) {
  constexpr std::string_view lead = "://";
  for (std::size_t at = small.find(lead); at != std::string_view::npos; at = small.find(lead, at + lead.size())) {
    const std::size_t begin = at + lead.size();
    const std::size_t end = std::min(small.find_first_of(" \"'/", begin), small.size());
    const std::size_t host = small.substr(begin, end - begin).rfind('@');
    if (host != std::string_view::npos) hide(line, begin, begin + host);
  }
}

}  // namespace

std::string secrets_hidden(std::string_view line) {
  std::string hidden(line);
  std::string small = hidden;
  std::ranges::transform(small, small.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  hide_connections(small, hidden);
  hide_passwords(small, hidden);
  hide_whom_addresses_let_in(small, hidden);
  return hidden;
}

}  // namespace mot
