#include <array>

#include "help.h"
#include "outputs.h"
#include "table_of_commands.h"

namespace mot {
namespace {

constexpr std::string_view about_files = "workspace";

struct HelpFormat {
  std::string_view name;
  std::string_view extension;
  std::string (*write)(const HelpPage& page);
};
constexpr HelpFormat formats_of_help[] = {{"text", ".txt", help_text}, {"man", "", manual_page}, {"md", ".md", markdown_page}};
constexpr std::span<const HelpFormat> help_formats() {
  return formats_of_help;
}

constexpr Option help_options[] = {format_option<help_formats>, output_option};

std::vector<std::string_view> topics() {
  std::vector<std::string_view> topics = names_in<commands>();
  topics.push_back(about_files);
  return topics;
}

HelpPage page_on(const std::vector<std::string>& topics) {
  if (topics.empty()) return help_page();
  const Command* command = command_named(topics.front());
  return command == nullptr ? workspace_page() : help_page(*command);
}

int help_on_topic(const Session& session) {
  const HelpPage page = page_on(session.arguments.operands());
  for (const Destination& destination : destinations_in<help_formats>(session.arguments)) {
    deliver(session, destination.file, formats_of_help[destination.format].write(page));
  }
  return 0;
}

}  // namespace

constinit const Command help_command = {
    .name = "help",
    .does = "explain a command, or the keys of workspace files",
    .details = "The same as 'mot COMMAND --help'. The manual pages are made by it as well.",
    .examples =
        "  mot help gaps\n"
        "  mot help workspace\n"
        "  mot help map --format man | man -l -\n"
        "  mot help workspace -o reference.md\n",
    .options = help_options,
    .operand = {.name = "TOPIC", .help = "a command, or 'workspace' for the keys of its files", .choices = topics},
    .run = help_on_topic,
};

}  // namespace mot
