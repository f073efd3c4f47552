#include "mot/load/files.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <span>
#include <stdexcept>
#include <system_error>

#include "mot/text/utf8.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

[[noreturn]] void throw_unreadable(const fs::path& path, int error) {
  throw std::runtime_error(fmt::format("cannot read '{}': {}", printable(shown_path(path)), std::generic_category().message(error)));
}

bool is_hidden(const fs::path& path) {
  return path.filename().native().starts_with('.');
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

std::vector<fs::path> children_of(const fs::path& folder) {
  std::vector<fs::path> children;
  std::error_code error;
  for (fs::directory_iterator it(folder, fs::directory_options::skip_permission_denied, error), end; !error && it != end;
       it.increment(error)) {
    children.push_back(it->path());
  }
  std::sort(children.begin(), children.end(), [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
  return children;
}

// A link to a folder may lead round in a circle: folders behind links are not walked through.
bool is_real_folder(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(fs::symlink_status(path, error));
}

bool is_file(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(fs::status(path, error));
}

void collect_matching(const fs::path& folder, std::span<const std::string> names, std::vector<fs::path>& found) {
  const bool is_any_depth = names.front() == "**";
  const bool is_last = names.size() == 1;
  if (is_any_depth && !is_last) collect_matching(folder, names.subspan(1), found);
  for (const fs::path& child : children_of(folder)) {
    if (is_hidden(child) && !names.front().starts_with('.')) continue;
    const bool matches = is_any_depth || name_matches(names.front(), child.filename().native());
    if (!matches) continue;
    if (is_last && is_file(child)) found.push_back(child);
    if (is_any_depth && is_real_folder(child)) collect_matching(child, names, found);
    if (!is_any_depth && !is_last && is_real_folder(child)) collect_matching(child, names.subspan(1), found);
  }
}

bool is_below(const fs::path& path, const fs::path& folder) {
  const auto [end, rest] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return end == folder.end() && rest != path.end();
}

}  // namespace

std::string read_file(const fs::path& path, std::size_t most) {
  if (is_real_folder(path)) throw_unreadable(path, EISDIR);
  const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
  if (!file) throw_unreadable(path, errno);
  std::string text;
  std::error_code error;
  const auto size = fs::file_size(path, error);
  if (!error) text.reserve(static_cast<std::size_t>(std::min<std::uintmax_t>(size, most + 1)));
  char block[1 << 16];
  while (text.size() <= most) {
    const std::size_t wanted = std::min(sizeof block, most + 1 - text.size());
    const std::size_t got = std::fread(block, 1, wanted, file.get());
    text.append(block, got);
    if (got < wanted) break;
  }
  if (std::ferror(file.get())) throw_unreadable(path, errno);
  return text;
}

std::optional<fs::path> find_workspace_file(const fs::path& folder) {
  fs::path here = fs::absolute(folder).lexically_normal();
  while (true) {
    if (is_file(here / workspace_file_name)) return here / workspace_file_name;
    if (!here.has_relative_path()) return std::nullopt;
    here = here.parent_path();
  }
}

std::vector<fs::path> list_yaml_files(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const fs::path& child : children_of(folder)) {
    if (is_hidden(child)) continue;
    const bool is_yaml = child.extension() == ".yaml" || child.extension() == ".yml";
    if (is_yaml && is_file(child)) files.push_back(child);
    if (!is_real_folder(child)) continue;
    const auto below = list_yaml_files(child);
    files.insert(files.end(), below.begin(), below.end());
  }
  return files;
}

std::vector<fs::path> list_matching(const fs::path& folder, std::string_view glob) {
  std::vector<std::string> names;
  for (const fs::path& part : fs::path(glob).lexically_normal()) {
    if (!part.empty() && part != ".") names.push_back(part.string());
  }
  std::vector<fs::path> found;
  if (names.empty()) return found;
  collect_matching(folder, names, found);
  std::error_code error;
  const fs::path root = fs::canonical(folder, error);
  std::erase_if(found, [&](const fs::path& path) { return !is_below(fs::weakly_canonical(path, error), root); });
  std::sort(found.begin(), found.end(), [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

bool stays_inside(std::string_view path) {
  const fs::path written(path);
  if (written.is_absolute() || path.find('\0') != std::string_view::npos) return false;
  return std::none_of(written.begin(), written.end(), [](const fs::path& part) { return part == ".."; });
}

std::string shown_path(const fs::path& path) {
  std::error_code error;
  const fs::path here = fs::current_path(error);
  const fs::path whole = fs::absolute(path, error).lexically_normal();
  if (error) return path.string();
  const fs::path relative = whole.lexically_relative(here);
  const bool is_near = !relative.empty() && (*relative.begin() != ".." || is_below(here, whole.parent_path()));
  return is_near ? relative.generic_string() : whole.generic_string();
}

}  // namespace mot
