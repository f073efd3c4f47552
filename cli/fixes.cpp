#include "fixes.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "finding_outputs.h"
#include "mot/edit/fix.h"
#include "mot/load/files/files.h"
#include "mot/text/utf8.h"
#include "mot/write/file.h"
#include "mot/write/findings/findings_text.h"

namespace mot {
namespace {

constexpr std::size_t most_rounds = 10;  // a fault of form hides others behind it; more layers than these nobody makes

/// Saves one file, unless somebody else changed it meanwhile.
void save(const FixedFile& fixed, const Session& session, const Source& source) {
  const bool is_unchanged = read_file(source.name, source.text.size()) == source.text;
  if (!is_unchanged) throw std::runtime_error(fmt::format("'{}' changed while it was mended; run it again", printable(source.name)));
  save_file(source.name, fixed.text);
  say(session, fmt::format("{}: mended {}", printable(source.name), counted(fixed.fixes, "finding")));
}

/// Those whose fixes change no file but what was named.
Findings that_stay_inside(const Findings& findings, const Loaded& loaded) {
  Findings inside;
  for (const Finding& finding : findings) {
    const bool stays = std::ranges::all_of(finding.fixed_with, [&](const Edit& edit) { return loaded.is_shown[edit.span.file]; });
    if (stays) inside.add(finding);
  }
  return inside;
}

/// Whether a file was changed.
bool mend(const Session& session, const WorkspaceRead& read) {
  const Fixes fixes =
      fixed_files(that_stay_inside(shown_findings(session, read.loaded, read.review.findings), read.loaded), read.loaded.sources);
  for (const FixedFile& fixed : fixes.files) save(fixed, session, read.loaded.sources[fixed.file]);
  if (fixes.files.empty() && fixes.refused > 0)
    say(session, fmt::format("{} left alone: mended as offered, its file would be worse than it is", counted(fixes.refused, "finding")));
  return !fixes.files.empty();
}

}  // namespace

WorkspaceRead read_mended_workspace(const Session& session) {
  WorkspaceRead read = read_workspace(session, Databases::left_out);
  if (!session.arguments.has("--fix")) return read;
  const auto& paths = session.arguments.operands();
  if (std::find(paths.begin(), paths.end(), "-") != paths.end()) {
    throw UsageError("--fix mends files, and '-' is none; name the file instead", session.arguments.command);
  }
  for (std::size_t round = 0; round < most_rounds && mend(session, read); ++round) read = read_workspace(session, Databases::left_out);
  return read;
}

}  // namespace mot
