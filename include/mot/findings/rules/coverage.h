// Rules about what is missing.
#pragma once

#include "mot/findings/rule.h"

namespace mot {

// clang-format off: an example reads better as it is written
inline constexpr Rule coverage_rules[] = {
    {"missing-company-picture", Tier::coverage, Severity::warning,
     "The first step of the method: a department decides how it wants each of its moments played out. Where nobody has, everybody "
     "plays it as they like.",
     R"(touchpoint:
  id: bake-at-four
  name: Bake at four
  visibility: backstage
  importance: 4
  owner: Emre
  actual: 7
)",
     R"(touchpoint:
  id: bake-at-four
  name: Bake at four
  visibility: backstage
  importance: 4
  owner: Emre
  desired: { company: { experience: The bread is out before the first guest is in., score: 9 } }
  actual: 7
)",
     DependsOn::files, Standing::open, "nobody has said how {} are to be played out: describe each (desired.company)"},
    {"missing-customer-voice", Tier::coverage, Severity::warning,
     "The second step: find out what customers want to happen. What we want and what they want make the complete picture; one of them "
     "alone is half of it.",
     R"(touchpoint:
  id: pay
  name: Pay
  importance: 3
  owner: Rosa
  desired: 8
  actual: 8
  evidence: [{ id: talks, from: talks with nine guests }]
)",
     R"(touchpoint:
  id: pay
  name: Pay
  importance: 3
  owner: Rosa
  desired: { company: 8, customer: { experience: Do not make me look for coins., score: 8, heard: talks } }
  actual: 8
  evidence: [{ id: talks, from: talks with nine guests }]
)",
     DependsOn::files, Standing::open, "nobody has asked customers what they want at {}: ask, and write it down (desired.customer)"},
    {"missing-actual", Tier::coverage, Severity::warning,
     "The third step: look, honestly, at what customers live today. A moment that nobody has looked at is a blind spot: it enters no "
     "mean and is drawn dashed.",
     R"(touchpoint:
  id: bake-at-four
  name: Bake at four
  visibility: backstage
  importance: 4
  owner: Emre
  desired: 9
)",
     R"(touchpoint:
  id: bake-at-four
  name: Bake at four
  visibility: backstage
  importance: 4
  owner: Emre
  desired: 9
  actual: { experience: On Mondays the ovens are cold., score: 7 }
)",
     DependsOn::files, Standing::open, "nobody knows what customers live at {} today: ask them, or judge it until then (actual)"},
    {"actual-without-evidence", Tier::coverage, Severity::warning,
     "What customers live is theirs to say. A score that rests on nothing heard or seen is our own opinion of ourselves.",
     R"(touchpoints:
  - id: first-bite
    name: First bite
    importance: 5
    owner: Emre
    desired: { company: 9, customer: { score: 9, heard: talks } }
    actual: 9
    evidence: [{ id: talks, from: talks with nine guests }]
  - id: pay
    name: Pay
    importance: 3
    owner: Rosa
    desired: { company: 8, customer: { score: 8, heard: talks } }
    actual: 8
)",
     R"(touchpoints:
  - id: first-bite
    name: First bite
    importance: 5
    owner: Emre
    desired: { company: 9, customer: { score: 9, heard: talks } }
    actual: 9
    evidence: [{ id: talks, from: talks with nine guests }]
  - id: pay
    name: Pay
    importance: 3
    owner: Rosa
    desired: { company: 8, customer: { score: 8, heard: talks } }
    actual: 8
    evidence: [{ from: forty mornings at the till, voice: observer, quote: Two of forty had to wait for change }]
)",
     DependsOn::files, Standing::open, "what customers live at {} is our own opinion: say what was heard or seen (evidence)"},
    {"missing-importance", Tier::coverage, Severity::warning,
     "Not every gap deserves the same work. How much a moment matters to customers decides which is closed first; unknown, it can't be "
     "ranked.",
     R"(touchpoint:
  id: bake-at-four
  name: Bake at four
  visibility: backstage
  owner: Emre
  desired: 9
  actual: 7
)",
     R"(touchpoint:
  id: bake-at-four
  name: Bake at four
  visibility: backstage
  owner: Emre
  importance: 4
  desired: 9
  actual: 7
)",
     DependsOn::files, Standing::open, "nobody has said how much {} matter to customers: rate each from 1 to 5 (importance)"},
    {"no-owner", Tier::coverage, Severity::warning,
     "The distance between wanted and lived is work, and work that is everybody's is nobody's. The department's lead owns what names no "
     "other owner.",
     R"(touchpoint:
  id: bake-at-four
  name: Bake at four
  visibility: backstage
  importance: 4
  desired: 9
  actual: 7
)",
     R"(department: { id: bakehouse, name: Bakehouse, lead: Emre }
touchpoint:
  id: bake-at-four
  name: Bake at four
  visibility: backstage
  importance: 4
  desired: 9
  actual: 7
)",
     DependsOn::files, Standing::open, "nobody answers for {}: name their owners, or a lead of their department"},
    {"no-recovery", Tier::coverage, Severity::warning,
     "A moment of truth goes wrong one day. Who takes over then is decided before, or the customer finds out that nobody does.",
     R"(touchpoint:
  id: good-morning
  name: Good morning
  moment_of_truth: Guests decide here whether they are guests or numbers.
  importance: 5
  owner: Rosa
  desired: { company: 9, customer: { score: 9, heard: talks } }
  actual: 8
  evidence: [{ id: talks, from: talks with nine guests }]
)",
     R"(touchpoints:
  - id: good-morning
    name: Good morning
    moment_of_truth: Guests decide here whether they are guests or numbers.
    importance: 5
    owner: Rosa
    desired: { company: 9, customer: { score: 9, heard: talks } }
    actual: 8
    recovery: coffee-on-the-house
    evidence: [{ id: talks, from: talks with nine guests }]
  - id: coffee-on-the-house
    name: Coffee on the house
    when: a guest was overlooked
    importance: 4
    owner: Rosa
    desired: { company: 9, customer: { score: 8, heard: talks } }
    actual: 8
    evidence: [{ from: forty mornings at the till, voice: observer, quote: Given six times and always with a smile }]
)",
     DependsOn::files, Standing::open, "nobody takes over when {} go wrong: name for each the touchpoint that does (recovery)"},
    {"no-empowerment", Tier::coverage, Severity::warning,
     "The person in front of the customer has fifteen seconds. If nobody said what they may decide, they have to go and ask, and the "
     "moment is over.",
     R"(touchpoint:
  id: loaf-is-gone
  name: Your loaf is gone
  moment_of_truth: true
  importance: 5
  owner: Rosa
  role: Whoever stands at the till
  desired: { company: 8, customer: { score: 8, heard: talks } }
  actual: 7
  not_applicable: { recovery: this is the recovery }
  evidence: [{ id: talks, from: talks with nine guests }]
)",
     R"(touchpoint:
  id: loaf-is-gone
  name: Your loaf is gone
  moment_of_truth: true
  importance: 5
  owner: Rosa
  role: Whoever stands at the till
  empowerment: { may: [give the bun on top, put a loaf aside], limit: 5 EUR a day, knows: [the usual], asks: Rosa }
  desired: { company: 8, customer: { score: 8, heard: talks } }
  actual: 7
  not_applicable: { recovery: this is the recovery }
  evidence: [{ id: talks, from: talks with nine guests }]
)",
     DependsOn::files, Standing::open, "nobody has said what people at {} may decide: say what, how far, and what they know (empowerment)"},
    {"empty-department", Tier::coverage, Severity::warning,
     "Every department lists its own moments. One without any has not been asked yet, or carries others and does not say whom.",
     R"(department: { id: bakehouse, name: Bakehouse, lead: Emre }
)",
     R"(department: { id: bakehouse, name: Bakehouse, lead: Emre }
touchpoint:
  id: bake-at-four
  name: Bake at four
  visibility: backstage
  importance: 4
  desired: 9
  actual: 9
)"},
    {"empty-stage", Tier::coverage, Severity::warning,
     "Customers pass through every stage of a journey. A stage without a moment is one that we do not see, not one they skip.",
     R"(touchpoint:
  id: good-morning
  name: Good morning
  moment_of_truth: true
  importance: 5
  owner: Rosa
  desired: { company: 9, customer: { score: 9, heard: talks } }
  actual: 8
  not_applicable: { recovery: a greeting is not given twice }
  evidence: [{ id: talks, from: talks with nine guests }]
journey:
  id: morning-stop
  name: A stop on the way to work
  stages:
    - { id: find, name: Find the shop }
    - { id: buy, name: Come in and buy, touchpoints: [good-morning] }
)",
     R"(touchpoint:
  id: good-morning
  name: Good morning
  moment_of_truth: true
  importance: 5
  owner: Rosa
  desired: { company: 9, customer: { score: 9, heard: talks } }
  actual: 8
  not_applicable: { recovery: a greeting is not given twice }
  evidence: [{ id: talks, from: talks with nine guests }]
journey:
  id: morning-stop
  name: A stop on the way to work
  stages:
    - { id: buy, name: Come in and buy, touchpoints: [good-morning] }
)"},
    {"orphan-touchpoint", Tier::coverage, Severity::warning,
     "A moment that is on no journey, takes over from none and supports none is one that no customer comes by. Either a journey has a "
     "hole, or the moment is gone.",
     R"(touchpoints:
  - id: good-morning
    name: Good morning
    moment_of_truth: true
    importance: 5
    owner: Rosa
    desired: { company: 9, customer: { score: 9, heard: talks } }
    actual: 8
    not_applicable: { recovery: a greeting is not given twice }
    evidence: [{ id: talks, from: talks with nine guests }]
  - { id: bake-at-four, name: Bake at four, visibility: backstage, importance: 4, owner: Emre, desired: 9, actual: 9 }
journey: { id: morning-stop, name: A stop, stages: [{ id: buy, name: Buy, touchpoints: [good-morning] }] }
)",
     R"(touchpoints:
  - id: good-morning
    name: Good morning
    moment_of_truth: true
    importance: 5
    owner: Rosa
    desired: { company: 9, customer: { score: 9, heard: talks } }
    actual: 8
    not_applicable: { recovery: a greeting is not given twice }
    evidence: [{ id: talks, from: talks with nine guests }]
  - id: bake-at-four
    name: Bake at four
    visibility: backstage
    supports: good-morning
    importance: 4
    owner: Emre
    desired: 9
    actual: 9
journey: { id: morning-stop, name: A stop, stages: [{ id: buy, name: Buy, touchpoints: [good-morning] }] }
)"},
    {"persona-without-journey", Tier::coverage, Severity::warning,
     "A persona stands for real customers who travel somewhere. Without a journey nobody walks in their shoes.",
     R"(persona: { id: paul, name: "Paul, stops on the way to work", advocate: Rosa }
)",
     R"(persona: { id: paul, name: "Paul, stops on the way to work", advocate: Rosa }
touchpoint:
  id: good-morning
  name: Good morning
  moment_of_truth: true
  importance: 5
  owner: Rosa
  desired: { company: 9, customer: { score: 9, heard: talks } }
  actual: 8
  not_applicable: { recovery: a greeting is not given twice }
  evidence: [{ id: talks, from: talks with nine guests }]
journey: { id: morning-stop, name: A stop, persona: paul, stages: [{ id: buy, name: Buy, touchpoints: [good-morning] }] }
)"},
    {"journey-without-moment-of-truth", Tier::coverage, Severity::warning,
     "In Carlzon's sense every contact is a moment of truth; a few of them decide. A team that has not chosen them spreads its work thin.",
     R"(touchpoint:
  id: good-morning
  name: Good morning
  importance: 5
  owner: Rosa
  desired: { company: 9, customer: { score: 9, heard: talks } }
  actual: 8
  evidence: [{ id: talks, from: talks with nine guests }]
journey: { id: morning-stop, name: A stop, stages: [{ id: buy, name: Buy, touchpoints: [good-morning] }] }
)",
     R"(touchpoint:
  id: good-morning
  name: Good morning
  moment_of_truth: Guests decide here whether they are guests or numbers.
  importance: 5
  owner: Rosa
  desired: { company: 9, customer: { score: 9, heard: talks } }
  actual: 8
  not_applicable: { recovery: a greeting is not given twice }
  evidence: [{ id: talks, from: talks with nine guests }]
journey: { id: morning-stop, name: A stop, stages: [{ id: buy, name: Buy, touchpoints: [good-morning] }] }
)"},
    {"customer-voice-assumed", Tier::coverage, Severity::info,
     "What we think customers want is a guess until somebody has heard them say it. A guess may stand, but it is drawn as one.",
     R"(touchpoint:
  id: pay
  name: Pay
  importance: 3
  owner: Rosa
  desired: { company: 8, customer: { experience: Do not make me look for coins., score: 8 } }
  actual: 8
  evidence: [{ from: forty mornings at the till, voice: observer, quote: Two of forty had to wait for change }]
)",
     R"(touchpoint:
  id: pay
  name: Pay
  importance: 3
  owner: Rosa
  desired: { company: 8, customer: { experience: Do not make me look for coins., score: 8, heard: talks } }
  actual: 8
  evidence: [{ id: talks, from: talks with nine guests }]
)",
     DependsOn::files, Standing::open,
     "nobody has heard customers say what they want at {}: ask them, and name where it was heard (heard)"},
    {"persona-without-advocate", Tier::coverage, Severity::info,
     "Customers are not in the room where things are decided. Somebody inside speaks for each of them, or nobody does.",
     R"(persona: { id: paul, name: "Paul, stops on the way to work" }
touchpoint:
  id: good-morning
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
     R"(persona: { id: paul, name: "Paul, stops on the way to work", advocate: Rosa at the till }
touchpoint:
  id: good-morning
  name: Good morning
  moment_of_truth: true
  importance: 5
  owner: Rosa
  desired: { company: 9, customer: { score: 9, heard: talks } }
  actual: 8
  not_applicable: { recovery: a greeting is not given twice }
  evidence: [{ id: talks, from: talks with nine guests }]
journey: { id: morning-stop, name: A stop, persona: paul, stages: [{ id: buy, name: Buy, touchpoints: [good-morning] }] }
)"},
    {"flag-not-flown", Tier::coverage, Severity::info,
     "Everybody is proud of something. Whoever knows it and honours it nowhere has missed the cheapest way to be remembered.",
     R"(persona: { id: paul, name: "Paul, stops on the way to work", advocate: Rosa, flag: Brings breakfast for the whole night shift }
touchpoint:
  id: good-morning
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
     R"(persona: { id: paul, name: "Paul, stops on the way to work", advocate: Rosa, flag: Brings breakfast for the whole night shift }
touchpoint:
  id: good-morning
  name: Good morning
  moment_of_truth: true
  importance: 5
  owner: Rosa
  desired: { company: 9, customer: { score: 9, heard: talks } }
  actual: 8
  flags: { paul: The bag for the night shift is packed and marked }
  not_applicable: { recovery: a greeting is not given twice }
  evidence: [{ id: talks, from: talks with nine guests }]
journey: { id: morning-stop, name: A stop, persona: paul, stages: [{ id: buy, name: Buy, touchpoints: [good-morning] }] }
)"},
    {"few-responses", Tier::coverage, Severity::info,
     "A mean of a few answers moves when one more guest answers. Under 30 it is flagged; under 10 it establishes nothing, so it is never "
     "ranked first and breaks no gate.",
     R"(touchpoint:
  id: pay
  name: Pay
  importance: 3
  owner: Rosa
  desired: { company: 8, customer: { score: 8, heard: slips } }
  evidence: [{ id: slips, from: slips at the till, voice: customer, score: 7.5, n: 12, sd: 1.2 }]
)",
     R"(touchpoint:
  id: pay
  name: Pay
  importance: 3
  owner: Rosa
  desired: { company: 8, customer: { score: 8, heard: slips } }
  evidence: [{ id: slips, from: slips at the till, voice: customer, score: 7.5, n: 48, sd: 1.2 }]
)",
     DependsOn::files, Standing::open, "{} rest on fewer than 30 answers each: ask more customers before you lean on them"},
    {"forgotten-detail", Tier::coverage, Severity::info,
     "Customers tell us things once and think that we know. What is worth remembering at one moment has to be known to whoever decides "
     "at a later one.",
     R"(touchpoints:
  - id: order-a-cake
    name: Order a cake
    moment_of_truth: true
    importance: 4
    owner: Rosa
    desired: { company: 9, customer: { score: 9, heard: talks } }
    actual: 8
    remember: [whose birthday it is]
    not_applicable: { recovery: it can be ordered again }
    evidence: [{ id: talks, from: talks with nine guests }]
  - id: fetch-the-cake
    name: Fetch the cake
    importance: 4
    owner: Rosa
    empowerment: { may: [add a candle], knows: [the order] }
    desired: { company: 9, customer: { score: 9, heard: talks } }
    actual: 8
    evidence: [{ from: forty mornings at the till, voice: observer, quote: Nobody asked who it was for }]
journey: { id: birthday, name: A birthday, stages: [{ id: cake, name: The cake, touchpoints: [order-a-cake, fetch-the-cake] }] }
)",
     R"(touchpoints:
  - id: order-a-cake
    name: Order a cake
    moment_of_truth: true
    importance: 4
    owner: Rosa
    desired: { company: 9, customer: { score: 9, heard: talks } }
    actual: 8
    remember: [whose birthday it is]
    not_applicable: { recovery: it can be ordered again }
    evidence: [{ id: talks, from: talks with nine guests }]
  - id: fetch-the-cake
    name: Fetch the cake
    importance: 4
    owner: Rosa
    empowerment: { may: [add a candle], knows: [the order, whose birthday it is] }
    desired: { company: 9, customer: { score: 9, heard: talks } }
    actual: 8
    evidence: [{ from: forty mornings at the till, voice: observer, quote: Nobody asked who it was for }]
journey: { id: birthday, name: A birthday, stages: [{ id: cake, name: The cake, touchpoints: [order-a-cake, fetch-the-cake] }] }
)"},
    {"placeholder", Tier::coverage, Severity::warning,
     "`TBD`, `n/a` and `?` look like an answer to every table and picture, and are none. What is not known is left out: then it is shown "
     "as "
     "missing, asked for, and counted as nothing.",
     R"(action: { id: second-till, name: A second till, effort: 2, owner: TBD }
)",
     R"(action: { id: second-till, name: A second till, effort: 2 }
)"},
    {"no-lasting-relationship", Tier::coverage, Severity::ignore,
     "Contacts can grow from an interaction to a transaction, a project, a relationship, an evolution together. Where none goes beyond "
     "the sale, every customer is won anew. Off unless asked for: not every trade wants more.",
     R"(rules: { no-lasting-relationship: warning }
touchpoint:
  id: pay
  name: Pay
  level: transaction
  importance: 3
  owner: Rosa
  desired: { company: 8, customer: { score: 8, heard: talks } }
  actual: 8
  evidence: [{ id: talks, from: talks with nine guests }]
)",
     R"(rules: { no-lasting-relationship: warning }
touchpoint:
  id: keep-one-for-paul
  name: Keep one for Paul
  level: relationship
  importance: 3
  owner: Rosa
  desired: { company: 8, customer: { score: 8, heard: talks } }
  actual: 8
  evidence: [{ id: talks, from: talks with nine guests }]
)"},
    {"file-not-included", Tier::coverage, Severity::warning,
     "A file that lies in the workspace and that no pattern reaches counts for nothing: its department looks finished, and its moments "
     "are in no figure.",
     R"(# The only other file is actions/till.yaml.
project: { name: Corner Bakery }
)",
     R"(# The only other file is actions/till.yaml.
project: { name: Corner Bakery }
include: [actions/*.yaml]
)"},
};
// clang-format on

}  // namespace mot
