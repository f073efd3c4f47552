// Edits that the page asks for, with undo and redo. Each is saved at once, or refused with the reason.
#pragma once

#include <deque>
#include <functional>
#include <mutex>
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
  /// What was done, and what it made of the files.
  struct Done {
    std::string what;
    std::vector<edit::EditedFile> files;
  };

  std::string change(const std::string& body);
  /// Takes the last one back; done again where it had been taken back.
  std::string reverse(std::vector<Done>& from, std::vector<Done>& to, const char* verb);
  std::string answer(bool is_ok, const std::string& message, const std::string& added = "") const;
  /// Adds a step, and drops the oldest where texts take too much room.
  static void keep(std::vector<Done>& steps, Done step);
  void note(const std::string& line);
  /// Runs one after the other; what can't be done becomes the answer.
  std::string guarded(const std::function<std::string()>& act);
  std::string form(const std::string& touchpoint);

  Inputs inputs_;
  std::function<void(const std::string& line)> tell_;
  std::mutex mutex_;
  std::vector<Done> done_;
  std::vector<Done> undone_;
  std::deque<std::string> log_;
};

}  // namespace mot::serve
