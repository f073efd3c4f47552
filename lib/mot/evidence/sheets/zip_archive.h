// The parts of a ZIP file that lies in memory, unpacked as they are read.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "mot/text/bytes.h"

namespace mot::evidence {

/// Throws SheetFault: of what is no ZIP file, of parts that are encrypted or damaged, and once all that was unpacked is too much.
class ZipArchive {
 public:
  /// The bytes outlive it.
  explicit ZipArchive(std::string_view bytes);
  ~ZipArchive();
  ZipArchive(const ZipArchive&) = delete;
  ZipArchive& operator=(const ZipArchive&) = delete;

  const std::vector<std::string>& names() const { return names_; }
  bool has(std::string_view name) const;
  /// Whether a part's name begins so.
  bool has_below(std::string_view folder) const;
  /// A part as a stream; the one that was opened before can't be read any more. The archive outlives it.
  std::unique_ptr<ByteStream> open(const std::string& name);

 private:
  friend class PartStream;
  struct Memory;
  std::unique_ptr<Memory> memory_;
  void* file_ = nullptr;  ///< minizip's
  std::vector<std::string> names_;
  std::size_t unpacked_ = 0;  ///< bytes so far
};

}  // namespace mot::evidence
