// A workspace as the live page shows it: each file as it is now, but one that does not load as it was when it last did.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "mot/load/load.h"
#include "mot/review/review.h"
#include "mot/serve/live_page.h"

namespace mot::serve {

using ReviewLoaded = std::function<Review(const Loaded& loaded)>;

/// What was read, and what is wrong with the files.
struct ReadWorkspace {
  Loaded loaded;
  Review review;
  std::vector<Problem> problems = {};  ///< in the files as they are now
  std::size_t more = 0;                ///< problems that are not listed
  std::vector<StaleFile> stale = {};   ///< files that are read as they were
  bool is_sound = true;                ///< where not even what the files said before loads, nobody should see figures
};

/// Files by what they said when they last loaded.
class LastGood {
 public:
  LastGood(Inputs inputs, ReviewLoaded review) : inputs_(std::move(inputs)), review_(std::move(review)) {}

  ReadWorkspace read();

  /// What it knows, for another process to go on with.
  std::string memory() const;
  void remember(const std::string& memory);

 private:
  struct GoodFile {
    std::string text;
    std::int64_t saved = 0;  ///< milliseconds since 1970
    bool operator==(const GoodFile&) const = default;
  };
  using GoodFiles = std::map<std::filesystem::path, GoodFile>;

  ReadWorkspace read_with(const GoodFiles& instead) const;
  /// Errors that forbid figures, in files that were good before.
  bool has_worsened(const ReadWorkspace& read) const;
  GoodFiles good_ones_of_broken(const ReadWorkspace& read) const;
  GoodFiles good_ones_of_changed(const ReadWorkspace& read) const;
  void learn(const ReadWorkspace& read, const GoodFiles& instead);

  Inputs inputs_;
  ReviewLoaded review_;
  GoodFiles good_;
};

}  // namespace mot::serve
