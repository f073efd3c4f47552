// Rules about the form of a file.
#pragma once

#include "mot/findings/rule.h"

namespace mot {

// clang-format off: an example reads better as it is written
inline constexpr Rule shape_rules[] = {
    {"yaml-syntax", Tier::shape, Severity::error,
     "A file is read only as far as it is YAML. What stands behind the fault is not seen, and no moment in it counts.",
     R"(channels: [phone, counter
)",
     R"(channels: [phone, counter]
)"},
    {"invalid-utf8", Tier::shape, Severity::error,
     "Names and quotes are kept letter for letter, in any script. That needs one way to write letters as bytes, and it is UTF-8.",
     "project: { name: Caf\xE9 }\n", "project: { name: Caf\xC3\xA9 }\n"},
    {"duplicate-key", Tier::shape, Severity::error,
     "Of two values under one key only one can hold, and nobody sees which. Often somebody copied a moment and forgot a line.",
     R"(project:
  name: Corner Bakery
  name: The bakery on the corner
)",
     R"(project:
  name: Corner Bakery
)"},
    {"unknown-key", Tier::shape, Severity::error,
     "A key that is misspelt is knowledge that nobody reads: the picture would show a hole where somebody did the work.",
     R"(action: { id: second-till, name: A second till, efort: 3 }
)",
     R"(action: { id: second-till, name: A second till, effort: 3 }
)"},
    {"missing-key", Tier::shape, Severity::error,
     "Everything in a list has an id, by which other files call it, and a name, by which people do. Nothing else is required.",
     R"(action: { id: second-till }
)",
     R"(action: { id: second-till, name: A second till }
)"},
    {"wrong-type", Tier::shape, Severity::error,
     "A score is a number, an experience is a text, touchpoints are a list. In YAML `no`, `yes` and `on` are texts, too.",
     R"(action: { id: second-till, name: A second till, effort: high }
)",
     R"(action: { id: second-till, name: A second till, effort: 4 }
)"},
    {"bad-value", Tier::shape, Severity::error,
     "A value of the right kind that cannot be meant: an importance of 9 where 5 decides, 300 promises kept of 200.",
     R"(action: { id: second-till, name: A second till, effort: 9 }
)",
     R"(action: { id: second-till, name: A second till, effort: 5 }
)"},
    {"bad-id", Tier::shape, Severity::error,
     "An id stands in other files, in links and on the command line, so it is made of small letters, digits and single hyphens. "
     "What people read is the name.",
     R"(action: { id: Second till, name: A second till }
)",
     R"(action: { id: second-till, name: A second till }
)"},
    {"bad-date", Tier::shape, Severity::error,
     "4.3.2027 is in March for some and in April for others. A date is written year, month, day, and is a day of the calendar.",
     R"(action: { id: second-till, name: A second till, due: 31.1.2027 }
)",
     R"(action: { id: second-till, name: A second till, due: 2027-01-31 }
)"},
    {"score-off-scale", Tier::shape, Severity::error,
     "Every score of a workspace is on one scale, or no two can be compared. A survey with another scale says so at its source.",
     R"(touchpoint: { id: bake-at-four, name: Bake at four, visibility: backstage, importance: 4, owner: Emre, desired: 9, actual: 85 }
)",
     R"(touchpoint: { id: bake-at-four, name: Bake at four, visibility: backstage, importance: 4, owner: Emre, desired: 9, actual: 8.5 }
)"},
    {"too-deep", Tier::shape, Severity::error,
     "No workspace that people write is more than 200 levels deep. A file that is was made by a slip or to do harm.",
     "channels: "
     "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
     "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[phone"
     "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
     "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n",
     R"(channels: [phone]
)"},
    {"too-large", Tier::shape, Severity::error,
     "A file holds up to 64 MiB and ten million values, counting those that aliases repeat. Answers by the million belong in a CSV "
     "file or a database that a source names.",
     R"(channels:
  - &a [phone, phone, phone, phone, phone, phone, phone, phone, phone, phone]
  - &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
  - &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
  - &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
  - &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
  - &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]
  - &g [*f, *f, *f, *f, *f, *f, *f, *f, *f, *f]
)",
     R"(channels: [phone]
)"},
    {"unsupported-version", Tier::shape, Severity::error,
     "The number says how the file is meant to be read. A file written for a newer format is not guessed at.",
     R"(mot: 2
)",
     R"(mot: 1
)"},
    {"secret-in-file", Tier::shape, Severity::error,
     "A workspace lies in git, where many read it and nothing is forgotten. How to get into a database comes from the environment.",
     R"(source: { id: warehouse, database: odbc, connect: DSN=survey;PWD=secret }
)",
     R"(source: { id: warehouse, database: odbc, connect: "${MOT_WAREHOUSE}" }
)"},
    {"bad-suppression", Tier::shape, Severity::warning,
     "A suppression that names no rule, or a day that is none, silences nothing: whoever wrote it believes otherwise.",
     R"(# mot: ignore no-ownr because the new lead starts in May
project: { name: Corner Bakery }
)",
     R"(project: { name: Corner Bakery }
)"},
};
// clang-format on

}  // namespace mot
