// The command line, parsed and checked against the tables of options.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "command.h"

namespace mot {

/// What was typed can't be meant; `command` is whose help says how it is done, or null.
struct UsageError : std::runtime_error {
  explicit UsageError(const std::string& message, const Command* about = nullptr) : std::runtime_error(message), command(about) {}
  const Command* command;
};

/// Options are asked for by their long names; to ask for one that no table has is a mistake of ours.
class Arguments {
 public:
  bool has(std::string_view option) const { return !all(option).empty(); }
  /// The value given last, else the option's `otherwise`, else nothing.
  std::optional<std::string> text(std::string_view option) const;
  /// The same for an option that has an `otherwise`.
  std::string text_of(std::string_view option) const;
  /// Every value given, in order.
  const std::vector<std::string>& all(std::string_view option) const;
  const std::vector<std::string>& operands() const { return operands_; }
  /// The same but for one option, which has these values.
  Arguments with(std::string_view option, std::vector<std::string> values) const;

  const Command* command = nullptr;  ///< null where none is named

 private:
  friend Arguments parse(std::span<const std::string> words);

  struct Values {
    std::vector<std::string> given;
    std::string_view otherwise;
  };
  std::map<std::string_view, Values> options_;
  std::vector<std::string> operands_;
};

/// The row of a table whose names are the choices of an option; the first where the option is not given.
template <auto table>
const auto& chosen_in(const Arguments& arguments, std::string_view option) {
  const auto name = arguments.text(option);
  for (const auto& row : table()) {
    if (row.name == name) return row;
  }
  return table().front();
}

/// The value of an option whose choices are a vocabulary, and that is given or has an `otherwise`.
template <class Word>
Word word_of(const Arguments& arguments, std::string_view option) {
  return *word_from<Word>(arguments.text_of(option));
}

/// What was typed, as a message shows it.
std::string in_quotes(std::string_view text);

/// Takes the command line apart, and checks what the tables say of it. Throws UsageError.
Arguments parse(std::span<const std::string> words);

}  // namespace mot
