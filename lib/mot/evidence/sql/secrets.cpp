#include "mot/evidence/sql/secrets.h"

#include <algorithm>
#include <set>

#include "mot/text/utf8.h"

namespace mot::evidence {
namespace {

bool is_part_of_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Bytes written %41 in an address.
std::string percent_decoded(std::string_view text) {
  const auto digit = [](char c) { return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1; };
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_coded = text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0;
    decoded += is_coded ? static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2])) : text[i];
    if (is_coded) i += 2;
  }
  return decoded;
}

/// Every word of the connection that is not the name of a setting (`host=`), for whatever stands there may be secret.
void add_words(std::string_view connection, std::set<std::string, std::less<>>& words) {
  for (std::size_t begin = 0; begin < connection.size();) {
    std::size_t end = begin;
    while (end < connection.size() && is_part_of_word(connection[end])) ++end;
    std::size_t next = end;
    while (next < connection.size() && connection[next] == ' ') ++next;
    const bool is_setting = next < connection.size() && connection[next] == '=';
    if (end > begin && !is_setting) words.emplace(connection.substr(begin, end - begin));
    begin = std::max(end, begin + 1);
  }
}

}  // namespace

std::string without_secrets(std::string_view message, std::string_view connection) {
  std::set<std::string, std::less<>> secrets;
  add_words(connection, secrets);
  add_words(percent_decoded(connection), secrets);
  std::string text;
  for (std::size_t begin = 0; begin < message.size();) {
    std::size_t end = begin;
    while (end < message.size() && is_part_of_word(message[end])) ++end;
    if (end == begin) {
      const char c = message[begin++];
      const bool is_blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
      if (!is_blank || (!text.empty() && text.back() != ' ')) text += is_blank ? ' ' : c;
      continue;
    }
    const std::string_view word = message.substr(begin, end - begin);
    if (!secrets.contains(word)) {
      text += word;
    } else if (!text.ends_with("***")) {
      text += "***";
    }
    begin = end;
  }
  while (!text.empty() && (text.back() == ' ' || text.back() == '.')) text.pop_back();
  return printable(shortened(text, 300));
}

}  // namespace mot::evidence
