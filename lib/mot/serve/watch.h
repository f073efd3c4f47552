// Whether files changed. Looked at by times, size and number of each, for editors that write a new file in place of the old one escape
// those who only watch the old one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace mot::serve {

/// What tells one state of a file from another: when its bytes were changed last, and when it was, which nobody sets back; size, number.
using FileState = std::tuple<std::int64_t, std::int64_t, std::uint64_t, std::uint64_t>;

/// The files below some folders, and some files by themselves. Hidden folders and those of package managers hold no workspace; of very many
/// files only the first are looked at.
class Watch {
 public:
  explicit Watch(std::vector<std::filesystem::path> paths) : paths_(std::move(paths)) {}

  /// Whether anything came, went or changed since the last time it was asked; true the first time.
  bool has_changed();

 private:
  std::vector<std::filesystem::path> paths_;
  std::map<std::filesystem::path, FileState> seen_;
  bool is_first_ = true;
};

}  // namespace mot::serve
