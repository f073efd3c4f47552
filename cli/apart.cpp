#include "apart.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <deque>
#include <exception>
#include <sstream>
#include <string_view>
#include <thread>

namespace mot {
namespace {

/// The address sanitizer's own locks stay as they are at a fork: where another thread held one, the child waits for ever.
#ifdef __SANITIZE_ADDRESS__
constexpr bool may_fork = false;
#else
constexpr bool may_fork = true;
#endif

constexpr int failed = 2;
constexpr char between = '\0';  // of what was said, which may hold others, and what failed, which is a text

using Work = std::function<int(std::size_t index, std::ostream& err)>;

void write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return;  // nobody reads on
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

std::string all_of(int file) {
  std::string bytes;
  char buffer[4096];
  while (true) {
    const ssize_t count = ::read(file, buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return bytes;
    bytes.append(buffer, static_cast<std::size_t>(count));
  }
}

/// The work, with all that it throws caught.
Ended done(std::size_t index, const Work& work) {
  std::ostringstream err;
  Ended ended;
  try {
    ended.code = work(index, err);
  } catch (const std::exception& error) {
    ended.code = failed;
    ended.failure = error.what();
  }
  ended.said = std::move(err).str();
  return ended;
}

struct Process {
  std::size_t index = 0;
  pid_t id = -1;
  int out = -1;
};

/// The child ends without the destructors and files of its parent.
[[noreturn]] void do_and_exit(std::size_t index, const Work& work, int out) {
  const Ended ended = done(index, work);
  write_all(out, ended.said + between + ended.failure);
  std::_Exit(ended.code);
}

/// Nothing begins where the system has no room for another process.
Process begun(std::size_t index, const Work& work) {
  int ends[2];
  if (!may_fork || ::pipe(ends) != 0) return {index};
  for (const int end : ends) ::fcntl(end, F_SETFD, FD_CLOEXEC);
  const pid_t id = ::fork();
  if (id == 0) do_and_exit(index, work, ends[1]);
  ::close(ends[1]);
  if (id > 0) return {index, id, ends[0]};
  ::close(ends[0]);
  return {index};
}

Ended waited_for(const Process& process) {
  const std::string bytes = all_of(process.out);
  ::close(process.out);
  int status = 0;
  while (::waitpid(process.id, &status, 0) < 0 && errno == EINTR) continue;
  const std::size_t at = bytes.rfind(between);
  if (!WIFEXITED(status) || at == std::string::npos) return {failed, bytes, "it ended before it was drawn"};
  return {WEXITSTATUS(status), bytes.substr(0, at), bytes.substr(at + 1)};
}

}  // namespace

void do_apart(std::size_t count, const Work& work, const std::function<void(std::size_t index, const Ended& ended)>& ended) {
  const std::size_t most = std::max(1U, std::thread::hardware_concurrency());
  std::deque<Process> running;
  const auto end_first = [&] {
    const Process process = running.front();
    running.pop_front();
    ended(process.index, process.id > 0 ? waited_for(process) : done(process.index, work));
  };
  for (std::size_t i = 0; i < count; ++i) {
    if (running.size() >= most) end_first();
    running.push_back(begun(i, work));
  }
  while (!running.empty()) end_first();
}

}  // namespace mot
