// A command as data: its options, its help and what it does. The parser, the help, the completion of shells and the tests all read
// these tables.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mot/model/vocabulary.h"

namespace mot {

struct Session;

/// The words an option or an operand accepts.
using Choices = std::vector<std::string_view> (*)();

/// The names in a table of formats, views or whatever has rows with a `name`.
template <auto table>
std::vector<std::string_view> names_in() {
  std::vector<std::string_view> names;
  for (const auto& row : table()) names.push_back(row.name);
  return names;
}

/// The names of a vocabulary.
template <class Word>
std::vector<std::string_view> words_of_vocabulary() {
  return {names_of<Word>.begin(), names_of<Word>.end()};
}

enum class Times : std::uint8_t { once, any_number };

struct Option {
  std::string_view long_name = {};   ///< `--format`
  std::string_view short_name = {};  ///< `-o`, or empty
  std::string_view value = {};       ///< what the help calls its value; empty: a switch
  std::string_view help = {};
  std::string_view otherwise = {};  ///< its value where it is not given, for the help and for `Arguments::text_of`
  Choices choices = nullptr;
  Times times = Times::once;  ///< of one that is given more often than it may be, the last counts
};

/// Lists of options one after another.
template <class... Lists>
constexpr auto options_from(const Lists&... lists) {
  std::array<Option, (sizeof(Lists) + ...) / sizeof(Option)> all{};
  std::size_t at = 0;
  (..., [&] {
    for (const Option& option : lists) all[at++] = option;
  }());
  return all;
}

/// What stands on the command line without an option.
struct Operand {
  std::string_view name = {};  ///< as the help calls it; empty: the command takes none
  std::string_view help = {};
  Choices choices = nullptr;
  Times times = Times::once;
  bool is_required = false;
  Choices also = nullptr;  ///< words that may stand there besides what files hold
};

/// Words that an option accepts and what each of them means: a list of its own in the help.
struct Glossary {
  std::string_view heading;
  std::vector<std::pair<std::string, std::string>> (*entries)() = nullptr;
};

struct Command {
  std::string_view name;
  std::string_view does;     ///< one line, for the list of commands
  std::string_view details;  ///< what else its help says
  std::string_view examples;
  std::span<const Option> options;
  Operand operand;
  int (*run)(const Session& session);  ///< the exit code; throws std::runtime_error where the world fails
  Glossary glossary = {};
};

/// Every command, in the order of the help.
std::span<const Command> commands();
const Command* command_named(std::string_view name);

/// What stands with any command.
std::span<const Option> global_options();

}  // namespace mot
