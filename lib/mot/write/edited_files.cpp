#include "mot/write/edited_files.h"

#include <fmt/format.h>

#include <stdexcept>

#include "mot/load/files/files.h"
#include "mot/text/utf8.h"
#include "mot/write/file.h"

namespace mot {
namespace {

void require_unchanged(const edit::EditedFile& file) {
  const bool is_unchanged = read_file(file.path, file.before.size()) == file.before;
  if (!is_unchanged) throw ChangedMeanwhile(fmt::format("'{}' changed meanwhile, and was left alone; do it again", printable(file.name)));
}

}  // namespace

void save_edited(std::span<const edit::EditedFile> files) {
  for (const edit::EditedFile& file : files) require_unchanged(file);
  std::size_t saved = 0;
  try {
    for (; saved < files.size(); ++saved) save_file(files[saved].path, files[saved].after);
  } catch (const std::exception&) {
    for (std::size_t i = 0; i < saved; ++i) save_file(files[i].path, files[i].before);
    throw;
  }
}

}  // namespace mot
