// How a file writes its letters: bytes of any encoding -> UTF-8.
#pragma once

#include <iconv.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "mot/text/bytes.h"

namespace mot::evidence {

/// Bytes in an encoding that iconv knows, as UTF-8. The stream it reads outlives it.
class RecodedStream : public ByteStream {
 public:
  RecodedStream(ByteStream& bytes, const std::string& encoding);
  ~RecodedStream() override;
  RecodedStream(const RecodedStream&) = delete;
  RecodedStream& operator=(const RecodedStream&) = delete;

  std::optional<std::size_t> read(std::span<char> buffer) override;
  /// Why nothing more came: completes "'x.csv' …"; empty where nothing is wrong.
  const std::string& fault() const { return fault_; }

 private:
  bool fill();
  bool convert();

  ByteStream& bytes_;
  std::string encoding_;
  iconv_t converter_;
  std::array<char, 1 << 16> waiting_;  ///< bytes that are not converted yet
  std::size_t begin_ = 0, end_ = 0;
  std::array<char, 1 << 16> converted_;  ///< bytes that are not handed on yet
  std::size_t converted_begin_ = 0, converted_end_ = 0;
  bool is_at_end_ = false;
  std::string fault_;
};

/// Whether a name that a source gives means UTF-8, which is read as it is.
bool means_utf8(std::string_view encoding);

/// Which UTF-16 a part of a file is where no mark stands at its beginning: every other byte of Western text is nothing. Empty: none.
std::string_view utf16_without_mark(std::string_view part);

/// Of a file that is not UTF-8: the encoding that reads every byte of it, and is the likeliest: UTF-16 where it begins with its mark or
/// every other byte is nothing, cp850 where more letters within words are of that, windows-1252 where all bytes stand for something there,
/// else latin-1.
std::string likely_encoding(ByteStream& bytes);

}  // namespace mot::evidence
