#include "mot/serve/drawer.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <stdexcept>

#include "mot/text/platform.h"

namespace mot::serve {
namespace {

constexpr std::chrono::seconds soon{2};
constexpr int pages_of_one_worker = 100;  // what draws leaks some hundred kilobytes a page; the next one begins without what it kept

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

bool write_framed(int file, bool is_good, const std::string& bytes) {
  const std::uint64_t head[] = {is_good ? std::uint64_t{1} : 0, bytes.size()};
  return write_all(file, reinterpret_cast<const char*>(head), sizeof head) && write_all(file, bytes.data(), bytes.size());
}

/// What the server does at signals is not for those who draw.
void end_at_signals() {
  for (const int signal : {SIGALRM, SIGABRT, SIGTRAP, SIGSEGV, SIGFPE, SIGTERM, SIGINT, SIGHUP}) std::signal(signal, SIG_DFL);
  std::signal(SIGPIPE, SIG_IGN);
}

void close_on_exec(const int (&ends)[2]) {
  for (const int end : ends) ::fcntl(end, F_SETFD, FD_CLOEXEC);
}

/// What draws, and what is left to do with it. Fonts and their measures stay loaded from one page to the next; what leaks goes with it.
struct Worker {
  pid_t process = -1;
  int socket = -1;
  int pages = 0;
};

[[noreturn]] void draw_what_is_asked(const Draw& draw, const std::string& memory, int socket, std::chrono::seconds limit) {
  hold_memory();  // the next page takes as much
  for (char what = 0; read_all(socket, &what, 1);) {
    ::alarm(static_cast<unsigned>(limit.count()));
    const Drawing drawing = draw(what, memory);
    ::alarm(0);
    if (!write_framed(socket, true, drawing.bytes) || !write_framed(socket, true, drawing.memory)) break;
  }
  std::_Exit(0);
}

void end(Worker& worker) {
  if (worker.process <= 0) return;
  ::close(worker.socket);
  ::kill(worker.process, SIGKILL);
  while (::waitpid(worker.process, nullptr, 0) < 0 && errno == EINTR) continue;
  worker = {};
}

Worker begun_worker(const Draw& draw, const std::string& memory, int server, std::chrono::seconds limit) {
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) return {};
  close_on_exec(ends);
  const pid_t process = ::fork();
  if (process == 0) {
    ::close(ends[0]);
    ::close(server);
    draw_what_is_asked(draw, memory, ends[1], limit);
  }
  ::close(ends[1]);
  if (process > 0) return {process, ends[0]};
  ::close(ends[0]);
  return {};
}

/// Until the worker says something, or is gone; false where the server is gone.
bool wait_for(const Worker& worker, int server) {
  pollfd files[] = {{worker.socket, POLLIN, 0}, {server, 0, 0}};
  while (::poll(files, std::size(files), -1) < 0 && errno == EINTR) continue;
  return files[1].revents == 0;
}

/// What was written framed, and was good.
std::optional<std::string> read_framed(int file) {
  std::uint64_t head[2] = {};
  if (!read_all(file, reinterpret_cast<char*>(head), sizeof head)) return std::nullopt;
  std::string bytes(head[1], '\0');
  if (!read_all(file, bytes.data(), bytes.size()) || head[0] == 0) return std::nullopt;
  return bytes;
}

/// A page by the worker; nothing where that crashed or took too long.
std::optional<std::string> drawn_by(const Worker& worker, std::string& memory) {
  std::optional<std::string> bytes = read_framed(worker.socket);
  const std::optional<std::string> learned = bytes ? read_framed(worker.socket) : std::nullopt;
  if (!learned) return std::nullopt;
  if (!learned->empty()) memory = *learned;
  return bytes;
}

/// Whether a worker was asked: the one there is, or a new one where that is gone.
bool is_asked(Worker& worker, char what, const std::function<Worker()>& begun) {
  for (int tries = 0; tries < 2; ++tries) {
    if (worker.process <= 0) worker = begun();
    if (worker.process > 0 && write_all(worker.socket, &what, 1)) return true;
    end(worker);
  }
  return false;
}

[[noreturn]] void end_with(Worker& worker) {
  end(worker);
  std::_Exit(0);
}

/// Until the server is gone.
[[noreturn]] void serve_drawings(const Draw& draw, int server, std::chrono::seconds limit) {
  end_at_signals();
  Worker worker;
  std::string memory;
  for (char what = 0; read_all(server, &what, 1);) {
    std::optional<std::string> bytes;
    // One that drew before may have died since, or be about to: another one is asked.
    for (bool may_be_another = true; may_be_another && !bytes;) {
      may_be_another = worker.pages > 0;
      const auto asked = std::chrono::steady_clock::now();
      const bool is_under_way = is_asked(worker, what, [&] { return begun_worker(draw, memory, server, limit); });
      if (is_under_way && !wait_for(worker, server)) end_with(worker);
      if (is_under_way) bytes = drawn_by(worker, memory);
      may_be_another = may_be_another && std::chrono::steady_clock::now() - asked < soon;
      if (!bytes || ++worker.pages >= pages_of_one_worker) end(worker);
    }
    if (!write_framed(server, bytes.has_value(), bytes.value_or(""))) break;
  }
  end_with(worker);
}

}  // namespace

Drawer::Drawer(Draw draw, std::chrono::seconds limit) {
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
  ::close(socket_);  // which ends it, and who draws for it
  ::waitpid(process_, nullptr, 0);
}

std::optional<std::string> Drawer::drawn(char what) {
  return write_all(socket_, &what, 1) ? read_framed(socket_) : std::nullopt;
}

}  // namespace mot::serve
