// Options that narrow what is looked at to some touchpoints, the same wherever there are touchpoints, and `--top`.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "arguments.h"
#include "mot/analysis/workspace_part.h"
#include "mot/tables/table.h"
#include "mot/words/wording.h"

namespace mot {

/// Those that pictures share with tables; `--journey` and `--department` mean more to pictures and stand in their own tables there.
inline constexpr Option narrowing_options[] = {
    {"--stage", "", "ID", "only what stands in stages of this id, or in one: journey/stage"},
    {"--channel", "", "ID", "only what happens in this channel"},
    {"--tag", "", "WORD", "only what has this tag, or stands on a journey, is met by a persona or lifted by an action that has it"},
    {"--moments-of-truth", "", "", "only moments of truth"},
};

inline constexpr Option place_options[] = {
    {"--journey", "", "ID", "only what stands on this journey"},
    {"--department", "", "ID", "only what this department owns"},
};

/// Where no figures of one persona are shown, a persona narrows what is looked at.
inline constexpr Option traveller_option = {"--persona", "", "ID", "only what stands on journeys of this customer"};

inline constexpr Option top_option = {"--top", "", "N", "only the first rows of each table"};

/// What the options of these tables say. Throws UsageError where an id or word is not known, with the one that may be meant.
TouchpointFilter filter_of(const Arguments& arguments, const Workspace& workspace);

/// `channel phone, moments of truth`; empty where nothing is filtered.
std::string filter_text(const Wording& wording, const TouchpointFilter& filter, const Workspace& workspace);

/// The part that the filter leaves; nothing where it lets all through. Throws UsageError where it leaves nothing.
std::optional<WorkspacePart> selected_part(const TouchpointFilter& filter, const Arguments& arguments, const Workspace& workspace,
                                           const Answers& answers, const Analysis& analysis);

/// Of whom and of what figures are: of a persona, of a part of the workspace, or of all.
struct FiguresOf {
  const Workspace& workspace;  ///< the whole of it
  const TouchpointFilter& filter;
  std::optional<std::size_t> persona = {};
  bool is_part = false;
};
/// Says it in the title of the first table.
void tell_whose(const FiguresOf& whose, std::vector<Table>& tables, const Wording& wording);

/// Cuts each table to the rows that `--top` names.
void cut_to_top(const Arguments& arguments, std::vector<Table>& tables, const Wording& wording);

}  // namespace mot
