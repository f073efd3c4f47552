// Edits of one file, and what it says then.
#pragma once

#include <functional>
#include <string>

#include "mot/edit/edits.h"
#include "mot/write/edited_files.h"
#include "support/folder.h"
#include "support/program.h"

namespace mot::testing {

using Change = std::function<void(edit::Draft&)>;

/// What a file of one name says once an edit is made; where it is refused, why.
inline std::string after(const std::string& text, const Change& change) {
  Folder folder;
  folder.with("mot.yaml", text);
  edit::Draft draft({.directory = folder.path()});
  try {
    change(draft);
  } catch (const edit::Refused& refusal) {
    const std::string why = refusal.what();
    const std::size_t file = why.find("mot.yaml");
    return "refused: " + (file == std::string::npos ? why : why.substr(file));
  }
  save_edited(draft.edited_files());
  return text_of(folder / "mot.yaml");
}

/// The text of a touchpoint `a` once a field is set.
inline std::string set(const std::string& touchpoint, const char* field, const char* value) {
  const std::string head = "mot: 1\ntouchpoints:\n  # one\n  ";
  const std::string all = after(head + touchpoint + "\n", [&](edit::Draft& draft) {
    set_field(draft, edit::thing_called(draft.workspace(), "a"), {field, value});
  });
  return all.starts_with(head) ? all.substr(head.size(), all.size() - head.size() - 1) : all;
}

}  // namespace mot::testing
