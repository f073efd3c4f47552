#include "mot/evidence/csv/lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "mot/evidence/csv/encoding.h"
#include "mot/text/utf8.h"

namespace mot::evidence {
namespace {

constexpr std::size_t first_buffer = 256u << 10;

/// What people hand in instead of a text file, by how it begins.
constexpr struct {
  std::string_view begin;
  std::string_view fault;
} other_files[] = {
    {"version https://git-lfs.github.com/spec/", "is a Git LFS pointer, not the data itself; run 'git lfs pull'"},
    {"\xFF\xFE", "is UTF-16, not UTF-8; save it as UTF-8 (in Excel: 'CSV UTF-8')"},
    {"\xFE\xFF", "is UTF-16, not UTF-8; save it as UTF-8 (in Excel: 'CSV UTF-8')"},
    {"PK\x03\x04", "is an Excel workbook or a zip archive, not CSV; save it as CSV (in Excel: 'CSV UTF-8')"},
    {"\xD0\xCF\x11\xE0",
     "is an old Excel workbook (.xls), or one with a password; save it as .xlsx without one, or as CSV (in Excel: 'CSV UTF-8')"},
    {"\x1F\x8B", "is compressed; unpack it"},
};

constexpr std::string_view web_page =
    "is a web page (HTML) with a table in it, whatever its name says; open it in Excel or LibreOffice and save it as .xlsx or as CSV";

/// The bytes at the end that begin a character without ending it: 0 to 3.
std::size_t cut_character(std::string_view text) {
  for (std::size_t back = 1; back <= std::min<std::size_t>(3, text.size()); ++back) {
    const auto byte = static_cast<unsigned char>(text[text.size() - back]);
    if ((byte & 0xC0) == 0x80) continue;
    const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

bool is_utf16(std::string_view start) {
  return start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF");
}

/// What markup begins with, in small letters: web exports call it .xls.
constexpr struct {
  std::string_view begin;
  std::string_view fault;
} markup[] = {
    {"<!doctype html", web_page},
    {"<html", web_page},
    {"<head", web_page},
    {"<meta", web_page},
    {"<style", web_page},
    {"<table", web_page},
    {"<body", web_page},
    {"<div", web_page},
    {"mime-version:", web_page},
    {"<?xml", "is XML, whatever its name says; open it in Excel or LibreOffice and save it as .xlsx or as CSV"},
};

}  // namespace

std::string_view fault_of_other_file(std::string_view start) {
  const auto found = std::ranges::find_if(other_files, [start](const auto& file) { return start.starts_with(file.begin); });
  if (found != std::end(other_files)) return found->fault;
  if (start.starts_with(byte_order_mark)) start.remove_prefix(byte_order_mark.size());
  start.remove_prefix(std::min(start.find_first_not_of(" \t\r\n"), start.size()));
  constexpr std::size_t longest = 16;
  std::string small(start.substr(0, longest));
  for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 'a' - 'A') : c;
  const auto marked = std::ranges::find_if(markup, [&](const auto& kind) { return small.starts_with(kind.begin); });
  return marked == std::end(markup) ? std::string_view() : marked->fault;
}

Lines::Lines(ByteStream& bytes, std::size_t most_bytes) : bytes_(bytes), most_bytes_(most_bytes), buffer_(first_buffer) {}

std::optional<FileLine> Lines::next() {
  if (!is_started_) check_start();
  std::size_t end = 0, after = 0;
  while (!fault_ && !at_line_end(end, after)) {
    if (!is_at_end_) {
      fill();
    } else if (cursor_ == filled_) {
      return std::nullopt;
    } else {
      end = after = filled_;
      break;
    }
  }
  return fault_ ? std::nullopt : std::optional(take(end, after));
}

std::string_view Lines::ahead(std::size_t bytes) {
  if (!is_started_) check_start();
  while (!is_at_end_ && !fault_ && filled_ - cursor_ < bytes && filled_ < buffer_.size()) fill();
  return std::string_view(buffer_.data() + cursor_, filled_ - cursor_).substr(0, bytes);
}

FileLine Lines::take(std::size_t end, std::size_t after) {
  const char* const begin = buffer_.data() + cursor_;
  FileLine line{{begin, end - cursor_}, {begin, after - cursor_}, number_++};
  cursor_ = after;
  return line;
}

/// Whether the line at the cursor ends in the buffer; where, and where the next one begins.
bool Lines::at_line_end(std::size_t& end, std::size_t& after) {
  end = std::min(find(line_feed_), find(carriage_return_));
  if (end >= filled_) return false;
  after = end + 1;
  if (buffer_[end] == '\n') return true;
  if (after == filled_ && !is_at_end_) return false;  // its line feed may be yet to come
  if (after < filled_ && buffer_[after] == '\n') ++after;
  return true;
}

std::size_t Lines::find(Landmark& landmark) {
  if (landmark.at >= cursor_ && (landmark.at < filled_ || landmark.at == std::string_view::npos)) return landmark.at;
  const void* found = std::memchr(buffer_.data() + cursor_, landmark.byte, filled_ - cursor_);
  landmark.at = found ? static_cast<std::size_t>(static_cast<const char*>(found) - buffer_.data()) : std::string_view::npos;
  return landmark.at;
}

/// Reads on behind what is left of the buffer; false at the end of the file and at a fault.
bool Lines::fill() {
  make_room();
  if (fault_) return false;
  const std::size_t from = filled_;
  const auto count = bytes_.read({buffer_.data() + filled_, buffer_.size() - filled_});
  if (!count) {
    fault_ = fmt::format("can't be read on from line {}: the disk or the network gave an error", number_);
    return false;
  }
  filled_ += *count;
  is_at_end_ = *count == 0;
  line_feed_.at = carriage_return_.at = filled_;
  check(from);
  return *count > 0;
}

void Lines::make_room() {
  if (cursor_ > 0) std::memmove(buffer_.data(), buffer_.data() + cursor_, filled_ - cursor_);
  filled_ -= cursor_;
  checked_ -= cursor_;
  cursor_ = 0;
  if (filled_ < buffer_.size()) return;
  if (buffer_.size() >= most_bytes_) {
    fault_ = fmt::format("has a line of more than {} MiB, line {}; is it CSV?", most_bytes_ >> 20, number_);
    return;
  }
  buffer_.resize(std::min(most_bytes_, 2 * buffer_.size()));
}

/// Looks at the bytes that came in from `from` on: UTF-8, and no NUL among it.
void Lines::check(std::size_t from) {
  if (const void* nul = std::memchr(buffer_.data() + from, 0, filled_ - from)) {
    const auto at = static_cast<std::size_t>(static_cast<const char*>(nul) - buffer_.data());
    fault_ =
        fmt::format("holds a NUL byte in line {}: it is not text, or not UTF-8; save it as UTF-8 (in Excel: 'CSV UTF-8')", line_at(at));
    has_foreign_bytes_ = !utf16_without_mark({buffer_.data(), filled_}).empty();
    return;
  }
  const std::string_view unchecked(buffer_.data() + checked_, filled_ - checked_);
  const std::string_view whole = unchecked.substr(0, unchecked.size() - (is_at_end_ ? 0 : cut_character(unchecked)));
  if (const auto at = first_invalid_byte(whole)) {
    fault_ = fmt::format("is not UTF-8: byte 0x{:02x} in line {}; save it as UTF-8 (in Excel: 'CSV UTF-8')",
                         static_cast<unsigned char>(whole[*at]), line_at(checked_ + *at));
    has_foreign_bytes_ = true;
    return;
  }
  checked_ += whole.size();
}

void Lines::check_start() {
  is_started_ = true;
  while (!is_at_end_ && !fault_ && filled_ < 64) fill();  // a reader may give a byte at a time
  const std::string_view start(buffer_.data(), filled_);
  if (const std::string_view fault = fault_of_other_file(start); !fault.empty()) {
    fault_ = fault;
    has_foreign_bytes_ = is_utf16(start);
  }
  if (start.starts_with(byte_order_mark)) cursor_ = byte_order_mark.size();
}

/// The line that a byte behind the cursor stands in.
std::size_t Lines::line_at(std::size_t offset) const {
  const auto breaks =
      std::count(buffer_.begin() + static_cast<std::ptrdiff_t>(cursor_), buffer_.begin() + static_cast<std::ptrdiff_t>(offset), '\n');
  return number_ + static_cast<std::size_t>(breaks);
}

}  // namespace mot::evidence
