#include "mot/text/standard_error.h"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>

#include "mot/text/platform.h"

namespace mot {
namespace {

std::atomic<int> real_one = STDERR_FILENO;

}  // namespace

int real_standard_error() {
  return real_one;
}

StandardErrorTaken::StandardErrorTaken() {
  std::fflush(stderr);
  capture_ = memory_file();
  real_ = ::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  if (capture_ < 0 || real_ < 0) return;
  real_one = real_;
  ::dup2(capture_, STDERR_FILENO);
}

StandardErrorTaken::~StandardErrorTaken() {
  given_back();
}

std::string StandardErrorTaken::given_back() {
  std::string text;
  if (real_ >= 0) {
    std::fflush(stderr);
    ::dup2(real_, STDERR_FILENO);
    real_one = STDERR_FILENO;
    ::close(real_);
    real_ = -1;
  }
  if (capture_ >= 0) {
    char piece[4096];
    ::lseek(capture_, 0, SEEK_SET);
    for (ssize_t count; (count = ::read(capture_, piece, sizeof piece)) > 0;) text.append(piece, static_cast<std::size_t>(count));
    ::close(capture_);
    capture_ = -1;
  }
  return text;
}

}  // namespace mot
