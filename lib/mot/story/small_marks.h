// Marks too small for letters: their glyphs are drawn of lines.
#pragma once

#include "mot/picture/canvas.h"
#include "mot/picture/signs.h"

namespace mot::story {

/// A mark with the glyph of its class, so that it needs no colour to be told apart; `identity` is put where it stands.
void put_small_mark(Canvas& canvas, Identity identity, Point center, double radius, const RingLook& look);

}  // namespace mot::story
