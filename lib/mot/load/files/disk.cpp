// The files of the machine, by the standard library.
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fstream>
#include <system_error>

#include "mot/load/files/files.h"
#include "mot/text/errors.h"
#include "mot/text/utf8.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

[[noreturn]] void throw_unreadable_file(const fs::path& path, int error) {
  throw Unreadable(fmt::format("cannot read '{}': {}", printable(shown_path(path)), std::generic_category().message(error)));
}

/// Whether a path leads to a pipe that has a name, at which a reader waits for whoever may write one day. What a shell makes of `<(…)` is
/// a pipe without one: it leads nowhere in the tree of files.
bool is_named_pipe(const fs::path& path) {
  std::error_code error;
  if (!fs::is_fifo(path, error)) return false;
  const fs::path real = fs::canonical(path, error);
  return !error && !real.empty();
}

constexpr std::string_view why_no_pipe = "it is a named pipe, and nobody may write to it; give a file";

FileKind kind_of_status(const fs::file_status& status) {
  switch (status.type()) {
    case fs::file_type::regular:
      return FileKind::file;
    case fs::file_type::directory:
      return FileKind::folder;
    case fs::file_type::not_found:
    case fs::file_type::none:
      return FileKind::nothing;
    default:
      return FileKind::other;
  }
}

/// Of what stands at a path, its status once links are followed.
FileKind kind_at(const fs::path& path, const fs::file_status& status) {
  const FileKind kind = kind_of_status(status);
  std::error_code error;
  const bool is_broken = kind == FileKind::nothing && fs::is_symlink(fs::symlink_status(path, error));
  return is_broken ? FileKind::broken_link : kind;
}

/// What no link stands before is told by the folder itself, and nothing has to be asked about it.
FileEntry entry_of(const fs::directory_entry& child) {
  std::error_code error;
  std::string name = child.path().filename().string();
  const bool is_link = child.is_symlink(error);
  if (!is_link && child.is_regular_file(error)) return {std::move(name), FileKind::file};
  const FileKind kind = kind_at(child.path(), child.status(error));
  return {std::move(name), is_link && kind == FileKind::folder ? FileKind::linked_folder : kind, is_link};
}

/// Whether `.gitmodules` of a repository names the folder as the place of another one. Source: gitmodules(5).
bool names_submodule(const fs::path& modules, std::string_view folder) {
  std::ifstream in(modules);
  for (std::string line; std::getline(in, line);) {
    const std::size_t begin = line.find_first_not_of(" \t");
    if (begin == std::string::npos || line.compare(begin, 4, "path") != 0) continue;
    const std::size_t equals = line.find('=', begin);
    const std::size_t value = equals == std::string::npos ? equals : line.find_first_not_of(" \t\"", equals + 1);
    if (value == std::string::npos) continue;
    const std::size_t end = line.find_last_not_of(" \t\r\"/");
    if (line.substr(value, end + 1 - value) == folder) return true;
  }
  return false;
}

bool is_submodule(const fs::path& folder) {
  std::error_code error;
  const fs::path whole = fs::weakly_canonical(folder, error);
  for (fs::path above = whole.parent_path(); !above.empty(); above = above.parent_path()) {
    if (fs::exists(above / ".git", error)) return names_submodule(above / ".gitmodules", whole.lexically_relative(above).generic_string());
    if (above == above.parent_path()) break;
  }
  return false;
}

class FileStream : public ByteStream {
 public:
  explicit FileStream(File file) : file_(std::move(file)) { std::setvbuf(file_.get(), nullptr, _IONBF, 0); }
  std::optional<std::size_t> read(std::span<char> buffer) override {
    const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), file_.get());
    return count == 0 && std::ferror(file_.get()) ? std::nullopt : std::optional(count);
  }

 private:
  File file_;
};

class Disk : public Files {
 public:
  FileKind kind_of(const fs::path& path) const override {
    std::error_code error;
    return kind_at(path, fs::status(path, error));
  }

  Listing list(const fs::path& folder) const override {
    Listing listing;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
      listing.entries.push_back(entry_of(*it));
    }
    const bool is_none = error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory;
    if (error && !is_none) listing.fault = "can't be listed: " + error.message();
    const bool may_be_submodule = !error && listing.entries.empty();
    if (may_be_submodule && is_submodule(folder))
      listing.fault = "is a submodule that is not checked out; run 'git submodule update --init'";
    std::ranges::sort(listing.entries, {}, &FileEntry::name);
    return listing;
  }

  std::string read(const fs::path& path, std::size_t most) const override { return read_file(path, most); }

  OpenedFile open(const fs::path& path) const override {
    if (is_named_pipe(path)) return {nullptr, fmt::format("can't be opened: {}", why_no_pipe)};
    File file(std::fopen(path.c_str(), "rb"));
    if (!file) return {nullptr, fmt::format("can't be opened: {}", std::generic_category().message(errno))};
    return {std::make_unique<FileStream>(std::move(file)), {}};
  }

  RealPath without_links(const fs::path& path) const override {
    std::error_code error;
    fs::path real = fs::weakly_canonical(path, error);
    return error ? RealPath{{}, error.message()} : RealPath{std::move(real), {}};
  }

  std::string shown(const fs::path& path) const override { return shown_path(path); }
};

}  // namespace

const Files& disk() {
  static const Disk disk;
  return disk;
}

std::string read_file(const fs::path& path, std::size_t most) {
  std::error_code error;
  if (fs::is_directory(path, error)) throw_unreadable_file(path, EISDIR);
  if (is_named_pipe(path)) throw Unreadable(fmt::format("cannot read '{}': {}", printable(shown_path(path)), why_no_pipe));
  const File file(std::fopen(path.c_str(), "rb"));
  if (!file) throw_unreadable_file(path, errno);
  std::string text;
  const auto size = fs::file_size(path, error);
  if (!error) text.reserve(static_cast<std::size_t>(std::min<std::uintmax_t>(size, most + 1)));
  char block[1 << 16];
  while (text.size() <= most) {
    const std::size_t wanted = std::min(sizeof block, most + 1 - text.size());
    const std::size_t got = std::fread(block, 1, wanted, file.get());
    text.append(block, got);
    if (got < wanted) break;
  }
  if (std::ferror(file.get())) throw_unreadable_file(path, errno);
  return text;
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
