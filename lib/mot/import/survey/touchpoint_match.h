// Which touchpoint a column asks about, by names.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mot::importing {

struct KnownTouchpoint {
  std::string id;
  std::string name;
};

struct TouchpointMatch {
  std::size_t touchpoint = 0;  ///< index of those that are known
  double likeness = 0;         ///< 1: the same words; over 0
  bool is_sure = false;        ///< the same words, and of no other
};

/// A heading in its two parts: what its question is, which others may share, and what it asks about: `Q7` and `ART` of `Q7ART`,
/// `How do you rate …` and `Desk` of `How do you rate … [Desk]`.
struct SplitHeading {
  std::string question;
  std::string item;
};
SplitHeading split_heading(std::string_view heading);

/// The touchpoint that a heading is most like; nothing where it is like none.
std::optional<TouchpointMatch> touchpoint_like(std::string_view heading, std::span<const KnownTouchpoint> touchpoints);

/// What a name says, to be held against others: its words without small ones (`the`, `zum`), in small letters without accents.
std::vector<std::string> telling_words(std::string_view name);

/// Whether two names say the same but for small words and endings: `Report theft` and `Report a theft`, `Wait for the van` and `Waiting for
/// the van`. Nothing says the same as no words.
bool say_the_same(const std::vector<std::string>& words, const std::vector<std::string>& others);

}  // namespace mot::importing
