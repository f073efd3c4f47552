#include "mot/load/files/files.h"

#include <algorithm>
#include <span>

namespace mot {
namespace {

namespace fs = std::filesystem;

bool is_hidden(std::string_view name) {
  return name.starts_with('.');
}

// `*` and `?` within one name, iteratively: on a mismatch the last star takes one character more.
bool name_matches(std::string_view pattern, std::string_view name) {
  std::size_t p = 0, n = 0, star = std::string_view::npos, resume = 0;
  while (n < name.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      resume = n;
    } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == name[n])) {
      ++p;
      ++n;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      n = ++resume;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

void collect_matching(const Files& files, const fs::path& folder, std::span<const std::string> names, std::vector<fs::path>& found) {
  const bool is_any_depth = names.front() == "**";
  const bool is_last = names.size() == 1;
  if (is_any_depth && !is_last) collect_matching(files, folder, names.subspan(1), found);
  for (const FileEntry& entry : files.list(folder)) {
    if (is_hidden(entry.name) && !is_hidden(names.front())) continue;
    const bool matches = is_any_depth || name_matches(names.front(), entry.name);
    if (!matches) continue;
    const fs::path child = folder / entry.name;
    const bool is_folder = entry.kind == FileKind::folder;
    if (is_last && entry.kind == FileKind::file) found.push_back(child);
    if (is_any_depth && is_folder) collect_matching(files, child, names, found);
    if (!is_any_depth && !is_last && is_folder) collect_matching(files, child, names.subspan(1), found);
  }
}

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
    case FileKind::other:
      return "is not a regular file";
  }
  return {};
}

}  // namespace

std::optional<fs::path> find_workspace_file(const Files& files, const fs::path& folder) {
  fs::path here = fs::absolute(folder).lexically_normal();
  while (true) {
    if (files.kind_of(here / workspace_file_name) == FileKind::file) return here / workspace_file_name;
    if (!here.has_relative_path()) return std::nullopt;
    here = here.parent_path();
  }
}

std::vector<fs::path> list_yaml_files(const Files& files, const fs::path& folder) {
  std::vector<fs::path> found;
  for (const FileEntry& entry : files.list(folder)) {
    if (is_hidden(entry.name)) continue;
    const fs::path child = folder / entry.name;
    const bool is_yaml = child.extension() == ".yaml" || child.extension() == ".yml";
    if (is_yaml && entry.kind == FileKind::file) found.push_back(child);
    if (entry.kind != FileKind::folder) continue;
    const auto below = list_yaml_files(files, child);
    found.insert(found.end(), below.begin(), below.end());
  }
  return found;
}

std::vector<fs::path> list_matching(const Files& files, const fs::path& folder, std::string_view glob) {
  std::vector<std::string> names;
  for (const fs::path& part : fs::path(glob).lexically_normal()) {
    if (!part.empty() && part != ".") names.push_back(part.string());
  }
  std::vector<fs::path> found;
  if (names.empty()) return found;
  collect_matching(files, folder, names, found);
  const fs::path root = files.without_links(folder).path;
  std::erase_if(found, [&](const fs::path& path) { return !is_below(files.without_links(path).path, root); });
  std::sort(found.begin(), found.end(), [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
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
