#include "mot/write/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <ctime>
#include <memory>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "mot/text/platform.h"
#include "mot/text/standard_error.h"
#include "mot/text/temporary_name.h"
#include "mot/text/utf8.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, std::string_view cause) {
  throw std::runtime_error(fmt::format("cannot write '{}': {}", printable(path.string()), cause));
}

[[noreturn]] void fail(const fs::path& path, int error) {
  fail(path, std::generic_category().message(error));
}

fs::path folder_of(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

/// Why the path can't be a file, with the way out, before anything is tried.
void refuse_what_cannot_be(const fs::path& path) {
  std::error_code ignored;
  if (path.empty()) throw std::runtime_error("cannot write to a file without a name");
  if (fs::is_directory(path, ignored)) fail(path, "it is a folder; name a file in it");
  const fs::path folder = folder_of(path);
  if (!path.has_filename()) fail(path, "it names a folder; add the name of a file");
  if (!fs::exists(folder, ignored)) {
    fail(path, fmt::format("there is no folder '{0}'; make it first: mkdir -p '{0}'", printable(folder.string())));
  }
}

/// An open file; `close` tells whether all went well, the destructor only tidies up.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }
  bool close() { return ::close(std::exchange(number_, -1)) == 0; }

 private:
  int number_;
};

/// The name of the temporary file that there is at the moment, for a signal handler, which may touch nothing else.
std::array<char, PATH_MAX> name_to_unlink{};
volatile std::sig_atomic_t is_any_to_unlink = 0;

void announce(const fs::path& path) {
  if (path.native().size() >= name_to_unlink.size()) return;
  std::copy_n(path.c_str(), path.native().size() + 1, name_to_unlink.begin());
  is_any_to_unlink = 1;
}

void unlink_and_end(int signal) {
  if (is_any_to_unlink) ::unlink(name_to_unlink.data());
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

/// GLib, on which Pango stands, traps where it gets no memory; nothing can be torn down then.
void say_and_end(int /*signal*/) {
  constexpr std::string_view sentence =
      "mot: what sets text gave up, most likely for want of memory; allow more (ulimit -v), or draw less at once\n";
  if (is_any_to_unlink) ::unlink(name_to_unlink.data());
  [[maybe_unused]] const auto written = ::write(real_standard_error(), sentence.data(), sentence.size());
  ::_exit(2);
}

/// A file that goes away unless it was given its final name.
class TemporaryFile {
 public:
  explicit TemporaryFile(fs::path path) : path_(std::move(path)) { announce(path_); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (!path_.empty()) ::unlink(path_.c_str());
    is_any_to_unlink = 0;
  }
  bool rename_to(const fs::path& path) {
    if (::rename(path_.c_str(), path.c_str()) != 0) return false;
    path_.clear();
    return true;
  }

 private:
  fs::path path_;
};

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

void write_directly(const fs::path& path, int flags, std::string_view bytes) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC | flags, 0666));
  if (file.number() < 0 || !write_all(file.number(), bytes) || !file.close()) fail(path, errno);
}

/// Whether a temporary file is of a program that ended too suddenly to take it away: ours, a minute old, and held by nobody.
bool is_left_over(const fs::path& path) {
  constexpr std::time_t a_minute = 60;
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  struct stat found = {};
  if (file.number() < 0 || ::fstat(file.number(), &found) != 0) return false;
  const bool is_ours = S_ISREG(found.st_mode) && found.st_uid == ::geteuid() && found.st_mtime + a_minute < std::time(nullptr);
  return is_ours && ::flock(file.number(), LOCK_EX | LOCK_NB) == 0;
}

/// Takes away what was left over in a folder that is being written to. A folder that can't be listed keeps it.
void clear_left_over(const fs::path& folder) {
  std::error_code error;
  for (fs::directory_iterator entry(folder, error); !error && entry != fs::directory_iterator(); entry.increment(error)) {
    const fs::path path = entry->path();
    if (is_temporary_name(path.filename().native()) && is_left_over(path)) ::unlink(path.c_str());
  }
}

/// The first free name beside `path`; made with 0666 so that the umask holds as for any new file.
std::pair<int, fs::path> make_beside(const fs::path& path) {
  for (unsigned attempt = 0;; ++attempt) {
    const fs::path name = folder_of(path) / fmt::format("{}{}-{}{}", temporary_prefix, ::getpid(), attempt, temporary_suffix);
    const int file = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file >= 0) ::flock(file, LOCK_EX | LOCK_NB);  // where a file system has no locks, a minute has to do
    if (file >= 0) return {file, name};
    if (errno != EEXIST || attempt == 1000) fail(path, errno);
  }
}

/// What an ordinary file is to hold, on the disk beside it. `shown` is the path as it was named.
std::unique_ptr<TemporaryFile> written_beside(const fs::path& path, const fs::path& shown, std::string_view bytes) {
  struct stat existing = {};
  const bool exists = ::stat(path.c_str(), &existing) == 0;
  if (exists && ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) != 0) fail(shown, errno);
  clear_left_over(folder_of(path));
  const auto [number, name] = make_beside(path);
  Descriptor file(number);
  auto temporary = std::make_unique<TemporaryFile>(name);
  const bool is_written = write_all(file.number(), bytes) && (!exists || ::fchmod(file.number(), existing.st_mode & 07777) == 0) &&
                          is_stored(file.number()) && file.close();
  if (!is_written) fail(shown, errno);
  return temporary;
}

/// Signals that end a program wait while this lives.
class SignalsHeld {
 public:
  SignalsHeld() {
    sigset_t ending;
    sigemptyset(&ending);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&ending, signal);
    ::pthread_sigmask(SIG_BLOCK, &ending, &before_);
  }
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;
  ~SignalsHeld() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t before_ = {};
};

}  // namespace

namespace {

/// Where a path leads once every link is followed, the last of which may lead to nothing yet.
fs::path target_of(fs::path path) {
  constexpr int most_links = 40;  // as Linux follows
  std::error_code error;
  for (int links = 0; fs::is_symlink(fs::symlink_status(path, error)); ++links) {
    if (links == most_links) fail(path, "its links lead round in a circle");
    const fs::path next = fs::read_symlink(path, error);
    if (error) fail(path, error.message());
    path = next.is_absolute() ? next : folder_of(path) / next;
  }
  return path;
}

}  // namespace

bool is_same_file(const fs::path& one, const fs::path& other) {
  std::error_code error;
  if (fs::equivalent(one, other, error) && !error) return true;
  const auto resolved = [&](const fs::path& path) { return fs::weakly_canonical(fs::absolute(target_of(path), error), error); };
  const fs::path target = resolved(one), other_target = resolved(other);
  return !target.empty() && target == other_target;
}

void tidy_up_on_signals() {
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
    if (std::signal(signal, unlink_and_end) == SIG_IGN) std::signal(signal, SIG_IGN);  // as nohup wants it
  }
  std::signal(SIGTRAP, say_and_end);
  // Where memory is limited, some of what sets text takes it for granted all the same.
  rlimit room = {};
  const bool is_limited = ::getrlimit(RLIMIT_AS, &room) == 0 && room.rlim_cur != RLIM_INFINITY;
  if (is_limited) std::signal(SIGSEGV, say_and_end);
  std::signal(SIGXFSZ, SIG_IGN);
}

void save_file(const fs::path& path, std::string_view bytes) {
  refuse_what_cannot_be(path);
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (fs::exists(status) && !fs::is_regular_file(status)) return write_directly(path, 0, bytes);
  const fs::path target = target_of(path);
  refuse_what_cannot_be(target);
  if (!written_beside(target, path, bytes)->rename_to(target)) fail(path, errno);
}

void save_files(std::span<const FileToSave> files) {
  const SignalsHeld held;
  std::vector<std::pair<fs::path, std::unique_ptr<TemporaryFile>>> written;
  for (const auto& [path, bytes] : files) {
    refuse_what_cannot_be(path);
    const fs::path target = target_of(path);
    written.emplace_back(target, written_beside(target, path, bytes));
  }
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (!written[i].second->rename_to(written[i].first)) fail(files[i].first, errno);
  }
}

void append_to_file(const fs::path& path, std::string_view bytes) {
  refuse_what_cannot_be(path);
  write_directly(path, O_CREAT | O_APPEND, bytes);
}

}  // namespace mot
