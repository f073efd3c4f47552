// What the live page is made of: files that are watched, pages drawn in processes of their own, edits with undo.
#include "mot/serve/live_page.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "mot/serve/editor.h"
#include "support/folder.h"
#include "support/program.h"

using namespace mot;
using mot::testing::Folder;
using mot::testing::text_of;

TEST_CASE("a change of any file is seen once, however it was written") {
  Folder folder;
  folder.with("a.yaml", "a").with("b/c.csv", "1");
  serve::Watch watch({folder.path()});
  CHECK(watch.has_changed());
  CHECK_FALSE(watch.has_changed());
  folder.with("a.yaml", "ab");
  CHECK(watch.has_changed());
  folder.with("new", "ac");
  CHECK(watch.has_changed());
  std::filesystem::rename(folder / "new", folder / "a.yaml");
  CHECK(watch.has_changed());
  folder.with(".git/index", "x");
  CHECK_FALSE(watch.has_changed());
  std::filesystem::remove_all(folder / "b");
  CHECK(watch.has_changed());
  CHECK_FALSE(watch.has_changed());
  std::filesystem::create_symlink("nowhere", folder / "link.yaml");
  CHECK(watch.has_changed());
  std::filesystem::remove(folder / "link.yaml");
  CHECK(watch.has_changed());
  std::filesystem::create_directory(folder / "d.yaml");
  CHECK(watch.has_changed());
  CHECK_FALSE(watch.has_changed());
}

TEST_CASE("what crashes or hangs where a page is drawn costs that page alone") {
  serve::Drawer drawer(
      [](char what, const std::string& memory) -> serve::Drawing {
        if (what == 'm') return {memory};
        if (what == 'c') std::abort();
        if (what == 'h') {
          while (true) std::this_thread::sleep_for(std::chrono::seconds(1));
        }
        return {std::string(3'000'000, what), std::string(1, what)};
      },
      std::chrono::seconds(1));
  CHECK(drawer.drawn('a') == std::string(3'000'000, 'a'));
  CHECK(drawer.drawn('c') == std::nullopt);
  CHECK(drawer.drawn('m') == "a");
  CHECK(drawer.drawn('h') == std::nullopt);
  CHECK(drawer.drawn('b') == std::string(3'000'000, 'b'));
}

TEST_CASE("secrets are the same only if every byte is") {
  CHECK(serve::is_same_secret("abc", "abc"));
  CHECK_FALSE(serve::is_same_secret("abc", "abd"));
  CHECK_FALSE(serve::is_same_secret("abc", "ab"));
  CHECK_FALSE(serve::is_same_secret("", "a"));
  CHECK(serve::is_same_secret("", ""));
}

TEST_CASE("edits of the page are saved, undone and done again to the same bytes") {
  Folder folder;
  const std::string text =
      "mot: 1\ntouchpoints:\n  - { id: a, name: A, evidence: [{ quote: q }] }  # one\njourney: { name: J, stages: [{ name: S, touchpoints: "
      "[a] }] }\n";
  folder.with("mot.yaml", text);
  serve::Editor editor({.directory = folder.path()});
  const auto posts = editor.posts();
  const auto post = [&](const char* path, const std::string& body) { return nlohmann::json::parse(posts.at(path)(body)); };
  const auto file = [&] { return text_of(folder / "mot.yaml"); };
  CHECK(post("/undo", "")["message"] == "nothing to undo");
  CHECK(post("/edit", R"({"do":"set","touchpoint":"a","field":"evidence.1.quote","value":"so: it is"})")["ok"] == true);
  CHECK(file().find("{ quote: \"so: it is\" }] }  # one\n") != std::string::npos);
  CHECK(post("/edit", R"({"do":"add","touchpoint":"a","stage":"j/s","name":"B"})")["can_undo"] == true);
  const std::string both = file();
  CHECK(both.find("touchpoints: [a, b] }") != std::string::npos);
  CHECK(post("/undo", "")["can_redo"] == true);
  CHECK(post("/undo", "")["can_undo"] == false);
  CHECK(file() == text);
  post("/redo", "");
  CHECK(post("/redo", "")["can_redo"] == false);
  CHECK(file() == both);
  const char* refused[] = {"",
                           "[]",
                           "{\"do\":1}",
                           R"({"do":"set","touchpoint":"z","field":"name","value":"x"})",
                           R"({"do":"set","touchpoint":"a","field":"importance","value":"9"})",
                           R"({"do":"drop","touchpoint":"a"})"};
  for (const char* body : refused) {
    CAPTURE(body);
    CHECK(post("/edit", body)["ok"] == false);
    CHECK(file() == both);
  }
  CHECK(post("/edit", R"({"do":"set","touchpoint":"a","field":"importance","value":"9"})")["message"] ==
        "nothing was changed, for mot.yaml:3 would say: '9' is not between 1 and 5");
  CHECK(post("/edit", R"({"do":"set","touchpoint":"a","field":"name","value":"C","was":"B"})")["message"] ==
        "name was changed elsewhere meanwhile: it is 'A' now, and stays so");
  CHECK(post("/log", "")["log"].size() == 6);
  const auto fields = nlohmann::json::parse(editor.questions().at("/fields")("a"));
  CHECK(fields["fields"][0]["value"] == "A");
  CHECK(fields["stages"][0]["stage"] == "j/s");
  CHECK(nlohmann::json::parse(editor.questions().at("/fields")("nobody"))["fields"].empty());
}

TEST_CASE("the page adds what hurts, a quote and an action, and moves a moment") {
  Folder folder;
  const std::string text =
      "mot: 1\ntouchpoints:\n  - { id: a, name: A }\n  - { id: b, name: B }\njourney: { name: J, stages: [{ name: S, touchpoints: [a, b] "
      "}, { name: T, "
      "touchpoints: [] }] }\nactions: []\n";
  folder.with("mot.yaml", text);
  std::string told;
  serve::Editor editor({.directory = folder.path()}, [&](const std::string& line) { told += line + "\n"; });
  const auto posts = editor.posts();
  const struct {
    const char* request;
    const char* then;
    const char* line;
  } cases[] = {
      {R"({"do":"observe","touchpoint":"a","list":"pains","value":"slow"})", "{ id: a, name: A, pains: [slow] }",
       "a: pains have 'slow' too (mot.yaml:3)"},
      {R"({"do":"quote","touchpoint":"a","value":"So."})", "evidence: [{ voice: customer, quote: So. }]", "a: heard 'So.' (mot.yaml:3)"},
      {R"({"do":"act","touchpoint":"b","name":"Do it"})", "actions: [{ id: do-it, name: Do it, touchpoints: [b], status: proposed }]",
       "b: new action do-it (mot.yaml:6)"},
      {R"({"do":"move","touchpoint":"a","stage":"j/t"})", "touchpoints: [b] }, { name: T, touchpoints: [a] }",
       "a: now stands at the end of j/t (mot.yaml:5)"},
      {R"({"do":"move","touchpoint":"b","stage":"j/s","before":"a"})", "touchpoints: [b, a] }, { name: T, touchpoints: [] }",
       "b: now stands before a in j/s (mot.yaml:5)"},
  };
  for (const auto& [request, then, line] : cases) {
    CAPTURE(request);
    const auto answer = nlohmann::json::parse(posts.at("/edit")(request));
    CHECK_MESSAGE(answer["ok"] == true, answer["message"]);
    CHECK_MESSAGE(text_of(folder / "mot.yaml").find(then) != std::string::npos, text_of(folder / "mot.yaml"));
    CHECK_MESSAGE(told.find(line) != std::string::npos, told);
    posts.at("/undo")("");
    CHECK(text_of(folder / "mot.yaml") == text);
  }
}

TEST_CASE("an edit is undone in what the file says by now, unless the same lines changed") {
  Folder folder;
  const std::string text = "mot: 1\ntouchpoints:\n  - id: a\n    name: A\n    importance: 3\n\n  - id: b\n    name: B\n";
  folder.with("mot.yaml", text);
  serve::Editor editor({.directory = folder.path()});
  const auto posts = editor.posts();
  const auto post = [&](const char* path, const std::string& body) { return nlohmann::json::parse(posts.at(path)(body)); };
  const std::string set = R"({"do":"set","touchpoint":"a","field":"importance","value":"4"})";
  post("/edit", set);
  folder.with("mot.yaml", text_of(folder / "mot.yaml") + "    owner: Somebody\n");
  CHECK(post("/undo", "")["ok"] == true);
  CHECK(text_of(folder / "mot.yaml") == text + "    owner: Somebody\n");
  CHECK(post("/redo", "")["ok"] == true);
  CHECK(text_of(folder / "mot.yaml").find("importance: 4") != std::string::npos);
  const std::string other = "mot: 1\ntouchpoints:\n  - id: a\n    name: A\n    importance: 5\n";
  folder.with("mot.yaml", other);
  const auto message = post("/undo", "")["message"].get<std::string>();
  CHECK(message.find("the same lines of 'mot.yaml' changed meanwhile, and were left alone") != std::string::npos);
  CHECK(message.ends_with("; it stays, and is tried again"));
  CHECK(text_of(folder / "mot.yaml") == other);
  CHECK(post("/undo", "")["can_undo"] == true);  // refused once more
  std::string as_edited = text + "    owner: Somebody\n";
  folder.with("mot.yaml", as_edited.replace(as_edited.find("importance: 3"), 13, "importance: 4"));
  CHECK(post("/undo", "")["ok"] == true);  // once it can be
  CHECK(text_of(folder / "mot.yaml") == text + "    owner: Somebody\n");
  post("/redo", "");  // and with changes above it and below
  folder.with("mot.yaml", "# ours\n" + text_of(folder / "mot.yaml") + "    importance: 2\n");
  CHECK(post("/undo", "")["ok"] == true);
  CHECK(text_of(folder / "mot.yaml") == "# ours\n" + text + "    owner: Somebody\n    importance: 2\n");
  folder.with("mot.yaml", other);
  std::filesystem::remove_all(folder.path());
  CHECK(post("/edit", set)["ok"] == false);
}

TEST_CASE("what a form shows is what its field changes, whatever else stands in the list") {
  const struct {
    const char* lists;  // of a touchpoint, as its file has them
    const char* field;
    const char* was;
    const char* after;
  } cases[] = {
      {"pains: [TBD, the queue, the noise]", "pains.3.text", "the noise", "pains: [TBD, the queue, X]"},
      {"pains: [TBD, the queue, the noise]", "pains.2.text", "the queue", "pains: [TBD, X, the noise]"},
      {"gains:\n      - n/a\n      - \"?\"\n      - { text: bread, severity: 2 }\n      - smile", "gains.3.text", "bread",
       "gains:\n      - n/a\n      - \"?\"\n      - { text: X, severity: 2 }\n      - smile"},
      {"gains:\n      - n/a\n      - bread\n      - n/a\n      - bread", "gains.4.text", "bread",
       "gains:\n      - n/a\n      - bread\n      - n/a\n      - X"},
      {"evidence: [{ practice: p }, { quote: first }]", "evidence.2.quote", "first", "evidence: [{ practice: p }, { quote: X }]"},
      {"pains: the queue", "pains.1.text", "the queue", "pains: X"},
      {"pains: { text: the queue, severity: 2 }", "pains.1.text", "the queue", "pains: { text: X, severity: 2 }"},
      {"x-said: &q the queue\n    pains: [TBD, *q]", "pains.2.text", "the queue", "x-said: &q the queue\n    pains: [TBD, X]"},
  };
  const std::string head = "mot: 1\ntouchpoints:\n  - id: a\n    name: A\n    ";
  for (const auto& [lists, field, was, after] : cases) {
    CAPTURE(lists);
    Folder folder;
    folder.with("mot.yaml", head + lists + "\n");
    serve::Editor editor({.directory = folder.path()});
    const auto form = nlohmann::json::parse(editor.questions().at("/fields")("a"))["fields"];
    const auto known = std::ranges::find_if(form, [&](const nlohmann::json& shown) { return shown["field"] == field; });
    REQUIRE_MESSAGE(known != form.end(), form.dump());
    CHECK((*known)["value"] == was);
    const nlohmann::json request = {{"do", "set"}, {"touchpoint", "a"}, {"field", field}, {"value", "X"}, {"was", was}};
    const auto answer = nlohmann::json::parse(editor.posts().at("/edit")(request.dump()));
    CHECK_MESSAGE(answer["ok"] == true, answer["message"]);
    CHECK(text_of(folder / "mot.yaml") == head + after + "\n");
  }
}

TEST_CASE("what is typed on the page is text, gets an id whatever its letters are, and never vanishes") {
  const std::string head =
      "mot: 1\ntouchpoints:\n  - { id: a, name: A, pains: [slow] }\njourney: { name: J, stages: [{ name: S, touchpoints: [a] }] }\n";
  const struct {
    const char* request;
    const char* then;  // in the file; null: refused with what is said, and nothing is changed
    const char* said;
  } cases[] = {
      {R"({"do":"set","touchpoint":"a","field":"pains.1.text","value":"[sic]"})", R"(pains: ["[sic]"])", ""},
      {R"({"do":"set","touchpoint":"a","field":"actual.experience","value":"{a: b}"})", R"(experience: "{a: b}")", ""},
      {R"({"do":"observe","touchpoint":"a","list":"gains","value":"[sic]"})", R"(gains: ["[sic]"])", ""},
      {R"({"do":"quote","touchpoint":"a","value":"[sic] so"})", R"(quote: "[sic] so")", ""},
      {R"({"do":"add","stage":"j/s","after":"a","name":"Касса"})", "id: moment\n    name: Касса", "moment: added behind a in j/s"},
      {R"({"do":"add","stage":"j/s","name":"A"})", "id: a-2\n    name: A", "a-2: added"},
      {R"({"do":"add","stage":"j/s","name":"🥨"})", "id: moment\n    name: 🥨", "moment: added"},
      {R"({"do":"act","touchpoint":"a","name":"会計"})", "id: action\n    name: 会計", "a: new action action"},
      {R"({"do":"set","touchpoint":"a","field":"pains.1.text","value":"TBD"})", nullptr,
       "'TBD' says nothing, and would count as if it did not stand there; leave the field empty until it is known"},
      {R"({"do":"set","touchpoint":"a","field":"desired.customer.experience","value":"later"})", nullptr, "'later' says nothing"},
      {R"({"do":"observe","touchpoint":"a","list":"pains","value":"?"})", nullptr, "'?' says nothing"},
      {R"({"do":"quote","touchpoint":"a","value":"n/a"})", nullptr, "'n/a' says nothing"},
  };
  for (const auto& [request, then, said] : cases) {
    CAPTURE(request);
    Folder folder;
    folder.with("mot.yaml", head);
    serve::Editor editor({.directory = folder.path()});
    const auto answer = nlohmann::json::parse(editor.posts().at("/edit")(request));
    CHECK_MESSAGE(answer["ok"] == (then != nullptr), answer["message"]);
    CHECK_MESSAGE(answer["message"].get<std::string>().starts_with(said), answer["message"]);
    const std::string text = text_of(folder / "mot.yaml");
    CHECK_MESSAGE((then == nullptr ? text == head : text.find(then) != std::string::npos), text);
  }
}
