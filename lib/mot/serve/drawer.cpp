#include "mot/serve/drawer.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <stdexcept>

namespace mot::serve {
namespace {

using Draw = std::function<std::string(char what)>;

/// All of `size` bytes; false where the other side is gone.
bool write_all(int file, const char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t count = ::write(file, bytes, size);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes += count;
    size -= static_cast<std::size_t>(count);
  }
  return true;
}

bool read_all(int file, char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t count = ::read(file, bytes, size);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes += count;
    size -= static_cast<std::size_t>(count);
  }
  return true;
}

std::string read_to_end(int file) {
  std::string bytes;
  std::array<char, 1 << 16> block;
  while (true) {
    const ssize_t count = ::read(file, block.data(), block.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return bytes;
    bytes.append(block.data(), static_cast<std::size_t>(count));
  }
}

bool write_framed(int file, bool is_good, const std::string& bytes) {
  const std::uint64_t head[] = {is_good ? std::uint64_t{1} : 0, bytes.size()};
  return write_all(file, reinterpret_cast<const char*>(head), sizeof head) && write_all(file, bytes.data(), bytes.size());
}

/// What the server does at signals is not for those who draw.
void end_at_signals() {
  for (const int signal : {SIGALRM, SIGABRT, SIGSEGV, SIGFPE, SIGTERM, SIGINT, SIGHUP}) std::signal(signal, SIG_DFL);
}

[[noreturn]] void draw_and_exit(const Draw& draw, char what, int out, std::chrono::seconds limit) {
  ::alarm(static_cast<unsigned>(limit.count()));
  const std::string bytes = draw(what);
  const bool is_written = write_all(out, bytes.data(), bytes.size());
  std::_Exit(is_written ? 0 : 1);
}

void close_on_exec(const int (&ends)[2]) {
  for (const int end : ends) ::fcntl(end, F_SETFD, FD_CLOEXEC);
}

/// One page in a process of its own.
bool draw_one(const Draw& draw, char what, int socket, std::chrono::seconds limit) {
  int ends[2];
  if (::pipe(ends) != 0) return write_framed(socket, false, "");
  close_on_exec(ends);
  const pid_t process = ::fork();
  if (process == 0) {
    ::close(ends[0]);
    ::close(socket);
    draw_and_exit(draw, what, ends[1], limit);
  }
  ::close(ends[1]);
  const std::string bytes = process > 0 ? read_to_end(ends[0]) : "";
  ::close(ends[0]);
  int status = 1;
  while (process > 0 && ::waitpid(process, &status, 0) < 0 && errno == EINTR) continue;
  return write_framed(socket, WIFEXITED(status) && WEXITSTATUS(status) == 0, bytes);
}

/// Until the server is gone.
[[noreturn]] void serve_drawings(const Draw& draw, int socket, std::chrono::seconds limit) {
  end_at_signals();
  char what = 0;
  while (read_all(socket, &what, 1) && draw_one(draw, what, socket, limit)) continue;
  std::_Exit(0);
}

}  // namespace

Drawer::Drawer(std::function<std::string(char)> draw, std::chrono::seconds limit) {
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) throw std::runtime_error("no process could be made to draw in");
  close_on_exec(ends);
  process_ = ::fork();
  if (process_ < 0) throw std::runtime_error("no process could be made to draw in");
  if (process_ == 0) {
    ::close(ends[0]);
    serve_drawings(draw, ends[1], limit);
  }
  ::close(ends[1]);
  socket_ = ends[0];
}

Drawer::~Drawer() {
  ::close(socket_);
  ::kill(process_, SIGTERM);
  ::waitpid(process_, nullptr, 0);
}

std::optional<std::string> Drawer::drawn(char what) {
  std::uint64_t head[2] = {};
  const bool is_answered = write_all(socket_, &what, 1) && read_all(socket_, reinterpret_cast<char*>(head), sizeof head);
  if (!is_answered) return std::nullopt;
  std::string bytes(head[1], '\0');
  if (!read_all(socket_, bytes.data(), bytes.size()) || head[0] == 0) return std::nullopt;
  return bytes;
}

}  // namespace mot::serve
