#include "mot/text/alike.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "mot/text/utf8.h"

namespace mot {
namespace {

utf8proc_int32_t code_at(std::string_view text, std::size_t offset) {
  utf8proc_int32_t code = -1;
  utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + offset), static_cast<utf8proc_ssize_t>(text.size() - offset),
                   &code);
  return code;
}

std::string composed(std::string_view text) {
  utf8proc_uint8_t* bytes = nullptr;
  constexpr auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
  const auto size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &bytes, options);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(bytes, &std::free);
  if (size < 0) return std::string(text);  // not UTF-8
  return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

bool is_blank(utf8proc_int32_t code) {
  const auto category = utf8proc_category(code);
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP || code == '\t' ||
         code == '\n' || code == '\r';
}

std::string name_at(std::string_view text, std::size_t offset) {
  return offset < text.size() ? fmt::format("U+{:04X}", code_at(text, offset)) : "nothing";
}

}  // namespace

std::string as_seen(std::string_view text) {
  const std::string whole = composed(text);
  std::string seen;
  bool has_blank = false;
  for (std::size_t i = 0; i < whole.size();) {
    const std::size_t length = character_length(whole, i);
    const utf8proc_int32_t code = code_at(whole, i);
    if (code >= 0 && is_blank(code)) {
      has_blank = true;
    } else if (code < 0 || utf8proc_category(code) != UTF8PROC_CATEGORY_CF) {
      if (has_blank && !seen.empty()) seen += ' ';
      has_blank = false;
      seen.append(whole, i, length);
    }
    i += length;
  }
  return seen;
}

std::string difference_of(std::string_view a, std::string_view b) {
  std::size_t at = 0;
  while (at < std::min(a.size(), b.size()) && a[at] == b[at]) ++at;
  while (at > 0 && at < a.size() && (static_cast<unsigned char>(a[at]) & 0xC0) == 0x80) --at;
  return name_at(a, at) + " and " + name_at(b, at);
}

}  // namespace mot
