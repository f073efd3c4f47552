// What a page is put together from: the files of page/parts, which the build embeds.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "mot/words/wording.h"

namespace mot {

struct PagePart {
  std::string_view name;  ///< of the file
  std::string_view text;
};

std::span<const PagePart> page_parts();

/// The text of the file with this name, which there is.
std::string_view part_named(std::string_view name);

/// The same of a template, with the templates that it names (`{{>name}}`) in it.
std::string template_named(std::string_view name);

/// A template in the words given: `[[phrase]]` is said, `[[{share} kept|share=<b>{{kept}}</b>]]` with what stands at its places. Phrases
/// stay text: a brace of theirs that is no place begins no tag.
std::string in_words(std::string_view text, const Wording& wording);

}  // namespace mot
