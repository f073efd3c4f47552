#include "help.h"

#include <fmt/format.h>

#include <algorithm>

#include "mot/text/utf8.h"

namespace mot {
namespace {

constexpr std::size_t columns = 100;

/// What is explained, and its explanation.
struct Entry {
  std::string term;
  std::string text;
};

/// The words of `text` in lines of at most `columns`, each led by `indent` blanks; the first line is led by `lead`.
std::string wrapped(std::string_view text, std::string lead, std::size_t indent) {
  std::string all, line = std::move(lead);
  line.resize(std::max(line.size(), indent), ' ');
  bool is_begun = false;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    if (is_begun && display_width(line) + 1 + display_width(word) > columns) {
      all += line + "\n";
      line.assign(indent, ' ');
      is_begun = false;
    }
    line.append(is_begun ? " " : "").append(word);
    is_begun = true;
  }
  return all + line + "\n";
}

std::string paragraphs(std::string_view text) {
  std::string all;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    all += wrapped(line, "", 0);
  }
  return all;
}

std::string list_of(std::string_view heading, const std::vector<Entry>& entries) {
  std::size_t widest = 0;
  for (const Entry& entry : entries) widest = std::max(widest, entry.term.size());
  std::string text = fmt::format("\n{}:\n", heading);
  for (const Entry& entry : entries) {
    std::string lead = "  " + entry.term;
    lead.resize(widest + 4, ' ');
    text += wrapped(entry.text, std::move(lead), widest + 4);
  }
  return text;
}

/// " (auto, always, never; else auto)": what is accepted, and what holds where nothing is given.
std::string values_of(Choices choices, std::string_view otherwise) {
  std::string values = choices == nullptr ? "" : fmt::format("{}", fmt::join(choices(), ", "));
  if (!otherwise.empty()) values += fmt::format("{}else {}", values.empty() ? "" : "; ", otherwise);
  return values.empty() ? "" : fmt::format(" ({})", values);
}

Entry entry_of(const Option& option) {
  std::string term =
      option.short_name.empty() ? fmt::format("    {}", option.long_name) : fmt::format("{}, {}", option.short_name, option.long_name);
  if (!option.value.empty()) term += fmt::format(" {}", option.value);
  return {std::move(term), fmt::format("{}{}", option.help, values_of(option.choices, option.otherwise))};
}

std::vector<Entry> entries_of(std::span<const Option> options) {
  std::vector<Entry> entries;
  for (const Option& option : options) entries.push_back(entry_of(option));
  return entries;
}

std::string operand_in_usage(const Operand& operand) {
  if (operand.name.empty()) return "";
  const std::string name = fmt::format("{}{}", operand.name, operand.times == Times::any_number ? "…" : "");
  return operand.is_required ? " " + name : fmt::format(" [{}]", name);
}

}  // namespace

std::string help() {
  std::vector<Entry> entries;
  for (const Command& command : commands()) entries.push_back({std::string(command.name), std::string(command.does)});
  return "mot: moments of truth as code\n\nUsage: mot [-C DIR] [--color WHEN] [-q] COMMAND …\n" + list_of("Commands", entries) +
         list_of("Options", entries_of(global_options())) +
         "\nExample:\n"
         "  mot init my-company            make a small workspace to begin with\n"
         "  mot -C my-company validate     look for mistakes in it\n"
         "  mot -C my-company map          draw its first journey\n"
         "\n'mot COMMAND --help' says more of a command.\n";
}

std::string help_on(const Command& command) {
  const Operand& operand = command.operand;
  std::string text = fmt::format("mot {0}: {1}\n\nUsage: mot {0}{2}{3}\n", command.name, command.does,
                                 command.options.empty() ? "" : " [OPTIONS]", operand_in_usage(operand));
  if (!command.details.empty()) text += "\n" + paragraphs(command.details);
  if (!operand.name.empty()) {
    text += list_of("What it reads", {{std::string(operand.name), fmt::format("{}{}", operand.help, values_of(operand.choices, ""))}});
  }
  if (!command.options.empty()) text += list_of("Options", entries_of(command.options));
  if (command.glossary.entries != nullptr) {
    std::vector<Entry> entries;
    for (const auto& [word, meaning] : command.glossary.entries()) entries.push_back({word, meaning});
    text += list_of(command.glossary.heading, entries);
  }
  text += list_of("With every command", entries_of(global_options()));
  return text + fmt::format("\nExample:\n{}", command.examples);
}

}  // namespace mot
