// Files that an edit changed, saved.
#pragma once

#include <span>

#include "mot/edit/draft.h"

namespace mot {

/// A file says something else by now than when it was read.
class ChangedMeanwhile : public edit::Refused {
 public:
  using edit::Refused::Refused;
};

/// Writes each file whole, in their order. Throws ChangedMeanwhile where one of them says something else by now than when it was read:
/// nothing is written then. Where one can't be written, those before it get back what they said.
void save_edited(std::span<const edit::EditedFile> files);

}  // namespace mot
