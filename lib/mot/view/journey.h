// The journey as its customer walks it: what is wanted and what is lived along the way, and a lane of cards for every department.
#pragma once

#include <cstddef>

#include "mot/view/theme.h"

namespace mot {

struct JourneyOptions {
  std::size_t journey = 0;  ///< index of Workspace::journeys
  double width = 0;         ///< points the picture takes, or what one column needs if that is more; 0: as it comes, to about 1 700
};

/// Draws one journey. Long ones are broken into rows of stages. Figures come from `analysis`, quotes from `answers`; unknown ones are
/// drawn dashed and never as 0.
Scene journey_scene(const Workspace& workspace, const Analysis& analysis, const Answers& answers, const JourneyOptions& options,
                    const Theme& theme, const Typesetter& typesetter);

}  // namespace mot
