#include "mot/load/files/overlay_files.h"

#include <algorithm>

namespace mot {
namespace {

namespace fs = std::filesystem;

/// What comes first below a folder on the way to a path; empty where that lies elsewhere.
fs::path first_name_below(const fs::path& folder, const fs::path& path) {
  const auto [in_folder, in_path] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return in_folder == folder.end() && in_path != path.end() ? *in_path : fs::path();
}

}  // namespace

fs::path overlay_path(const fs::path& path) {
  return fs::absolute(path).lexically_normal();
}

FileKind OverlayFiles::kind_of(const fs::path& path) const {
  const fs::path here = overlay_path(path);
  if (texts.contains(here)) return FileKind::file;
  const FileKind kind = below_.kind_of(path);
  if (kind != FileKind::nothing) return kind;
  const auto is_below = [&](const auto& text) { return !first_name_below(here, text.first).empty(); };
  return std::ranges::any_of(texts, is_below) ? FileKind::folder : kind;
}

Listing OverlayFiles::list(const fs::path& folder) const {
  Listing listing;
  if (below_.kind_of(folder) != FileKind::nothing) listing = below_.list(folder);
  const fs::path here = overlay_path(folder / "x").parent_path();
  std::map<std::string, FileKind> added;
  for (const auto& [path, text] : texts) {
    const fs::path name = first_name_below(here, path);
    if (name.empty()) continue;
    const bool is_file = here / name == path;
    if (is_file || below_.kind_of(here / name) == FileKind::nothing) added[name.string()] = is_file ? FileKind::file : FileKind::folder;
  }
  std::erase_if(listing.entries, [&](const FileEntry& entry) { return added.contains(entry.name); });
  for (const auto& [name, kind] : added) listing.entries.push_back({name, kind});
  std::ranges::sort(listing.entries, {}, &FileEntry::name);
  return listing;
}

std::string OverlayFiles::read(const fs::path& path, std::size_t most) const {
  const auto changed = texts.find(overlay_path(path));
  return changed == texts.end() ? below_.read(path, most) : changed->second;
}

}  // namespace mot
