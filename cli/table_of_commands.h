// The commands, each in a file of its own.
#pragma once

#include "command.h"

namespace mot {

extern const Command init_command;
extern const Command validate_command;
extern const Command check_command;
extern const Command gaps_command;
extern const Command coverage_command;
extern const Command data_command;
extern const Command pull_command;
extern const Command plan_command;
extern const Command map_command;
extern const Command report_command;
extern const Command diff_command;
extern const Command schema_command;
extern const Command explain_command;
extern const Command list_command;
extern const Command import_command;
extern const Command set_command;
extern const Command add_command;
extern const Command rename_command;
extern const Command move_command;
extern const Command fmt_command;
extern const Command serve_command;
extern const Command export_command;
extern const Command completion_command;
extern const Command help_command;
extern const Command doctor_command;

}  // namespace mot
