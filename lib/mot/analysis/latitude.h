// Latitude of the frontline at a touchpoint: what it may decide, as rules warn of it and pictures show it.
#pragma once

#include "mot/model/touchpoint.h"

namespace mot {

/// Somebody wrote down what they may decide there, or how far they may go.
bool may_decide(const Touchpoint& touchpoint);

/// A rule that protects the company, without exceptions, where nobody at the front may bend it. What the law asks for nobody may bend,
/// and where latitude can't be asked for it is not missing.
bool has_policy_without_latitude(const Touchpoint& touchpoint);

/// May decide, but sees nothing to decide by.
bool has_blind_latitude(const Touchpoint& touchpoint);

}  // namespace mot
