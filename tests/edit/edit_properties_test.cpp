// Any sequence of edits leaves a workspace that loads, changes nothing but what was meant, and undoes to the same bytes.
#include <doctest/doctest.h>

#include <filesystem>
#include <random>

#include "mot/edit/edits.h"
#include "mot/edit/format.h"
#include "mot/edit/yaml_text.h"
#include "mot/text/errors.h"
#include "mot/write/edited_files.h"
#include "mot/yaml/lexer.h"
#include "support/edited_workspace.h"
#include "support/folder.h"
#include "support/program.h"
#include "support/workspaces.h"

namespace fs = std::filesystem;
using namespace mot;
using namespace mot::testing;

namespace {

std::string with_windows_line_ends(std::string_view text) {
  std::string result;
  for (const char c : text) result += c == '\n' ? "\r\n" : std::string(1, c);
  return result;
}

/// Anchors, merge keys, both styles, comments wherever one may stand.
const std::string tangled =
    "# head\n"
    "mot: 1  # version\n"
    "x-base: &base { importance: 3, owner: Clerk, desired: { company: 8, customer: { score: 9, adequate: 5 } } }\n"
    "channels: [web, 'phone', { id: desk, name: \"The desk\" }]\n"
    "personas:\n- id: p\n  name: P  # who\n"
    "touchpoints:\n"
    "\n"
    "  # about a\n"
    "  - &a\n"
    "    id: a\n"
    "    name: &n 'A: first'   # quoted\n"
    "    desired:\n"
    "      # ours\n"
    "      company: 7\n"
    "      customer: {experience: \"soon, \\\"now\\\"\", score: 8,   adequate: 6}\n"
    "    actual: 4\n"
    "\n"
    "  - { <<: *base, id: b, name: B, notes: *n }\n"
    "  -   id: c\n"
    "      name: C\n"
    "      notes: |\n"
    "        # no comment\n"
    "        two: lines\n"
    "      evidence:\n"
    "      - from: here   # first\n"
    "      # between\n"
    "      - { from: there, score: 5 }\n"
    "  - {id: d, name: D,\n"
    "     importance: 2,  # inside\n"
    "     recovery: [a, b]}\n"
    "journey:\n"
    "  id: j\n"
    "  name: J\n"
    "  stages:\n"
    "  - id: one\n"
    "    name: One\n"
    "    touchpoints:\n"
    "    - a  # a first\n"
    "    # then b\n"
    "    - b\n"
    "  - { id: two, name: Two, touchpoints: [c, d] }\n"
    "# foot";

/// A workspace in a style that chance chooses: blocks and brackets, anchors and merge keys, comments wherever one may stand.
class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  std::string workspace() {
    std::string text =
        "mot: 1" + comment() + "\nx-base: &base { importance: 2, owner: Clerk }\n" + line("") + "touchpoints:" + comment() + "\n";
    const int count = 4 + below(5);
    for (int i = 0; i < count; ++i) text += line("  ") + touchpoint(i);
    text += line("") + "journey:\n  id: j\n  name: J" + comment() + "\n  stages:\n";
    for (int stage = 0, at = 0; stage < 3; ++stage) {
      const int end = stage == 2 ? count : std::min(count, at + 1 + below(3));
      text += stage_of(stage, at, end);
      at = end;
    }
    return text + actions();
  }

 private:
  int below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }
  std::string comment() { return below(3) == 0 ? fmt::format("  # note {}", below(100)) : ""; }
  std::string line(const std::string& indent) { return below(4) == 0 ? indent + "# between\n" : below(5) == 0 ? "\n" : ""; }

  std::string touchpoint(int i) {
    const bool is_merged = below(3) == 0;
    switch (below(3)) {
      case 0:
        return fmt::format("  - {{ {}id: t-{}, name: 'It is {}', actual: {},   desired: {{company: 7, customer: 8}} }}{}\n",
                           is_merged ? "<<: *base, " : "", i, i, below(9), comment());
      case 1:
        return fmt::format("  -   id: t-{}{}\n      name: &n{} \"No: {}\"\n{}      notes: *n{}\n      pains: [one, 'two: three']{}\n", i,
                           comment(), i, i, is_merged ? "      <<: *base\n" : "", i, comment());
      default:
        return fmt::format(
            "  - id: t-{}\n    name: Plain {}{}\n    desired:{}\n      company: 6\n{}    notes: |\n      # text\n      a: b\n{}", i, i,
            comment(), comment(), line("      "), is_merged ? "    <<: *base\n" : "    pains:\n    - slow" + comment() + "\n");
    }
  }

  std::string stage_of(int stage, int begin, int end) {
    std::string steps;
    const bool is_block = below(2) == 0 && begin < end;
    for (int i = begin; i < end; ++i)
      steps += is_block ? fmt::format("    - t-{}{}\n", i, comment()) : fmt::format("{}t-{}", i > begin ? ", " : "", i);
    if (is_block) return fmt::format("  - id: s-{0}\n    name: S {0}\n    touchpoints:{1}\n{2}", stage, comment(), steps);
    return fmt::format("  - {{ id: s-{0}, name: S {0}, touchpoints: [{1}] }}{2}\n", stage, steps, comment());
  }

  std::string actions() {
    if (below(2) == 0) return "";
    return "actions:\n" + line("  ") + "  - { id: act, name: Act, touchpoints: [t-0] }" + comment() + (below(2) == 0 ? "\n" : "");
  }

  std::mt19937 random_;
};

class Edits {
  std::size_t below(std::size_t end) { return random_() % end; }
  template <class List>
  const auto& pick(const List& list) {
    return list[below(std::size(list))];
  }

 public:
  explicit Edits(unsigned seed) : random_(seed) {}

  /// One edit of some kind, and the differences of meaning that were asked for; those it is not known of in full begin with `~`.
  std::string make(edit::Draft& draft) {
    const Workspace& workspace = draft.workspace();
    const std::string touchpoint = pick(workspace.touchpoints).id.value;
    switch (below(10)) {
      case 0:
        return add_to(draft, touchpoint);
      case 8:
        return observe(draft, touchpoint);
      case 9:
        return act(draft, touchpoint);
      case 1:
        return rename_one(draft, touchpoint);
      case 2:
      case 3:
        return move(draft, touchpoint);
      default:
        return set(draft, touchpoint);
    }
  }

 private:
  std::string set(edit::Draft& draft, const std::string& touchpoint) {
    static constexpr std::pair<const char*, const char*> sets[] = {
        {"importance", "4"},
        {"importance", "1"},
        {"name", "Plain"},
        {"name", "#1: 'it' \"is\", [so]"},
        {"name", " two\nlines "},
        {"notes", "- x\n- y"},
        {"notes", "true"},
        {"owner", "O, P & {Q}"},
        {"desired.company.score", "6"},
        {"desired.customer.score", "7.5"},
        {"desired.company.experience", "Well: \xE2\x80\x9Cgood\xE2\x80\x9D"},
        {"desired.customer.adequate", "2"},
        {"actual.score", "3"},
        {"actual.experience", "slow"},
        {"importance", ""},
        {"notes", ""},
        {"customer_does", "waits"},
    };
    const auto& [field, value] = pick(sets);
    const std::string key = fmt::format("touchpoint/{}/{}", touchpoint, field);
    const Meaning before = meaning_of(draft.workspace());
    set_field(draft, edit::thing_called(draft.workspace(), touchpoint, ThingKind::touchpoint), {field, value});
    if (before.at(key) == value) return "";
    return fmt::format("{}: {} -> {}\n", key, before.at(key), value);
  }

  std::string move(edit::Draft& draft, const std::string& touchpoint) {
    const Journey& journey = pick(draft.workspace().journeys);
    const Stage& stage = pick(journey.stages);
    const std::string before = stage.steps.empty() || below(2) == 0 ? "" : pick(stage.steps).touchpoint.value;
    const std::string id = journey.id.value;
    move_touchpoint(draft, touchpoint, {id + "/" + stage.id.value, before});
    return "~stage/" + id + "/";
  }

  std::string add_to(edit::Draft& draft, const std::string& touchpoint) {
    if (below(2) == 0) {
      add_evidence(draft, touchpoint, {{"quote", "so: it is"}, {"voice", "customer"}});
      return "~touchpoint/" + touchpoint + "/evidence";
    }
    const std::string id = fmt::format("new-{}", ++added_);
    std::vector<edit::FieldText> fields = {{"id", id}, {"actual.score", "5"}};
    if (!draft.workspace().departments.empty()) fields.emplace_back("department", pick(draft.workspace().departments).id.value);
    add_touchpoint(draft, "New", fields, std::nullopt);
    return "~touchpoint/" + id + "/";
  }

  std::string observe(edit::Draft& draft, const std::string& touchpoint) {
    const std::string list = below(2) == 0 ? "pains" : "gains";
    add_observation(draft, touchpoint, list, below(2) == 0 ? "plain" : "no: 'quite' #1");
    return "~touchpoint/" + touchpoint + "/" + list;
  }

  std::string act(edit::Draft& draft, const std::string& touchpoint) {
    const std::string id =
        add_action(draft, fmt::format("Do {}", ++added_), {{"touchpoints", "[" + touchpoint + "]"}, {"status", "proposed"}});
    return "~action/" + id + "/";
  }

  std::string rename_one(edit::Draft& draft, const std::string& touchpoint) {
    const std::string id = fmt::format("other-{}", ++added_);
    rename(draft, edit::thing_called(draft.workspace(), touchpoint, ThingKind::touchpoint), id);
    return "renamed " + touchpoint + " " + id;
  }

  std::mt19937 random_;
  int added_ = 0;
};

std::string replaced_word(std::string text, const std::string& from, const std::string& to) {
  const auto is_part = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '-'; };
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos;) {
    const bool is_word = (at == 0 || !is_part(text[at - 1])) && (at + from.size() == text.size() || !is_part(text[at + from.size()]));
    if (is_word) text.replace(at, from.size(), to);
    at += is_word ? to.size() : from.size();
  }
  return text;
}

/// Whether the meaning differs just as was asked.
bool is_as_meant(const Meaning& before, const Meaning& after, const std::string& meant) {
  if (meant.starts_with("renamed ")) {
    const std::string from = meant.substr(8, meant.find(' ', 8) - 8), to = meant.substr(meant.find(' ', 8) + 1);
    Meaning expected;
    for (const auto& [key, value] : before) {
      const bool is_prose = key.ends_with("/name") || key.ends_with("/notes");
      expected[replaced_word(key, from, to)] = is_prose ? value : replaced_word(value, from, to);
    }
    // Rows of a source that say the old id may get a word for it.
    Meaning now = after;
    std::erase_if(now, [](const auto& entry) { return entry.first.ends_with("touchpoint.values"); });
    std::erase_if(expected, [](const auto& entry) { return entry.first.ends_with("touchpoint.values"); });
    return changes_between(expected, now).empty();
  }
  std::string changes = changes_between(before, after);
  if (!meant.starts_with("~")) return changes == meant;
  for (std::size_t line = 0; line < changes.size(); line = changes.find('\n', line) + 1) {
    if (changes.compare(line, meant.size() - 1, meant, 1) != 0) return false;
  }
  return true;
}

using Texts = std::map<fs::path, std::string>;

Texts texts_below(const fs::path& folder) {
  Texts texts;
  for (const auto& file : fs::recursive_directory_iterator(folder)) {
    if (file.is_regular_file()) texts[file.path()] = text_of(file.path());
  }
  return texts;
}

/// What stands below its key and is indented no more than that, which only a list with dashes may be: PyYAML and libyaml refuse
/// all else there.
std::string too_far_left(const std::string& text, const yaml::Value& value) {
  std::string found;
  const bool is_mapping = value.kind() == yaml::Kind::mapping;
  if (value.node().is_alias || !value.node().is_collection()) return found;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const yaml::Value part = is_mapping ? value.value(i) : value.item(i);
    const bool is_block_of_keys = is_mapping && value.node().style != yaml::Style::flow && edit::stands_in(part, value);
    if (is_block_of_keys) {
      const std::size_t key = value.key(i).span().begin, begin = part.span().begin;
      const bool is_dashed = part.kind() == yaml::Kind::sequence && part.node().style != yaml::Style::flow;
      const bool is_below = begin < part.span().end && yaml::line_end(text, key) < begin;
      const std::size_t depth = yaml::column_of(text, key), own = yaml::column_of(text, begin);
      if (is_below && (is_dashed ? own < depth : own <= depth)) found += std::string(value.key(i).text()) + " ";
    }
    found += too_far_left(text, part);
  }
  return found;
}

/// Makes edits, and checks each; gives how many were made.
std::size_t make_edits(const fs::path& folder, unsigned seed, std::size_t count) {
  const Texts original = texts_below(folder);
  std::vector<std::vector<edit::EditedFile>> made;
  Edits edits(seed);
  for (std::size_t i = 0; i < count; ++i) {
    edit::Draft draft({.directory = folder});
    const Meaning before = meaning_of(draft.workspace());
    const std::size_t errors = draft.loaded().findings.count(Severity::error);
    try {
      const std::string meant = edits.make(draft);
      save_edited(draft.edited_files());
      made.push_back(draft.edited_files());
      const Loaded after = load({.directory = folder});
      CAPTURE(seed);
      CAPTURE(i);
      CAPTURE(meant);
      CHECK(after.findings.count(Severity::error) == errors);
      for (const edit::EditedFile& file : made.back()) {
        const edit::YamlText text("", file.after);
        CHECK(too_far_left(file.after, text.root()) == "");
      }
      CHECK_MESSAGE(is_as_meant(before, meaning_of(after.workspace), meant), changes_between(before, meaning_of(after.workspace)));
    } catch (const edit::Refused&) {
    } catch (const NotFound&) {  // what stands on no journey can't move there
    }
  }
  const std::size_t number = made.size();
  for (; !made.empty(); made.pop_back()) {
    for (edit::EditedFile& file : made.back()) std::swap(file.before, file.after);
    save_edited(made.back());
  }
  CHECK(texts_below(folder) == original);
  return number;
}

}  // namespace

TEST_CASE("any edits of the example load, mean what was meant, and undo to the same bytes") {
  Folder folder;
  fs::copy(fs::path(MOT_SOURCE_DIR) / "examples/skyline-air", folder / "w", fs::copy_options::recursive);
  CHECK(make_edits(folder / "w", 1, 40) > 20);
}

TEST_CASE("any edits of tangled files do so too, with the line ends of any system") {
  for (unsigned seed = 0; seed < 12; ++seed) {
    Folder folder;
    folder.with("mot.yaml", seed % 2 == 0 ? tangled : with_windows_line_ends(tangled));
    REQUIRE(load({.directory = folder.path()}).findings.count(Severity::error) == 0);
    CHECK(make_edits(folder.path(), seed, 30) > 8);
    CHECK((text_of(folder / "mot.yaml").find('\r') != std::string::npos) == (seed % 2 == 1));
  }
}

TEST_CASE("any edits of workspaces in every script do so too") {
  for (unsigned seed = 0; seed < 4; ++seed) {
    Folder folder;
    const Crowd crowd{.touchpoints = 14, .departments = 3, .names = seed % 2 == 0 ? hard_names : markup_names};
    folder.with("mot.yaml", yaml_of(crowd));
    CHECK(make_edits(folder.path(), 100 + seed, 25) > 8);
  }
}

TEST_CASE("any edits of workspaces that chance wrote do so too") {
  for (unsigned seed = 0; seed < 25; ++seed) {
    Folder folder;
    const std::string text = Generator(seed).workspace();
    folder.with("mot.yaml", seed % 3 == 0 ? with_windows_line_ends(text) : text);
    CAPTURE(text);
    REQUIRE(load({.directory = folder.path()}).findings.count(Severity::error) == 0);
    CHECK(make_edits(folder.path(), 1000 + seed, 25) > 5);
  }
}

TEST_CASE("formatting never changes what is meant, and formatting again changes nothing") {
  std::vector<std::string> texts = {tangled, with_windows_line_ends(tangled)};
  for (unsigned seed = 0; seed < 40; ++seed) texts.push_back(Generator(seed).workspace());
  for (const HardCase& hard : hard_cases()) texts.push_back(hard.yaml);
  for (const auto& [path, text] : texts_below(fs::path(MOT_SOURCE_DIR) / "examples")) {
    if (path.extension() == ".yaml" && path.string().find("/ci/") == std::string::npos) texts.push_back(text);
  }
  for (const std::string& text : texts) {
    CAPTURE(text.substr(0, 300));
    const edit::YamlText before("a.yaml", text);
    REQUIRE(before.is_sound());
    const std::string once = edit::formatted(before);
    const edit::YamlText after("a.yaml", once);
    CHECK(means_the_same(edit::plain_of(before.root()), edit::plain_of(after.root())));
    CHECK(edit::formatted(after) == once);
  }
}
