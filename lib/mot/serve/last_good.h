// A workspace as the live page shows it: each file as it is now, but one that does not load as it was when it last did, and evidence that
// can't be read likewise.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "mot/load/known_files.h"
#include "mot/load/load.h"
#include "mot/review/review.h"
#include "mot/serve/evidence_copies.h"
#include "mot/serve/live_page.h"

namespace mot::serve {

/// `evidence` opens what sources name.
using ReviewLoaded = std::function<Review(const Loaded& loaded, const OpenFile& evidence)>;

/// What was read, and what is wrong with the files.
struct ReadWorkspace {
  Loaded loaded;
  Review review;
  std::vector<Problem> problems = {};  ///< in the files as they are now
  std::size_t more = 0;                ///< problems that are not listed
  std::vector<StaleFile> stale = {};   ///< files that are read as they were
  EvidenceCopies evidence = {};        ///< files of evidence, as they were read
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

  /// What is read as it was before.
  struct Instead {
    GoodFiles files = {};
    EvidenceCopies evidence = {};
  };

  ReadWorkspace read_with(const Instead& instead);
  /// Errors that forbid pictures, in files that were good before or about evidence that was.
  bool has_worsened(const ReadWorkspace& read) const;
  std::set<std::filesystem::path> known_files() const;
  GoodFiles good_ones_of(const std::set<std::filesystem::path>& paths) const;
  GoodFiles good_ones_of_changed(const ReadWorkspace& read) const;
  EvidenceCopies evidence_that_changed(const ReadWorkspace& read) const;
  /// Files and evidence to read as they were, from what is to blame alone to all that changed.
  std::vector<Instead> ways_back(const ReadWorkspace& read) const;
  void learn(const ReadWorkspace& read, const Instead& instead);
  void tell_stale(const Instead& instead, ReadWorkspace& read) const;

  Inputs inputs_;
  ReviewLoaded review_;
  KnownFiles known_;  ///< as they were read the last time, so that one change costs one file
  GoodFiles good_;
  EvidenceCopies good_evidence_;
};

}  // namespace mot::serve
