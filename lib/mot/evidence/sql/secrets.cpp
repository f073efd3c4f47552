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

/// Names of settings of libpq and of ODBC that may be read in a message.
constexpr std::string_view settings[] = {"database", "db",       "dbname",  "driver", "dsn",      "host",   "hostaddr",
                                         "options",  "password", "port",    "pwd",    "readonly", "server", "servername",
                                         "service",  "sslmode",  "timeout", "uid",    "user"};

/// Whether the word at [begin, end) names a setting: it is known as one, stands where one begins, and `=` follows.
bool is_setting(std::string_view connection, std::size_t begin, std::size_t end) {
  const auto next = connection.find_first_not_of(' ', end);
  if (next == std::string_view::npos || connection[next] != '=') return false;
  const bool is_at_start = begin == 0 || std::string_view(" ;&?_").find(connection[begin - 1]) != std::string_view::npos;
  return is_at_start && std::ranges::binary_search(settings, folded(connection.substr(begin, end - begin)));
}

/// Every word of the connection that is not the name of a setting (`host=`), for whatever stands there may be secret.
void add_words(std::string_view connection, std::set<std::string, std::less<>>& words) {
  for (std::size_t begin = 0; begin < connection.size();) {
    std::size_t end = begin;
    while (end < connection.size() && is_part_of_word(connection[end])) ++end;
    if (end > begin && !is_setting(connection, begin, end)) words.emplace(connection.substr(begin, end - begin));
    begin = std::max(end, begin + 1);
  }
}

/// As a driver reads it that takes a backslash for an escape.
std::string without_backslashes(std::string_view text) {
  std::string plain(text);
  std::erase(plain, '\\');
  return plain;
}

/// The text with whatever stands in double quotes hidden: drivers quote what they do not understand, after they changed it.
std::string with_quoted_hidden(std::string_view text) {
  std::string hidden;
  bool is_quoted = false;
  for (const char c : text) {
    if (c == '"') {
      hidden += is_quoted ? "***\"" : "\"";
      is_quoted = !is_quoted;
    } else if (!is_quoted) {
      hidden += c;
    }
  }
  return is_quoted ? hidden + "***" : hidden;
}

}  // namespace

std::string without_secrets(std::string_view message, std::string_view connection) {
  std::set<std::string, std::less<>> secrets;
  add_words(connection, secrets);
  add_words(percent_decoded(connection), secrets);
  add_words(without_backslashes(connection), secrets);
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

std::string said_on_opening(std::string_view message, std::string_view connection) {
  return without_secrets(with_quoted_hidden(message), connection);
}

bool is_about_the_connection_string(std::string_view message) {
  // What libpq says once it has read the string begins with one of these; of the string itself it shows parts as it misread them.
  constexpr std::string_view after_reading[] = {
      "connection to server", "could not connect", "could not translate host name", "FATAL:", "server closed",
      "timeout expired",      "SSL error"};
  return std::ranges::none_of(after_reading, [&](std::string_view words) { return message.find(words) != std::string_view::npos; });
}

}  // namespace mot::evidence
