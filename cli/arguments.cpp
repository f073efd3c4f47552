// The parser of the command line. No other file includes CLI11, which takes 15 seconds to compile.
#include "arguments.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cassert>
#include <iterator>

#include "mot/text/nearest.h"
#include "mot/text/utf8.h"

namespace mot {
namespace {

using TypedWords = std::vector<std::string>;

void add_option(CLI::App& app, const Option& option, TypedWords& values) {
  const std::string names =
      option.short_name.empty() ? std::string(option.long_name) : fmt::format("{},{}", option.short_name, option.long_name);
  if (option.value.empty()) {
    app.add_flag_callback(names, [&values] { values.emplace_back(); })->disable_flag_override();
    return;
  }
  app.add_option(names, values)->expected(1)->allow_extra_args(false)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

/// Every option that may stand with a command, or with none.
std::vector<const Option*> options_with(const Command* command) {
  std::vector<const Option*> options;
  if (command != nullptr) {
    for (const Option& option : command->options) options.push_back(&option);
  }
  for (const Option& option : global_options()) options.push_back(&option);
  return options;
}

std::string suggestion(std::string_view typed, const Command* command) {
  std::vector<std::string_view> names;
  for (const Option* option : options_with(command)) names.push_back(option->long_name);
  return did_you_mean(typed.substr(0, typed.find('=')), names);
}

/// `-2`, `-.5`: no option is called so.
bool is_negative_number(std::string_view word) {
  const std::string_view digits = word.substr(word.starts_with("-.") ? 2 : 1);
  return word.starts_with('-') && !digits.empty() && digits[0] >= '0' && digits[0] <= '9';
}

/// Operands are what CLI11 could not place: as options of any number of values it would take `[a]` apart into a list. What begins with a
/// dash is an option that does not exist.
void refuse_unknown_options(const TypedWords& unplaced, const Command* command) {
  for (const std::string& word : unplaced) {
    if (!word.starts_with('-') || word == "-" || is_negative_number(word)) continue;
    const std::string suggested = suggestion(word, command);
    const bool may_be_operand = suggested.empty() && command != nullptr && !command->operand.name.empty();
    throw UsageError(
        fmt::format("there is no option {}{}", in_quotes(word), may_be_operand ? "; if it is none, put it behind '--'" : suggested),
        command);
  }
}

/// CLI11's complaints begin with the option's name, of a switch without its dashes.
[[noreturn]] void translate(const CLI::ParseError& error, const Command* command) {
  const std::string_view complaint = error.what();
  for (const Option* option : options_with(command)) {
    const bool is_switch = option->value.empty();
    const std::string_view name = is_switch ? option->long_name.substr(2) : option->long_name;
    if (!complaint.starts_with(name)) continue;
    if (is_switch) throw UsageError(fmt::format("option '{}' takes no value", option->long_name), command);
    throw UsageError(fmt::format("option '{}' needs a value: {}", option->long_name, option->value), command);
  }
  throw UsageError(printable(complaint), command);
}

/// `value` as the choice is written that it names: people write A4 and JSON as well.
void take_choice(std::string_view what, Choices choices, std::string& value, const Command* command) {
  if (choices == nullptr) return;
  const auto known = choices();
  if (std::ranges::find(known, value) != known.end()) return;
  const auto same = std::ranges::find(known, folded(value), [](std::string_view choice) { return folded(choice); });
  if (same != known.end()) {
    value = *same;
    return;
  }
  const std::string suggested = did_you_mean(value, known);
  throw UsageError(
      fmt::format("{} {} is not known{}", what, in_quotes(value), suggested.empty() ? "; it may be " + alternatives(known) : suggested),
      command);
}

/// What CLI11 fills, by the options' long names. A map keeps its entries where they are.
using Filled = std::map<std::string_view, TypedWords>;

void fill_from(CLI::App& app, std::span<const Option> options, Filled& filled) {
  app.set_help_flag("");
  app.allow_extras();
  for (const Option& option : options) add_option(app, option, filled[option.long_name]);
}

const Command* chosen(const CLI::App& app) {
  const auto subcommands = app.get_subcommands();
  return subcommands.empty() ? nullptr : command_named(subcommands.front()->get_name());
}

void check_operands(const Command& command, TypedWords& given) {
  const Operand& operand = command.operand;
  if (operand.name.empty() && !given.empty()) {
    throw UsageError(fmt::format("'mot {}' takes no {}", command.name, in_quotes(given.front())), &command);
  }
  if (operand.is_required && given.empty())
    throw UsageError(fmt::format("'mot {}' needs {} {}", command.name,
                                 std::string_view("AEIO").find(operand.name[0]) != std::string_view::npos ? "an" : "a", operand.name),
                     &command);
  if (operand.times == Times::once && given.size() > 1) {
    throw UsageError(fmt::format("'mot {}' takes one {}, and {} is another", command.name, operand.name, in_quotes(given[1])), &command);
  }
  for (std::string& value : given) take_choice(operand.name, operand.choices, value, &command);
}

void check_words(const Command* command, TypedWords& operands) {
  if (command != nullptr) return check_operands(*command, operands);
  if (operands.empty()) return;
  const std::string_view word = operands.front();
  throw UsageError(fmt::format("there is no command {}{}", in_quotes(word), did_you_mean(word, names_in<commands>())));
}

}  // namespace

std::string in_quotes(std::string_view text) {
  return "'" + printable(text) + "'";
}

const TypedWords& Arguments::all(std::string_view option) const {
  const auto found = options_.find(option);
  assert(found != options_.end());
  return found->second.given;
}

std::optional<std::string> Arguments::text(std::string_view option) const {
  if (has(option)) return all(option).back();
  const std::string_view otherwise = options_.find(option)->second.otherwise;
  return otherwise.empty() ? std::nullopt : std::optional<std::string>(otherwise);
}

std::string Arguments::text_of(std::string_view option) const {
  const auto value = text(option);
  assert(value);
  return *value;
}

Arguments Arguments::with(std::string_view option, std::vector<std::string> values) const {
  Arguments other = *this;
  const auto found = other.options_.find(option);
  assert(found != other.options_.end());
  found->second.given = std::move(values);
  return other;
}

Arguments parse(std::span<const std::string> all_words) {
  // CLI11 takes `--` away, and with it what tells an operand behind it from an option.
  const auto mark = std::ranges::find(all_words, "--");
  const TypedWords words(all_words.begin(), mark), behind_mark(mark == all_words.end() ? mark : std::next(mark), all_words.end());
  CLI::App app;
  app.fallthrough();             // holds only for subcommands added after it
  app.require_subcommand(0, 1);  // so that a file called like a command is not taken for one
  Filled global;
  std::map<const Command*, Filled> by_command;
  fill_from(app, global_options(), global);
  for (const Command& command : commands())
    fill_from(*app.add_subcommand(std::string(command.name)), command.options, by_command[&command]);
  try {
    app.parse(TypedWords(words.rbegin(), words.rend()));
  } catch (const CLI::ParseError& error) {
    translate(error, chosen(app));
  }

  Arguments arguments;
  const Command* const command = arguments.command = chosen(app);
  for (const Option* option : options_with(command)) {
    Filled& filled = global.contains(option->long_name) ? global : by_command[command];
    arguments.options_[option->long_name] = {std::move(filled[option->long_name]), option->otherwise};
  }
  arguments.operands_ = app.remaining(true);
  refuse_unknown_options(arguments.operands_, command);
  arguments.operands_.insert(arguments.operands_.end(), behind_mark.begin(), behind_mark.end());
  if (arguments.has("--help")) return arguments;
  for (const Option* option : options_with(command)) {
    const std::string what = fmt::format("option '{}':", option->long_name);
    for (std::string& value : arguments.options_[option->long_name].given) take_choice(what, option->choices, value, command);
  }
  check_words(command, arguments.operands_);
  return arguments;
}

}  // namespace mot
