// Between the two processes goes a pipe of frames: a kind, a number (of a row its line), and texts (of a row its cells), each behind its
// length. The last frame is the report; where that does not come, the process ended before its time.
#include "mot/evidence/sheets/apart.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "mot/evidence/sheets/sheet_fault.h"
#include "mot/text/platform.h"

namespace mot::evidence {
namespace {

constexpr rlim_t most_memory = rlim_t{2} << 30;  // bytes, besides what the process has already
constexpr rlim_t most_seconds = 300;             // of the processor
constexpr std::size_t sheet_buffer_size = 1 << 16;

constexpr std::string_view ended_early = "can't be read: it takes more memory or time than a survey does; save it as .csv";

enum class Frame : std::uint8_t { passed_over, header, row, like_sheet, report };

struct FrameHead {
  Frame frame;
  DecimalMark mark;
  std::uint32_t texts;
  std::uint64_t number;
};

class FrameWriter : public RowReceiver {
 public:
  explicit FrameWriter(int out) : out_(out) {}

  bool header(std::span<const std::string_view> names, DecimalMark mark) override {
    put({Frame::header, mark, static_cast<std::uint32_t>(names.size()), 0}, names);
    return true;  // who wants no more ends this process
  }
  void passed_over(const Row& row) override { put(Frame::passed_over, row); }
  void row(const Row& row) override { put(Frame::row, row); }
  void report(const RowReport& report) {
    for (const LikeSheet& sheet : report.others) put({Frame::like_sheet, {}, 1, sheet.rows}, std::array{std::string_view(sheet.name)});
    std::vector<std::string_view> texts;
    if (report.fault) texts.push_back(*report.fault);
    put({Frame::report, {}, static_cast<std::uint32_t>(texts.size()), report.header_cells}, texts);
    flush();
  }

 private:
  void put(Frame frame, const Row& row) { put({frame, {}, static_cast<std::uint32_t>(row.cells.size()), row.line}, row.cells); }
  void put(const FrameHead& head, std::span<const std::string_view> texts) {
    put(&head, sizeof head);
    for (const std::string_view text : texts) {
      const auto size = static_cast<std::uint32_t>(text.size());
      put(&size, sizeof size);
      put(text.data(), text.size());
    }
  }
  void put(const void* bytes, std::size_t count) {
    buffer_.append(static_cast<const char*>(bytes), count);
    if (buffer_.size() >= sheet_buffer_size) flush();
  }
  void flush() {
    for (std::string_view rest = buffer_; !rest.empty();) {
      const ssize_t count = ::write(out_, rest.data(), rest.size());
      if (count < 0 && errno != EINTR) std::_Exit(1);  // nobody reads on
      if (count > 0) rest.remove_prefix(static_cast<std::size_t>(count));
    }
    buffer_.clear();
  }

  int out_;
  std::string buffer_;
};

void limit(int resource, rlim_t most) {
  rlimit bounds{};
  if (::getrlimit(resource, &bounds) != 0) return;
  if (bounds.rlim_cur == RLIM_INFINITY || bounds.rlim_cur > most) bounds.rlim_cur = most;
  ::setrlimit(resource, &bounds);
}

void limit_this_process() {
  limit(RLIMIT_CPU, most_seconds);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // these map terabytes
  give_reserve_back();
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  limit(RLIMIT_DATA, most_memory + static_cast<rlim_t>(used.ru_maxrss) * 1024);
#endif
}

[[noreturn]] void read_and_exit(const std::function<RowReport(RowReceiver&)>& read, int out) {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGXCPU, SIGPIPE, SIGABRT, SIGSEGV, SIGBUS, SIGFPE}) std::signal(signal, SIG_DFL);
  limit_this_process();
  FrameWriter writer(out);
  RowReport report;
  try {
    report = read(writer);
  } catch (const std::bad_alloc&) {
    report.fault = ended_early;
  } catch (const std::exception& fault) {
    report.fault = fault.what();
  }
  writer.report(report);
  std::_Exit(0);
}

/// A process that reads, and the end of the pipe that its frames come out of.
class Reader {
 public:
  explicit Reader(const std::function<RowReport(RowReceiver&)>& read) {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) throw SheetFault("can't be read: the system has no pipe left");
    for (const int end : ends) ::fcntl(end, F_SETFD, FD_CLOEXEC);
    process_ = ::fork();
    if (process_ == 0) {
      ::close(ends[0]);
      read_and_exit(read, ends[1]);
    }
    ::close(ends[1]);
    in_ = ends[0];
    if (process_ > 0) return;
    ::close(in_);
    throw SheetFault("can't be read: the system has no room for another process");
  }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  ~Reader() {
    ::close(in_);
    ::kill(process_, SIGKILL);
    while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) continue;
  }

  /// Fills the bytes; false where there are no more.
  bool take(void* bytes, std::size_t count) {
    for (char* at = static_cast<char*>(bytes); count > 0;) {
      if (begin_ == end_ && !fill()) return false;
      const std::size_t part = std::min(count, end_ - begin_);
      std::memcpy(at, buffer_.data() + begin_, part);
      begin_ += part, at += part, count -= part;
    }
    return true;
  }

 private:
  bool fill() {
    while (true) {
      const ssize_t count = ::read(in_, buffer_.data(), buffer_.size());
      if (count < 0 && errno == EINTR) continue;
      begin_ = 0, end_ = count > 0 ? static_cast<std::size_t>(count) : 0;
      return count > 0;
    }
  }

  pid_t process_ = -1;
  int in_ = -1;
  std::vector<char> buffer_ = std::vector<char>(sheet_buffer_size);
  std::size_t begin_ = 0, end_ = 0;
};

/// The texts of a frame, in memory that is used again for the next.
class Texts {
 public:
  bool take(Reader& reader, std::uint32_t count) {
    bytes_.clear();
    ends_.clear();
    for (std::uint32_t i = 0; i < count; ++i) {
      std::uint32_t size = 0;
      if (!reader.take(&size, sizeof size)) return false;
      const std::size_t begin = bytes_.size();
      bytes_.resize(begin + size);
      if (!reader.take(bytes_.data() + begin, size)) return false;
      ends_.push_back(bytes_.size());
    }
    views_.clear();
    for (std::size_t i = 0; i < ends_.size(); ++i) {
      const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
      views_.emplace_back(std::string_view(bytes_).substr(begin, ends_[i] - begin));
    }
    return true;
  }
  std::span<const std::string_view> views() const { return views_; }

 private:
  std::string bytes_;
  std::vector<std::size_t> ends_;
  std::vector<std::string_view> views_;
};

}  // namespace

RowReport read_apart(const std::function<RowReport(RowReceiver& receiver)>& read, RowReceiver& receiver) {
  Reader reader(read);
  Texts texts;
  FrameHead head{};
  std::vector<LikeSheet> others;
  while (reader.take(&head, sizeof head) && texts.take(reader, head.texts)) {
    switch (head.frame) {
      case Frame::passed_over:
        receiver.passed_over({texts.views(), head.number});
        break;
      case Frame::header:
        if (!receiver.header(texts.views(), head.mark)) return {.fault = {}, .header_cells = texts.views().size(), .ragged = {}};
        break;
      case Frame::row:
        receiver.row({texts.views(), head.number});
        break;
      case Frame::like_sheet:
        others.push_back({std::string(texts.views()[0]), head.number});
        break;
      case Frame::report:
        RowReport report{.fault = {}, .header_cells = head.number, .ragged = {}};
        if (!texts.views().empty()) report.fault = std::string(texts.views()[0]);
        report.others = std::move(others);
        return report;
    }
  }
  return {.fault = std::string(ended_early), .header_cells = 0, .ragged = {}};
}

}  // namespace mot::evidence
