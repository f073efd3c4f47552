#include "mot/serve/watch.h"

#include <sys/stat.h>

namespace mot::serve {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_files = 50'000;

/// A link that leads nowhere is there itself.
void note(const fs::path& path, std::map<fs::path, FileState>& states) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) != 0 && ::lstat(path.c_str(), &status) != 0) return;
  std::error_code error;
  const auto time = fs::last_write_time(path, error).time_since_epoch().count();
  states[path] = {time, static_cast<std::int64_t>(status.st_ctime), static_cast<std::uint64_t>(status.st_size),
                  static_cast<std::uint64_t>(status.st_ino)};
}

/// That it is there: its times change with each file that is saved in it.
void note_folder(const fs::path& folder, std::map<fs::path, FileState>& states) {
  states[folder] = {};
}

bool is_passed_over(const fs::path& folder) {
  const std::string name = folder.filename().string();
  return name.starts_with('.') || name == "node_modules";
}

void note_below(const fs::path& folder, std::map<fs::path, FileState>& states) {
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied, error), end; !error && it != end;
       it.increment(error)) {
    if (states.size() > most_files) return;
    if (it->is_directory(error)) {
      if (is_passed_over(it->path())) {
        it.disable_recursion_pending();
      } else {
        note_folder(it->path(), states);
      }
    } else {
      note(it->path(), states);
    }
  }
}

}  // namespace

bool Watch::has_changed() {
  std::map<fs::path, FileState> now;
  for (const fs::path& path : paths_) {
    std::error_code error;
    if (fs::is_directory(path, error)) {
      note_below(path, now);
    } else {
      note(path, now);
    }
  }
  const bool is_other = is_first_ || now != seen_;
  seen_ = std::move(now);
  is_first_ = false;
  return is_other;
}

}  // namespace mot::serve
