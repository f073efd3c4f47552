// Headings of touchpoint tables, in the words that people use for them.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mot/import/imported.h"

namespace mot::importing {

/// What a column was taken for.
struct Heading {
  std::string_view text;  ///< as it stands in the file
  std::optional<Facet> facet;
  bool is_exact = false;            ///< whether the heading is one of the known words, whole
  bool is_common = false;           ///< whether any table may have it, also one of people: a name, an id, a comment
  std::optional<Scale> scale = {};  ///< that it says its scores are on: `actual score (0 to 10)`
};

/// What each column holds by its heading, which is compared in words, without case and accents, in English, German, French, Spanish and
/// Portuguese. A facet is found once: in the column that says it in full, else in the first.
std::vector<Heading> headings_of(std::span<const std::string_view> cells);

/// The scale that a text ends with: `… 0 to 10`, `… (1-5)`.
std::optional<Scale> scale_at_end(std::string_view text);

/// Whether these are the headings of a touchpoint table: they name touchpoints and something else of them. `Name` alone names anything:
/// beside it has to stand what only touchpoints have, and `First name` or `Facility name` is none. A record of answers is none either: a
/// column says who gave them, or when.
bool are_of_touchpoints(std::span<const Heading> headings);

/// The headings of a touchpoint table that stand in two rows, as merged cells leave them: the second has items of what the first says above
/// them (`Scores` over `Desired`, `Actual`) and nothing where the touchpoint is named. Nothing where the two are others.
std::optional<std::vector<std::string>> headings_in_two_rows(std::span<const std::string> above, std::span<const std::string> below);

/// Languages that headings are known in, as `project: { language: … }` says them.
inline constexpr std::array<std::string_view, 5> heading_languages{"en", "de", "fr", "es", "pt"};

/// The language that most of the known headings are words of; empty where several have as many.
std::string_view language_of(std::span<const Heading> headings);

/// The headings that are known for a facet, by language in the order of `heading_languages`: small letters, without accents.
struct HeadingWords {
  std::string_view facet;
  std::array<std::vector<std::string_view>, heading_languages.size()> phrases;
};
std::vector<HeadingWords> known_headings_of_facets();

/// The facet as notes say it: `desired.company`.
std::string_view facet_name(Facet facet);

}  // namespace mot::importing
