// Rules about what contradicts itself.
#pragma once

#include "mot/findings/rule.h"

namespace mot {

// clang-format off: an example reads better as it is written
inline constexpr Rule sense_rules[] = {
    {"aims-below-customer", Tier::sense, Severity::warning,
     "Where we aim lower than customers want, hitting our own target still leaves them short. The number can't tell whether that is "
     "ignorance or choice; somebody has to.",
     R"(touchpoint:
  id: wait-in-line
  name: Wait in line
  importance: 4
  owner: Rosa
  desired: { company: { experience: Five minutes are fine., score: 6 }, customer: { score: 9, heard: talks } }
  actual: 6
  evidence: [{ id: talks, from: talks with nine guests }]
)",
     R"(touchpoint:
  id: wait-in-line
  name: Wait in line
  importance: 4
  owner: Rosa
  desired: { company: { experience: Nobody waits three minutes., score: 9 }, customer: { score: 9, heard: talks } }
  actual: 6
  evidence: [{ id: talks, from: talks with nine guests }]
)"},
    {"aims-below-adequate", Tier::sense, Severity::warning,
     "Between what customers want and the least they accept lies the zone of tolerance. Who aims below it plans to lose them.",
     R"(touchpoint:
  id: wait-in-line
  name: Wait in line
  importance: 4
  owner: Rosa
  desired: { company: { experience: Everybody gets a turn., score: 4 }, customer: { score: 9, adequate: 6, heard: talks } }
  actual: 6
  evidence: [{ id: talks, from: talks with nine guests }]
)",
     R"(touchpoint:
  id: wait-in-line
  name: Wait in line
  importance: 4
  owner: Rosa
  desired: { company: { experience: Nobody waits three minutes., score: 9 }, customer: { score: 9, adequate: 6, heard: talks } }
  actual: 6
  evidence: [{ id: talks, from: talks with nine guests }]
)"},
    {"policy-without-latitude", Tier::sense, Severity::warning,
     "A rule that protects the company against the few who would abuse it meets the many who would not. Without an exception, and with "
     "nobody at the front who may bend it, it punishes them all.",
     R"(touchpoint:
  id: loaf-is-gone
  name: Your loaf is gone
  importance: 5
  owner: Rosa
  desired: { company: 8, customer: { score: 8, heard: talks } }
  actual: 7
  policy: { rule: Nothing is put aside, protects: company }
  evidence: [{ id: talks, from: talks with nine guests }]
)",
     R"(touchpoint:
  id: loaf-is-gone
  name: Your loaf is gone
  importance: 5
  owner: Rosa
  desired: { company: 8, customer: { score: 8, heard: talks } }
  actual: 7
  policy: { rule: Nothing is put aside, protects: company }
  empowerment: { may: [put a loaf aside for a regular], limit: three a day, knows: [the usual] }
  evidence: [{ id: talks, from: talks with nine guests }]
)"},
    {"blind-latitude", Tier::sense, Severity::warning,
     "Trust is informed trust. Who may decide and sees nothing to decide by either guesses or does not dare.",
     R"(touchpoint:
  id: loaf-is-gone
  name: Your loaf is gone
  importance: 5
  owner: Rosa
  desired: { company: 8, customer: { score: 8, heard: talks } }
  actual: 7
  empowerment: { may: [put a loaf aside for a regular] }
  evidence: [{ id: talks, from: talks with nine guests }]
)",
     R"(touchpoint:
  id: loaf-is-gone
  name: Your loaf is gone
  importance: 5
  owner: Rosa
  desired: { company: 8, customer: { score: 8, heard: talks } }
  actual: 7
  empowerment: { may: [put a loaf aside for a regular], knows: [the usual] }
  evidence: [{ id: talks, from: talks with nine guests }]
)"},
    {"actual-disagrees-with-evidence", Tier::sense, Severity::warning,
     "Where customers have answered, their answers count and not our view. A written score that differs misleads whoever reads the file.",
     R"(touchpoint:
  id: pay
  name: Pay
  importance: 3
  owner: Rosa
  desired: { company: 8, customer: { score: 8, heard: slips } }
  actual: 8
  evidence: [{ id: slips, from: slips at the till, voice: customer, score: 5, n: 48, sd: 1.2 }]
)",
     R"(touchpoint:
  id: pay
  name: Pay
  importance: 3
  owner: Rosa
  desired: { company: 8, customer: { score: 8, heard: slips } }
  actual: { experience: The card reader is slow. }
  evidence: [{ id: slips, from: slips at the till, voice: customer, score: 5, n: 48, sd: 1.2 }]
)"},
    {"sources-disagree", Tier::sense, Severity::warning,
     "Answers that differ more than chance explains were given by other people, to another question or on another scale. Pooled, the "
     "larger pile wins, and the mean is nobody's.",
     R"(# guests.csv begins with the line `GUEST,Q1PAY`; forty guests gave a 7, an 8 or a 9.
touchpoint:
  id: pay
  name: Pay
  importance: 3
  owner: Rosa
  desired: { company: 8, customer: { score: 8, heard: guests } }
  evidence: [{ id: slips, from: slips at the till, voice: customer, score: 5, n: 48, sd: 1.2 }]
source: { id: guests, file: guests.csv, scale: { min: 0, max: 10 }, columns: { pay: Q1PAY } }
)",
     R"(# guests.csv begins with the line `GUEST,Q1PAY`; forty guests gave a 7, an 8 or a 9.
touchpoint:
  id: pay
  name: Pay
  importance: 3
  owner: Rosa
  desired: { company: 8, customer: { score: 8, heard: guests } }
  evidence: [{ id: slips, from: what the cashiers think guests live, voice: observer, score: 5, n: 48, sd: 1.2 }]
source: { id: guests, file: guests.csv, scale: { min: 0, max: 10 }, columns: { pay: Q1PAY } }
)"},
    {"off-scale-answers", Tier::sense, Severity::warning,
     "An answer that is not on its scale is most often a code for 'does not apply'. It is left out until the source says what it means.",
     R"(# guests.csv begins with the line `GUEST,Q1PAY`; forty guests gave a 7, an 8 or a 9, and two a 99.
touchpoints:
  - { id: pay, name: Pay, importance: 3, owner: Rosa, desired: { company: 8, customer: { score: 8, heard: guests } } }
source: { id: guests, file: guests.csv, scale: { min: 0, max: 10 }, columns: { pay: Q1PAY } }
)",
     R"(# guests.csv begins with the line `GUEST,Q1PAY`; forty guests gave a 7, an 8 or a 9, and two a 99.
touchpoints:
  - { id: pay, name: Pay, importance: 3, owner: Rosa, desired: { company: 8, customer: { score: 8, heard: guests } } }
source: { id: guests, file: guests.csv, scale: { min: 0, max: 10, missing: [99] }, columns: { pay: Q1PAY } }
)",
     DependsOn::files, Standing::counted_in_gates},
    {"answers-lost", Tier::sense, Severity::error,
     "More than a tenth of what a column holds could not be used. What is left may be nothing like what customers answered, and a gate "
     "would judge by it. Say how the cells are to be read, or which of them are no answers.",
     R"(# guests.csv begins with the line `GUEST,Q1PAY`, and some answers read `8 - good` or `9 - very good`.
touchpoints:
  - { id: pay, name: Pay, importance: 3, owner: Rosa, desired: { company: 8, customer: { score: 8, heard: guests } } }
source: { id: guests, file: guests.csv, scale: { min: 0, max: 10 }, columns: { pay: Q1PAY } }
)",
     R"(# guests.csv begins with the line `GUEST,Q1PAY`, and some answers read `8 - good` or `9 - very good`.
touchpoints:
  - { id: pay, name: Pay, importance: 3, owner: Rosa, desired: { company: 8, customer: { score: 8, heard: guests } } }
source: { id: guests, file: guests.csv, scale: { min: 0, max: 10, labels: leading-number }, columns: { pay: Q1PAY } }
)",
     DependsOn::files, Standing::locked},
    {"gate-always-holds", Tier::sense, Severity::warning,
     "A limit at the end of what a figure can reach, or beyond it, holds whatever customers live. It looks like a promise and is none.",
     R"(project: { name: Corner Bakery, scale: { min: 0, max: 10 }, gates: { gap_at_most: 10 } }
touchpoints:
  - { id: pay, name: Pay, importance: 3, owner: Rosa, desired: { company: 8, customer: { score: 8, heard: talks } },
      actual: 7, evidence: [{ id: talks, from: talks with nine guests }] }
)",
     R"(project: { name: Corner Bakery, scale: { min: 0, max: 10 }, gates: { gap_at_most: 2 } }
touchpoints:
  - { id: pay, name: Pay, importance: 3, owner: Rosa, desired: { company: 8, customer: { score: 8, heard: talks } },
      actual: 7, evidence: [{ id: talks, from: talks with nine guests }] }
)"},
    {"scale-looks-wrong", Tier::sense, Severity::warning,
     "Where everybody seems to have answered on another scale than the file is read on, every figure is wrong and looks right: a 5 of 5 "
     "read on 0 to 10 is half of what customers said.",
     R"(# guests.csv begins with the line `GUEST,Q1PAY`; forty guests answered, all of them from 1 to 5.
touchpoints:
  - { id: pay, name: Pay, importance: 3, owner: Rosa, desired: { company: 8, customer: { score: 8, heard: guests } } }
source: { id: guests, file: guests.csv, scale: { min: 0, max: 10 }, columns: { pay: Q1PAY } }
)",
     R"(# guests.csv begins with the line `GUEST,Q1PAY`; forty guests answered, all of them from 1 to 5.
touchpoints:
  - { id: pay, name: Pay, importance: 3, owner: Rosa, desired: { company: 8, customer: { score: 8, heard: guests } } }
source: { id: guests, file: guests.csv, scale: { min: 1, max: 5 }, columns: { pay: Q1PAY } }
)"},
    {"rows-twice", Tier::sense, Severity::warning,
     "An export that was put behind an earlier one counts everybody twice. The figures stay much the same and look surer than they are, so "
     "that gates and differences are decided by answers that nobody gave.",
     R"(# guests.csv begins with the line `GUEST,Q1PAY`, and its forty guests stand there a second time.
touchpoints:
  - { id: pay, name: Pay, importance: 3, owner: Rosa, desired: { company: 8, customer: { score: 8, heard: guests } } }
source: { id: guests, file: guests.csv, scale: { min: 0, max: 10 }, columns: { pay: Q1PAY } }
)",
     R"(# guests.csv begins with the line `GUEST,Q1PAY`, and each of its forty guests has a line.
touchpoints:
  - { id: pay, name: Pay, importance: 3, owner: Rosa, desired: { company: 8, customer: { score: 8, heard: guests } } }
source: { id: guests, file: guests.csv, scale: { min: 0, max: 10 }, columns: { pay: Q1PAY } }
)"},
    {"respondent-twice", Tier::sense, Severity::warning,
     "Several answers of one person about one moment on one day are taken for those of several people: the figures look surer than they "
     "are, and one eager hand can decide a gate. As a cluster, a person's answers count together.",
     R"(# cards.csv has the columns WHO, WHERE and SCORE; each of forty guests rated Pay twice.
touchpoints:
  - { id: pay, name: Pay, importance: 3, owner: Rosa, desired: { company: 8, customer: { score: 8, heard: cards } } }
source:
  id: cards
  file: cards.csv
  scale: { min: 0, max: 10 }
  long: { touchpoint: WHERE, score: SCORE, respondent: WHO }
)",
     R"(# cards.csv has the columns WHO, WHERE and SCORE; each of forty guests rated Pay twice.
touchpoints:
  - { id: pay, name: Pay, importance: 3, owner: Rosa, desired: { company: 8, customer: { score: 8, heard: cards } } }
source:
  id: cards
  file: cards.csv
  scale: { min: 0, max: 10 }
  long: { touchpoint: WHERE, score: SCORE, respondent: WHO }
  cluster: WHO
)"},
    {"evidence-twice", Tier::sense, Severity::warning,
     "What was heard once and is written down twice counts twice: as two entries that are equal, or as an entry beside the source that it "
     "was added up from. The figures stay much the same and look surer than they are.",
     R"(touchpoint:
  id: pay
  name: Pay
  importance: 3
  owner: Rosa
  desired: { company: 8, customer: { score: 8, heard: slips } }
  evidence:
    - { id: slips, from: slips at the till, voice: customer, score: 8, n: 48, sd: 1.2 }
    - { from: slips at the till, voice: customer, score: 8, n: 48, sd: 1.2 }
)",
     R"(touchpoint:
  id: pay
  name: Pay
  importance: 3
  owner: Rosa
  desired: { company: 8, customer: { score: 8, heard: slips } }
  evidence: [{ id: slips, from: slips at the till, voice: customer, score: 8, n: 48, sd: 1.2 }]
)"},
    {"ragged-rows", Tier::sense, Severity::warning,
     "A row with more or fewer cells than the header can't be told apart into columns, and one without anything in it says nothing. They "
     "are left out; often they are a sum below the table, or a comma in a text without quotation marks.",
     R"(# guests.csv begins with the line `GUEST,Q1PAY` and ends with a line `Total` without a comma.
touchpoints:
  - { id: pay, name: Pay, importance: 3, owner: Rosa, desired: { company: 8, customer: { score: 8, heard: guests } } }
source: { id: guests, file: guests.csv, scale: { min: 0, max: 10 }, columns: { pay: Q1PAY } }
)",
     R"(# guests.csv begins with the line `GUEST,Q1PAY`; every other line has two cells as well.
touchpoints:
  - { id: pay, name: Pay, importance: 3, owner: Rosa, desired: { company: 8, customer: { score: 8, heard: guests } } }
source: { id: guests, file: guests.csv, scale: { min: 0, max: 10 }, columns: { pay: Q1PAY } }
)",
     DependsOn::files, Standing::counted_in_gates},
    {"stale-evidence", Tier::sense, Severity::warning,
     "Customers change, and so do we. When even the newest thing that was heard is older than `stale_after`, it tells of another "
     "company.",
     R"(project: { stale_after: 18 months }
touchpoint:
  id: pay
  name: Pay
  importance: 3
  owner: Rosa
  desired: { company: 8, customer: { score: 8, heard: talks } }
  actual: 8
  evidence: [{ id: talks, from: talks with nine guests, date: 2019-03-12 }]
)",
     R"(project: { stale_after: 18 months }
touchpoint:
  id: pay
  name: Pay
  importance: 3
  owner: Rosa
  desired: { company: 8, customer: { score: 8, heard: talks } }
  actual: 8
  evidence:
    - { from: talks with nine guests, date: 2019-03-12 }
    - { id: talks, from: talks with twelve guests, date: 2026-03-11 }
)",
     DependsOn::day},
    {"past-review", Tier::sense, Severity::warning,
     "Somebody set a day to look at this moment again, and it has passed. What it says may still be true; nobody knows.",
     R"(touchpoint:
  id: bake-at-four
  name: Bake at four
  visibility: backstage
  importance: 4
  owner: Emre
  desired: 9
  actual: 9
  review_by: 2020-01-31
)",
     R"(touchpoint:
  id: bake-at-four
  name: Bake at four
  visibility: backstage
  importance: 4
  owner: Emre
  desired: 9
  actual: 9
  review_by: 2031-01-31
)",
     DependsOn::day},
    {"everything-is-important", Tier::sense, Severity::warning,
     "Importance ranks the work. Where most moments are rated 5 it ranks nothing, and what customers would choose is lost.",
     R"(touchpoints:
  - { id: bake, name: Bake, visibility: backstage, importance: 5, owner: Emre, desired: 9, actual: 9 }
  - { id: cool, name: Cool, visibility: backstage, importance: 5, owner: Emre, desired: 9, actual: 9 }
  - { id: sort, name: Sort, visibility: backstage, importance: 5, owner: Emre, desired: 9, actual: 9 }
  - { id: pack, name: Pack, visibility: backstage, importance: 5, owner: Emre, desired: 9, actual: 9 }
  - { id: load, name: Load, visibility: backstage, importance: 5, owner: Emre, desired: 9, actual: 9 }
  - { id: clean, name: Clean, visibility: backstage, importance: 4, owner: Emre, desired: 9, actual: 9 }
  - { id: order, name: Order, visibility: backstage, importance: 3, owner: Emre, desired: 9, actual: 9 }
  - { id: count, name: Count, visibility: backstage, importance: 2, owner: Emre, desired: 9, actual: 9 }
)",
     R"(touchpoints:
  - { id: bake, name: Bake, visibility: backstage, importance: 5, owner: Emre, desired: 9, actual: 9 }
  - { id: cool, name: Cool, visibility: backstage, importance: 3, owner: Emre, desired: 9, actual: 9 }
  - { id: sort, name: Sort, visibility: backstage, importance: 4, owner: Emre, desired: 9, actual: 9 }
  - { id: pack, name: Pack, visibility: backstage, importance: 3, owner: Emre, desired: 9, actual: 9 }
  - { id: load, name: Load, visibility: backstage, importance: 2, owner: Emre, desired: 9, actual: 9 }
  - { id: clean, name: Clean, visibility: backstage, importance: 5, owner: Emre, desired: 9, actual: 9 }
  - { id: order, name: Order, visibility: backstage, importance: 3, owner: Emre, desired: 9, actual: 9 }
  - { id: count, name: Count, visibility: backstage, importance: 2, owner: Emre, desired: 9, actual: 9 }
)"},
    {"circular-recovery", Tier::sense, Severity::warning,
     "When a moment goes wrong somebody else takes over. A moment that takes over from itself, or moments that do so in a circle, leave "
     "the "
     "customer where they were.",
     R"(touchpoints:
  - { id: bake, name: Bake, visibility: backstage, importance: 4, owner: Emre, desired: 9, actual: 9, recovery: second-oven }
  - { id: second-oven, name: Second oven, visibility: backstage, importance: 3, owner: Emre, desired: 9, actual: 9, recovery: bake }
)",
     R"(touchpoints:
  - { id: bake, name: Bake, visibility: backstage, importance: 4, owner: Emre, desired: 9, actual: 9, recovery: second-oven }
  - { id: second-oven, name: Second oven, visibility: backstage, importance: 3, owner: Emre, desired: 9, actual: 9 }
)"},
    {"circular-support", Tier::sense, Severity::warning,
     "Work behind the scenes carries the moments in front of them. What supports itself, or in a circle, carries nothing.",
     R"(touchpoints:
  - { id: bake, name: Bake, visibility: backstage, importance: 4, owner: Emre, desired: 9, actual: 9, supports: [order] }
  - { id: order, name: Order flour, visibility: support, importance: 3, owner: Emre, desired: 9, actual: 9, supports: [bake] }
)",
     R"(touchpoints:
  - { id: bake, name: Bake, visibility: backstage, importance: 4, owner: Emre, desired: 9, actual: 9 }
  - { id: order, name: Order flour, visibility: support, importance: 3, owner: Emre, desired: 9, actual: 9, supports: [bake] }
)"},
    {"adequate-above-wish", Tier::sense, Severity::warning,
     "The least that customers accept can't be more than what they want. Most often the two stand in each other's place.",
     R"(touchpoint:
  id: pay
  name: Pay
  importance: 3
  owner: Rosa
  desired: { company: 9, customer: { score: 6, adequate: 9, heard: talks } }
  actual: 9
  evidence: [{ id: talks, from: talks with nine guests }]
)",
     R"(touchpoint:
  id: pay
  name: Pay
  importance: 3
  owner: Rosa
  desired: { company: 9, customer: { score: 9, adequate: 6, heard: talks } }
  actual: 9
  evidence: [{ id: talks, from: talks with nine guests }]
)"},
    {"evidence-from-the-future", Tier::sense, Severity::warning,
     "Nobody has heard yet what will be said tomorrow. A day to come is a slip in a year, or a month and a day that stand in each other's "
     "place, and what bears it never grows old.",
     R"(touchpoint:
  id: pay
  name: Pay
  importance: 3
  owner: Rosa
  desired: { company: 8, customer: { score: 8, heard: talks } }
  actual: 8
  evidence: [{ id: talks, from: talks with nine guests, date: 2260-03-12 }]
)",
     R"(touchpoint:
  id: pay
  name: Pay
  importance: 3
  owner: Rosa
  desired: { company: 8, customer: { score: 8, heard: talks } }
  actual: 8
  evidence: [{ id: talks, from: talks with nine guests, date: 2026-03-12 }]
)",
     DependsOn::day},
    {"lift-beyond-scale", Tier::sense, Severity::warning,
     "A lift is the change of a score that an action is expected to bring, in points of the scale. One that leads past the scale's end was "
     "meant in per cent or as the score to reach, and ranks its action above all others.",
     R"(touchpoint: { id: bake, name: Bake, visibility: backstage, importance: 4, owner: Emre, desired: 9, actual: 7 }
action: { id: second-oven, name: A second oven, owner: Emre, touchpoints: [bake], effort: 2, lift: 9 }
)",
     R"(touchpoint: { id: bake, name: Bake, visibility: backstage, importance: 4, owner: Emre, desired: 9, actual: 7 }
action: { id: second-oven, name: A second oven, owner: Emre, touchpoints: [bake], effort: 2, lift: 2 }
)"},
    {"column-used-twice", Tier::sense, Severity::warning,
     "A column holds the answers to one question. Read for two moments it says of one what was said of the other, most often because a "
     "line "
     "was copied and its column was not changed.",
     R"(# guests.csv begins with the line `GUEST,Q1PAY,Q2LINE`; forty guests gave a 7, an 8 or a 9 to both.
touchpoints:
  - { id: pay, name: Pay, importance: 3, owner: Rosa, desired: { company: 8, customer: { score: 8, heard: guests } } }
  - { id: wait, name: Wait in line, importance: 3, owner: Rosa, desired: { company: 8, customer: { score: 8, heard: guests } } }
source: { id: guests, file: guests.csv, scale: { min: 0, max: 10 }, columns: { pay: Q1PAY, wait: Q1PAY } }
)",
     R"(# guests.csv begins with the line `GUEST,Q1PAY,Q2LINE`; forty guests gave a 7, an 8 or a 9 to both.
touchpoints:
  - { id: pay, name: Pay, importance: 3, owner: Rosa, desired: { company: 8, customer: { score: 8, heard: guests } } }
  - { id: wait, name: Wait in line, importance: 3, owner: Rosa, desired: { company: 8, customer: { score: 8, heard: guests } } }
source: { id: guests, file: guests.csv, scale: { min: 0, max: 10 }, columns: { pay: Q1PAY, wait: Q2LINE } }
)"},
    {"same-name", Tier::sense, Severity::warning,
     "Pictures and tables show names, not ids. Of two moments of a department under one name nobody can tell which is meant, or they are "
     "one "
     "moment written down twice.",
     R"(touchpoints:
  - { id: count-the-till, name: Count, visibility: backstage, importance: 3, owner: Rosa, desired: 9, actual: 9 }
  - { id: count-the-flour, name: Count, visibility: backstage, importance: 3, owner: Rosa, desired: 9, actual: 9 }
)",
     R"(touchpoints:
  - { id: count-the-till, name: Count the till, visibility: backstage, importance: 3, owner: Rosa, desired: 9, actual: 9 }
  - { id: count-the-flour, name: Count the flour, visibility: backstage, importance: 3, owner: Rosa, desired: 9, actual: 9 }
)"},
    {"evidence-without-spread", Tier::sense, Severity::warning,
     "A mean of several without its standard deviation does not say whether they agreed. It counts as if they disagreed as widely as such "
     "a "
     "mean allows, so that no interval is narrower than it should be; that may hide a difference which is there.",
     R"(touchpoint:
  id: pay
  name: Pay
  importance: 3
  owner: Rosa
  desired: { company: 8, customer: { score: 8, heard: slips } }
  evidence: [{ id: slips, from: slips at the till, voice: customer, score: 7.5, n: 40 }]
)",
     R"(touchpoint:
  id: pay
  name: Pay
  importance: 3
  owner: Rosa
  desired: { company: 8, customer: { score: 8, heard: slips } }
  evidence: [{ id: slips, from: slips at the till, voice: customer, score: 7.5, n: 40, sd: 1.2 }]
)"},
    {"locked-rule", Tier::sense, Severity::error,
     "A file that can't be read, an id that leads nowhere and answers that are lost take what they hold out of every figure. Rules that "
     "report it can be neither silenced nor lowered, else a gate would turn green because something was lost. Mend what they report.",
     R"(rules: { missing-key: ignore }
)",
     R"(rules: { missing-importance: ignore }
)",
     DependsOn::files, Standing::locked},
    {"suppression-without-reason", Tier::sense, Severity::warning,
     "A finding that is silenced without a reason can't be judged by the next reader: it may have been wrong, or only in the way.",
     R"(touchpoint:
  # mot: ignore missing-importance
  id: bake-at-four
  name: Bake at four
  visibility: backstage
  owner: Emre
  desired: 9
  actual: 9
)",
     R"(touchpoint:
  # mot: ignore missing-importance because guests rate it in the autumn survey
  id: bake-at-four
  name: Bake at four
  visibility: backstage
  owner: Emre
  desired: 9
  actual: 9
)"},
    {"expired-suppression", Tier::sense, Severity::warning,
     "A suppression holds up to its day; then the finding is back. Mend it, or agree on a new day and say why.",
     R"(touchpoint:
  # mot: ignore missing-importance until 2020-01-31 because guests rate it in the autumn survey
  id: bake-at-four
  name: Bake at four
  visibility: backstage
  owner: Emre
  desired: 9
  actual: 9
)",
     R"(touchpoint:
  id: bake-at-four
  name: Bake at four
  visibility: backstage
  importance: 4
  owner: Emre
  desired: 9
  actual: 9
)",
     DependsOn::day},
    {"unused-suppression", Tier::sense, Severity::warning,
     "A suppression that suppresses nothing is left over from something mended, or stands on the wrong line. It would hide the next "
     "finding there.",
     R"(# mot: ignore no-owner because the new lead starts in May
project: { name: Corner Bakery }
)",
     R"(project: { name: Corner Bakery }
)"},
    {"shares-over-whole", Tier::sense, Severity::warning,
     "Of all who come to a step some take a branch and the others go straight on: shares of branches that follow from one step cannot be "
     "more "
     "than all of them, nor can more come through a branch than into it.",
     R"(touchpoints:
  - id: order
    name: Order
    importance: 4
    owner: Rosa
    desired: { company: 9, customer: { score: 9, heard: talks } }
    actual: 9
    evidence: [{ id: talks, from: talks with nine guests }]
    moment_of_truth: true
    not_applicable: { recovery: an order is taken again }
  - id: wait-outside
    name: Wait outside
    importance: 3
    owner: Rosa
    desired: { company: 8, customer: { score: 8, heard: talks } }
    actual: 8
    evidence: [{ id: talks, from: talks with nine guests }]
  - id: pay
    name: Pay
    importance: 4
    owner: Rosa
    desired: { company: 9, customer: { score: 9, heard: talks } }
    actual: 9
    evidence: [{ id: talks, from: talks with nine guests }]
journey:
  id: morning-stop
  name: A stop
  stages:
    - name: Buy
      touchpoints:
        - order
        - { when: it rains, share: 60, then: pay }
        - { when: the shop is full, share: 70, touchpoints: [wait-outside] }
        - pay
)",
     R"(touchpoints:
  - id: order
    name: Order
    importance: 4
    owner: Rosa
    desired: { company: 9, customer: { score: 9, heard: talks } }
    actual: 9
    evidence: [{ id: talks, from: talks with nine guests }]
    moment_of_truth: true
    not_applicable: { recovery: an order is taken again }
  - id: wait-outside
    name: Wait outside
    importance: 3
    owner: Rosa
    desired: { company: 8, customer: { score: 8, heard: talks } }
    actual: 8
    evidence: [{ id: talks, from: talks with nine guests }]
  - id: pay
    name: Pay
    importance: 4
    owner: Rosa
    desired: { company: 9, customer: { score: 9, heard: talks } }
    actual: 9
    evidence: [{ id: talks, from: talks with nine guests }]
journey:
  id: morning-stop
  name: A stop
  stages:
    - name: Buy
      touchpoints:
        - order
        - { when: it rains, share: 20, then: pay }
        - { when: the shop is full, share: 70, touchpoints: [wait-outside] }
        - pay
)"},
    {"branch-twice", Tier::sense, Severity::warning,
     "Two branches that follow from one step under the same condition, or by the same steps to the same place, are one way told twice; and "
     "a "
     "way that goes on at a moment that comes more than once leaves open at which.",
     R"(touchpoints:
  - id: order
    name: Order
    importance: 4
    owner: Rosa
    desired: { company: 9, customer: { score: 9, heard: talks } }
    actual: 9
    evidence: [{ id: talks, from: talks with nine guests }]
    moment_of_truth: true
    not_applicable: { recovery: an order is taken again }
  - id: wait-outside
    name: Wait outside
    importance: 3
    owner: Rosa
    desired: { company: 8, customer: { score: 8, heard: talks } }
    actual: 8
    evidence: [{ id: talks, from: talks with nine guests }]
  - id: pay
    name: Pay
    importance: 4
    owner: Rosa
    desired: { company: 9, customer: { score: 9, heard: talks } }
    actual: 9
    evidence: [{ id: talks, from: talks with nine guests }]
journey:
  id: morning-stop
  name: A stop
  stages:
    - name: Buy
      touchpoints:
        - order
        - { when: the shop is full, touchpoints: [wait-outside] }
        - { when: it is crowded, touchpoints: [wait-outside] }
        - pay
)",
     R"(touchpoints:
  - id: order
    name: Order
    importance: 4
    owner: Rosa
    desired: { company: 9, customer: { score: 9, heard: talks } }
    actual: 9
    evidence: [{ id: talks, from: talks with nine guests }]
    moment_of_truth: true
    not_applicable: { recovery: an order is taken again }
  - id: wait-outside
    name: Wait outside
    importance: 3
    owner: Rosa
    desired: { company: 8, customer: { score: 8, heard: talks } }
    actual: 8
    evidence: [{ id: talks, from: talks with nine guests }]
  - id: pay
    name: Pay
    importance: 4
    owner: Rosa
    desired: { company: 9, customer: { score: 9, heard: talks } }
    actual: 9
    evidence: [{ id: talks, from: talks with nine guests }]
journey:
  id: morning-stop
  name: A stop
  stages:
    - name: Buy
      touchpoints:
        - order
        - { when: the shop is full or crowded, touchpoints: [wait-outside] }
        - pay
)"},
    {"branch-of-nobody", Tier::sense, Severity::warning,
     "A share of 0 says that no customer comes this way, so its moments would take no part in what a journey delivers, however bad they "
     "are. They count in full until a share says how many come.",
     R"(touchpoints:
  - id: order
    name: Order
    importance: 4
    owner: Rosa
    desired: { company: 9, customer: { score: 9, heard: talks } }
    actual: 9
    evidence: [{ id: talks, from: talks with nine guests }]
    moment_of_truth: true
    not_applicable: { recovery: an order is taken again }
  - id: wait-outside
    name: Wait outside
    importance: 3
    owner: Rosa
    desired: { company: 8, customer: { score: 8, heard: talks } }
    actual: 8
    evidence: [{ id: talks, from: talks with nine guests }]
  - id: pay
    name: Pay
    importance: 4
    owner: Rosa
    desired: { company: 9, customer: { score: 9, heard: talks } }
    actual: 9
    evidence: [{ id: talks, from: talks with nine guests }]
journey:
  id: morning-stop
  name: A stop
  stages:
    - name: Buy
      touchpoints:
        - order
        - { when: the shop is full, share: 0, touchpoints: [wait-outside] }
        - pay
)",
     R"(touchpoints:
  - id: order
    name: Order
    importance: 4
    owner: Rosa
    desired: { company: 9, customer: { score: 9, heard: talks } }
    actual: 9
    evidence: [{ id: talks, from: talks with nine guests }]
    moment_of_truth: true
    not_applicable: { recovery: an order is taken again }
  - id: wait-outside
    name: Wait outside
    importance: 3
    owner: Rosa
    desired: { company: 8, customer: { score: 8, heard: talks } }
    actual: 8
    evidence: [{ id: talks, from: talks with nine guests }]
  - id: pay
    name: Pay
    importance: 4
    owner: Rosa
    desired: { company: 9, customer: { score: 9, heard: talks } }
    actual: 9
    evidence: [{ id: talks, from: talks with nine guests }]
journey:
  id: morning-stop
  name: A stop
  stages:
    - name: Buy
      touchpoints:
        - order
        - { when: the shop is full, share: 12, touchpoints: [wait-outside] }
        - pay
)"},
    {"weak-brand-colour", Tier::sense, Severity::warning,
     "Text stands on a brand's colour and in its accent: what has too little contrast can't be read by many, and is not drawn.",
     R"(# Yellow on white can hardly be read.
project: { name: Corner Bakery, brand: { accent: '#e8c547' } }
touchpoints:
  - id: order
    name: Order
    importance: 4
    owner: Rosa
    desired: { company: 9, customer: { score: 9, heard: talks } }
    actual: 9
    evidence: [{ id: talks, from: talks with nine guests }]
    moment_of_truth: true
    not_applicable: { recovery: an order is taken again }
journey: { id: morning-stop, name: A stop, stages: [{ name: Buy, touchpoints: [order] }] }
)",
     R"(project: { name: Corner Bakery, brand: { accent: '#8a5a00' } }
touchpoints:
  - id: order
    name: Order
    importance: 4
    owner: Rosa
    desired: { company: 9, customer: { score: 9, heard: talks } }
    actual: 9
    evidence: [{ id: talks, from: talks with nine guests }]
    moment_of_truth: true
    not_applicable: { recovery: an order is taken again }
journey: { id: morning-stop, name: A stop, stages: [{ name: Buy, touchpoints: [order] }] }
)"},
};
// clang-format on

}  // namespace mot
