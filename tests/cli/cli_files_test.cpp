// What the program reads and writes at its edge: no result overwrites what was read, and what ends a run leaves nothing behind.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "support/folder.h"
#include "support/program.h"

namespace fs = std::filesystem;
using namespace mot::testing;

namespace {

/// The address sanitizer's shadow of the memory has no room under any limit of addresses.
#ifdef __SANITIZE_ADDRESS__
constexpr bool maps_terabytes = true;
#else
constexpr bool maps_terabytes = false;
#endif

const std::string shop =
    "project: { name: Shop, scale: { min: 0, max: 10 } }\n"
    "include: [parts/*.yaml]\n"
    "source: { id: s, file: s.csv, scale: { min: 0, max: 10 }, columns: { a: A } }\n";
const std::string part =
    "touchpoints: [{ id: a, name: A, importance: 3, desired: 8 }]\n"
    "journey: { id: way, name: Way, stages: [{ id: s, name: S, touchpoints: [a] }] }\n";
const std::string answers = "A\n4\n6\n";

Folder& with_shop(Folder& folder) {
  return folder.with("mot.yaml", shop).with("parts/a.yaml", part).with("s.csv", answers);
}

/// Runs a line of bash in the folder, where the program is $mot: its exit code; what it says is in `out` and `err`.
std::string bash(const Folder& folder, const std::string& line) {
  const WorkingDirectory here(folder.path());
  std::ofstream("line") << "mot='" MOT_PROGRAM "'\n" << line << "\n";
  return fmt::format("{}", WEXITSTATUS(std::system("bash line >out 2>err")));
}

}  // namespace

TEST_CASE("no result overwrites a file that was read, however it is spelt") {
  for (const char* command : {"gaps", "validate", "check", "coverage", "data", "plan", "map"}) {
    Folder folder;
    with_shop(folder);
    const WorkingDirectory here(folder.path());
    fs::create_hard_link("s.csv", "hard");
    fs::create_symlink("parts/a.yaml", "soft");
    fs::create_symlink("soft", "softer");
    for (const char* file :
         {"mot.yaml", "./mot.yaml", "parts/../mot.yaml", "parts/a.yaml", "parts//a.yaml", "s.csv", "hard", "soft", "softer"}) {
      const std::string format = std::string_view(command) == "map" ? "svg" : "json";
      const Ran ran = run_mot({command, "-o", file, "--format", format});
      INFO(command << " -o " << file);
      CHECK(ran.code == 2);
      CHECK_MESSAGE(contains(ran.err, "is one of the files that were read; name another file to write to"), ran.err);
    }
    CHECK(text_of("mot.yaml") == shop);
    CHECK(text_of("parts/a.yaml") == part);
    CHECK(text_of("s.csv") == answers);
  }
}

TEST_CASE("neither explain nor diff nor a baseline overwrites what was read") {
  Folder folder;
  with_shop(folder).with("other.yaml", part).with("known.json", R"({"format_version": 1, "findings": []})");
  const WorkingDirectory here(folder.path());
  CHECK(run_mot({"diff", ".", "other.yaml", "-o", "other.yaml", "--format", "json"}).code == 2);
  CHECK(text_of("other.yaml") == part);
  CHECK(run_mot({"validate", "--write-baseline", "parts/a.yaml"}).code == 2);
  CHECK(text_of("parts/a.yaml") == part);
  const std::string known = text_of("known.json");
  CHECK(contains(run_mot({"validate", "--baseline", "known.json", "-o", "./known.json"}).err, "-o and --baseline name one file"));
  CHECK(text_of("known.json") == known);
  CHECK(run_mot({"validate", "--write-baseline", "new.json", "-o", "new.json"}).code == 2);
  CHECK_FALSE(fs::exists("new.json"));
}

TEST_CASE("a baseline is read before anything is written, and judges by what it said then") {
  Folder folder;
  folder.with("mot.yaml", "project: { gates: { gap_at_most: 4 } }\ntouchpoints: [{ id: a, name: A, desired: 8, actual: 7 }]\n");
  const WorkingDirectory here(folder.path());
  REQUIRE(run_mot({"gaps", "-o", "then.json"}).code == 0);
  REQUIRE(run_mot({"check", "--write-baseline", "known.json"}).code == 0);
  const std::string then = text_of("then.json");
  folder.with("mot.yaml", "project: { gates: { gap_at_most: 4 } }\ntouchpoints: [{ id: a, name: A, desired: 8, actual: 1 }]\n");
  CHECK(run_mot({"gaps", "--baseline", "then.json", "-o", "./then.json"}).code == 2);
  CHECK(text_of("then.json") == then);
  CHECK(run_mot({"gaps", "--baseline", "never.json", "-o", "never.json"}).code == 2);
  CHECK_FALSE(fs::exists("never.json"));
  CHECK(run_mot({"check", "--baseline", "known.json", "--write-baseline", "known.json"}).code == 1);
  CHECK(run_mot({"check", "--baseline", "known.json"}).code == 1);  // it was left as it is
  CHECK(run_mot({"check", "--write-baseline", "known.json"}).code == 1);
  CHECK(run_mot({"check", "--baseline", "known.json"}).code == 0);
  CHECK(run_mot({"check", "--baseline", "never.json", "--write-baseline", "never.json"}).code == 2);
}

TEST_CASE("no picture overwrites the logo, the photo or the template it was drawn with") {
  const char* with_pictures =
      "project: { brand: { logo: logo.png } }\npersona: { id: ines, name: Ines, photo: photo.png }\n"
      "touchpoint: { id: a, name: A }\njourney: { id: j, name: J, stages: [{ id: s, name: S, touchpoints: [a] }] }\n";
  Folder folder;
  const WorkingDirectory here(folder.path());
  folder.with("mot.yaml", "touchpoint: { id: a, name: A }\njourney: { id: j, name: J, stages: [{ id: s, name: S, touchpoints: [a] }] }\n");
  REQUIRE(run_mot({"map", "-o", "logo.png", "-o", "photo.png", "-o", "corporate.pptx"}).code == 0);
  folder.with("mot.yaml", with_pictures);
  for (const std::string& file : std::vector<std::string>{"logo.png", "photo.png", "corporate.pptx"}) {
    CAPTURE(file);
    const std::string before = text_of(file);
    CHECK(run_mot({"map", "--template", "corporate.pptx", "-o", "deck.pptx", "-o", file}).code == 2);
    CHECK(text_of(file) == before);
  }
}

TEST_CASE("two names of one output are refused, also where nothing stands there yet") {
  Folder folder;
  with_shop(folder).with("old.json", "{}");
  const WorkingDirectory here(folder.path());
  fs::create_symlink("new.json", "link.json");
  fs::create_hard_link("old.json", "hard.json");
  for (const auto& [one, other] : {std::pair("a.json", "./a.json"), std::pair("new.json", "link.json"), std::pair("old.json", "hard.json"),
                                   std::pair("parts/x.json", "parts/../parts/x.json")}) {
    CHECK(run_mot({"gaps", "-o", one, "-o", other}).code == 2);
    CHECK_FALSE(fs::exists("a.json"));
  }
  CHECK(run_mot({"gaps", "-o", "link.json"}).code == 0);
  CHECK(fs::is_symlink("link.json"));
  CHECK(contains(text_of("new.json"), "\"format_version\": 1"));
}

TEST_CASE("standard input that can't be read is an error, not an empty file") {
  Folder folder;
  with_shop(folder);
  for (const auto& [redirection, cause] : {std::pair("< /tmp", "Is a directory"), std::pair("<&-", "Bad file descriptor")}) {
    for (const char* command : {"check", "validate", "gaps"}) {
      CHECK(bash(folder, fmt::format("$mot {} - {}", command, redirection)) == "2");
      CHECK(text_of(folder / "err") == fmt::format("mot: cannot read standard input: {}\n", cause));
      CHECK(text_of(folder / "out") == "");
    }
  }
  CHECK(bash(folder, "$mot validate - < parts/a.yaml") == "0");
  CHECK(bash(folder, "cat parts/a.yaml | $mot gaps -") == "0");
}

TEST_CASE("a closed standard output is an error, and is never another file") {
  Folder folder;
  with_shop(folder);
  CHECK(bash(folder, "$mot gaps >&-") == "2");
  CHECK(text_of(folder / "err") == "mot: cannot write to standard output: Bad file descriptor\n");
  CHECK(bash(folder, "$mot gaps -o x.json >&- 2>&- <&-") == "0");
  CHECK(text_of(folder / "x.json").starts_with("{"));
}

TEST_CASE("a reader that goes away leaves the exit code to the findings") {
  Folder folder;
  with_shop(folder).with("bad.yaml", faulty);
  const char* const line = "{{ sleep 0.2; $mot {}; echo $? >code; }} | sleep 0; cat code";
  for (const auto& [call, code] : {std::pair("gaps", "0\n"), std::pair("validate bad.yaml", "1\n"), std::pair("gaps bad.yaml", "2\n")}) {
    bash(folder, fmt::format(fmt::runtime(line), call));
    CHECK(text_of(folder / "out") == code);
    CHECK_FALSE(contains(text_of(folder / "err"), "pipe"));
  }
}

TEST_CASE("a limit on the size of files is an error, and the old file stays") {
  Folder folder;
  with_shop(folder).with("x.svg", "old");
  CHECK(bash(folder, "ulimit -f 1; $mot map -q -o x.svg") == "2");
  CHECK(text_of(folder / "err") == "mot: cannot write 'x.svg': File too large\n");
  CHECK(text_of(folder / "x.svg") == "old");
  CHECK(bash(folder, "ulimit -f 1; $mot schema") == "2");
  CHECK(contains(text_of(folder / "err"), "cannot write to standard output: File too large"));
  const auto is_temporary = [](const fs::directory_entry& entry) { return entry.path().filename().string().starts_with(".mot-"); };
  CHECK(std::none_of(fs::directory_iterator(folder.path()), fs::directory_iterator(), is_temporary));
}

TEST_CASE("memory that is not enough is told in a sentence" * doctest::skip(maps_terabytes)) {
  Folder folder;
  std::string many = "touchpoints:\n";
  for (int i = 0; i < 300'000; ++i) many += fmt::format("- {{ id: a{}, name: A }}\n", i);
  folder.with("mot.yaml", "include: [a.yaml, b.yaml]\n").with("a.yaml", many).with("b.yaml", many);
  const std::string code = bash(folder, "ulimit -v 260000; $mot validate");
  CHECK(code == "2");
  CHECK_MESSAGE(contains(text_of(folder / "err"), "mot: the memory is not enough"), text_of(folder / "err"));
}

TEST_CASE("where what sets text gets no thread or no memory there is one sentence, and nothing of its own" *
          doctest::skip(maps_terabytes)) {
  Folder folder;
  with_shop(folder).with("journey.yaml", part);
  for (const char* limit : {"120000", "150000", "160000", "180000", "188000"}) {
    const std::string code = bash(folder, fmt::format("ulimit -v {}; timeout 60 $mot map journey.yaml -o x.svg -q", limit));
    const std::string err = text_of(folder / "err");
    CAPTURE(err);
    CHECK((code == "0" || code == "2"));
    CHECK_FALSE(contains(err, "GLib"));
    // What fontconfig says where it gets no memory can't be kept from standard error.
    CHECK((code == "0" || err.starts_with("mot: ") || (err.starts_with("Fontconfig ") && contains(err, "\nmot: "))));
  }
}

TEST_CASE("without a font there is one sentence, with what to install") {
  Folder folder;
  with_shop(folder).with("empty/.keep", "").with("journey.yaml", part);
  folder.with("fonts.conf", "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>" +
                                (folder / "empty").string() + "</dir></fontconfig>\n");
  CHECK(bash(folder, "FONTCONFIG_FILE=$PWD/fonts.conf $mot map journey.yaml -o x.svg -q") == "2");
  CHECK(text_of(folder / "err") == "mot: no font is installed, and a picture needs one; on Debian: apt-get install fonts-open-sans\n");
  CHECK_FALSE(fs::exists(folder / "x.svg"));
  CHECK(bash(folder, "FONTCONFIG_FILE=$PWD/fonts.conf $mot doctor > doctor.txt") == "0");
  CHECK(contains(text_of(folder / "doctor.txt"), "no picture can be drawn at all"));
}

TEST_CASE("a named pipe, at which a reader might wait for ever, is refused") {
  Folder folder;
  const WorkingDirectory here(folder.path());
  folder.with("mot.yaml", "touchpoint: { id: a, name: A }\n");
  REQUIRE(mkfifo("pipe.csv", 0600) == 0);
  for (const std::vector<std::string>& call : std::vector<std::vector<std::string>>{{"import", "pipe.csv"},
                                                                                    {"import", "--update", "pipe.csv"},
                                                                                    {"check", "--baseline", "pipe.csv"},
                                                                                    {"gaps", "--baseline", "pipe.csv"}}) {
    CAPTURE(call.front());
    const auto ran = run_mot(call);
    CHECK(ran.code == 2);
    CHECK(contains(ran.err, "cannot read 'pipe.csv': it is a named pipe, and nobody may write to it; give a file\n"));
  }
}
