// Edits that pages ask for, with undo and redo. Each is saved at once, or refused with the reason. A page takes back what it did itself: it
// says who it is by an id of its own.
#pragma once

#include <deque>
#include <functional>
#include <mutex>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "mot/edit/edits.h"
#include "mot/serve/server.h"

namespace mot::serve {

class Editor {
 public:
  /// `tell` gets a line for each change, one after the other.
  explicit Editor(Inputs inputs, std::function<void(const std::string& line)> tell = {})
      : inputs_(std::move(inputs)), tell_(std::move(tell)) {}

  Posts posts();
  Questions questions();

 private:
  /// What was done, by which page, and what it made of the files.
  struct Done {
    std::string by;
    std::string what;
    std::vector<edit::EditedFile> files;
    bool was_refused = false;  ///< the last time it was to be reversed
  };
  /// What a page sent.
  struct Sent {
    std::string by;
    nlohmann::json request;
  };
  using Act = std::string (Editor::*)(const Sent& sent);

  std::string change(const Sent& sent);
  std::string undo(const Sent& sent) { return reverse(sent, done_, undone_, "undo"); }
  std::string redo(const Sent& sent) { return reverse(sent, undone_, done_, "redo"); }
  std::string log(const Sent& sent);
  /// Takes the sender's last one back; done again where it had been taken back. What can't be is told why and stays: those before it come
  /// next, then it is tried again.
  std::string reverse(const Sent& sent, std::vector<Done>& from, std::vector<Done>& to, const char* verb);
  /// What becomes of a request, with what its sender may take back and do again.
  nlohmann::json answer(const std::string& by, bool is_ok, const std::string& message) const;
  /// Adds a step, and drops the oldest where texts take too much room.
  static void keep(std::vector<Done>& steps, Done step);
  void note(const std::string& line);
  /// Runs one after the other; what can't be done becomes the answer.
  std::string guarded(const std::string& body, Act act);
  std::string form(const std::string& touchpoint);

  Inputs inputs_;
  std::function<void(const std::string& line)> tell_;
  std::mutex mutex_;
  std::vector<Done> done_;
  std::vector<Done> undone_;
  std::deque<std::string> log_;
};

}  // namespace mot::serve
