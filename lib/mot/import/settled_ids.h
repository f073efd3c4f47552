// Ids that a table gives its touchpoints, and what becomes of those that can't stand.
#pragma once

#include "mot/import/imported.h"

namespace mot::importing {

/// Takes away ids that are none, that an earlier touchpoint has, or that are made of the name of one that has none; each is told, with the
/// id that is made in its place.
void settle_ids(Imported& imported);

}  // namespace mot::importing
