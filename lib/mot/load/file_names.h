// What files of a workspace are called where people know which workspace it is.
#pragma once

#include <string>

#include "mot/load/load.h"

namespace mot {

/// `departments/cabin.yaml`: a file of the workspace, wherever that lies; `shown` is what it is called elsewhere.
std::string name_in_workspace(const Loaded& loaded, const std::string& shown);

}  // namespace mot
