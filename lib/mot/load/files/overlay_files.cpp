#include "mot/load/files/overlay_files.h"

#include <algorithm>

namespace mot {
namespace {

namespace fs = std::filesystem;

}  // namespace

fs::path overlay_path(const fs::path& path) {
  return fs::absolute(path).lexically_normal();
}

FileKind OverlayFiles::kind_of(const fs::path& path) const {
  const FileKind kind = below_.kind_of(path);
  return kind == FileKind::nothing && texts.contains(overlay_path(path)) ? FileKind::file : kind;
}

Listing OverlayFiles::list(const fs::path& folder) const {
  Listing listing = below_.list(folder);
  const fs::path here = overlay_path(folder / "x").parent_path();
  for (const auto& [path, text] : texts) {
    if (path.parent_path() != here || below_.kind_of(path) != FileKind::nothing) continue;
    listing.entries.push_back({path.filename().string(), FileKind::file});
  }
  std::ranges::sort(listing.entries, {}, &FileEntry::name);
  return listing;
}

std::string OverlayFiles::read(const fs::path& path, std::size_t most) const {
  const auto changed = texts.find(overlay_path(path));
  return changed == texts.end() ? below_.read(path, most) : changed->second;
}

}  // namespace mot
