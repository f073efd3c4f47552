#include "mot/write/edited_files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <set>
#include <stdexcept>
#include <vector>

#include "mot/load/files/files.h"
#include "mot/text/utf8.h"
#include "mot/write/file.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

/// Nobody else who takes this lock saves into these folders meanwhile. Where a file system knows no locks, nobody waits.
class FoldersLocked {
 public:
  explicit FoldersLocked(std::span<const edit::EditedFile> files) {
    std::set<fs::path> folders;  // in one order for all, so that two never wait for each other
    std::error_code ignored;
    for (const edit::EditedFile& file : files) folders.insert(fs::weakly_canonical(file.path, ignored).parent_path());
    for (const fs::path& folder : folders) {
      const int opened = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
      if (opened < 0) continue;
      folders_.push_back(opened);
      ::flock(opened, LOCK_EX);
    }
  }
  FoldersLocked(const FoldersLocked&) = delete;
  FoldersLocked& operator=(const FoldersLocked&) = delete;
  ~FoldersLocked() {
    for (const int folder : folders_) ::close(folder);
  }

 private:
  std::vector<int> folders_;
};

void require_unchanged(const edit::EditedFile& file) {
  const bool is_unchanged = read_file(file.path, file.before.size()) == file.before;
  if (!is_unchanged) throw ChangedMeanwhile(fmt::format("'{}' changed meanwhile, and was left alone; do it again", printable(file.name)));
  std::error_code error;
  const auto names = fs::hard_link_count(file.path, error);
  if (!error && names > 1)
    throw edit::Refused(fmt::format("'{}' has another name too (a hard link), which would keep the old text; put a copy in its place first",
                                    printable(file.name)));
}

std::vector<FileToSave> contents(std::span<const edit::EditedFile> files, std::string edit::EditedFile::*text) {
  std::vector<FileToSave> contents;
  for (const edit::EditedFile& file : files) contents.emplace_back(file.path, file.*text);
  return contents;
}

}  // namespace

void save_edited(std::span<const edit::EditedFile> files) {
  const FoldersLocked locked(files);
  for (const edit::EditedFile& file : files) require_unchanged(file);
  try {
    save_files(contents(files, &edit::EditedFile::after));
  } catch (const std::exception&) {
    for (const edit::EditedFile& file : files) {
      if (read_file(file.path, file.after.size()) == file.after) save_file(file.path, file.before);
    }
    throw;
  }
}

}  // namespace mot
