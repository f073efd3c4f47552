// Cells that name more than one channel.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mot/import/imported.h"

namespace mot::importing {

/// What a cell of channels names, in its order, as `settle_channels` leaves it: `Web; App`.
std::vector<std::string> channels_in(std::string_view cell);

/// Brings cells that name several channels into that form. A semicolon, a bar and a stroke between blanks part them, and so does a comma or
/// `and` where one of the parts stands alone in another cell; else it may be a part of a name, and is told to be left as it is.
void settle_channels(std::vector<Touchpoint>& touchpoints, Notes& notes);

}  // namespace mot::importing
