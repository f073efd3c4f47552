// Files of evidence as they were when they could last be read: figures come from them where the files can't be read now.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "mot/text/bytes.h"

namespace mot::serve {

struct EvidenceCopy {
  std::shared_ptr<const std::string> bytes;  ///< null where they are not kept: of databases, and of what is too large
  std::int64_t saved = 0;                    ///< when it was saved so, in milliseconds since 1970
};
/// By their paths as they are opened.
using EvidenceCopies = std::map<std::string, EvidenceCopy>;

/// Whether one file says what the other does, as far as both are kept.
bool is_same(const EvidenceCopy& one, const EvidenceCopy& other);

/// When a file was saved, in milliseconds since 1970; 0 where there is none.
std::int64_t saved_at(const std::filesystem::path& path);

/// Opens evidence, and keeps what is read. Several threads may open at once.
class EvidenceKeeper {
 public:
  /// Files below `root`, but what stands in `instead`: that says what it said before. Outlives `instead`, `below` and what it opens.
  EvidenceKeeper(std::filesystem::path root, OpenFile below, const EvidenceCopies& instead)
      : root_(std::move(root)), below_(std::move(below)), instead_(instead) {}

  OpenedFile open(const std::string& path);

  /// What was read to its end.
  const EvidenceCopies& copies() const { return copies_; }

 private:
  class Tee;
  void keep(const std::string& path, EvidenceCopy copy);

  std::filesystem::path root_;
  OpenFile below_;
  const EvidenceCopies& instead_;
  std::mutex mutex_;
  EvidenceCopies copies_;
};

/// For another process to go on with.
std::string packed(const EvidenceCopies& copies);
EvidenceCopies unpacked_copies(std::string_view text);

}  // namespace mot::serve
