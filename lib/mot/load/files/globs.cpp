#include "mot/load/files/globs.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "mot/text/temporary_name.h"
#include "mot/text/utf8.h"

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

bool has_wildcard(std::string_view name) {
  return name.find_first_of("*?") != std::string_view::npos;
}

bool is_any_folder(FileKind kind) {
  return kind == FileKind::folder || kind == FileKind::linked_folder;
}

/// Whether a glob that ends with `pattern` means an entry: of folders only those that are written out or look like a file.
bool is_meant(std::string_view pattern, const FileEntry& entry) {
  return !is_any_folder(entry.kind) || !has_wildcard(pattern) || is_yaml_name(entry.name);
}

class Search {
 public:
  Search(const Files& files, const fs::path& root) : files_(files), root_(files.without_links(root).path) {}

  void look(const fs::path& folder, std::span<const std::string> names) {
    const bool is_any_depth = names.front() == "**";
    const bool is_last = names.size() == 1;
    if (is_any_depth && !is_last) look(folder, names.subspan(1));
    const Listing listing = files_.list(folder);
    if (!listing.fault.empty()) listed_.faults.push_back({folder, listing.fault});
    const bool is_folder_inside = !listing.entries.empty() && stays_inside_root(folder);
    for (const FileEntry& entry : listing.entries) {
      const bool is_passed_over = is_temporary_name(entry.name) || (is_hidden(entry.name) && !is_hidden(names.front()));
      if (is_passed_over) continue;
      if (!is_any_depth && !name_matches(names.front(), entry.name)) continue;
      const fs::path child = folder / entry.name;
      if (is_last) take(child, names.front(), entry, entry.is_link ? stays_below(child) : is_folder_inside);
      if (is_any_depth) go_deeper(child, names, entry.kind);
      if (is_any_depth || is_last) continue;
      if (is_any_folder(entry.kind)) look(child, names.subspan(1));
      if (entry.kind == FileKind::broken_link) listed_.faults.push_back({child, unreadable_because(entry.kind)});
    }
  }

  Listed result() {
    const auto by_path = [](const auto& a, const auto& b) { return native(a) < native(b); };
    const auto is_same = [](const auto& a, const auto& b) { return native(a) == native(b); };
    const auto in_order = [&](auto& list) {
      std::sort(list.begin(), list.end(), by_path);
      list.erase(std::unique(list.begin(), list.end(), is_same), list.end());
    };
    in_order(listed_.files);
    in_order(listed_.faults);
    return std::move(listed_);
  }

 private:
  static const std::string& native(const fs::path& path) { return path.native(); }
  static const std::string& native(const FileFault& fault) { return fault.path.native(); }

  bool stays_below(const fs::path& path) const { return is_below(files_.without_links(path).path, root_); }
  bool stays_inside_root(const fs::path& folder) const {
    const fs::path real = files_.without_links(folder).path;
    return real == root_ || is_below(real, root_);
  }

  void take(const fs::path& path, std::string_view pattern, const FileEntry& entry, bool is_inside) {
    if (entry.kind != FileKind::file) {
      if (is_meant(pattern, entry)) listed_.faults.push_back({path, unreadable_because(entry.kind)});
    } else if (is_inside) {
      listed_.files.push_back(path);
    } else {
      listed_.faults.push_back({path, "leads out of the workspace; put a copy in its place"});
    }
  }

  /// Behind a link that stays here is what is met elsewhere; what is behind one that leads out is looked at only to tell what is lost.
  void go_deeper(const fs::path& folder, std::span<const std::string> names, FileKind kind) {
    if (kind == FileKind::folder) return look(folder, names);
    if (kind != FileKind::linked_folder || stays_below(folder)) return;
    Search beyond(files_, folder);
    beyond.look(folder, names);
    const Listed lost = beyond.result();
    if (lost.files.empty()) return;
    const std::string first = printable(lost.files.front().lexically_relative(folder).generic_string());
    listed_.faults.push_back({folder, fmt::format("leads out of the workspace, and '{}' lies there; put a copy in its place", first)});
  }

  const Files& files_;
  fs::path root_;  ///< without links
  Listed listed_;
};

}  // namespace

bool is_yaml_name(const fs::path& path) {
  return path.extension() == ".yaml" || path.extension() == ".yml";
}

std::string unreadable_because(FileKind kind) {
  switch (kind) {
    case FileKind::folder:
    case FileKind::linked_folder:
      return "is a folder; name the files in it, as in 'folder/*.yaml'";
    case FileKind::nothing:
    case FileKind::broken_link:
      return "is a link to what is not there";
    case FileKind::file:
    case FileKind::other:
      break;
  }
  return "is not a regular file";
}

std::string said_of(const FileFault& fault, const Files& files) {
  return fmt::format("cannot read '{}': it {}", printable(files.shown(fault.path)), fault.cause);
}

Listed list_yaml_files(const Files& files, const fs::path& folder) {
  Search search(files, folder);
  for (const char* pattern : {"*.yaml", "*.yml"}) {
    const std::string names[] = {"**", pattern};
    search.look(folder, names);
  }
  Listed listed = search.result();
  // What lies in a folder is listed, whatever the folder is called.
  std::erase_if(listed.faults, [&](const FileFault& fault) { return fault.cause == unreadable_because(FileKind::folder); });
  return listed;
}

Listed list_matching(const Files& files, const fs::path& folder, std::string_view glob) {
  std::vector<std::string> names;
  for (const fs::path& part : fs::path(glob).lexically_normal()) {
    if (!part.empty() && part != ".") names.push_back(part.string());
  }
  if (names.empty()) return {};
  Search search(files, folder);
  search.look(folder, names);
  return search.result();
}

}  // namespace mot
