// What becomes of a file from strangers that is read in a process of its own.
#include "mot/evidence/sheets/apart.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/wait.h>

#include <cerrno>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

using namespace mot::evidence;

namespace {

/// `q|r` and `2:4|5`; ends at the header, or fails at the first row, where that is asked.
struct Kept : RowReceiver {
  bool header(std::span<const std::string_view> names, DecimalMark) override {
    text += fmt::format("{}", fmt::join(names, "|"));
    return goes_on;
  }
  void row(const Row& row) override {
    if (fails) throw std::runtime_error("no more");
    text += fmt::format(" {}:{}", row.line, fmt::join(row.cells, "|"));
  }
  std::string text;
  bool goes_on = true;
  bool fails = false;
};

void give(RowReceiver& to, std::size_t rows) {
  to.header(std::vector<std::string_view>{"q", "r"}, DecimalMark::point_or_comma);
  const std::string long_cell(100'000, 'x');
  for (std::size_t i = 0; i < rows; ++i) to.row({std::vector<std::string_view>{"4", i % 2 == 0 ? "" : std::string_view(long_cell)}, i + 2});
}

bool has_no_child() {
  return waitpid(-1, nullptr, WNOHANG) < 0 && errno == ECHILD;
}

}  // namespace

TEST_CASE("rows come out of the other process as they went in, and so does the report") {
  Kept kept;
  const RowReport report = read_apart(
      [](RowReceiver& to) {
        give(to, 3);
        return RowReport{.fault = "has a fault", .header_cells = 2, .ragged = {}};
      },
      kept);
  CHECK(kept.text == "q|r 2:4| 3:4|" + std::string(100'000, 'x') + " 4:4|");
  CHECK(report.fault == "has a fault");
  CHECK(report.header_cells == 2);
  CHECK(has_no_child());
}

TEST_CASE("a process that ends before its time, runs out of memory or throws is a fault, and this one goes on") {
  const struct {
    RowReport (*read)(RowReceiver&);
    const char* fault;
  } cases[] = {
      {[](RowReceiver&) -> RowReport { std::_Exit(0); }, "takes more memory or time than a survey does"},
      {[](RowReceiver& to) -> RowReport {
         give(to, 1);
         std::abort();
       },
       "takes more memory or time than a survey does"},
      {[](RowReceiver&) -> RowReport { throw std::bad_alloc(); }, "takes more memory or time than a survey does"},
      {[](RowReceiver&) -> RowReport { throw std::runtime_error("is damaged"); }, "is damaged"},
  };
  for (const auto& [read, fault] : cases) {
    Kept kept;
    const RowReport report = read_apart(read, kept);
    CHECK(report.fault.value_or("").find(fault) != std::string::npos);
    CHECK(has_no_child());
  }
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_CASE("the other process has no more memory than its bound") {
  Kept kept;
  const RowReport report = read_apart(
      [](RowReceiver&) -> RowReport {
        std::vector<std::vector<char>> all;
        while (all.size() < 256) all.emplace_back(std::size_t{64} << 20);
        return {};
      },
      kept);
  CHECK(report.fault.value_or("").find("takes more memory") != std::string::npos);
}
#endif

TEST_CASE("who wants no more rows, or fails, leaves no process behind, even one that would go on for ever") {
  const auto endless = [](RowReceiver& to) -> RowReport {
    while (true) give(to, 1000);
  };
  Kept header;
  header.goes_on = false;
  CHECK(read_apart(endless, header).header_cells == 2);
  CHECK(header.text == "q|r");
  CHECK(has_no_child());
  Kept failing;
  failing.fails = true;
  CHECK_THROWS_WITH(read_apart(endless, failing), "no more");
  CHECK(has_no_child());
}
