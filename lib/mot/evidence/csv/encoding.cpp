#include "mot/evidence/csv/encoding.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <iterator>
#include <utility>

#include "mot/text/utf8.h"

namespace mot::evidence {
namespace {

/// Names that people use and iconv does not.
constexpr struct {
  std::string_view name;
  std::string_view iconv;
} other_names[] = {{"latin-1", "ISO-8859-1"},  {"latin1", "ISO-8859-1"},  {"ansi", "WINDOWS-1252"}, {"windows1252", "WINDOWS-1252"},
                   {"latin-9", "ISO-8859-15"}, {"macroman", "MACINTOSH"}, {"mac", "MACINTOSH"},     {"utf16", "UTF-16"}};

/// iconv takes more behind a `/`, by which it leaves out what it can't read.
bool is_name(std::string_view encoding) {
  constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789-_.:+()";
  const std::string lower = folded(encoding);
  return !lower.empty() && lower.find_first_not_of(allowed) == std::string::npos;
}

std::string iconv_name(const std::string& encoding) {
  const std::string lower = folded(encoding);
  const auto* const found = std::ranges::find_if(other_names, [&](const auto& entry) { return entry.name == lower; });
  return std::string(found == std::end(other_names) ? std::string_view(encoding) : found->iconv);
}

const iconv_t no_converter = reinterpret_cast<iconv_t>(-1);

}  // namespace

RecodedStream::RecodedStream(ByteStream& bytes, const std::string& encoding)
    : bytes_(bytes), encoding_(encoding), converter_(is_name(encoding) ? iconv_open("UTF-8", iconv_name(encoding).c_str()) : no_converter) {
  if (converter_ == no_converter) {
    fault_ = fmt::format("can't be read as '{}', which is no encoding that iconv knows; usual ones are windows-1252, utf-16, iso-8859-15",
                         printable(encoding));
  }
}

RecodedStream::~RecodedStream() {
  if (converter_ != no_converter) iconv_close(converter_);
}

/// Reads on behind the bytes that wait; false at the end and at a fault.
bool RecodedStream::fill() {
  std::memmove(waiting_.data(), waiting_.data() + begin_, end_ - begin_);
  end_ -= begin_;
  begin_ = 0;
  const auto count = bytes_.read({waiting_.data() + end_, waiting_.size() - end_});
  if (!count) fault_ = "can't be read to its end: the disk or the network gave an error";
  if (!count || *count == 0) is_at_end_ = true;
  if (count) end_ += *count;
  return !is_at_end_;
}

/// Converts what waits, and reads on where that is nothing; false at the end and at a fault.
bool RecodedStream::convert() {
  converted_begin_ = converted_end_ = 0;
  while (converted_end_ == 0) {
    if (begin_ == end_ && !fill()) return false;
    char* from = waiting_.data() + begin_;
    char* to = converted_.data();
    std::size_t left = end_ - begin_, room = converted_.size();
    const std::size_t done = iconv(converter_, &from, &left, &to, &room);
    const int error = done == static_cast<std::size_t>(-1) ? errno : 0;
    begin_ = end_ - left;
    converted_end_ = converted_.size() - room;
    const bool goes_on = error == 0 || converted_end_ > 0 || (error == EINVAL && fill());
    if (goes_on) continue;
    if (fault_.empty())
      fault_ = fmt::format("is not {}: byte 0x{:02x} stands for nothing there", printable(encoding_),
                           static_cast<unsigned char>(waiting_[begin_]));
    return false;
  }
  return true;
}

std::optional<std::size_t> RecodedStream::read(std::span<char> buffer) {
  if (fault_.empty() && converted_begin_ == converted_end_) convert();
  if (!fault_.empty()) return std::nullopt;
  const std::size_t count = std::min(buffer.size(), converted_end_ - converted_begin_);
  std::memcpy(buffer.data(), converted_.data() + converted_begin_, count);
  converted_begin_ += count;
  return count;
}

bool means_utf8(std::string_view encoding) {
  const std::string lower = folded(encoding);
  return lower.empty() || lower == "utf-8" || lower == "utf8" || lower == "utf-8-sig";
}

namespace {

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_letter_of_windows(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0xC0 && byte != 0xD7 && byte != 0xF7;
}

bool is_letter_of_command_line(char c) {
  constexpr std::string_view letters =
      "\x80\x81\x82\x83\x84\x85\x87\x88\x89\x8A\x8B\x8C\x8E\x90\x93\x94\x96\x97\x99\x9A\xA0\xA1\xA2\xA3\xA4\xA5\xE1";
  return letters.find(c) != std::string_view::npos;
}

/// Letters within words, by what they would be in Windows' encoding of Western Europe and in that of its command line (IBM's page 850).
struct LettersWithin {
  std::size_t of_windows = 0;
  std::size_t of_command_line = 0;

  void add(std::string_view text) {
    const auto is_within = [&](std::size_t at, bool (*is_letter)(char)) {
      const auto fits = [&](char c) { return is_ascii_letter(c) || is_letter(c); };
      return is_letter(text[at]) && fits(text[at - 1]) && fits(text[at + 1]);
    };
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
      of_windows += is_within(i, is_letter_of_windows);
      of_command_line += is_within(i, is_letter_of_command_line);
    }
  }
};

}  // namespace

std::string_view utf16_without_mark(std::string_view part) {
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < part.size(); ++i) (i % 2 == 0 ? even : odd) += part[i] == '\0';
  const std::size_t most = part.size() / 8;
  if (odd > most && odd > 8 * even) return "utf-16le";
  return even > most && even > 8 * odd ? "utf-16be" : "";
}

std::string likely_encoding(ByteStream& bytes) {
  constexpr std::string_view nothing_in_windows_1252 = "\x81\x8D\x8F\x90\x9D";
  std::array<char, 1 << 16> buffer;
  std::string name = "windows-1252";
  bool is_first = true;
  LettersWithin letters;
  while (const auto count = bytes.read(buffer)) {
    const std::string_view part(buffer.data(), *count);
    if (part.empty()) break;
    if (std::exchange(is_first, false)) {
      if (part.starts_with("\xFF\xFE") || part.starts_with("\xFE\xFF")) return "utf-16";
      if (const auto wide = utf16_without_mark(part); !wide.empty()) return std::string(wide);
    }
    letters.add(part);
    if (part.find_first_of(nothing_in_windows_1252) != std::string_view::npos) name = "latin-1";
  }
  return letters.of_command_line > letters.of_windows ? "cp850" : name;
}

}  // namespace mot::evidence
