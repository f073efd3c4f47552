// The house: who may include whom, what stands where, and how long a thing may be. Reads the sources and fails on a breach.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;

namespace {

/// A room of the library or a program, the floor it is on, and how the names of headers begin that it alone may include.
struct Room {
  std::string name;
  int floor = 0;
  std::vector<std::string> headers;
};

/// docs/architecture.md is the list of rooms, of floors, and of who may include what from elsewhere.
struct House {
  std::vector<Room> rooms;
  std::vector<std::string> headers_of_all;
};

// What g++ 12 lacks or what compiles slowly and matches slowly.
constexpr std::string_view banned_headers[] = {"format", "regex"};

constexpr std::string_view top_level[] = {
    "CHANGELOG.md", "CMakeLists.txt", "CMakePresets.json", "CONTRIBUTING.md", "LICENSE", "Makefile",  "NOTICE",  "README.md",
    "cli",          "docs",           "examples",          "include",         "lib",     "packaging", "schemas", "tests"};

constexpr int most_lines_of_a_file = 400;
constexpr int most_lines_of_a_function = 60;

struct LongFile {
  std::string_view file;
  std::string_view reason;
};

// Tables that read better whole, and why.
const std::vector<LongFile> long_files = {};

struct Include {
  std::string name;
  bool is_quoted = false;
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

const fs::path& root() {
  static const fs::path path = MOT_SOURCE_DIR;
  return path;
}

/// What stands between backticks.
std::vector<std::string> quoted_in(const std::string& text) {
  std::vector<std::string> quoted;
  for (auto begin = text.find('`'); begin != std::string::npos; begin = text.find('`', begin)) {
    const auto end = text.find('`', begin + 1);
    if (end == std::string::npos) break;
    quoted.push_back(text.substr(begin + 1, end - begin - 1));
    begin = end + 1;
  }
  return quoted;
}

/// `| floor | room | does | alone includes |`; nothing where the line is no such row.
std::optional<Room> room_in(const std::string& line) {
  std::istringstream in(line);
  Room room;
  std::string edge, does, bar, headers;
  if (!(in >> edge >> room.floor >> bar >> room.name >> bar) || edge != "|") return std::nullopt;
  std::getline(in, does, '|');
  std::getline(in, headers, '|');
  room.headers = quoted_in(headers);
  return room;
}

const House& house() {
  static const House read = [] {
    constexpr std::string_view of_all = "Every room may include: ";
    House house;
    for (const std::string& line : lines_of(text_of(root() / "docs/architecture.md"))) {
      if (const auto room = room_in(line)) house.rooms.push_back(*room);
      if (line.starts_with(of_all)) house.headers_of_all = quoted_in(line);
    }
    return house;
  }();
  return read;
}

std::vector<Include> includes_of(const std::string& text) {
  std::vector<Include> includes;
  for (const std::string& line : lines_of(text)) {
    if (!line.starts_with("#include ")) continue;
    const auto begin = line.find_first_of("<\"");
    const auto end = begin == std::string::npos ? begin : line.find_first_of(">\"", begin + 1);
    if (begin != std::string::npos && end != std::string::npos)
      includes.push_back({line.substr(begin + 1, end - begin - 1), line[begin] == '"'});
  }
  return includes;
}

/// The floor of a folder, or -1 where there is no such folder in the house.
int floor_of(std::string_view folder) {
  const auto room = std::ranges::find(house().rooms, folder, &Room::name);
  return room == house().rooms.end() ? -1 : room->floor;
}

/// The room of a path: `text` of `mot/text/edit.h`; a name without folders is the includer's own.
std::string folder_of(const std::string& name, const std::string& own) {
  if (name.find('/') == std::string::npos) return own;
  if (!name.starts_with("mot/")) return name;
  return name.substr(4, name.find('/', 4) - 4);
}

std::string breach_of_own(const std::string& folder, const std::string& name) {
  const std::string other = folder_of(name, folder);
  if (folder != "cli" && name.find('/') == std::string::npos) return "write mot/" + folder + "/" + name;
  if (floor_of(other) < 0) return "no such folder in the house";
  if (other == folder || floor_of(other) < floor_of(folder)) return "";
  return other + " is on floor " + std::to_string(floor_of(other)) + ", " + folder + " on " + std::to_string(floor_of(folder));
}

std::string breach_of_foreign(const std::string& folder, const std::string& name) {
  if (std::ranges::find(banned_headers, name) != std::end(banned_headers)) return "this header is banned";
  if (name.find_first_of("./") == std::string::npos) return "";
  const auto begins_as = [&](const std::string& header) { return name.starts_with(header); };
  if (std::ranges::any_of(house().headers_of_all, begins_as)) return "";
  for (const Room& room : house().rooms)
    if (std::ranges::any_of(room.headers, begins_as)) return room.name == folder ? "" : "only " + room.name + " may include it";
  return "a header of a library that no folder of the house is known to use";
}

/// What is wrong with an #include in a file of `folder`; empty where nothing is.
std::string breach_of(const std::string& folder, const Include& include) {
  return include.is_quoted ? breach_of_own(folder, include.name) : breach_of_foreign(folder, include.name);
}

/// The text with comments, literals and preprocessor lines blanked, line breaks kept.
std::string code_of(const std::string& text) {
  std::string code = text;
  const auto blank = [&](std::size_t from, std::size_t to) {
    for (; from < std::min(to, code.size()); ++from)
      if (code[from] != '\n') code[from] = ' ';
  };
  const auto after = [&](std::string_view what, std::size_t from) {
    const auto at = text.find(what, from);
    return at == std::string::npos ? text.size() : at + what.size();
  };
  for (std::size_t i = 0; i < text.size();) {
    const bool at_line_start = i == 0 || text[i - 1] == '\n';
    std::size_t end = i + 1;
    if (text.compare(i, 2, "//") == 0) {
      end = std::min(text.find('\n', i), text.size());
    } else if (text.compare(i, 2, "/*") == 0) {
      end = after("*/", i + 2);
    } else if (at_line_start && text[i] == '#') {
      while (end < text.size() && (text[end] != '\n' || text[end - 1] == '\\')) ++end;
    } else if (text.compare(i, 2, "R\"") == 0) {
      const std::string delimiter = ")" + text.substr(i + 2, text.find('(', i) - i - 2) + "\"";
      end = after(delimiter, i + 2);
    } else if (text[i] == '"' || (text[i] == '\'' && (i == 0 || !std::isalnum(static_cast<unsigned char>(text[i - 1]))))) {
      while (end < text.size() && text[end] != text[i]) end += text[end] == '\\' ? 2 : 1;
      ++end;
    } else {
      ++i;
      continue;
    }
    blank(i, end);
    i = end;
  }
  return code;
}

int lines_of_code(const std::string& text) {
  return static_cast<int>(std::ranges::count_if(
      lines_of(code_of(text)), [](const std::string& line) { return line.find_first_not_of(" \t\r") != std::string::npos; }));
}

struct Function {
  int line = 0;   ///< where its body opens, from one
  int lines = 0;  ///< from there to where it closes
};

/// Whether what stands before a `{` makes it a function's: parentheses, and neither a type, a namespace nor a value.
bool opens_function(const std::string& before) {
  if (before.find('(') == std::string::npos) return false;
  for (const std::string_view word : {"namespace ", "struct ", "class ", "union ", "enum "})
    if (before.starts_with(word)) return false;
  return before.find(" = ") == std::string::npos;
}

/// Functions by counting braces: those that open at a namespace's or a type's own level.
std::vector<Function> functions_of(const std::string& text) {
  std::vector<Function> functions;
  std::string before;
  int line = 1;
  int depth_in_function = 0;
  for (const char c : code_of(text)) {
    if (c == '\n') ++line;
    if (depth_in_function > 0) {
      depth_in_function += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth_in_function == 0) functions.back().lines = line - functions.back().line + 1;
    } else if (c == '{') {
      if (opens_function(before)) {
        functions.push_back({line, 0});
        depth_in_function = 1;
      }
      before.clear();
    } else if (c == '}' || c == ';') {
      before.clear();
    } else if (!before.empty() || !std::isspace(static_cast<unsigned char>(c))) {
      before += c == '\n' ? ' ' : c;
    }
  }
  return functions;
}

/// C++ files below the folders, by path from the root, sorted.
std::vector<std::string> sources(std::initializer_list<const char*> folders) {
  std::vector<std::string> files;
  for (const char* folder : folders)
    for (const auto& entry : fs::recursive_directory_iterator(root() / folder))
      if (entry.path().extension() == ".cpp" || entry.path().extension() == ".h")
        files.push_back(fs::relative(entry.path(), root()).generic_string());
  std::ranges::sort(files);
  return files;
}

std::string folder_of_file(const std::string& file) {
  for (const std::string_view base : {"lib/", "include/"})
    if (file.starts_with(base)) return folder_of(file.substr(base.size()), "");
  return "cli";
}

/// What git keeps; without git (an unpacked archive) what lies there, less what is built.
std::vector<std::string> kept_files() {
  std::string listed;
  const std::string command = "git -C '" + root().string() + "' ls-files -z 2>/dev/null";
  if (FILE* pipe = popen(command.c_str(), "r")) {
    std::array<char, 4096> piece;
    while (const auto count = fread(piece.data(), 1, piece.size(), pipe)) listed.append(piece.data(), count);
    pclose(pipe);
  }
  std::vector<std::string> files;
  for (std::size_t begin = 0; begin < listed.size(); begin = listed.find('\0', begin) + 1) files.emplace_back(listed.c_str() + begin);
  if (!files.empty()) return files;
  for (auto entry = fs::recursive_directory_iterator(root()); entry != fs::recursive_directory_iterator(); ++entry) {
    const std::string path = fs::relative(entry->path(), root()).generic_string();
    if (path == "build" || path == ".git") entry.disable_recursion_pending();
    if (entry->is_regular_file()) files.push_back(path);
  }
  return files;
}

}  // namespace

TEST_CASE("an include is judged by the floors and by who may use a library") {
  const struct {
    const char* folder;
    Include include;
    bool is_fine;
  } cases[] = {
      {"draw", {"mot/picture/scene.h", true}, true},
      {"draw", {"mot/draw/graphviz/labels.h", true}, true},
      {"view", {"mot/draw/draw.h", true}, false},
      {"check", {"mot/picture/scene.h", true}, false},
      {"write", {"mot/draw/draw.h", true}, false},
      {"text", {"run.h", true}, false},
      {"text", {"mot/attic/old.h", true}, false},
      {"cli", {"run.h", true}, true},
      {"cli", {"mot/mot.h", true}, false},
      {"write", {"mot/mot.h", true}, false},
      {"cli", {"mot/serve/page.h", true}, true},
      {"load", {"vector", false}, true},
      {"load", {"regex", false}, false},
      {"load", {"yaml-cpp/parser.h", false}, false},
      {"yaml", {"yaml-cpp/parser.h", false}, true},
      {"view", {"graphviz/gvc.h", false}, false},
      {"view", {"boost/any.hpp", false}, false},
      {"view", {"fmt/format.h", false}, true},
  };
  for (const auto& [folder, include, is_fine] : cases) {
    CAPTURE(folder);
    CAPTURE(include.name);
    CHECK(breach_of(folder, include).empty() == is_fine);
  }
}

TEST_CASE("functions and lines of code are counted past comments, literals and tables") {
  const std::string text =
      "// a {\n"
      "#define A(x) {\n"
      "namespace n {\n"
      "constexpr int table[] = {\n  f(1),\n};\n"
      "struct S {\n  int one() const { return '{'; }\n  S(int a)\n      : a_(a) {\n    if (a) {\n    }\n  }\n};\n"
      "const char* raw = R\"x(\n}}} )\" )x\";\n\n"
      "int two(int n) {\n  return n * 1'000 + \"\\\"{\"[0];\n}\n"
      "}  // namespace n\n";
  const auto functions = functions_of(text);
  REQUIRE(functions.size() == 3);
  CHECK(functions[0].lines == 1);
  CHECK(functions[1].line == 10);
  CHECK(functions[1].lines == 4);
  CHECK(functions[2].lines == 3);
  CHECK(lines_of_code(text) == 18);
}

TEST_CASE("every include goes down the floors, and libraries stay behind their walls") {
  for (const std::string& file : sources({"include/mot", "lib/mot", "cli"})) {
    CAPTURE(file);
    const std::string folder = folder_of_file(file);
    CHECK_MESSAGE(floor_of(folder) >= 0, "no such folder in the house");
    for (const Include& include : includes_of(text_of(root() / file))) {
      CAPTURE(include.name);
      CHECK(breach_of(folder, include) == "");
    }
  }
}

TEST_CASE("the rooms of the library are those that the architecture names") {
  CHECK(house().rooms.size() > 15);
  CHECK(house().headers_of_all.size() > 3);
  for (const char* base : {"include/mot", "lib/mot"}) {
    for (const auto& entry : fs::directory_iterator(root() / base)) {
      CAPTURE(entry.path());
      CHECK(floor_of(entry.path().filename().string()) >= 0);
    }
  }
}

TEST_CASE("what is public includes nothing that is not, and no library but the standard one") {
  for (const std::string& file : sources({"include/mot"})) {
    CAPTURE(file);
    for (const Include& include : includes_of(text_of(root() / file))) {
      CAPTURE(include.name);
      if (include.is_quoted) {
        CHECK(fs::exists(root() / "include" / include.name));
      } else {
        CHECK(include.name.find_first_of("./") == std::string::npos);
      }
    }
  }
}

TEST_CASE("no room holds more than a fifth of the lines") {
  std::map<std::string, std::size_t> lines;
  std::size_t all = 0;
  for (const std::string& file : sources({"include/mot", "lib/mot", "cli"})) {
    const std::size_t count = lines_of(text_of(root() / file)).size();
    lines[folder_of_file(file)] += count;
    all += count;
  }
  for (const auto& [room, count] : lines) {
    CAPTURE(room);
    CHECK(count <= all / 5);
  }
}

TEST_CASE("the top level holds what it may and nothing else") {
  std::set<std::string> entries;
  for (const std::string& file : kept_files()) entries.insert(file.substr(0, file.find('/')));
  for (const std::string& entry : entries) {
    CAPTURE(entry);
    CHECK((entry.starts_with(".") || std::ranges::find(top_level, entry) != std::end(top_level)));
  }
}

TEST_CASE("files have one subject and functions are short") {
  for (const std::string& file : sources({"include/mot", "lib/mot", "cli", "tests"})) {
    CAPTURE(file);
    const std::string text = text_of(root() / file);
    const bool may_be_long = std::ranges::find(long_files, file, &LongFile::file) != long_files.end();
    CHECK((lines_of_code(text) > most_lines_of_a_file) == may_be_long);
    if (file.starts_with("tests/")) continue;
    for (const Function& function : functions_of(text)) {
      CAPTURE(function.line);
      CHECK(function.lines <= most_lines_of_a_function);
    }
  }
}

TEST_CASE("nothing is left for later") {
  // Taken apart, so that this file does not find itself.
  const std::array<std::string, 3> marks = {std::string("TO") + "DO", std::string("FIX") + "ME", std::string("XX") + "X"};
  const auto is_word = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; };
  for (const std::string& file : kept_files()) {
    if (!fs::is_regular_file(root() / file)) continue;
    const std::string text = text_of(root() / file);
    for (const std::string& mark : marks) {
      for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
        const bool is_whole = (at == 0 || !is_word(text[at - 1])) && (at + mark.size() >= text.size() || !is_word(text[at + mark.size()]));
        CAPTURE(file);
        CAPTURE(mark);
        CHECK_FALSE(is_whole);
      }
    }
  }
}
