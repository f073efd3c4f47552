#include "edit_outputs.h"

#include <fmt/format.h>

#include "mot/edit/text_diff.h"
#include "mot/text/utf8.h"
#include "mot/write/edited_files.h"

namespace mot {
namespace {

/// A patch as it is; on a terminal nothing in it steers that.
std::string shown_patch(const Session& session, const edit::EditedFile& file) {
  const std::string patch = edit::unified_diff(file.name, file.before, file.after);
  if (!session.streams.out_is_terminal) return patch;
  std::string shown;
  for (std::size_t begin = 0; begin < patch.size();) {
    const std::size_t end = std::min(patch.find('\n', begin), patch.size());
    shown += printable(std::string_view(patch).substr(begin, end - begin)) + "\n";
    begin = end + 1;
  }
  return shown;
}

}  // namespace

Inputs inputs_to_edit(const Session& session) {
  return {.directory = session.arguments.text_of("--directory"), .paths = session.arguments.all("--in")};
}

std::optional<ThingKind> kind_of(const Session& session) {
  const auto kind = session.arguments.text("--kind");
  return kind ? word_from<ThingKind>(*kind) : std::nullopt;
}

const std::vector<std::string>& operands_of(const Session& session, std::size_t count, std::string_view what) {
  const auto& operands = session.arguments.operands();
  if (operands.size() != count)
    throw UsageError(fmt::format("'mot {}' takes {}", session.arguments.command->name, what), session.arguments.command);
  return operands;
}

std::vector<edit::FieldText> field_texts(const Session& session, std::size_t first) {
  std::vector<edit::FieldText> fields;
  const auto& operands = session.arguments.operands();
  for (std::size_t i = first; i < operands.size(); ++i) {
    const std::size_t equals = operands[i].find('=');
    if (equals == std::string::npos || equals == 0)
      throw UsageError(fmt::format("'{}' is not FIELD=VALUE, as in importance=4", printable(operands[i])), session.arguments.command);
    fields.emplace_back(operands[i].substr(0, equals), operands[i].substr(equals + 1));
  }
  return fields;
}

void finish_edit(const Session& session, std::span<const edit::EditedFile> files, std::string_view why_nothing) {
  const bool is_dry = session.arguments.has("--dry-run");
  if (!is_dry) save_edited(files);
  for (const edit::EditedFile& file : files) {
    if (is_dry) {
      print(session, shown_patch(session, file));
    } else {
      say(session, fmt::format("changed {}", printable(file.name)));
    }
  }
  if (files.empty()) say(session, fmt::format("nothing to change: {}", why_nothing));
}

}  // namespace mot
