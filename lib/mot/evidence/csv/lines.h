// Bytes -> lines of valid UTF-8, in a buffer that grows only with the longest line.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mot/text/bytes.h"

namespace mot::evidence {

/// A line, good until the next is read.
struct FileLine {
  std::string_view text;      ///< without its end
  std::string_view with_end;  ///< with it; the last line of a file may have none
  std::size_t number = 0;     ///< from one
};

/// Why bytes that begin so are no text in UTF-8, as workbooks and archives do: completes "'x.csv' …". Empty where nothing speaks against
/// it.
std::string_view fault_of_other_file(std::string_view start);

/// Lines end at \n, \r\n or a lone \r. A byte order mark at the start is left out.
class Lines {
 public:
  Lines(ByteStream& bytes, std::size_t most_bytes);
  /// The next line; nothing at the end of the file or at a fault.
  std::optional<FileLine> next();
  /// What comes next, as much of so many bytes as there is; good until the next line is read.
  std::string_view ahead(std::size_t bytes);
  /// Why there are no more lines before the end of the file: completes "'x.csv' …".
  const std::optional<std::string>& fault() const { return fault_; }
  /// Whether that is bytes which are not UTF-8.
  bool has_foreign_bytes() const { return has_foreign_bytes_; }

 private:
  /// Where a byte stands next; looked up again only when the cursor has passed it.
  struct Landmark {
    char byte;
    std::size_t at = 0;
  };
  bool fill();
  void make_room();
  void check(std::size_t from);
  void check_start();
  std::size_t find(Landmark& landmark);
  bool at_line_end(std::size_t& end, std::size_t& after);
  FileLine take(std::size_t end, std::size_t after);
  std::size_t line_at(std::size_t offset) const;

  ByteStream& bytes_;
  std::size_t most_bytes_;
  std::vector<char> buffer_;
  std::size_t cursor_ = 0;   ///< where the next line begins
  std::size_t filled_ = 0;   ///< bytes in the buffer
  std::size_t checked_ = 0;  ///< bytes found to be valid UTF-8
  std::size_t number_ = 1;   ///< of the line at the cursor
  bool is_at_end_ = false;
  bool is_started_ = false;
  bool has_foreign_bytes_ = false;
  Landmark line_feed_{'\n'}, carriage_return_{'\r'};
  std::optional<std::string> fault_;
};

}  // namespace mot::evidence
