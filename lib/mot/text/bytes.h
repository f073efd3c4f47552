// Bytes that come one after another, wherever they lie: what reads them need not hold them all.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace mot {

class ByteStream {
 public:
  virtual ~ByteStream() = default;
  /// Fills as much of the buffer as it can and says how many bytes; 0 at the end; nothing where reading fails.
  virtual std::optional<std::size_t> read(std::span<char> buffer) = 0;
};

/// A file that is open, or why it is not: completes "'x.csv' …".
struct OpenedFile {
  std::unique_ptr<ByteStream> bytes;
  std::string fault;
  bool is_absent = false;  ///< why it is not open is that there is none
};

/// Opens a file by its path, which may be relative to the workspace.
using OpenFile = std::function<OpenedFile(const std::string& path)>;

}  // namespace mot
