#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "command.h"
#include "support/folder.h"
#include "support/program.h"

namespace fs = std::filesystem;
using mot::Command;
using mot::commands;
using mot::global_options;
using mot::Option;
using mot::testing::contains;
using mot::testing::Folder;
using mot::testing::Ran;
using mot::testing::run_mot;
using mot::testing::text_of;
using mot::testing::WorkingDirectory;

namespace {

/// The text of every file of tests.
std::string all_tests() {
  std::string text;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(MOT_SOURCE_DIR) / "tests")) {
    if (entry.path().extension() == ".cpp") text += text_of(entry.path());
  }
  return text;
}

}  // namespace

TEST_CASE("every command and every option occurs in a test") {
  const std::string tests = all_tests();
  const auto check_options = [&](std::span<const Option> options) {
    for (const Option& option : options) {
      for (const std::string_view name : {option.long_name, option.short_name}) {
        CAPTURE(name);
        CHECK(contains(tests, "\"" + std::string(name)));
      }
    }
  };
  check_options(global_options());
  for (const Command& command : commands()) {
    CAPTURE(command.name);
    CHECK(contains(tests, "{\"" + std::string(command.name) + "\""));
    check_options(command.options);
  }
}

TEST_CASE("every command's help shows its options and an example") {
  for (const Command& command : commands()) {
    CAPTURE(command.name);
    const Ran ran = run_mot({std::string(command.name), "--help"});
    CHECK(ran.code == 0);
    CHECK(ran.err == "");
    CHECK(ran.out.starts_with("mot " + std::string(command.name) + ": "));
    CHECK(contains(ran.out, "Example:\n  "));
    CHECK(contains(command.examples, "mot " + std::string(command.name)));
    for (const Option& option : command.options) CHECK(contains(ran.out, option.long_name));
    CHECK(contains(run_mot({}).out, "\n  " + std::string(command.name) + " "));
    CHECK(run_mot({std::string(command.name), "-h"}).out == ran.out);
  }
}

TEST_CASE("the program alone shows its help") {
  CHECK(run_mot({}).code == 0);
  CHECK(run_mot({}).out == run_mot({"--help"}).out);
  CHECK(run_mot({"--version"}).out.starts_with("mot 0."));
}

TEST_CASE("wrong usage is told with what was meant, and exits with 2") {
  const struct {
    std::vector<std::string> arguments;
    const char* err;
  } cases[] = {
      {{"valdate"}, "mot: there is no command 'valdate'; did you mean 'validate'?\nsee: mot --help\n"},
      {{"frobnicate", "x"}, "mot: there is no command 'frobnicate'\nsee: mot --help\n"},
      {{"validate", "--formt", "json"}, "mot: there is no option '--formt'; did you mean '--format'?\nsee: mot validate --help\n"},
      {{"validate", "--formt=json"}, "mot: there is no option '--formt=json'; did you mean '--format'?\nsee: mot validate --help\n"},
      {{"--quite", "validate"}, "mot: there is no option '--quite'; did you mean '--quiet'?\nsee: mot validate --help\n"},
      {{"validate", "a", "b", "--bogus", "--other"},
       "mot: there is no option '--bogus'; if it is none, put it behind '--'\nsee: mot validate --help\n"},
      {{"validate", "-o"}, "mot: option '--output' needs a value: FILE\nsee: mot validate --help\n"},
      {{"--color"}, "mot: option '--color' needs a value: WHEN\nsee: mot --help\n"},
      {{"validate", "--quiet=3"}, "mot: option '--quiet' takes no value\nsee: mot validate --help\n"},
      {{"validate", "--format", "jsn"}, "mot: option '--format': 'jsn' is not known; did you mean 'json'?\nsee: mot validate --help\n"},
      {{"validate", "--fail-on", "x"},
       "mot: option '--fail-on': 'x' is not known; it may be 'error', 'warning', 'info' or 'never'\nsee: mot validate --help\n"},
      {{"--color=maybe", "validate"},
       "mot: option '--color': 'maybe' is not known; it may be 'auto', 'always' or 'never'\nsee: mot validate --help\n"},
      {{"explain"}, "mot: 'mot explain' needs an ID\nsee: mot explain --help\n"},
      {{"completion"}, "mot: 'mot completion' needs a SHELL\nsee: mot completion --help\n"},
      {{"completion", "bsh"}, "mot: SHELL 'bsh' is not known; did you mean 'bash'?\nsee: mot completion --help\n"},
      {{"init", "a", "b"}, "mot: 'mot init' takes one DIR, and 'b' is another\nsee: mot init --help\n"},
      {{"validate", "-o", "a.x"}, nullptr},
      {{"chek\x1b[2J"}, "mot: there is no command 'chek\\x1b[2J'\nsee: mot --help\n"},
  };
  for (const auto& [arguments, err] : cases) {
    CAPTURE(arguments.front());
    const Ran ran = run_mot(arguments);
    CHECK(ran.code == 2);
    CHECK(ran.out == "");
    if (err != nullptr) CHECK(ran.err == err);
  }
}

TEST_CASE("what init makes has nothing to mend, and says what to do next") {
  const Folder folder;
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"init", "my-company"});
  CHECK(ran.code == 0);
  CHECK(ran.out ==
        "made my-company/mot.yaml\n"
        "made my-company/departments/counter.yaml\n"
        "made my-company/departments/workshop.yaml\n"
        "made my-company/journeys/repair.yaml\n");
  CHECK(contains(ran.err, "\n  mot -C my-company validate\n"));
  const Ran validated = run_mot({"-C", "my-company", "validate", "--fail-on", "info"});
  CHECK(validated.code == 0);
  CHECK(validated.out == "Two Wheels: 5 touchpoints in 4 files, nothing to mend\n");
}

TEST_CASE("init works where the program stands, and below -C") {
  const Folder folder;
  const WorkingDirectory here(folder.path());
  CHECK(run_mot({"-C", "a/b", "init", "c"}).code == 0);
  CHECK(fs::exists("a/b/c/departments/workshop.yaml"));
  CHECK(run_mot({"init", "--quiet"}).err == "");
  CHECK(fs::exists("mot.yaml"));
}

TEST_CASE("init makes no workspace inside another, which it would hide") {
  Folder folder;
  folder.with("mot.yaml", "project: { name: Mine }\n").with("departments/a.yaml", "").with("t.csv", "name,desired\nPay,9\n");
  const WorkingDirectory here(folder.path());
  for (const std::vector<std::string>& command :
       {std::vector<std::string>{"-C", "departments", "init"}, std::vector<std::string>{"init", "departments/shop"},
        std::vector<std::string>{"init", "new", "--template", "bank"},
        std::vector<std::string>{"import", "t.csv", "--as", "touchpoints", "-o", "new"}}) {
    const Ran ran = run_mot(command);
    CAPTURE(ran.err);
    CHECK(ran.code == 2);
    CHECK(contains(ran.err, "nothing was made, for the folder belongs to the workspace of 'mot.yaml'"));
  }
  CHECK_FALSE(fs::exists("new"));
  CHECK_FALSE(fs::exists("departments/mot.yaml"));
  CHECK(run_mot({"import", "t.csv", "--as", "touchpoints", "-o", "departments/b.yaml"}).code == 0);
}

TEST_CASE("init overwrites nothing, and lists what is in the way") {
  Folder folder;
  folder.with("mot.yaml", "mine").with("journeys", "a file");
  const WorkingDirectory here(folder.path());
  const Ran ran = run_mot({"init"});
  CHECK(ran.code == 2);
  CHECK(ran.err == "mot: nothing was made, for it would overwrite 'mot.yaml', 'journeys'; name another folder\n");
  CHECK(text_of("mot.yaml") == "mine");
  CHECK_FALSE(fs::exists("departments"));
  CHECK(contains(run_mot({"init", "mot.yaml"}).err, "would overwrite 'mot.yaml';"));
}

TEST_CASE("bash completes commands, options, choices and files") {
  Folder folder;
  folder.with("departments/a.yaml", "")
      .with("complete",
            "source <(\"$1\" completion bash); shift; compopt() { :; }; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _mot; echo "
            "\"${COMPREPLY[*]}\"");
  const WorkingDirectory here(folder.path());
  const struct {
    const char* words;
    const char* completions;
  } cases[] = {
      {"mot va", "validate"},
      {"mot -C departments ini", "init"},
      {"mot --vers", "--version"},
      {"mot validate --fo", "--format"},
      {"mot validate --fail-on war", "warning"},
      {"mot --color ne", "never"},
      {"mot validate dep", "departments"},
      {"mot validate -o dep", "departments"},
      {"mot completion z", "zsh"},
  };
  for (const auto& [words, completions] : cases) {
    CAPTURE(words);
    REQUIRE(std::system(("bash complete '" MOT_PROGRAM "' " + std::string(words) + " > completed").c_str()) == 0);
    CHECK(text_of("completed") == std::string(completions) + "\n");
  }
}

TEST_CASE("three shells complete the ids of the workspace, and run nothing that is written in it") {
  Folder folder;
  folder
      .with("ws/mot.yaml",
            "project: { name: A, scale: { min: 0, max: 10 } }\nchannels: [on board, $(touch fallen)]\n"
            "personas: [{ id: ines, name: Ines }]\ntouchpoints: [{ id: desk, name: Desk }, { id: departure, name: Departure }]\n"
            "journeys: [{ id: trip, name: Trip, stages: [{ id: go, name: Go, touchpoints: [desk] }] }]\n")
      .with("complete.bash",
            "source <(mot completion bash); compopt() { :; }; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _mot; printf '%s\\n' "
            "\"${COMPREPLY[@]}\"")
      .with("complete.fish", "mot completion fish | source; complete -C \"$argv\"")
      .with("complete.zsh",
            "zmodload zsh/zpty; zpty shell zsh -f -i; zpty -w shell 'autoload -Uz compinit; compinit -u -d ./dump; source <(mot completion "
            "zsh); print rea\"\"dy'; zpty -r -m shell seen '*ready*'; zpty -w -n shell \"$1\"$'\\t'; zpty -r -m shell seen \"*$2*\"");
  const WorkingDirectory here(folder.path());
  const std::string path = "PATH='" + fs::path(MOT_PROGRAM).parent_path().string() + "':\"$PATH\" HOME=. ";
  const struct {
    const char* words;
    std::vector<std::string> completions;
  } cases[] = {
      {"mot -C ws explain de", {"desk", "departure"}},
      {"mot -C ws explain desk", {"desk"}},
      {"mot -C ws explain no-o", {"no-owner"}},
      {"mot -C nowhere explain no-o", {"no-owner"}},
      {"mot -C ws gaps --journey t", {"trip"}},
      {"mot -C ws set tr", {"trip"}},
      {"mot -C ws rename in", {"ines"}},
      {"mot -C ws move desk trip/go --before dep", {"departure"}},
      {"mot -C ws add evidence dep", {"departure"}},
      {"mot -C ws gaps --persona ", {"ines"}},
      {"mot -C ws map --stage ", {"trip/go"}},
  };
  for (const auto& [words, completions] : cases) {
    CAPTURE(words);
    const std::string line(words);
    const std::string last = line.ends_with(' ') ? " ''" : "";
    REQUIRE(std::system((path + "bash complete.bash " + line + last + " >bash.out").c_str()) == 0);
    REQUIRE(std::system((path + "fish complete.fish '" + line + "' >fish.out").c_str()) == 0);
    for (const char* shell : {"bash.out", "fish.out"}) {
      CAPTURE(shell);
      for (const std::string& id : completions)
        CHECK((contains("\n" + text_of(shell), "\n" + id + "\n") || contains("\n" + text_of(shell), "\n" + id + "\t")));
    }
  }
  REQUIRE(std::system((path + "bash complete.bash mot -C ws gaps --channel '' >bash.out").c_str()) == 0);
  CHECK(contains(text_of("bash.out"), "on\\ board\n"));
  CHECK(std::system((path + "timeout 60 zsh complete.zsh 'mot -C ws gaps --journey t' '--journey trip' >zsh.out").c_str()) == 0);
  CHECK(std::system((path + "timeout 60 zsh complete.zsh 'mot -C ws explain no-own' 'explain no-owner' >zsh.out").c_str()) == 0);
  CHECK(std::system((path + "timeout 60 zsh complete.zsh 'mot -C ws explain dep' 'explain departure' >zsh.out").c_str()) == 0);
  CHECK_FALSE(fs::exists("fallen"));
}

TEST_CASE("every shell's completion knows every command and option") {
  for (const char* shell : {"bash", "zsh", "fish"}) {
    CAPTURE(shell);
    const Ran ran = run_mot({"completion", shell});
    CHECK(ran.code == 0);
    for (const Command& command : commands()) {
      CHECK(contains(ran.out, command.name));
      for (const Option& option : command.options) CHECK(contains(ran.out, option.long_name.substr(2)));
    }
  }
}
