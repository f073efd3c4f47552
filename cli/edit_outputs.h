// What commands that edit files have in common: what they read, and what becomes of their edits.
#pragma once

#include <string>
#include <vector>

#include "mot/edit/edits.h"
#include "session.h"

namespace mot {

inline constexpr Option dry_run_option = {"--dry-run", "", "", "change nothing; print what would change, as a patch"};
inline constexpr Option in_option = {
    "--in",
    "",
    "PATH",
    "the files and folders to edit instead of the workspace that the working directory lies in; may stand several times",
    {},
    nullptr,
    Times::any_number};
inline constexpr Option kind_option = {
    "--kind", "", "KIND", "what the id is of, where several things have it", {}, words_of_vocabulary<ThingKind>};

/// The workspace that -C and --in name.
Inputs inputs_to_edit(const Session& session);

/// What --kind says.
std::optional<ThingKind> kind_of(const Session& session);

/// The operands, of which there have to be so many. Throws UsageError.
const std::vector<std::string>& operands_of(const Session& session, std::size_t count, std::string_view what);

/// `FIELD=VALUE` operands from the first one on. Throws UsageError.
std::vector<edit::FieldText> field_texts(const Session& session, std::size_t first);

/// Saves the files, or with --dry-run prints what would change; says which they are.
void finish_edit(const Session& session, std::span<const edit::EditedFile> files,
                 std::string_view why_nothing = "the files say so already");

}  // namespace mot
