#include "mot/load/files/git_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <deque>

#include "mot/text/errors.h"
#include "mot/text/utf8.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

constexpr int most_links = 40;  // as Linux follows on a path

std::string key_of(const git_oid& id) {
  return {reinterpret_cast<const char*>(id.id), sizeof id.id};
}

FileKind kind_of_mode(unsigned mode) {
  switch (mode) {
    case 0:
      return FileKind::nothing;
    case GIT_FILEMODE_TREE:
    case GIT_FILEMODE_COMMIT:
      return FileKind::folder;
    case GIT_FILEMODE_BLOB:
    case GIT_FILEMODE_BLOB_EXECUTABLE:
      return FileKind::file;
    default:
      return FileKind::other;
  }
}

std::string_view bytes_of(const git_blob* blob) {
  return {static_cast<const char*>(git().git_blob_rawcontent(blob)), static_cast<std::size_t>(git().git_blob_rawsize(blob))};
}

class BlobStream : public ByteStream {
 public:
  explicit BlobStream(GitBlob blob) : blob_(std::move(blob)), left_(bytes_of(blob_.get())) {}
  std::optional<std::size_t> read(std::span<char> buffer) override {
    const std::size_t count = std::min(buffer.size(), left_.size());
    if (count > 0) std::memcpy(buffer.data(), left_.data(), count);
    left_.remove_prefix(count);
    return count;
  }

 private:
  GitBlob blob_;
  std::string_view left_;  ///< into the blob
};

/// The way to a path: the folders entered so far, none of them a link, and what is still to do.
class Way {
 public:
  explicit Way(const fs::path& path) : ahead_(path.begin(), path.end()) {}

  /// The next step, which is no longer ahead.
  std::optional<fs::path> next() {
    while (!ahead_.empty()) {
      fs::path part = ahead_.front();
      ahead_.pop_front();
      if (!part.empty() && part != ".") return part;
    }
    return std::nullopt;
  }
  void enter(const fs::path& part) { done_.push_back(part); }
  void leave() { done_.pop_back(); }
  bool is_at_root() const { return done_.empty(); }
  bool is_at_end() const { return ahead_.empty(); }
  /// Goes on where a link leads; false where it leads away or in a circle.
  bool follow(const fs::path& target) {
    ahead_.insert(ahead_.begin(), target.begin(), target.end());
    return !target.is_absolute() && ++links_ <= most_links;
  }
  fs::path whole(const fs::path& root) const {
    fs::path path = root;
    for (const fs::path& part : done_) path /= part;
    for (const fs::path& part : ahead_) path /= part;
    return path.lexically_normal();
  }

 private:
  std::vector<fs::path> done_;
  std::deque<fs::path> ahead_;
  int links_ = 0;
};

constexpr std::string_view pointer_start = "version https://git-lfs.github.com/spec/";

/// The hash of what a pointer of Git LFS stands for; empty where it is none. Source: git-lfs, docs/spec.md.
std::string_view hash_in_pointer(std::string_view text) {
  constexpr std::string_view key = "\noid sha256:";
  constexpr std::size_t digits = 64, most_bytes = 1024;
  const auto at = text.find(key);
  if (text.size() >= most_bytes || !text.starts_with(pointer_start) || at == std::string_view::npos) return {};
  const std::string_view hash = text.substr(at + key.size(), digits);
  const bool is_hash = hash.size() == digits && hash.find_first_not_of("0123456789abcdef") == std::string_view::npos;
  return is_hash ? hash : std::string_view();
}

}  // namespace

TreeFiles::TreeFiles(TreeOrigin origin, GitTree tree)
    : origin_(std::move(origin)), id_(*git().git_object_id(reinterpret_cast<const git_object*>(tree.get()))) {
  folders_.emplace(key_of(id_), std::move(tree));
}

FileKind TreeFiles::kind_of(const fs::path& path) const {
  return kind_of_mode(find(path).mode);
}

Listing TreeFiles::list(const fs::path& folder) const {
  const TreeEntry place = find(folder);
  Listing listing;
  if (place.mode == GIT_FILEMODE_COMMIT)
    listing.fault = "is a submodule, and its files are not in this revision; name the folders that hold yours, or check the revision out";
  if (place.mode != GIT_FILEMODE_TREE) return listing;
  const std::lock_guard lock(mutex_);
  const git_tree* tree = folder_of(place.id);
  for (std::size_t i = 0; i < git().git_tree_entrycount(tree); ++i) {
    const git_tree_entry* entry = git().git_tree_entry_byindex(tree, i);
    const auto mode = static_cast<unsigned>(git().git_tree_entry_filemode(entry));
    std::string name = git().git_tree_entry_name(entry);
    FileKind kind = mode == GIT_FILEMODE_LINK ? kind_of(place.real / name) : kind_of_mode(mode);
    if (mode == GIT_FILEMODE_LINK && kind == FileKind::folder) kind = FileKind::linked_folder;
    if (mode == GIT_FILEMODE_LINK && kind == FileKind::nothing) kind = FileKind::broken_link;
    listing.entries.push_back({std::move(name), kind, mode == GIT_FILEMODE_LINK});
  }
  std::ranges::sort(listing.entries, {}, &FileEntry::name);
  return listing;
}

std::string TreeFiles::read(const fs::path& path, std::size_t most) const {
  const TreeEntry place = find(path);
  if (kind_of_mode(place.mode) != FileKind::file) {
    throw Unreadable(fmt::format("cannot read '{}': it is not a file", printable(shown(path))));
  }
  if (const std::string fault = fault_of_size(place); !fault.empty()) {
    throw Unreadable(fmt::format("cannot read '{}': it {}", printable(shown(path)), fault));
  }
  const GitBlob blob = blob_of(place);
  if (const auto stored = stored_by_lfs(bytes_of(blob.get()))) return disk().read(*stored, most);
  return std::string(bytes_of(blob.get()).substr(0, most + 1));
}

OpenedFile TreeFiles::open(const fs::path& path) const {
  const TreeEntry place = find(path);
  if (std::string fault = fault_of_size(place); !fault.empty()) return {nullptr, std::move(fault)};
  GitBlob blob = blob_of(place);
  if (const auto stored = stored_by_lfs(bytes_of(blob.get()))) return disk().open(*stored);
  return {std::make_unique<BlobStream>(std::move(blob)), {}};
}

/// Where Git LFS keeps what a pointer stands for; nothing where the bytes are no pointer, or it does not have it.
std::optional<fs::path> TreeFiles::stored_by_lfs(std::string_view bytes) const {
  const auto hash = hash_in_pointer(bytes);
  if (hash.empty()) return std::nullopt;
  fs::path stored = origin_.objects / "lfs" / "objects" / hash.substr(0, 2) / hash.substr(2, 2) / hash;
  return disk().kind_of(stored) == FileKind::file ? std::optional(std::move(stored)) : std::nullopt;
}

RealPath TreeFiles::without_links(const fs::path& path) const {
  return {find(path).real, {}};
}

std::string TreeFiles::shown(const fs::path& path) const {
  return fmt::format("{}:{}", origin_.name, path.lexically_relative(origin_.root).generic_string());
}

std::string TreeFiles::content_id(const fs::path& path) const {
  const TreeEntry place = find(path);
  return kind_of_mode(place.mode) == FileKind::file ? key_of(place.id) : std::string();
}

TreeFiles::TreeEntry TreeFiles::find(const fs::path& path) const {
  const std::lock_guard lock(mutex_);
  const auto known = found_.find(path.native());
  return known != found_.end() ? known->second : found_.emplace(path.native(), look_up(path)).first->second;
}

TreeFiles::TreeEntry TreeFiles::look_up(const fs::path& path) const {
  const fs::path relative = path.lexically_normal().lexically_relative(origin_.root);
  if (relative.empty()) return {0, {}, path};
  Way way(relative);
  std::vector<git_oid> folders = {id_};
  while (const auto part = way.next()) {
    if (*part == ".." && !way.is_at_root()) {
      way.leave();
      folders.pop_back();
      continue;
    }
    const git_tree_entry* entry = git().git_tree_entry_byname(folder_of(folders.back()), part->c_str());
    const auto mode = entry ? static_cast<unsigned>(git().git_tree_entry_filemode(entry)) : 0u;
    const git_oid id = entry ? *git().git_tree_entry_id(entry) : git_oid{};
    if (mode == GIT_FILEMODE_LINK) {
      if (!way.follow(target_of({mode, id, path}))) return {0, {}, way.whole(origin_.root)};
      continue;
    }
    way.enter(*part);
    if (mode != GIT_FILEMODE_TREE) return {way.is_at_end() ? mode : 0u, id, way.whole(origin_.root)};
    folders.push_back(id);
  }
  return {GIT_FILEMODE_TREE, folders.back(), way.whole(origin_.root)};
}

const git_tree* TreeFiles::folder_of(const git_oid& id) const {
  GitTree& tree = folders_[key_of(id)];
  if (!tree) {
    git_tree* found = nullptr;
    const int code = git().git_tree_lookup(&found, origin_.repository, &id);
    if (code < 0) throw_unreadable("a folder of '" + origin_.name + "'", code);
    tree.reset(found);
  }
  return tree.get();
}

/// Why a file is not to be read, known before it is: a few kilobytes of a repository may stand for gigabytes. Empty where it may be.
std::string TreeFiles::fault_of_size(const TreeEntry& place) const {
  const std::lock_guard lock(mutex_);
  git_odb* found = nullptr;
  if (const int code = git().git_repository_odb(&found, origin_.repository); code < 0)
    throw_unreadable("the objects of the repository", code);
  const GitObjects objects(found);
  std::size_t size = 0;
  git_object_t type = GIT_OBJECT_INVALID;
  if (const int code = git().git_odb_read_header(&size, &type, objects.get(), &place.id); code < 0)
    throw_unreadable("'" + shown(place.real) + "'", code);
  if (size <= origin_.largest_file) return {};
  return fmt::format("holds {} MiB, and out of a repository at most {} are read; check the revision out and compare folders", size >> 20,
                     origin_.largest_file >> 20);
}

GitBlob TreeFiles::blob_of(const TreeEntry& place) const {
  const std::lock_guard lock(mutex_);
  git_blob* blob = nullptr;
  if (const int code = git().git_blob_lookup(&blob, origin_.repository, &place.id); code < 0)
    throw_unreadable("'" + shown(place.real) + "'", code);
  return GitBlob(blob);
}

fs::path TreeFiles::target_of(const TreeEntry& link) const {
  const GitBlob blob = blob_of(link);
  return bytes_of(blob.get());
}

void TreeFiles::throw_unreadable(const std::string& what, int code) const {
  mot::throw_unreadable(what, code, origin_.objects);
}

}  // namespace mot
