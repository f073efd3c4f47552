// The table of `mot list`: what a workspace holds, by id, name and where it is written.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mot/model/workspace.h"
#include "mot/tables/table.h"
#include "mot/text/source.h"
#include "mot/words/wording.h"

namespace mot {

struct ListedThing {
  std::string id;
  std::string name;  ///< empty where it has none but its id
  Span span;
};

/// A kind of things of a workspace, by the word for several of them, and for one.
struct ListKind {
  std::string_view name;
  std::string_view one;
  std::vector<ListedThing> (*things)(const Workspace& workspace);
  std::string_view option = {};  ///< that names one of them, where it is not called like them
};

std::span<const ListKind> list_kinds();

/// A thing a row: its kind, id, name, and the file and line its id is written at.
Table list_table(const std::vector<ListKind>& kinds, const Workspace& workspace, const Sources& sources, const Wording& wording);

}  // namespace mot
