#include "mot/write/tables/xlsx_file.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "mot/text/printable_lines.h"
#include "mot/text/standard_error.h"
#include "mot/text/utf8.h"

namespace mot {
namespace {

constexpr std::size_t longest_sheet_name = 31;
constexpr std::size_t longest_text = 32'767;  // of a cell
constexpr std::time_t made_at = 315'532'800;  // 1980-01-01, as the dates inside a zip archive begin: the same bytes on any day

std::filesystem::path folder_for_temporary_files() {
  std::error_code error;
  const auto folder = std::filesystem::temp_directory_path(error);
  if (error) throw std::runtime_error(fmt::format("no folder for temporary files: {}; TMPDIR names one", error.message()));
  return folder;
}

std::string temporary_file() {
  std::string path = (folder_for_temporary_files() / "mot-XXXXXX").string();
  const int descriptor = mkstemp(path.data());
  if (descriptor < 0) throw std::runtime_error(fmt::format("cannot make a temporary file '{}': {}", path, std::strerror(errno)));
  close(descriptor);
  return path;
}

/// Closing frees the workbook. libxlsxwriter writes what goes wrong to standard error itself, beside what it returns.
lxw_error close_workbook(lxw_workbook* workbook) {
  const StandardErrorTaken quiet;
  errno = 0;
  return xlsx().workbook_close(workbook);
}

}  // namespace

XlsxFile::XlsxFile() : path_(temporary_file()), workbook_(xlsx().workbook_new(path_.c_str())) {
  if (!workbook_) {
    unlink(path_.c_str());
    throw std::runtime_error(fmt::format("cannot write '{}'", path_));
  }
  lxw_doc_properties properties{};
  properties.created = made_at;
  xlsx().workbook_set_properties(workbook_, &properties);
}

XlsxFile::~XlsxFile() {
  // What stops halfway is closed too, into a file that nobody sees.
  if (workbook_) close_workbook(workbook_);
  unlink(path_.c_str());
}

lxw_worksheet* XlsxFile::add_sheet(std::string_view title) {
  std::string name;
  for (const char c : printable(title)) name += std::string_view("[]:*?/\\'").find(c) == std::string_view::npos ? c : ' ';
  lxw_worksheet* sheet = xlsx().workbook_add_worksheet(workbook_, shortened(name, longest_sheet_name).c_str());
  if (!sheet) throw std::runtime_error(fmt::format("cannot name a sheet for xlsx after '{}'", printable(title)));
  return sheet;
}

std::string XlsxFile::bytes() {
  const lxw_error error = close_workbook(std::exchange(workbook_, nullptr));
  if (error != LXW_NO_ERROR)
    throw std::runtime_error(fmt::format("cannot write the workbook: {}", errno != 0 ? std::strerror(errno) : xlsx().lxw_strerror(error)));
  std::ifstream in(path_, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string cell_text(std::string_view text) {
  return shortened(printable_lines(text), longest_text);
}

void expect_written(lxw_error error, std::string_view doing) {
  if (error != LXW_NO_ERROR) throw std::runtime_error(fmt::format("cannot {} for xlsx: {}", doing, xlsx().lxw_strerror(error)));
}

}  // namespace mot
