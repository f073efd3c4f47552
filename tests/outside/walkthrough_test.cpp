// The ```console blocks of the README and of every page of docs/ are run as a reader would type them: each page in order, in one shell of
// its own, beside a copy of the examples. A line
// `$ command` must end with 0, or with N where it says `# exits with N`; what stands below it, if anything, is what it prints, a line
// `...` for any lines. A here-document up to `END` belongs to its command.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace fs = std::filesystem;

namespace {

struct Command {
  std::string text;
  int exit = 0;
  std::vector<std::string> output;  ///< as shown; empty where nothing is
};

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<Command> commands_of(const std::string& markdown) {
  constexpr std::string_view exits = "# exits with ";
  std::vector<Command> commands;
  bool is_console = false;
  bool is_here_document = false;
  for (const std::string& line : lines_of(markdown)) {
    if (is_here_document) {
      commands.back().text += "\n" + line;
      is_here_document = line != "END";
    } else if (line.starts_with("```")) {
      is_console = line == "```console";
    } else if (is_console && line.starts_with("$ ")) {
      const auto at = line.find(exits);
      commands.push_back({line.substr(2), at == std::string::npos ? 0 : std::stoi(line.substr(at + exits.size())), {}});
      is_here_document = line.find("<<'END'") != std::string::npos;
    } else if (is_console && !commands.empty()) {
      commands.back().output.push_back(line);
    }
  }
  return commands;
}

/// Whether the lines from `at` on are what is shown from `shown_at` on.
bool matches(const std::vector<std::string>& shown, std::size_t shown_at, const std::vector<std::string>& lines, std::size_t at) {
  if (shown_at == shown.size()) return at == lines.size();
  if (shown[shown_at] == "...")
    return matches(shown, shown_at + 1, lines, at) || (at < lines.size() && matches(shown, shown_at, lines, at + 1));
  return at < lines.size() && shown[shown_at] == lines[at] && matches(shown, shown_at + 1, lines, at + 1);
}

/// One shell runs all commands, so that `cd` holds; what each prints and how it ends goes to files below `results`.
std::string script_of(const std::vector<Command>& commands, const fs::path& results) {
  std::string script;
  for (std::size_t i = 0; i < commands.size(); ++i)
    script += fmt::format("{{ {}\n}} >'{}/{}.out' 2>&1 </dev/null; echo $? >'{}/{}.exit'\n", commands[i].text, results.string(), i,
                          results.string(), i);
  return script;
}

/// A folder of its own that goes away with it.
class Scratch {
 public:
  Scratch() {
    std::string name = (fs::temp_directory_path() / "mot-readme-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder: " + name);
    path_ = name;
  }
  ~Scratch() { fs::remove_all(path_); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

}  // namespace

TEST_CASE("commands, their exits and what they print are read from console blocks") {
  const auto commands =
      commands_of("```sh\n$ no\n```\n```console\n$ a b\n1\n...\n$ c  # exits with 2\n$ d <<'END'\n$ e\nEND\n2\n```\n$ no\n");
  REQUIRE(commands.size() == 3);
  CHECK(commands[0].text == "a b");
  CHECK(commands[0].exit == 0);
  CHECK(commands[0].output == std::vector<std::string>{"1", "..."});
  CHECK(commands[1].exit == 2);
  CHECK(commands[1].output.empty());
  CHECK(commands[2].text == "d <<'END'\n$ e\nEND");
  CHECK(commands[2].output == std::vector<std::string>{"2"});
}

TEST_CASE("three dots stand for any lines") {
  const std::vector<std::string> lines = {"a", "b", "c"};
  CHECK(matches({"a", "b", "c"}, 0, lines, 0));
  CHECK(matches({"a", "...", "c"}, 0, lines, 0));
  CHECK(matches({"...", "b", "..."}, 0, lines, 0));
  CHECK(matches({"a", "b", "c", "..."}, 0, lines, 0));
  CHECK_FALSE(matches({"a", "..."}, 0, {"b"}, 0));
  CHECK_FALSE(matches({"a", "b"}, 0, lines, 0));
  CHECK_FALSE(matches({"...", "d"}, 0, lines, 0));
}

namespace {

/// The README and what stands in docs/, by name, with the commands of each; pages without any are left out.
std::vector<std::pair<std::string, std::vector<Command>>> walkthroughs() {
  const fs::path root = MOT_SOURCE_DIR;
  std::vector<fs::path> pages = {root / "README.md"};
  for (const auto& entry : fs::directory_iterator(root / "docs"))
    if (entry.path().extension() == ".md") pages.push_back(entry.path());
  std::sort(pages.begin() + 1, pages.end());
  std::vector<std::pair<std::string, std::vector<Command>>> found;
  for (const fs::path& page : pages)
    if (auto commands = commands_of(text_of(page)); !commands.empty()) found.emplace_back(page.filename().string(), std::move(commands));
  return found;
}

void walk_through(const std::vector<Command>& commands) {
  const Scratch scratch;
  const fs::path home = scratch.path() / "home";
  const fs::path results = scratch.path() / "results";
  fs::create_directories(home);
  fs::create_directories(results);
  fs::copy(fs::path(MOT_SOURCE_DIR) / "examples", home / "examples", fs::copy_options::recursive);
  std::ofstream(scratch.path() / "script") << script_of(commands, results);
  const std::string path = fs::path(MOT_PROGRAM).parent_path().string();
  const std::string shell = fmt::format(
      "cd '{}' && PATH='{}':$PATH HOME='{}' GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@example.com GIT_COMMITTER_NAME=A "
      "GIT_COMMITTER_EMAIL=a@example.com sh '{}/script'",
      home.string(), path, home.string(), scratch.path().string());
  REQUIRE(std::system(shell.c_str()) == 0);

  for (std::size_t i = 0; i < commands.size(); ++i) {
    CAPTURE(commands[i].text);
    const std::string output = text_of(results / fmt::format("{}.out", i));
    CAPTURE(output);
    CHECK(text_of(results / fmt::format("{}.exit", i)) == fmt::format("{}\n", commands[i].exit));
    if (!commands[i].output.empty()) CHECK(matches(commands[i].output, 0, lines_of(output), 0));
  }
}

}  // namespace

TEST_CASE("the commands of every page do what it says") {
  const auto pages = walkthroughs();
  REQUIRE(pages.size() > 5);
  CHECK(pages.front().first == "README.md");
  for (const auto& [page, commands] : pages) {
    CAPTURE(page);
    walk_through(commands);
  }
}
