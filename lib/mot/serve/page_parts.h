// A page by its parts, and since when each is as it is: who has the page before gets what changed alone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mot::serve {

/// A part between `<!--part:KEY-->` and the next such mark.
struct PagePart {
  std::string_view key;
  std::string_view text;
  std::uint64_t changed = 0;  ///< the number of the page that it came with
};

class PageParts {
 public:
  PageParts() = default;
  /// Of the page called `number`, which follows `before`. Points into `page`, which outlives this.
  PageParts(std::string_view page, std::uint64_t number, const PageParts& before);

  /// What became of the page `since`, as JSON: the styles, parts and order of moments that are others now; or that it has to be loaded
  /// anew, for what stands between its parts is another.
  std::string since(std::uint64_t since) const;

 private:
  void take_apart(std::string_view page);
  void compare(const PageParts& before);

  std::uint64_t number_ = 0;
  std::vector<PagePart> parts_;  ///< in their order
  std::vector<std::string_view> styles_;
  std::string frame_;           ///< what stands between parts
  std::uint64_t reshaped_ = 0;  ///< the number of the page that has been loaded anew last
  std::uint64_t restyled_ = 0;
  std::uint64_t reordered_ = 0;  ///< of moments
};

}  // namespace mot::serve
