// What the pages say of commands and options in the midst of a sentence, between backticks, is there: the command, and each option of it.
// Commands in blocks are run (walkthrough_test).
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "support/folder.h"
#include "support/program.h"

namespace fs = std::filesystem;
using mot::testing::run_mot;
using mot::testing::text_of;

namespace {

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

/// The options that a text names: `--format` of `--format=json,`.
std::set<std::string> options_in(const std::string& text) {
  std::set<std::string> options;
  for (const std::string& word : words_of(text)) {
    const auto begin = word.find("--");
    if (begin != 0 && !(begin == 1 && (word[0] == '[' || word[0] == '('))) continue;
    const auto end = std::find_if_not(word.begin() + static_cast<std::ptrdiff_t>(begin), word.end(),
                                      [](char c) { return c == '-' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
    options.emplace(word.begin() + static_cast<std::ptrdiff_t>(begin), end);
  }
  options.erase("--");
  return options;
}

/// Every command with the options of its help.
const std::map<std::string, std::set<std::string>>& commands() {
  static const auto found = [] {
    std::map<std::string, std::set<std::string>> options;
    std::istringstream in(run_mot({"help"}).out);
    bool is_list = false;
    for (std::string line; std::getline(in, line);) {
      if (line.empty() || line == "Commands:") is_list = line == "Commands:";
      const bool is_command = is_list && line.starts_with("  ") && line.size() > 2 && line[2] != ' ';
      if (!is_command) continue;
      const std::string name = words_of(line).front();
      options[name] = options_in(run_mot({"help", name}).out);
    }
    options["help"].insert("--help");
    return options;
  }();
  return found;
}

/// What stands between backticks outside of blocks.
std::vector<std::string> inline_code(const std::string& page) {
  std::vector<std::string> found;
  std::string text;
  std::istringstream in(page);
  bool is_block = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("```")) is_block = !is_block;
    if (!is_block && !line.starts_with("```")) text += line + " ";
  }
  for (std::size_t begin = text.find('`'); begin != std::string::npos; begin = text.find('`', begin)) {
    const std::size_t end = text.find('`', begin + 1);
    if (end == std::string::npos) break;
    found.push_back(text.substr(begin + 1, end - begin - 1));
    begin = end + 1;
  }
  return found;
}

/// What is wrong with a piece of code; empty where it is a command that is there, or none.
std::string fault_of(const std::string& code) {
  std::vector<std::string> words = words_of(code);
  if (words.empty()) return "";
  if (words[0].starts_with("--")) {
    const std::string option = *options_in(code).begin();
    const auto& all = commands();
    const bool is_known = std::any_of(all.begin(), all.end(), [&](const auto& command) { return command.second.contains(option); });
    return is_known || option == "--version" ? "" : option;
  }
  if (words[0] != "mot" || words.size() < 2) return "";
  words.erase(words.begin(), words.begin() + (words[1] == "-C" ? 3 : 1));
  const bool is_placeholder = words.empty() || words[0].starts_with("-") || (words[0][0] >= 'A' && words[0][0] <= 'Z') || words[0] == "…";
  if (is_placeholder) return "";
  const auto command = commands().find(words[0]);
  if (command == commands().end()) return "mot " + words[0];
  for (const std::string& option : options_in(code))
    if (!command->second.contains(option)) return "mot " + words[0] + " " + option;
  return "";
}

}  // namespace

TEST_CASE("a command or an option that is not there is found") {
  CHECK(commands().size() > 20);
  CHECK(commands().at("gaps").contains("--sensitivity"));
  CHECK(fault_of("mot gaps --sensitivity").empty());
  CHECK(fault_of("mot -C DIR import …").empty());
  CHECK(fault_of("mot gap") == "mot gap");
  CHECK(fault_of("mot gaps --sensitive") == "mot gaps --sensitive");
  CHECK(fault_of("--sensitive") == "--sensitive");
  CHECK(inline_code("a `b\nc` d\n```\n`e`\n```\n`f`") == std::vector<std::string>{"b c", "f"});
}

TEST_CASE("every command and option that the pages name is there") {
  const fs::path root = MOT_SOURCE_DIR;
  std::vector<fs::path> pages = {root / "README.md", root / "CONTRIBUTING.md"};
  for (const auto& entry : fs::directory_iterator(root / "docs"))
    if (entry.path().extension() == ".md") pages.push_back(entry.path());
  std::size_t seen = 0;
  for (const fs::path& page : pages) {
    CAPTURE(page);
    for (const std::string& code : inline_code(text_of(page))) {
      const bool is_command = code.starts_with("mot ") || code.starts_with("--");
      seen += is_command ? 1 : 0;
      if (is_command) CHECK(fault_of(code) == "");
    }
  }
  CHECK(seen > 100);
}
