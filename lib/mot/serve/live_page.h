// The page as it is now, made again when files change.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "mot/serve/drawer.h"
#include "mot/serve/page_parts.h"
#include "mot/serve/watch.h"

namespace mot::serve {

/// What is shown, never changed once it is made.
struct Shown {
  std::uint64_t number = 0;  ///< grows with each change of what follows
  std::uint64_t page_number = 0;
  std::shared_ptr<const std::string> page;
  PageParts parts;
  std::string state;  ///< JSON for the page's script: its number, and what is wrong with the files
};

/// What a file says wrong: where, what, and the line with a mark below the place.
struct Problem {
  std::string place;
  std::string message;
  std::string line;
  std::string mark;
  bool operator==(const Problem&) const = default;
};

/// A file that is shown as it was when it last loaded.
struct StaleFile {
  std::string name;
  std::int64_t saved = 0;                     ///< when it was saved so, in milliseconds since 1970
  std::vector<std::string> touchpoints = {};  ///< ids of those it holds, or has answers to
  bool is_evidence = false;                   ///< figures alone are as they were
};

/// A page as it was made, or what kept it from being made.
struct Made {
  std::string page = {};  ///< empty where there is none
  std::vector<Problem> problems = {};
  std::size_t more = 0;               ///< problems that are not listed
  std::vector<StaleFile> stale = {};  ///< files that don't load: the page shows what these held before
  bool is_behind = false;             ///< some of its pictures are those of the page before it, until the rest is made
  std::string memory = {};            ///< what another process that makes pages has to know; empty: nothing new
};

/// What is asked for: a first page, of files that don't load too; a page of files that changed, as soon as can be; and the rest of that
/// one.
enum class Wanted : char { first_page = 'f', page = 'p', rest = 'r' };
/// `memory` is what was last to be remembered when the process that makes pages began.
using MakePage = std::function<Made(Wanted wanted, const std::string& memory)>;

class LivePage {
 public:
  /// Made while the program has one thread. `paths` are watched.
  LivePage(MakePage make, std::vector<std::filesystem::path> paths);
  ~LivePage();

  /// Begins to follow the files, in a thread of its own, which ends with this.
  void start();

  std::shared_ptr<const Shown> shown() const;

 private:
  void follow();
  /// Whether what was made is behind.
  bool make(Wanted wanted);
  void publish(Made made);

  Drawer drawer_;
  Watch watch_;
  mutable std::mutex mutex_;
  std::shared_ptr<const Shown> shown_;
  std::atomic<bool> is_over_ = false;
  std::thread thread_;
};

}  // namespace mot::serve
