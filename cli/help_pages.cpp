// What stands on the pages of the help.
#include <fmt/format.h>

#include "help.h"
#include "mot/write/reference.h"

namespace mot {
namespace {

/// " (auto, always, never; else auto)": what is accepted, and what holds where nothing is given.
std::string values_of(Choices choices, std::string_view otherwise) {
  std::string values = choices == nullptr ? "" : fmt::format("{}", fmt::join(choices(), ", "));
  if (!otherwise.empty()) values += fmt::format("{}else {}", values.empty() ? "" : "; ", otherwise);
  return values.empty() ? "" : fmt::format(" ({})", values);
}

HelpEntry entry_of(const Option& option) {
  std::string term =
      option.short_name.empty() ? fmt::format("    {}", option.long_name) : fmt::format("{}, {}", option.short_name, option.long_name);
  if (!option.value.empty()) term += fmt::format(" {}", option.value);
  return {std::move(term), fmt::format("{}{}", option.help, values_of(option.choices, option.otherwise))};
}

HelpSection section_of(std::string heading, std::span<const Option> options) {
  HelpSection section{std::move(heading), {}};
  for (const Option& option : options) section.entries.push_back(entry_of(option));
  return section;
}

std::string operand_in_usage(const Operand& operand) {
  if (operand.name.empty()) return "";
  const std::string name = fmt::format("{}{}", operand.name, operand.times == Times::any_number ? "…" : "");
  return operand.is_required ? " " + name : fmt::format(" [{}]", name);
}

}  // namespace

HelpPage help_page() {
  HelpSection table{"Commands", {}};
  for (const Command& command : commands()) table.entries.push_back({std::string(command.name), std::string(command.does)});
  return {.title = "mot",
          .does = "moments of truth as code",
          .usage = "mot [-C DIR] [--color WHEN] [-q] COMMAND …",
          .details = {},
          .sections = {std::move(table),
                       section_of("Options", global_options()),
                       {"Example",
                        {},
                        "  mot init my-company            make a small workspace to begin with\n"
                        "  mot -C my-company validate     look for mistakes in it\n"
                        "  mot -C my-company map          draw its first journey\n"}},
          .closing = "'mot COMMAND --help' says more of a command, 'mot help workspace' of the files."};
}

HelpPage help_page(const Command& command) {
  const Operand& operand = command.operand;
  HelpPage page{.title = fmt::format("mot {}", command.name),
                .does = std::string(command.does),
                .usage = fmt::format("mot {}{}{}", command.name, command.options.empty() ? "" : " [OPTIONS]", operand_in_usage(operand)),
                .details = std::string(command.details),
                .sections = {}};
  if (!operand.name.empty()) {
    page.sections.push_back(
        {"What it reads", {{std::string(operand.name), fmt::format("{}{}", operand.help, values_of(operand.choices, ""))}}});
  }
  if (!command.options.empty()) page.sections.push_back(section_of("Options", command.options));
  if (command.glossary.entries != nullptr) {
    HelpSection glossary{std::string(command.glossary.heading), {}};
    for (const auto& [word, meaning] : command.glossary.entries()) glossary.entries.push_back({word, meaning});
    page.sections.push_back(std::move(glossary));
  }
  page.sections.push_back(section_of("With every command", global_options()));
  page.sections.push_back({"Example", {}, std::string(command.examples)});
  return page;
}

HelpPage workspace_page() {
  HelpPage page{.title = "mot workspace",
                .does = "the keys of the files that mot reads",
                .usage = {},
                .details =
                    "A workspace is a folder with a file mot.yaml, and what that includes. Each file holds any of the sections under 'a "
                    "workspace file'; a section may be spread over files. Keys that begin with x- are left alone.",
                .sections = {},
                .manual_section = 5};
  for (const RecordReference& record : workspace_reference()) {
    HelpSection section{record.name, {}};
    for (const KeyReference& key : record.keys) {
      section.entries.push_back(
          {key.key, fmt::format("{} ({}{}) Shows in: {}.", key.meaning, key.form, key.is_required ? "; needed" : "", key.shown)});
    }
    page.sections.push_back(std::move(section));
  }
  return page;
}

}  // namespace mot
