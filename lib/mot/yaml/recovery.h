// A fault costs the smallest thing it stands in: the entry between brackets, else the key or the list item that indentation shows. That is
// taken out of the text, byte for byte, so that every other place stays, and the text is read again.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mot/yaml/node.h"

namespace mot::yaml {

/// What was taken out, and what stands there instead.
struct Loss {
  enum class Kind : unsigned char {
    key,       ///< `~:`, an entry of a mapping
    item,      ///< `-`, an item of a list
    brackets,  ///< `{ }` or `[ ]`, what was between them
    lines,     ///< nothing at all
  };
  Kind kind;
  std::size_t begin;
  std::size_t end;
};

/// Of lines without anything in their place nobody can tell what they belonged to: all that ends there or holds them lacks something.
void cut_around_lost_lines(Tree& tree, std::span<const Loss> losses);

/// A text that is read in spite of its faults. The text must outlive it.
class Recovery {
 public:
  explicit Recovery(std::string_view text) : original_(text) {}

  /// The text as it is to be read; it stays good while this lives and nothing is taken out.
  std::string_view text() const { return copy_ ? std::string_view(*copy_) : original_; }
  const std::vector<Loss>& losses() const { return losses_; }

  /// Whether a fault at an offset is one that was met before: what stands there has been taken out already.
  bool is_known(std::size_t at) const;
  /// Takes out what a fault at an offset costs; brackets are those open there, the outermost first. False where that has no end: too many
  /// faults, or nothing left to take.
  bool take_out(std::size_t at, const std::vector<std::size_t>& brackets);
  /// Counts one more reading of the text. False where that has been read as often as it may be.
  bool may_read_again();
  /// Whether what is lost may hold things that other places speak of: more than a line with a plain value.
  bool hides_things() const { return hides_things_; }

  /// The text that differs from the original one, if any; the views into it stay good.
  std::unique_ptr<std::string> release() { return std::move(copy_); }

 private:
  bool is_taken(const Loss& loss) const;
  Loss widened(Loss loss) const;
  void take(Loss loss);

  std::string_view original_;
  std::unique_ptr<std::string> copy_;
  std::vector<Loss> losses_;
  std::size_t bytes_read_ = 0;
  bool hides_things_ = false;
};

}  // namespace mot::yaml
