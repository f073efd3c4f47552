// Edits that the page asks for, with undo and redo. Each is saved at once, or refused with the reason.
#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "mot/edit/edits.h"
#include "mot/serve/server.h"

namespace mot::serve {

class Editor {
 public:
  explicit Editor(Inputs inputs) : inputs_(std::move(inputs)) {}

  Posts posts();
  Questions questions();

 private:
  struct Done {
    std::string what;
    std::vector<edit::EditedFile> files;
  };

  std::string change(const std::string& body);
  std::string undo();
  std::string redo();
  std::string answer(bool is_ok, const std::string& message) const;
  std::string made(Done done);
  /// Runs one after the other; what can't be done becomes the answer.
  std::string guarded(const std::function<std::string()>& act);
  std::string fields_of(const std::string& touchpoint);

  Inputs inputs_;
  std::mutex mutex_;
  std::vector<Done> done_;
  std::vector<Done> undone_;
};

}  // namespace mot::serve
