// What was imported, made to fit a workspace that stands already.
#pragma once

#include "mot/import/imported.h"
#include "mot/model/workspace.h"

namespace mot::importing {

/// Puts the scores on the workspace's scale, takes its touchpoints, departments, personas and channels of the same name or id in place of
/// new ones, and its language; each is told. What a touchpoint that stands there would say anew is left out, as nothing is overwritten.
void fit_into(const mot::Workspace& workspace, Imported& imported);

/// The first of that alone, where the file or its headings say which scale its scores are on.
void put_on_scale_of(const mot::Workspace& workspace, Imported& imported);

}  // namespace mot::importing
