// What the live page is made of: files that are watched, pages drawn in processes of their own, edits with undo.
#include "mot/serve/live_page.h"

#include <doctest/doctest.h>

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
}

TEST_CASE("what crashes or hangs where a page is drawn costs that page alone") {
  serve::Drawer drawer(
      [](char what) -> std::string {
        if (what == 'c') std::abort();
        if (what == 'h') {
          while (true) std::this_thread::sleep_for(std::chrono::seconds(1));
        }
        return std::string(3'000'000, what);
      },
      std::chrono::seconds(1));
  CHECK(drawer.drawn('a') == std::string(3'000'000, 'a'));
  CHECK(drawer.drawn('c') == std::nullopt);
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
  const auto fields = nlohmann::json::parse(editor.questions().at("/fields")("a"));
  CHECK(fields["fields"][0]["value"] == "A");
  CHECK(fields["stages"][0] == "j/s");
  CHECK(nlohmann::json::parse(editor.questions().at("/fields")("nobody"))["fields"].empty());
}
