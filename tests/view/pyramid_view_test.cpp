// What the inverted pyramid shows, looked at as a scene.
#include <doctest/doctest.h>
#include <fmt/ranges.h>

#include <cmath>

#include "mot/picture/paper.h"
#include "mot/view/pyramid/lines.h"
#include "mot/view/views.h"
#include "support/scene_checks.h"
#include "support/scene_finders.h"
#include "support/workspaces.h"

using namespace mot;
using namespace mot::testing;

namespace {

Scene pyramid_of(const std::string& yaml, const PictureOptions& options = {}) {
  const Workspace workspace = workspace_from(yaml);
  Answers answers;
  answers.touchpoints.resize(workspace.touchpoints.size());
  return drawn_view("pyramid", {workspace, analyse(workspace, answers), answers, light_theme(), typesetter()}, options);
}

/// Touchpoints of one department, each with what is written after its role: `A: {may: [x]}`, separated by `;`.
std::string roles_from(const std::string& notation) {
  std::string yaml = "departments: [{id: d, name: Desk, lead: Lea}]\ntouchpoints:\n";
  std::istringstream in(notation);
  std::size_t count = 0;
  for (std::string role; std::getline(in, role, ';');) {
    const auto colon = role.find(':');
    yaml += fmt::format("  - {{id: t{}, name: Moment, department: d, role: {}{}}}\n", ++count, role.substr(0, colon),
                        colon == std::string::npos ? "" : ", " + role.substr(colon + 1));
  }
  return yaml;
}

const Card& card(const Scene& scene, const std::string& id) {
  const Card* found = find_item<Card>(scene, id);
  REQUIRE_MESSAGE(found, id);
  return *found;
}

/// The floors of the pyramid, from the top.
std::vector<Area> floors(const Scene& scene) {
  std::vector<Area> areas;
  for (const Ground& ground : scene.ground) {
    const auto* area = std::get_if<Area>(&ground);
    if (area && area->outline.size() == 4) areas.push_back(*area);
  }
  // Of a picture that runs from the right, which is mirrored.
  for (auto& [outline, fill, stroke] : areas) {
    if (outline[0].x > outline[1].x) std::swap(outline[0], outline[1]), std::swap(outline[2], outline[3]);
  }
  return areas;
}

/// Of a floor, whose outline begins at the top left and goes to the right.
bool holds(const Area& floor, const Box& box) {
  const double top = floor.outline[0].y, bottom = floor.outline[2].y;
  if (box.top < top || box.bottom() > bottom) return false;
  const auto edge = [&](const Point& high, const Point& low) { return high.x + (low.x - high.x) * (box.bottom() - top) / (bottom - top); };
  return box.left > edge(floor.outline[0], floor.outline[3]) && box.right() < edge(floor.outline[1], floor.outline[2]);
}

std::size_t count_in(const Area& floor, const Scene& scene) {
  std::size_t count = 0;
  for (const Item& item : scene.items) {
    const auto* card = std::get_if<Card>(&item);
    count += card && holds(floor, card->box);
  }
  return count;
}

std::size_t count_cards(const Scene& scene) {
  std::size_t count = 0;
  for (const Item& item : scene.items) count += std::holds_alternative<Card>(item);
  return count;
}

/// Roles in departments that ask one another's people: `roles` in all, each asks one or two of `asked`.
std::string company_of(std::size_t roles, std::size_t departments, std::size_t asked) {
  std::string yaml = "departments:\n";
  for (std::size_t i = 0; i < departments; ++i) yaml += fmt::format("  - {{id: d{0}, name: Department {0}, lead: Lead {0}}}\n", i);
  yaml += "touchpoints:\n";
  for (std::size_t i = 0; i < 2 * roles; ++i)
    yaml += fmt::format(
        "  - {{id: t{0}, name: Moment {0}, department: d{1}, role: Role {2}, empowerment: {{may: [decide], knows: [all], asks: {3}}}}}\n",
        i, i % roles % departments, i % roles,
        i % 11 == 10 ? fmt::format("Lead {}", i % departments) : fmt::format("Chief {}", i * 5 % asked));
  return yaml;
}

/// Straight stretches of a path that run up and down or across.
struct Stretch {
  Point from;
  Point to;
};

std::vector<Stretch> stretches_of(const Connector& connector) {
  std::vector<Stretch> stretches;
  for (std::size_t i = 0; i + 3 < connector.points.size(); i += 3) {
    const Point from = connector.points[i], to = connector.points[i + 3];
    if (std::abs(from.x - to.x) < 0.01 || std::abs(from.y - to.y) < 0.01) stretches.push_back({from, to});
  }
  return stretches;
}

/// Whether two stretches lie on one line for more than a moment.
bool run_together(const Stretch& one, const Stretch& other) {
  const auto shared = [](double a, double b, double c, double d) {
    return std::min(std::max(a, b), std::max(c, d)) - std::max(std::min(a, b), std::min(c, d));
  };
  const auto vertical = [](const Stretch& s) { return std::abs(s.from.x - s.to.x) < 0.01; };
  if (vertical(one) != vertical(other)) return false;
  if (vertical(one)) return std::abs(one.from.x - other.from.x) < 1 && shared(one.from.y, one.to.y, other.from.y, other.to.y) > 0.5;
  return std::abs(one.from.y - other.from.y) < 1 && shared(one.from.x, one.to.x, other.from.x, other.to.x) > 0.5;
}

}  // namespace

TEST_CASE("every card lies inside the pyramid, which grows with what it holds and narrows downwards") {
  std::vector<HardCase> cases = hard_cases();
  for (const auto& [roles, departments] : {std::pair{1, 1}, {3, 1}, {40, 1}, {40, 25}, {1, 25}, {120, 12}})
    cases.push_back({"a company", company_of(roles, departments, 9)});
  for (const auto& [what, yaml] : cases) {
    INFO(std::string(what), " ", yaml.size());
    const Scene scene = pyramid_of(yaml);
    for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
    const auto areas = floors(scene);
    REQUIRE(areas.size() == 4);
    std::size_t inside = 0;
    for (const Area& floor : areas) {
      CHECK(count_in(floor, scene) > 0);
      CHECK(floor.outline[1].x - floor.outline[0].x > floor.outline[2].x - floor.outline[3].x);
      inside += count_in(floor, scene);
    }
    CHECK(inside == count_cards(scene));
  }
}

TEST_CASE("a role is judged by the worst of its moments, with a sign besides the colour and the reason in words") {
  const struct {
    const char* roles;
    const char* says;
    bool is_fine;
  } cases[] = {
      {"A: empowerment: {may: [wave], limit: 5 EUR, knows: [all]}", "✓\u00a0A / Desk, at 1 moment / may: wave (5 EUR) / sees: all", true},
      {"A: empowerment: {limit: 5 EUR, knows: [all]}", "✓\u00a0A / Desk, at 1 moment / may: decide (5 EUR) / sees: all", true},
      {"A", "?\u00a0A / Desk, at 1 moment / nothing is written down: what may / they decide?", false},
      {"A: empowerment: {asks: Bo}", "…\u00a0A / Desk, at 1 moment / may decide nothing / asks: Bo", false},
      {"A: empowerment: {may: [wave]}", "!\u00a0A / Desk, at 1 moment / may: wave / sees nothing to decide by", false},
      {"A: policy: {rule: No refund, protects: company}", "✕\u00a0A / Desk, at 1 moment / rule: No refund / may bend nothing", false},
      {"A: policy: {rule: No refund, protects: [company, law]}",
       "?\u00a0A / Desk, at 1 moment / nothing is written down: what may / they decide?", false},
      {"A: policy: {rule: No refund, protects: company, exceptions: [flood]}, empowerment: {may: [wave], knows: [all]}",
       "✓\u00a0A / Desk, at 1 moment / may: wave / sees: all", true},
      {"A: empowerment: {may: [wave], knows: [all]};A: policy: {rule: No refund, protects: company}",
       "✕\u00a0A / Desk, at 2 moments / rule: No refund / may: wave / sees: all", false},
  };
  for (const auto& [roles, says, is_fine] : cases) {
    CAPTURE(roles);
    const Scene scene = pyramid_of(roles_from(roles));
    const Card& role = card(scene, "role-1");
    CHECK(text_in(role.lines) == says);
    CHECK(role.accent == light_theme().tone_of(is_fine ? GapClass::green : GapClass::red).colour);
    CHECK((role.identity.css_class == "role without-latitude") == !is_fine);
    CHECK(text_in(card(scene, "lead-1").lines) == std::string("Lea / Desk / 1 role, ") + (is_fine ? "with latitude" : "without latitude"));
  }
}

TEST_CASE("roles stand by department, and those without latitude stand first: departments that have some, and in each its own") {
  const Scene scene = pyramid_of(
      "departments: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]\n"
      "touchpoints:\n"
      "  - {id: t1, name: M, department: a, role: Agent, empowerment: {may: [decide], knows: [all]}}\n"
      "  - {id: t2, name: M, department: b, role: Booker, empowerment: {may: [decide], knows: [all]}}\n"
      "  - {id: t3, name: M, department: c, role: Carer}\n"
      "  - {id: t4, name: M, department: b, role: Blocked, policy: {rule: No change, protects: company}}\n"
      "  - {id: t5, name: M, department: a, role: Aide, empowerment: {may: [decide], knows: [all]}}\n");
  std::vector<std::string> names;
  for (const Item& item : scene.items) {
    const auto* card = std::get_if<Card>(&item);
    if (card && card->identity.css_class.starts_with("role")) names.push_back(text_in({card->lines.front()}));
  }
  CHECK(fmt::format("{}", fmt::join(names, ", ")) == "✕\u00a0Blocked, ✓\u00a0Booker, ?\u00a0Carer, ✓\u00a0Agent, ✓\u00a0Aide");
}

TEST_CASE("the same name in another department is another role, and who never meets a customer is none") {
  const Scene scene = pyramid_of(
      "departments: [{id: a, name: Desk, lead: Lea}, {id: b, name: Gate}]\ntouchpoints:\n"
      "  - {id: one, name: One, department: b, role: Agent}\n  - {id: two, name: Two, department: a, role: Agent}\n"
      "  - {id: three, name: Three, department: a, role: Agent, moment_of_truth: true}\n"
      "  - {id: back, name: Back, department: a, role: Baker, visibility: backstage}\n  - {id: open, name: Open, department: a}\n"
      "channels: [{id: web, self_service: true}]\n");
  CHECK(card_text_in(scene, "role-1").find("Agent / Desk, at 2 moments, 1 of truth") != std::string::npos);
  CHECK(card_text_in(scene, "role-2").find("Agent / Gate, at 1 moment") != std::string::npos);
  CHECK(card_text_in(scene, "role-3") == "no such card");
  CHECK(card_text_in(scene, "lead-2") == "Nobody is named / Gate / 1 role, without latitude");
  CHECK(text_in(find_item<Label>(scene, "heading-front")->lines).find("1 more moment in person, / without a role") != std::string::npos);
}

TEST_CASE("customers stand on top with their needs, goals, fears, their flag and their advocate") {
  const Scene scene = pyramid_of(
      "personas: [{id: ines, name: Ines, needs: [papers, peace], goals: [sell, fly], fears: [a closed desk], flag: Never late, advocate: "
      "Desk}, {id: jo, name: Jo}]\n");
  CHECK(card_text_in(scene, "persona-ines") ==
        "Ines / needs: papers; peace / goals: sell; fly / fears: a closed desk / proud of: Never late / spoken for by: Desk");
  CHECK(card_text_in(scene, "persona-jo") == "Jo / nobody inside speaks for them yet");
  CHECK(holds(floors(scene).front(), card(scene, "persona-ines").box));
}

TEST_CASE("where nobody is written down the pyramid says what to write") {
  const Scene scene = pyramid_of("project: {name: Nothing}\n");
  for (const auto& [id, word] : {std::pair{"no-personas", "personas"}, {"no-roles", "role"}, {"no-asked", "asks"}, {"no-leads", "lead"}}) {
    CHECK(card_text_in(scene, id).find(word) != std::string::npos);
    CHECK(card(scene, id).stroke.dash == Dash::dashed);
  }
}

TEST_CASE("a line leads from a role to each whom it asks, be it a lead") {
  const Scene scene = pyramid_of(roles_from("A: empowerment: {asks: Bo};A: empowerment: {asks: Lea};B: empowerment: {asks: Bo};C"));
  REQUIRE(scene.connectors.size() == 3);
  CHECK(find_connector(scene, "asks-role-2-asked-1"));  // C, of whom nothing is written, is the first
  CHECK(find_connector(scene, "asks-role-3-asked-1"));
  CHECK(find_connector(scene, "asks-role-2-lead-1"));
  CHECK(card_text_in(scene, "asked-1") == "Bo / asked by 2 roles at 2 moments");
  CHECK(card_text_in(scene, "lead-1") == "Lea / Desk / 3 roles, none with latitude / asked by 1 role");
}

TEST_CASE("a slide with few of the roles counts all of them in its head") {
  const Scene slide = pyramid_of(company_of(15, 7, 8), {.width = 960, .height = 540, .is_slide = true, .most = 3});
  CHECK(joined_texts(slide, "figures").find("15 roles, all with latitude") != std::string::npos);
  CHECK(find_item<Card>(slide, "role-3") != nullptr);
  CHECK(find_item<Card>(slide, "role-4") == nullptr);
  for (const std::string& fault : faults(slide, typesetter())) FAIL_CHECK(fault);
}

TEST_CASE("where roles stand in more rows than an eye follows a line through there are none, and cards name who asks") {
  for (const auto& [roles, departments, asked] : {std::tuple{15, 7, 8}, {40, 25, 12}, {60, 3, 30}}) {
    CAPTURE(roles);
    const Scene scene = pyramid_of(company_of(roles, departments, asked));
    CHECK(scene.connectors.empty());
    CHECK(joined_texts(scene, "legend").find("asks beyond") == std::string::npos);
    CHECK(card_text_in(scene, "asked-1").find("asked by Role ") != std::string::npos);
    for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
  }
}

TEST_CASE("lines begin at a role and end at whom it asks, or join a line that does; those to different people never run together") {
  for (const auto& [roles, departments, asked] : {std::tuple{3, 1, 2}, {5, 2, 3}, {6, 3, 4}}) {
    CAPTURE(roles);
    const Scene scene = pyramid_of(company_of(roles, departments, asked));
    CHECK(!scene.connectors.empty());
    std::set<std::string> reached;
    for (const Connector& line : scene.connectors) {
      const Box &from = card(scene, line.from).box, &to = card(scene, line.to).box;
      CHECK(line.points.front().y == doctest::Approx(from.bottom()));
      CHECK(line.points.front().x > from.left);
      CHECK(line.points.front().x < from.right());
      if (line.arrow == Arrow::none) continue;
      CHECK(line.points.back().y == doctest::Approx(to.top));
      CHECK(line.points.back().x > to.left);
      CHECK(line.points.back().x < to.right());
      CHECK(reached.insert(line.to).second);
    }
    for (const Connector& line : scene.connectors) {
      CHECK(reached.contains(line.to));
      for (const Connector& other : scene.connectors) {
        const bool is_same = line.to == other.to;
        if (is_same && (line.arrow == Arrow::end || other.arrow == Arrow::none)) continue;
        bool together = false;
        for (const Stretch& a : stretches_of(line)) {
          for (const Stretch& b : stretches_of(other)) together |= run_together(a, b);
        }
        if (together != is_same) FAIL_CHECK(line.identity.id << " and " << other.identity.id);
      }
    }
  }
}

TEST_CASE("whom moments without a role ask is named too") {
  const Scene scene = pyramid_of(
      "departments: [{id: d, name: Desk, lead: Lea}]\n"
      "touchpoints:\n"
      "  - {id: a, name: A, department: d, empowerment: {may: [refund], asks: Bo}}\n"
      "  - {id: b, name: B, department: d, empowerment: {may: [refund], asks: Bo}}\n"
      "  - {id: c, name: C, department: d, empowerment: {may: [refund], asks: Lea}}\n"
      "  - {id: e, name: E, department: d, visibility: backstage, empowerment: {may: [refund], asks: Nobody}}\n");
  CHECK(card_text_in(scene, "asked-1") == "Bo / asked at 2 moments without a role");
  CHECK_FALSE(find_item<Card>(scene, "asked-2"));
  CHECK(card_text_in(scene, "lead-1").ends_with("asked at 1 moment without a role"));
  CHECK_FALSE(find_item<Card>(scene, "no-asked"));
  for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
}

TEST_CASE("a slide whose few roles ask nobody does not say that nobody does") {
  const Scene slide = pyramid_of(roles_from("Boss: empowerment: {may: [x], asks: Bo};Clerk;Page;Guard;Cook"),
                                 {.width = 960, .height = 540, .is_slide = true, .most = 3});
  CHECK(card_text_in(slide, "no-asked").starts_with("Nobody of those / shown"));
}

TEST_CASE("on a slide of more than four roles their cards name whom they ask, in place of a floor with lines to it") {
  const std::string company = company_of(6, 3, 4);
  const PictureOptions slide{.width = 960, .height = 540, .is_slide = true};
  const Scene scene = pyramid_of(company, slide);
  CHECK(scene.connectors.empty());
  CHECK_FALSE(find_item<Card>(scene, "asked-1"));
  CHECK(card_text_in(scene, "role-1").find("asks: ") != std::string::npos);
  CHECK((find_item<Card>(scene, "lead-1") || find_item<Card>(scene, "all-leads")));
  for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
  PictureOptions few = slide;
  few.most = 4;
  CHECK(find_item<Card>(pyramid_of(company, few), "asked-1"));
  CHECK(find_item<Card>(pyramid_of(company), "asked-1"));
}

TEST_CASE("of many roles on a slide those in low rows are names, the others say what they may decide or which rule stands in their way") {
  std::string company = company_of(15, 7, 8);
  company +=
      "  - {id: no, name: No, department: d1, role: Clerk, policy: {rule: Receipt or nothing, protects: company}}\n"
      "  - {id: yes, name: Yes, department: d2, role: Clerk, empowerment: {may: [decide], knows: [all]}}\n";
  const Scene scene = pyramid_of(company, {.width = 960, .height = 540, .is_slide = true});
  std::string texts;
  for (int role = 1; role <= 17; ++role) texts += card_text_in(scene, fmt::format("role-{}", role)) + "\n";
  for (const char* text : {"✕\u00a0Clerk", "(Department 1)", "rule: Receipt or", "✓\u00a0Clerk", "(Department 2)", "✓\u00a0Role 0"}) {
    CAPTURE(text);
    CHECK(texts.find(text) != std::string::npos);
  }
  CHECK(scene.left_out.things.size() == 8);  // whom they ask
  // Rows grow as high as words need while there is room; what a card says is whole.
  std::size_t in_words = 0;
  for (int role = 1; role <= 17; ++role) {
    const std::string text = card_text_in(scene, fmt::format("role-{}", role));
    if (text.find("may: ") == std::string::npos) continue;
    ++in_words;
    CHECK(text.find("…") == std::string::npos);
  }
  const std::string verdict = text_in(find_item<Label>(scene, "verdict")->lines);
  CHECK(verdict.find("Clerk (Department 1)") != std::string::npos);
  CHECK(verdict.find("Clerk (Department 2)") == std::string::npos);  // another job, which may decide
  CHECK(in_words >= 10);
  CHECK(in_words < 17);
  CHECK(card_text_in(scene, "all-leads").find(" · ") != std::string::npos);  // in one card, so that roles have their room
  CHECK_FALSE(find_item<Card>(scene, "lead-1"));
  for (const std::string& fault : faults(scene, typesetter())) FAIL_CHECK(fault);
}

TEST_CASE("on a slide a department without a lead is told among them, and however many there are none is cut") {
  std::string company = company_of(15, 7, 30);
  company.replace(company.find(", lead: "), company.find('}', company.find(", lead: ")) - company.find(", lead: "), "");
  const Scene scene = pyramid_of(company, {.width = 960, .height = 540, .is_slide = true});
  const std::string leads = card_text_in(scene, "all-leads");
  CHECK(leads.find("Nobody is named") != std::string::npos);
  CHECK(leads.find("…") == std::string::npos);
}

TEST_CASE("of many roles on a large sheet all say what they may decide and whom they ask") {
  std::string company = company_of(15, 7, 8);
  company += "  - {id: yes, name: Yes, department: d2, role: Clerk, empowerment: {may: [decide], knows: [all]}}\n";
  const auto told = [&](double width, double height) {
    const Scene scene = pyramid_of(company, {.width = width, .height = height, .is_slide = true});
    std::string texts;
    for (const Item& item : scene.items)
      if (const auto* card = std::get_if<Card>(&item)) texts += text_in(card->lines) + "\n";
    return std::pair(texts.find("may: decide") != std::string::npos, scene.left_out.things.size());
  };
  CHECK(told(960, 540).second == 8);
  CHECK(told(2400, 1700) == std::pair(true, std::size_t{0}));
}

TEST_CASE("fifteen roles have room on a slide in letters of twelve points") {
  const Scene scene = pyramid_of(company_of(15, 7, 8), {.width = 960, .height = 540, .is_slide = true});
  CHECK(smallest_letters_of(scene) * std::min(960 / scene.width, 540 / scene.height) >= 11.99);
}
