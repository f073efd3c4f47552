// What a form of the page shows of a touchpoint, and what the page may ask to be done to a workspace.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "mot/edit/draft.h"

namespace mot::serve {

/// A field says something else than the page showed: another who changed it meanwhile is not overwritten.
class ChangedElsewhere : public edit::Refused {
 public:
  ChangedElsewhere(const std::string& why, std::string value) : Refused(why), now(std::move(value)) {}

  std::string now;  ///< what the field says
};

/// The fields that can be typed into, with what they say, and the stages that the touchpoint may stand in; both empty where there is none.
/// `waits` is there while the touchpoint can't be changed: the file to mend, or an empty name where no file is broken.
nlohmann::json form_of(const Loaded& loaded, const std::string& touchpoint);

/// What was asked for, done.
struct EditDone {
  std::string what;        ///< for people
  std::string added = {};  ///< the id of what there was not before
};

/// Does what the page asks for to a draft. Throws edit::Refused where it is not known, or where the page showed something else than the
/// files say by now.
EditDone apply(edit::Draft& draft, const nlohmann::json& request);

}  // namespace mot::serve
