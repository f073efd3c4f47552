// A named text and places in it. A tree, a finding and an edit hold byte offsets; lines and columns are worked out only when printing.
#pragma once

#include <compare>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace mot {

/// A stretch of bytes [begin, end) of the source with index `file` in a Sources.
struct Span {
  std::uint32_t file = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  auto operator<=>(const Span&) const = default;
};

/// One-based line and column; the column counts characters (code points), as editors do.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  auto operator<=>(const Position&) const = default;
};

/// A text and the name people know it by (a path as it is shown, or `<stdin>`).
struct Source {
  std::string name;
  std::string text;
};

/// Every text that was read, in a fixed order. References into it stay valid while it grows and when it is moved.
class Sources {
 public:
  /// The new source's index, for use in spans.
  std::uint32_t add(Source source);
  const Source& operator[](std::uint32_t file) const { return sources_[file]; }
  std::size_t size() const { return sources_.size(); }

  /// The bytes a span covers.
  std::string_view text_of(Span span) const;
  /// Where a span begins. The first call for a file indexes its lines, so this is for printing, on one thread.
  Position begin_of(Span span) const;
  /// Where a span ends: the position after its last character.
  Position end_of(Span span) const;
  /// A line without its line break; lines count from one.
  std::string_view line(std::uint32_t file, std::uint32_t number) const;

 private:
  /// How many characters stand before an offset; makes columns cheap on lines of megabytes.
  struct Milestone {
    std::uint32_t offset = 0;
    std::uint32_t characters = 0;
  };

  const std::vector<std::uint32_t>& line_starts(std::uint32_t file) const;
  const std::vector<Milestone>& milestones(std::uint32_t file) const;
  std::uint32_t characters_before(std::uint32_t file, std::uint32_t offset) const;
  Position position_of(std::uint32_t file, std::uint32_t offset) const;

  std::deque<Source> sources_;
  mutable std::deque<std::vector<std::uint32_t>> line_starts_;
  mutable std::deque<std::vector<Milestone>> milestones_;
};

}  // namespace mot
