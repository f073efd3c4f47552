// What was read of one state of a workspace, so that another state reads only the files that it holds otherwise.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "mot/load/document.h"
#include "mot/load/load.h"

namespace mot {

/// Of files in which nothing was found. Texts are its own, so that what was loaded may go.
class KnownFiles {
 public:
  /// Takes out what is in the file of that number, for places carry it, with these very bytes; nothing where it is not known. Several
  /// threads may ask for a file each.
  std::optional<Document> take(std::uint32_t file, std::string_view text);
  void add(std::uint32_t file, std::string_view text, const Document& document);

  /// The bytes that `Files::content_id` stands for, so that they need not be read again; nothing where they are not known.
  std::optional<std::string_view> text_of(const std::string& content_id) const;
  /// An id that is empty stands for nothing.
  void add_text(std::string content_id, std::string_view text);

 private:
  struct Known {
    std::string text;
    std::optional<Document> document;  ///< nothing once it was taken
  };
  std::map<std::uint32_t, Known> files_;
  std::unordered_map<std::string, std::string> texts_;  // only looked up, never walked
};

/// As `load`.
Loaded load_learning(const Inputs& inputs, KnownFiles& known);
/// As `load`, but nothing that is known is read again; it is taken out of `known`.
Loaded load_knowing(const Inputs& inputs, KnownFiles& known);
/// Both: a state that is followed as it changes reads what changed since the last time.
Loaded load_following(const Inputs& inputs, KnownFiles& known);

}  // namespace mot
