// Rules about what ids point at.
#pragma once

#include "mot/findings/rule.h"

namespace mot {

// clang-format off: an example reads better as it is written
inline constexpr Rule link_rules[] = {
    {"duplicate-id", Tier::links, Severity::error,
     "An id is how everything else speaks of a thing: journeys, actions, answers. Under one id for two things, one is never meant.",
     R"(actions:
  - { id: second-till, name: A second till }
  - { id: second-till, name: A till for orders }
)",
     R"(actions:
  - { id: second-till, name: A second till }
  - { id: order-till, name: A till for orders }
)"},
    {"unknown-touchpoint", Tier::links, Severity::error,
     "A journey, a recovery or an action that leads to a moment nobody described leads nowhere.",
     R"(touchpoint: { id: bake-at-four, name: Bake at four, visibility: backstage, importance: 4, owner: Emre, desired: 9, actual: 9 }
action: { id: second-oven, name: A second oven, touchpoints: [bake-at-for] }
)",
     R"(touchpoint: { id: bake-at-four, name: Bake at four, visibility: backstage, importance: 4, owner: Emre, desired: 9, actual: 9 }
action: { id: second-oven, name: A second oven, touchpoints: [bake-at-four] }
)"},
    {"unknown-department", Tier::links, Severity::error,
     "Each department lists its own moments and answers for them. A department nobody knows answers for nothing.",
     R"(departments:
  - { id: bakehouse, name: Bakehouse, lead: Emre }
touchpoints:
  - id: bake-at-four
    name: Bake at four
    department: bakehose
    visibility: backstage
    importance: 4
    desired: 9
    actual: 9
)",
     R"(departments:
  - { id: bakehouse, name: Bakehouse, lead: Emre }
touchpoints:
  - id: bake-at-four
    name: Bake at four
    department: bakehouse
    visibility: backstage
    importance: 4
    desired: 9
    actual: 9
)"},
    {"unknown-persona",
     Tier::links,
     Severity::error,
     "A persona stands for customers somebody has met. A journey for one that nobody described is a journey for nobody.",
     R"(persona: { id: paul, name: "Paul, stops on the way to work", advocate: Rosa }
touchpoints:
  - id: good-morning
    name: Good morning
    moment_of_truth: true
    importance: 5
    owner: Rosa
    desired: { company: 9, customer: { score: 9, heard: talks } }
    actual: 8
    not_applicable: { recovery: a greeting is not given twice }
    evidence: [{ id: talks, from: talks with nine guests }]
journey: { id: morning-stop, name: A stop, persona: pau, stages: [{ id: buy, name: Buy, touchpoints: [good-morning] }] }
)",
     R"(persona: { id: paul, name: "Paul, stops on the way to work", advocate: Rosa }
touchpoints:
  - id: good-morning
    name: Good morning
    moment_of_truth: true
    importance: 5
    owner: Rosa
    desired: { company: 9, customer: { score: 9, heard: talks } }
    actual: 8
    not_applicable: { recovery: a greeting is not given twice }
    evidence: [{ id: talks, from: talks with nine guests }]
journey: { id: morning-stop, name: A stop, persona: paul, stages: [{ id: buy, name: Buy, touchpoints: [good-morning] }] }
)",
     DependsOn::files,
     Standing::open,
     {},
     Stops::figures},
    {"unknown-channel",
     Tier::links,
     Severity::error,
     "The channel says whether a person of ours is present who can decide. A channel that is not listed says nothing.",
     R"(channels: [counter, { id: web, self_service: true }]
touchpoints:
  - id: pay
    name: Pay
    channel: conter
    importance: 3
    owner: Rosa
    desired: { company: 8, customer: { score: 8, heard: talks } }
    actual: 8
    evidence: [{ id: talks, from: talks with nine guests }]
)",
     R"(channels: [counter, { id: web, self_service: true }]
touchpoints:
  - id: pay
    name: Pay
    channel: counter
    importance: 3
    owner: Rosa
    desired: { company: 8, customer: { score: 8, heard: talks } }
    actual: 8
    evidence: [{ id: talks, from: talks with nine guests }]
)",
     DependsOn::files,
     Standing::open,
     {},
     Stops::figures},
    {"unknown-dimension",
     Tier::links,
     Severity::error,
     "Dimensions of quality group moments across departments. One that the project does not list makes a group of one.",
     R"(touchpoints:
  - id: bake-at-four
    name: Bake at four
    visibility: backstage
    dimension: reliable
    importance: 4
    owner: Emre
    desired: 9
    actual: 9
)",
     R"(touchpoints:
  - id: bake-at-four
    name: Bake at four
    visibility: backstage
    dimension: reliability
    importance: 4
    owner: Emre
    desired: 9
    actual: 9
)",
     DependsOn::files,
     Standing::open,
     {},
     Stops::figures},
    {"unknown-source",
     Tier::links,
     Severity::error,
     "Whoever says that customers were heard names where, so that others can look it up: a survey among the sources, or a piece of "
     "evidence by its id.",
     R"(touchpoints:
  - id: pay
    name: Pay
    importance: 3
    owner: Rosa
    desired: { company: 8, customer: { score: 8, heard: talk } }
    actual: 8
    evidence: [{ id: talks, from: talks with nine guests }]
)",
     R"(touchpoints:
  - id: pay
    name: Pay
    importance: 3
    owner: Rosa
    desired: { company: 8, customer: { score: 8, heard: talks } }
    actual: 8
    evidence: [{ id: talks, from: talks with nine guests }]
)",
     DependsOn::files,
     Standing::open,
     {},
     Stops::figures},
    {"unknown-lane",
     Tier::links,
     Severity::error,
     "Rows of one's own are listed once, in the order they are drawn. A name that is not among them is a slip, or a row nobody sees.",
     R"(project: { lanes: [Systems] }
touchpoints:
  - id: bake-at-four
    name: Bake at four
    visibility: backstage
    importance: 4
    owner: Emre
    desired: 9
    actual: 9
    lanes: { Sytems: [oven control] }
)",
     R"(project: { lanes: [Systems] }
touchpoints:
  - id: bake-at-four
    name: Bake at four
    visibility: backstage
    importance: 4
    owner: Emre
    desired: 9
    actual: 9
    lanes: { Systems: [oven control] }
)",
     DependsOn::files,
     Standing::open,
     {},
     Stops::figures},
    {"unknown-tag",
     Tier::links,
     Severity::error,
     "A saved view of a tag that nothing has would be a picture of nothing.",
     R"(project: { views: [{ id: early, view: matrix, tag: mornign }] }
touchpoints:
  - id: bake-at-four
    name: Bake at four
    visibility: backstage
    importance: 4
    owner: Emre
    desired: 9
    actual: 9
    tags: [morning]
)",
     R"(project: { views: [{ id: early, view: matrix, tag: morning }] }
touchpoints:
  - id: bake-at-four
    name: Bake at four
    visibility: backstage
    importance: 4
    owner: Emre
    desired: 9
    actual: 9
    tags: [morning]
)",
     DependsOn::files,
     Standing::open,
     {},
     Stops::figures},
    {"unknown-file",
     Tier::links,
     Severity::error,
     "A link to a file that is not there promises a reader more than they get. Files lie below the workspace, so that they travel with it.",
     R"(# The only other file is recipes/rolls.md.
touchpoints:
  - id: bake-at-four
    name: Bake at four
    visibility: backstage
    importance: 4
    owner: Emre
    desired: 9
    actual: 9
    links: recipes/roll.md
)",
     R"(# The only other file is recipes/rolls.md.
touchpoints:
  - id: bake-at-four
    name: Bake at four
    visibility: backstage
    importance: 4
    owner: Emre
    desired: 9
    actual: 9
    links: recipes/rolls.md
)",
     DependsOn::files,
     Standing::open,
     {},
     Stops::figures},
    {"bad-photo",
     Tier::links,
     Severity::error,
     "A photo or a logo becomes a part of every picture that shows it: it has to be one, whole, and small enough to send around.",
     R"(# faces/paul.png is no picture but a text.
persona: { id: paul, name: "Paul, stops on the way to work", advocate: Rosa, photo: faces/paul.png }
touchpoints:
  - id: good-morning
    name: Good morning
    moment_of_truth: true
    importance: 5
    owner: Rosa
    desired: { company: 9, customer: { score: 9, heard: talks } }
    actual: 8
    not_applicable: { recovery: a greeting is not given twice }
    evidence: [{ id: talks, from: talks with nine guests }]
journey: { id: morning-stop, name: A stop, persona: paul, stages: [{ id: buy, name: Buy, touchpoints: [good-morning] }] }
)",
     R"(# faces/paul.png is a picture.
persona: { id: paul, name: "Paul, stops on the way to work", advocate: Rosa, photo: faces/paul.png }
touchpoints:
  - id: good-morning
    name: Good morning
    moment_of_truth: true
    importance: 5
    owner: Rosa
    desired: { company: 9, customer: { score: 9, heard: talks } }
    actual: 8
    not_applicable: { recovery: a greeting is not given twice }
    evidence: [{ id: talks, from: talks with nine guests }]
journey: { id: morning-stop, name: A stop, persona: paul, stages: [{ id: buy, name: Buy, touchpoints: [good-morning] }] }
)",
     DependsOn::files,
     Standing::open,
     {},
     Stops::figures},
    {"unknown-column", Tier::links, Severity::error,
     "A column that is not in the file would leave a moment without the answers somebody gave to it, and nobody would notice.",
     R"(# guests.csv begins with the line `GUEST,Q1PAY`; forty guests gave a 7, an 8 or a 9.
touchpoints:
  - { id: pay, name: Pay, importance: 3, owner: Rosa, desired: { company: 8, customer: { score: 8, heard: guests } } }
source: { id: guests, file: guests.csv, scale: { min: 0, max: 10 }, columns: { pay: Q2PAY } }
)",
     R"(# guests.csv begins with the line `GUEST,Q1PAY`; forty guests gave a 7, an 8 or a 9.
touchpoints:
  - { id: pay, name: Pay, importance: 3, owner: Rosa, desired: { company: 8, customer: { score: 8, heard: guests } } }
source: { id: guests, file: guests.csv, scale: { min: 0, max: 10 }, columns: { pay: Q1PAY } }
)"},
    {"unreadable-evidence", Tier::links, Severity::error,
     "Answers that can't be read are not missing, they are lost: the moment would look as if nobody had asked.",
     R"(# The only other file is guests.csv: `GUEST,Q1PAY`, and forty guests gave a 7, an 8 or a 9.
touchpoints:
  - { id: pay, name: Pay, importance: 3, owner: Rosa, desired: { company: 8, customer: { score: 8, heard: guests } } }
source: { id: guests, file: guest.csv, scale: { min: 0, max: 10 }, columns: { pay: Q1PAY } }
)",
     R"(# The only other file is guests.csv: `GUEST,Q1PAY`, and forty guests gave a 7, an 8 or a 9.
touchpoints:
  - { id: pay, name: Pay, importance: 3, owner: Rosa, desired: { company: 8, customer: { score: 8, heard: guests } } }
source: { id: guests, file: guests.csv, scale: { min: 0, max: 10 }, columns: { pay: Q1PAY } }
)"},
    {"unknown-journey", Tier::links, Severity::error,
     "A journey that stands inside another one is described once and travelled in many. One that nobody described has no moments.",
     R"(touchpoints:
  - id: take-a-number
    name: Take a number
    importance: 3
    owner: Rosa
    desired: { company: 8, customer: { score: 8, heard: talks } }
    actual: 8
    evidence: [{ id: talks, from: talks with nine guests }]
  - id: order
    name: Order
    importance: 5
    owner: Rosa
    desired: { company: 9, customer: { score: 9, heard: talks } }
    actual: 9
    evidence: [{ id: talks, from: talks with nine guests }]
    moment_of_truth: true
    not_applicable: { recovery: an order is taken again }
journeys:
  - { id: wait, name: Wait, stages: [{ name: Wait, touchpoints: [take-a-number] }] }
  - { id: morning-stop, name: A stop, stages: [{ name: Buy, touchpoints: [{ journey: wayt }, order] }] }
)",
     R"(touchpoints:
  - id: take-a-number
    name: Take a number
    importance: 3
    owner: Rosa
    desired: { company: 8, customer: { score: 8, heard: talks } }
    actual: 8
    evidence: [{ id: talks, from: talks with nine guests }]
  - id: order
    name: Order
    importance: 5
    owner: Rosa
    desired: { company: 9, customer: { score: 9, heard: talks } }
    actual: 9
    evidence: [{ id: talks, from: talks with nine guests }]
    moment_of_truth: true
    not_applicable: { recovery: an order is taken again }
journeys:
  - { id: wait, name: Wait, stages: [{ name: Wait, touchpoints: [take-a-number] }] }
  - { id: morning-stop, name: A stop, stages: [{ name: Buy, touchpoints: [{ journey: wait }, order] }] }
)"},
    {"journey-in-itself", Tier::links, Severity::error,
     "A journey that stands inside itself has no end: neither its moments nor its picture can be told. Who comes back to an earlier moment "
     "goes there by a branch.",
     R"(touchpoints:
  - id: take-a-number
    name: Take a number
    importance: 3
    owner: Rosa
    desired: { company: 8, customer: { score: 8, heard: talks } }
    actual: 8
    evidence: [{ id: talks, from: talks with nine guests }]
  - id: order
    name: Order
    importance: 5
    owner: Rosa
    desired: { company: 9, customer: { score: 9, heard: talks } }
    actual: 9
    evidence: [{ id: talks, from: talks with nine guests }]
    moment_of_truth: true
    not_applicable: { recovery: an order is taken again }
journey:
  id: morning-stop
  name: A stop
  stages: [{ name: Buy, touchpoints: [take-a-number, { journey: morning-stop }, order] }]
)",
     R"(touchpoints:
  - id: take-a-number
    name: Take a number
    importance: 3
    owner: Rosa
    desired: { company: 8, customer: { score: 8, heard: talks } }
    actual: 8
    evidence: [{ id: talks, from: talks with nine guests }]
  - id: order
    name: Order
    importance: 5
    owner: Rosa
    desired: { company: 9, customer: { score: 9, heard: talks } }
    actual: 9
    evidence: [{ id: talks, from: talks with nine guests }]
    moment_of_truth: true
    not_applicable: { recovery: an order is taken again }
journey:
  id: morning-stop
  name: A stop
  stages: [{ name: Buy, touchpoints: [take-a-number, { when: the number was missed, then: take-a-number }, order] }]
)"},
    {"branch-leads-nowhere",
     Tier::links,
     Severity::error,
     "A branch says what follows under a condition, and where the way goes on. One with nothing in it, to a place that is not on the path, "
     "or round and round is a way that nobody can go.",
     R"(touchpoints:
  - id: take-a-number
    name: Take a number
    importance: 3
    owner: Rosa
    desired: { company: 8, customer: { score: 8, heard: talks } }
    actual: 8
    evidence: [{ id: talks, from: talks with nine guests }]
  - id: order
    name: Order
    importance: 5
    owner: Rosa
    desired: { company: 9, customer: { score: 9, heard: talks } }
    actual: 9
    evidence: [{ id: talks, from: talks with nine guests }]
    moment_of_truth: true
    not_applicable: { recovery: an order is taken again }
journey:
  id: morning-stop
  name: A stop
  stages: [{ name: Buy, touchpoints: [take-a-number, { when: the number was missed, then: taken-number }, order] }]
)",
     R"(touchpoints:
  - id: take-a-number
    name: Take a number
    importance: 3
    owner: Rosa
    desired: { company: 8, customer: { score: 8, heard: talks } }
    actual: 8
    evidence: [{ id: talks, from: talks with nine guests }]
  - id: order
    name: Order
    importance: 5
    owner: Rosa
    desired: { company: 9, customer: { score: 9, heard: talks } }
    actual: 9
    evidence: [{ id: talks, from: talks with nine guests }]
    moment_of_truth: true
    not_applicable: { recovery: an order is taken again }
journey:
  id: morning-stop
  name: A stop
  stages: [{ name: Buy, touchpoints: [take-a-number, { when: the number was missed, then: take-a-number }, order] }]
)",
     DependsOn::files,
     Standing::open,
     {},
     Stops::figures},
    {"two-projects", Tier::links, Severity::error,
     "The project says what holds for all files: the scale, the period, the gates. Two of them cannot both hold.",
     R"(# departments/shop.yaml holds `project: { name: Shop }`.
project: { name: Corner Bakery }
include: [departments/*.yaml]
)",
     R"(# departments/shop.yaml holds `channels: [counter]`.
project: { name: Corner Bakery }
include: [departments/*.yaml]
)"},
    {"include-matches-nothing", Tier::links, Severity::error,
     "A glob that finds no file leaves out a department without a word, and so does a file that is empty, named or not, or a program that "
     "writes nothing into this one. Everything would look fine and be smaller.",
     R"(# The only other file is departments/shop.yaml.
include: [department/*.yaml]
)",
     R"(# The only other file is departments/shop.yaml.
include: [departments/*.yaml]
)"},
    {"unreadable-include", Tier::links, Severity::error,
     "A file that a glob finds and nobody can read takes its moments with it: a link that leads out of the workspace or nowhere, a folder "
     "that is called like a file, a file without permission. Figures without it would be figures of something else.",
     R"(# The only other file is departments/shop.yaml/till.yaml.
include: [departments/*.yaml]
)",
     R"(# The only other file is departments/shop.yaml/till.yaml.
include: [departments/*/*.yaml]
)"},
};
// clang-format on

}  // namespace mot
