// What a terminal shows while work takes long.
#include <doctest/doctest.h>

#include <chrono>
#include <sstream>
#include <streambuf>
#include <thread>

#include "run.h"
#include "support/program.h"

using namespace mot;
using namespace mot::testing;

namespace {

/// Text that takes its time to come.
class SlowText : public std::streambuf {
 public:
  SlowText(std::string text, std::chrono::milliseconds time) : text_(std::move(text)), time_(time) {}

 protected:
  int_type underflow() override {
    if (gptr() != nullptr) return traits_type::eof();
    std::this_thread::sleep_for(time_);
    setg(text_.data(), text_.data(), text_.data() + text_.size());
    return traits_type::to_int_type(text_[0]);
  }

 private:
  std::string text_;
  std::chrono::milliseconds time_;
};

std::string told_while_reading(std::vector<std::string> arguments, std::chrono::milliseconds time, bool is_terminal) {
  SlowText slow("touchpoints: [{ id: a, name: A }]\n", time);
  std::istream in(&slow);
  std::ostringstream out, err;
  run(arguments, {in, out, err, false, is_terminal});
  return err.str();
}

}  // namespace

TEST_CASE("a bar shows on a terminal after half a second, and is gone at the end") {
  using namespace std::chrono_literals;
  const std::string slow = told_while_reading({"validate", "-"}, 800ms, true);
  CHECK_MESSAGE(slow.starts_with("\r\x1b[Kreading files [====="), slow);
  CHECK_MESSAGE(contains(slow, " 0 s\r\x1b[K"), slow);
  CHECK(!contains(told_while_reading({"validate", "-"}, 10ms, true), "reading files"));
  CHECK(!contains(told_while_reading({"validate", "-", "-q"}, 800ms, true), "reading files"));
  CHECK(!contains(told_while_reading({"validate", "-"}, 800ms, false), "reading files"));
}
