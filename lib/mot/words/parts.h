// The tables of fixed words, a part a folder and a language a file.
#pragma once

#include <span>

#include "mot/words/phrases.h"

namespace mot::words {

/// Of all pictures, and of the story of a journey.
std::span<const Phrase> en_pictures();
std::span<const Phrase> de_pictures();
std::span<const Phrase> fr_pictures();
std::span<const Phrase> es_pictures();
std::span<const Phrase> pt_pictures();

/// Of the other views.
std::span<const Phrase> en_views();
std::span<const Phrase> de_views();
std::span<const Phrase> fr_views();
std::span<const Phrase> es_views();
std::span<const Phrase> pt_views();

/// Of tables.
std::span<const Phrase> en_tables();
std::span<const Phrase> de_tables();
std::span<const Phrase> fr_tables();
std::span<const Phrase> es_tables();
std::span<const Phrase> pt_tables();

/// Of what `mot explain` tells.
std::span<const Phrase> en_explain();
std::span<const Phrase> de_explain();
std::span<const Phrase> fr_explain();
std::span<const Phrase> es_explain();
std::span<const Phrase> pt_explain();

/// Of the report and the live page.
std::span<const Phrase> en_report();
std::span<const Phrase> de_report();
std::span<const Phrase> fr_report();
std::span<const Phrase> es_report();
std::span<const Phrase> pt_report();

}  // namespace mot::words
