// What was read of one state of a workspace, so that another state reads only the files that it holds otherwise.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>

#include "mot/load/document.h"
#include "mot/load/load.h"

namespace mot {

/// Of files in which nothing was found.
class KnownFiles {
 public:
  /// What is in the file of that number, for places carry it, with these very bytes; nullptr where it is not known. Several threads may
  /// ask.
  const Document* find(std::uint32_t file, std::string_view text) const;
  /// The text has to outlive this.
  void add(std::uint32_t file, std::string_view text, const Document& document);

 private:
  struct Known {
    std::string_view text;
    Document document;
  };
  std::map<std::uint32_t, Known> files_;
};

/// As `load`. What is loaded has to outlive `known`.
Loaded load_learning(const Inputs& inputs, KnownFiles& known);
/// As `load`, but nothing that is known is read again.
Loaded load_knowing(const Inputs& inputs, const KnownFiles& known);

}  // namespace mot
