#include "progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <iostream>
#include <memory>
#include <mutex>

namespace mot {
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr auto patience = 500ms;
constexpr auto between_frames = 100ms;
constexpr std::size_t width = 20;  // columns of the bar
constexpr std::size_t block = 5;   // of it that move
constexpr std::string_view line_away = "\r\x1b[K";

/// The block goes to and fro: how much is left nobody knows.
std::string bar_at(std::size_t frame) {
  const std::size_t way = width - block, step = frame % (2 * way), from = step < way ? step : 2 * way - step;
  return std::string(from, '.') + std::string(block, '=') + std::string(way - from, '.');
}

/// Where the line goes. What draws collects what is written to standard error meanwhile, so the line takes a way of its own.
class Sink {
 public:
  explicit Sink(std::ostream& err) : err_(err), file_(&err == &std::cerr ? ::dup(STDERR_FILENO) : -1) {}
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;
  ~Sink() {
    if (file_ >= 0) ::close(file_);
  }

  void write(const std::string& text) const {
    if (file_ < 0) {
      err_ << text << std::flush;
    } else if (::write(file_, text.data(), text.size()) < 0) {
      return;  // a line that can't be shown stops no work
    }
  }

 private:
  std::ostream& err_;
  int file_;
};

void show(const std::stop_token& stop, const Sink& sink, std::string_view what, Clock::time_point begun) {
  std::mutex mutex;
  std::condition_variable_any wait;
  std::unique_lock lock(mutex);
  const auto is_over_at = [&](Clock::time_point time) {
    wait.wait_until(lock, stop, time, [] { return false; });
    return stop.stop_requested();
  };
  if (is_over_at(begun + patience)) return;
  auto next = Clock::now();
  for (std::size_t frame = 0; frame == 0 || !is_over_at(next); ++frame, next += between_frames) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(Clock::now() - begun).count();
    sink.write(fmt::format("{}{} [{}] {} s", line_away, what, bar_at(frame), seconds));
  }
  sink.write(std::string(line_away));
}

bool is_wanted(const Session& session) {
  return session.streams.err_is_terminal && !session.arguments.has("--quiet") && variable(session, "TERM") != "dumb";
}

}  // namespace

Progress::Progress(const Session& session, std::string_view what) {
  if (!is_wanted(session)) return;
  thread_ = std::jthread([sink = std::make_unique<Sink>(session.streams.err), what, begun = Clock::now()](const std::stop_token& stop) {
    show(stop, *sink, what, begun);
  });
}

}  // namespace mot
