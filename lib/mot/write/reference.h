// The keys of workspace files, told to people: made from the field tables that read them.
#pragma once

#include <string>
#include <vector>

namespace mot {

struct KeyReference {
  std::string key;
  std::string form;  ///< "a text; or a list of texts"
  std::string meaning;
  bool is_required = false;
  std::string shown;  ///< where a reader meets it: "cards, explain, report"
};

/// The keys of one kind of thing: "a touchpoint".
struct RecordReference {
  std::string name;
  std::vector<KeyReference> keys;
};

/// Every kind of thing, in the order in which the files' own keys lead to them.
std::vector<RecordReference> workspace_reference();

}  // namespace mot
