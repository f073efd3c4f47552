#include "mot/load/not_included.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "mot/load/files/files.h"
#include "mot/load/files/path_set.h"
#include "mot/text/errors.h"
#include "mot/text/utf8.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

// However large the tree is, looking for what is left out stays a small part of a run.
constexpr std::size_t most_entries = 20'000;
constexpr std::size_t most_files_read = 2'000;
constexpr std::size_t most_bytes = 64 << 10;

/// What tools make or fetch, and nobody keeps a department in.
constexpr std::string_view made_by_tools[] = {
    "__pycache__",   "_build", "bin",  "build", "cmake-build-debug", "cmake-build-release", "dist", "env", "node_modules", "out", "public",
    "site-packages", "target", "venv", "vendor"};

/// Keys of ours that other tools' files begin with too.
constexpr std::string_view common_keys[] = {"project", "include", "rules", "channels", "action", "actions", "source", "sources"};
/// Keys that hold nothing a figure could miss.
constexpr std::string_view settings[] = {"include", "rules"};

bool is_one_of(std::span<const std::string_view> list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

bool is_key_of_ours(std::string_view key) {
  return std::ranges::any_of(document_shape().fields, [&](const auto& field) { return field.key == key; });
}

/// The key that a line begins with; empty where it begins with none.
std::string_view key_of(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  for (std::size_t colon = line.find(':'); colon != std::string_view::npos; colon = line.find(':', colon + 1)) {
    if (colon + 1 < line.size() && line[colon + 1] != ' ' && line[colon + 1] != '\t') continue;
    std::string_view key = line.substr(0, colon);
    while (key.ends_with(' ')) key.remove_suffix(1);
    const bool is_quoted = key.size() >= 2 && (key.front() == '"' || key.front() == '\'') && key.back() == key.front();
    return is_quoted ? key.substr(1, key.size() - 2) : key;
  }
  return {};
}

class Stray {
 public:
  Stray(const fs::path& root, const std::vector<IncludedFile>& included) : root_(root) {
    for (const IncludedFile& file : included) known_.insert(file.path);
  }

  void look(const fs::path& folder) {
    const Listing listing = disk().list(folder);
    const bool is_other =
        folder != root_ && std::ranges::find(listing.entries, workspace_file_name, &FileEntry::name) != listing.entries.end();
    if (is_other) return;
    for (const FileEntry& entry : listing.entries) {
      if (++entries_ > most_entries) return;
      if (entry.name.starts_with('.')) continue;  // hidden on purpose, as globs pass over it
      const fs::path child = folder / entry.name;
      if (entry.kind == FileKind::folder && !is_one_of(made_by_tools, entry.name)) look(child);
      if (entry.kind == FileKind::file && is_candidate(child) && holds_section(beginning_of(child))) found_.push_back(child);
    }
  }

  /// Without what is included by another name.
  std::vector<fs::path> found() const {
    std::vector<fs::path> found = found_;
    if (found.empty()) return found;
    PathSet real;
    for (const fs::path& path : known_) real.insert(disk().without_links(path).path);
    std::erase_if(found, [&](const fs::path& path) { return real.contains(disk().without_links(path).path); });
    return found;
  }

 private:
  bool is_candidate(const fs::path& path) const {
    const std::string extension = folded(path.extension().string());  // the glob '*.yaml' passes over 'SHOP.YAML'
    const bool is_yaml = extension == ".yaml" || extension == ".yml";
    return is_yaml && path != root_ / workspace_file_name && !known_.contains(path) && !fs::is_symlink(path);
  }

  std::string beginning_of(const fs::path& path) {
    if (++files_read_ > most_files_read) return {};
    try {
      return disk().read(path, most_bytes - 1);
    } catch (const Unreadable&) {
      return {};  // nobody asked for it
    }
  }

  fs::path root_;
  PathSet known_;
  std::vector<fs::path> found_;
  std::size_t entries_ = 0;
  std::size_t files_read_ = 0;
};

}  // namespace

bool holds_section(std::string_view text) {
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  bool is_any = false, is_ours = false, is_foreign = false;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const bool may_be_key = !line.empty() && std::string_view(" \t#-%{[]}\r").find(line.front()) == std::string_view::npos;
    const std::string_view key = may_be_key ? key_of(line) : std::string_view();
    if (key.empty()) continue;
    const bool is_known = is_key_of_ours(key);
    is_foreign |= !is_known;
    is_any |= is_known && !is_one_of(settings, key);
    is_ours |= is_known && !is_one_of(common_keys, key);
  }
  return is_ours || (is_any && !is_foreign);
}

void report_files_not_included(const Selection& selection, const std::vector<IncludedFile>& included, const Document& document,
                               Findings& findings) {
  Stray stray(selection.root, included);
  stray.look(selection.root);
  const Span place = document.include.empty() ? Span{} : document.include.front().span;
  for (const fs::path& path : stray.found()) {
    const std::string name = path.lexically_relative(selection.root).generic_string();
    Finding& finding =
        findings.report("file-not-included", place,
                        fmt::format("no pattern under 'include' reaches '{}', which holds sections of a workspace", printable(name)));
    finding.subjects = {name};
  }
}

}  // namespace mot
