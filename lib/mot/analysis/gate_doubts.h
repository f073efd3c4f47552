// Why a gate can't go by a touchpoint: nobody scored it, too few did, or what was answered tells too little.
#pragma once

#include "mot/analysis/gates.h"

namespace mot {

/// Why the figures of this touchpoint, which the gate can't go by, don't tell.
GateDoubt doubt_of(std::string_view gate, std::size_t touchpoint, const Figures& figures);

}  // namespace mot
