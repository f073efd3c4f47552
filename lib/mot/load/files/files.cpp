#include "mot/load/files/files.h"

#include <algorithm>

#include "mot/load/files/globs.h"
#include "mot/text/errors.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

std::string fault_of_place(const Files& files, const fs::path& root, const fs::path& path) {
  const RealPath real_root = files.without_links(root), real_path = files.without_links(path);
  for (const RealPath& real : {real_root, real_path}) {
    if (!real.fault.empty()) return "can't be looked for: " + real.fault;
  }
  return is_below(real_path.path, real_root.path) ? std::string() : "lies outside the workspace; copy it below the folder of mot.yaml";
}

std::string fault_of(FileKind kind) {
  switch (kind) {
    case FileKind::file:
      return {};
    case FileKind::nothing:
      return "does not exist; a source's file lies below the workspace";
    case FileKind::folder:
    case FileKind::linked_folder:
      return "is a folder; a source names one file";
    case FileKind::broken_link:
      return "is a link to what is not there; a source's file lies below the workspace";
    case FileKind::other:
      return "is not a regular file";
  }
  return {};
}

}  // namespace

std::optional<fs::path> find_workspace_file(const Files& files, const fs::path& folder) {
  fs::path here = fs::absolute(folder).lexically_normal();
  while (true) {
    const fs::path file = here / workspace_file_name;
    const FileKind kind = files.kind_of(file);
    if (kind == FileKind::file) return file;
    if (kind == FileKind::broken_link || kind == FileKind::other) throw Unreadable(said_of({file, unreadable_because(kind)}, files));
    if (!here.has_relative_path()) return std::nullopt;
    here = here.parent_path();
  }
}

OpenFile evidence_below(const Files& files, fs::path root) {
  return [&files, root = std::move(root)](const std::string& name) -> OpenedFile {
    const fs::path path = root / name;
    if (std::string fault = fault_of_place(files, root, path); !fault.empty()) return {nullptr, std::move(fault)};
    const FileKind kind = files.kind_of(path);
    if (std::string fault = fault_of(kind); !fault.empty()) return {nullptr, std::move(fault), kind == FileKind::nothing};
    return files.open(path);
  };
}

bool stays_inside(std::string_view path) {
  const fs::path written(path);
  if (written.is_absolute() || path.find('\0') != std::string_view::npos) return false;
  return std::none_of(written.begin(), written.end(), [](const fs::path& part) { return part == ".."; });
}

bool is_below(const fs::path& path, const fs::path& folder) {
  const auto [end, rest] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return end == folder.end() && rest != path.end();
}

}  // namespace mot
