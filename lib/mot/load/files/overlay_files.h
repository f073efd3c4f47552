// Files of a workspace, but for some that say something else: texts that are not saved, or as they were before.
#pragma once

#include <map>
#include <string>

#include "mot/load/files/files.h"

namespace mot {

/// A path as an overlay knows it: absolute, without dots. Links in it are not followed.
std::filesystem::path overlay_path(const std::filesystem::path& path);

/// A file that has a text here is there, and so are the folders that it lies in, whether or not they are below.
class OverlayFiles : public Files {
 public:
  /// What lies below outlives this.
  explicit OverlayFiles(const Files& below) : below_(below) {}

  std::map<std::filesystem::path, std::string> texts;  ///< by `overlay_path`; not changed while anybody reads

  FileKind kind_of(const std::filesystem::path& path) const override;
  Listing list(const std::filesystem::path& folder) const override;
  std::string read(const std::filesystem::path& path, std::size_t most) const override;
  OpenedFile open(const std::filesystem::path& path) const override { return below_.open(path); }
  RealPath without_links(const std::filesystem::path& path) const override { return below_.without_links(path); }
  std::string shown(const std::filesystem::path& path) const override { return below_.shown(path); }

 private:
  const Files& below_;
};

}  // namespace mot
