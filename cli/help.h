// Help, made from the tables of commands, options and keys: pages as data, and what they look like on a terminal and as manual pages.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "command.h"

namespace mot {

/// What is explained, and its explanation.
struct HelpEntry {
  std::string term;
  std::string text;
};

/// The term without the blanks that line it up with others.
std::string_view bare_term(const HelpEntry& entry);

/// A list of things explained, or lines to be shown as they are.
struct HelpSection {
  std::string heading;
  std::vector<HelpEntry> entries;
  std::string verbatim = {};
};

struct HelpPage {
  std::string title;  ///< "mot gaps"
  std::string does;   ///< one line
  std::string usage;  ///< a line; empty for what is no program
  std::string details;
  std::vector<HelpSection> sections;
  std::string closing = {};
  int manual_section = 1;  ///< 1: programs, 5: files
};

/// The program's page: its commands and how to begin.
HelpPage help_page();
/// A command's page: how it is called, its options, an example.
HelpPage help_page(const Command& command);
/// The keys of workspace files.
HelpPage workspace_page();

/// The words of `text` in lines of at most `columns`, each led by `indent` blanks; the first line is led by `lead`.
std::string wrapped(std::string_view text, std::string lead, std::size_t indent, std::size_t columns);

/// As a terminal shows it.
std::string help_text(const HelpPage& page);
/// As a page of Markdown: a table for each list.
std::string markdown_page(const HelpPage& page);
/// As a manual page, in the man macros. Source: groff_man(7).
std::string manual_page(const HelpPage& page);

}  // namespace mot
