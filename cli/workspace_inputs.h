// Inputs of every command that reads a workspace: its directory, its paths and its databases.
#pragma once

#include "mot/evidence/read.h"
#include "mot/load/load.h"
#include "mot/review/review.h"
#include "session.h"
#include "today.h"

namespace mot {

inline constexpr Operand workspace_operand = {
    .name = "PATH",
    .help = "files and folders to read instead of the workspace that the working directory lies in; - is standard input",
    .times = Times::any_number,
};

inline constexpr Option stdin_filename_option = {
    .long_name = "--stdin-filename",
    .short_name = "",
    .value = "FILE",
    .help = "what - is called in messages, and the file of the workspace it stands for",
    .otherwise = "<stdin>",
};

/// A workspace as it was read on a day, and all that is to be said about it.
struct WorkspaceRead {
  Loaded loaded;
  Today today;
  Review review;
};

/// A workspace as it was read on a day, and what was answered about it.
struct AnswersRead {
  Loaded loaded;
  Today today;
  Answers answers;
  Findings errors = {};  ///< that take figures away and forbid none: answers that are lost
};

/// The same for a picture of it.
struct PictureRead : AnswersRead {
  bool is_whole = true;  ///< whether no error takes away what it would show
};

/// What -C and the operands name.
Inputs inputs_of(const Session& session);

/// Notes the files of a workspace and its evidence, but for the sums that `pull` writes: no result may overwrite one.
void note_files_read(const Session& session, const Loaded& loaded);

/// How --timeout and the environment have databases queried; the rest is by default. Throws UsageError.
ReadOptions reading_options(const Session& session);

/// Reads what -C and the operands name, the survey files, and with Databases::read the databases, unless --offline forbids it.
WorkspaceRead read_workspace(const Session& session, Databases databases);

/// Whether errors of form or links forbid figures of it.
bool forbids_figures(const WorkspaceRead& read);

/// The same for figures, which need a workspace whose form and links are right. Where they are not: writes the errors to standard error
/// and throws std::runtime_error.
WorkspaceRead read_workspace_for_figures(const Session& session);

/// The same for a page, which shows what leads nowhere as it is written, as pictures do, and says so in a line. Past other errors it shows
/// what can be shown where --keep-going asks for that.
WorkspaceRead read_workspace_for_page(const Session& session);

/// The same for those who work out figures themselves, and ask for no finding: no rule is run.
AnswersRead read_for_figures(const Session& session);
AnswersRead read_for_figures(const Session& session, const Inputs& inputs);
AnswersRead read_for_figures(const Session& session, Loaded loaded);
/// The same, keeping who answered what, to find people again in another state.
AnswersRead read_naming_respondents(const Session& session, Loaded loaded);

/// The same for pictures, which show what leads nowhere as it is written and say so in a line. Behind other errors there is a picture only
/// with --keep-going.
PictureRead read_for_pictures(const Session& session);

}  // namespace mot
