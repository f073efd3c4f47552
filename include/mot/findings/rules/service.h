// Rules about the service itself rather than about what is written of it: what customers live, who keeps which promise.
#pragma once

#include "mot/findings/rule.h"

namespace mot {

// clang-format off: an example reads better as it is written
inline constexpr Rule service_rules[] = {
    {"promises-more-than-delivered", Tier::service, Severity::warning,
     "A promise sets what customers expect. One that is not kept costs more than one that was never made.",
     R"(touchpoint:
  id: wait-in-line
  name: Wait in line
  importance: 4
  owner: Rosa
  desired: { company: 8, customer: { score: 8, heard: talks } }
  promise: { text: Served in two minutes, score: 9 }
  actual: 6
  evidence: [{ id: talks, from: talks with nine guests }]
)",
     R"(touchpoint:
  id: wait-in-line
  name: Wait in line
  importance: 4
  owner: Rosa
  desired: { company: 8, customer: { score: 8, heard: talks } }
  promise: { text: Served in ten minutes, score: 6 }
  actual: 6
  evidence: [{ id: talks, from: talks with nine guests }]
)"},
    {"below-adequate", Tier::service, Severity::warning,
     "Below the least they accept, customers no longer weigh us up, they leave. These moments come before all others.",
     R"(touchpoint:
  id: loaf-is-gone
  name: Your loaf is gone
  importance: 5
  owner: Rosa
  desired: { company: 8, customer: { score: 8, adequate: 6, heard: talks } }
  actual: 3
  evidence: [{ id: talks, from: talks with nine guests }]
)",
     R"(touchpoint:
  id: loaf-is-gone
  name: Your loaf is gone
  importance: 5
  owner: Rosa
  desired: { company: 8, customer: { score: 8, adequate: 6, heard: talks } }
  actual: 6.5
  evidence: [{ id: talks, from: talks with nine guests }]
)"},
    {"overdue-action", Tier::service, Severity::warning,
     "An action past its day is a promise to ourselves that is not kept. Done, dropped or a new day: each is an answer, silence is none.",
     R"(action: { id: second-till, name: A second till at seven, owner: Rosa, status: doing, due: 2020-01-31 }
)",
     R"(action: { id: second-till, name: A second till at seven, owner: Rosa, status: done, due: 2020-01-31 }
)",
     DependsOn::day},
    {"uneven-treatment", Tier::service, Severity::warning,
     "The same moment, another customer, another treatment. Sometimes that is meant; where it is not, a rule or a habit prefers some.",
     R"(# guests.csv begins with the line `WHO,Q1LINE`; forty like Paul gave an 8 or a 9, forty like Mina a 3 or a 4.
personas:
  - { id: paul, name: "Paul, stops on the way to work", advocate: Rosa }
  - { id: mina, name: "Mina, comes with a pram", advocate: Emre }
touchpoint:
  id: wait-in-line
  name: Wait in line
  moment_of_truth: true
  importance: 4
  owner: Rosa
  desired: { company: 8, customer: { score: 8, heard: guests } }
  not_applicable: { recovery: a wait can't be given back }
source: { id: guests, file: guests.csv, scale: { min: 0, max: 10 }, persona: WHO, columns: { wait-in-line: Q1LINE } }
journey: { id: stop, name: A stop, personas: [paul, mina], stages: [{ id: buy, name: Buy, touchpoints: [wait-in-line] }] }
)",
     R"(# guests.csv begins with the line `WHO,Q1LINE`; forty like Paul gave an 8 or a 9, and so did forty like Mina.
personas:
  - { id: paul, name: "Paul, stops on the way to work", advocate: Rosa }
  - { id: mina, name: "Mina, comes with a pram", advocate: Emre }
touchpoint:
  id: wait-in-line
  name: Wait in line
  moment_of_truth: true
  importance: 4
  owner: Rosa
  desired: { company: 8, customer: { score: 8, heard: guests } }
  not_applicable: { recovery: a wait can't be given back }
source: { id: guests, file: guests.csv, scale: { min: 0, max: 10 }, persona: WHO, columns: { wait-in-line: Q1LINE } }
journey: { id: stop, name: A stop, personas: [paul, mina], stages: [{ id: buy, name: Buy, touchpoints: [wait-in-line] }] }
)"},
    {"gate-broken", Tier::service, Severity::error,
     "A gate is the floor that a team has set under its service (project.gates). `mot check` fails where what is known is surely on the "
     "wrong side of it. Mend the service, or decide on another floor where everybody can see it.",
     R"(project: { name: Corner Bakery, gates: { gap_at_most: 2 } }
touchpoint:
  id: pay
  name: Pay
  importance: 3
  owner: Rosa
  desired: { company: 9, customer: { score: 8, heard: talks } }
  actual: 5
  evidence: [{ id: talks, from: talks with nine guests }]
)",
     R"(project: { name: Corner Bakery, gates: { gap_at_most: 4 } }
touchpoint:
  id: pay
  name: Pay
  importance: 3
  owner: Rosa
  desired: { company: 9, customer: { score: 8, heard: talks } }
  actual: 5
  evidence: [{ id: talks, from: talks with nine guests }]
)",
     DependsOn::files, Standing::locked},
    {"gate-undecided", Tier::service, Severity::error,
     "What nobody knows is neither good nor bad, so it can't hold a gate. Find out what is missing, or write `undecided: allow` under "
     "project.gates: then such a gate passes, and is reported each time.",
     R"(project: { name: Corner Bakery, gates: { known_at_least: 50, gap_at_most: 4 } }
rules: { missing-actual: ignore }
touchpoints:
  - { id: pay, name: Pay, visibility: backstage, importance: 3, owner: Rosa, desired: 9, actual: 7 }
  - { id: bake, name: Bake, visibility: backstage, importance: 3, owner: Emre, desired: 9 }
)",
     R"(project: { name: Corner Bakery, gates: { known_at_least: 50, gap_at_most: 4 } }
touchpoints:
  - { id: pay, name: Pay, visibility: backstage, importance: 3, owner: Rosa, desired: 9, actual: 7 }
  - { id: bake, name: Bake, visibility: backstage, importance: 3, owner: Emre, desired: 9, actual: 8 }
)",
     DependsOn::files, Standing::locked},
    {"aim-lowered", Tier::service, Severity::error,
     "Figures get better where less is asked for, and nothing has got better for customers. Held against a baseline, a lower target or "
     "importance, less that customers accept at least, a moment of truth that is none any more, a touchpoint that is gone or called "
     "otherwise, fewer than half of the answers, a looser gate or target, and another scale are told until the baseline is written anew: "
     "that is where the team decides.",
     R"(# The baseline known.json was written by `mot check --write-baseline` when 9 was wanted, and the importance was 5.
touchpoint:
  id: pay
  name: Pay
  importance: 3
  owner: Rosa
  desired: { company: 7, customer: { score: 6, heard: talks } }
  actual: 5
  evidence: [{ id: talks, from: talks with nine guests }]
)",
     R"(# The baseline known.json was written by `mot check --write-baseline` when 9 was wanted, and the importance was 5.
touchpoint:
  id: pay
  name: Pay
  importance: 5
  owner: Rosa
  desired: { company: 9, customer: { score: 6, heard: talks } }
  actual: 5
  evidence: [{ id: talks, from: talks with nine guests }]
)",
     DependsOn::files, Standing::locked},
};
// clang-format on

}  // namespace mot
