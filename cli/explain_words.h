// Every fixed word of what people read, to be said otherwise or in a language that has no table.
#pragma once

#include "mot/load/load.h"
#include "session.h"

namespace mot {

/// Writes them as they stand in the project, in English and as the workspace says them: those in its pictures first. All of them in English
/// where no workspace lies around.
void explain_words(const Session& session, const Inputs& inputs);

}  // namespace mot
