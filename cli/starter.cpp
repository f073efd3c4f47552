#include "starter.h"

namespace mot {
namespace {

constexpr std::string_view workspace_file =
    R"(# A small example to begin with, a bicycle shop. Replace it by your own, one department at a time.
#
# A moment of truth is any time a customer comes in contact with anyone of us in a way that they can get an impression.
#
#   1. Each department lists its moments and says how it wants each one to go.     departments/*.yaml, desired.company
#   2. Customers say what they want to happen there. Ask them, don't guess.        desired.customer; `heard` says who did
#   3. Both together are the picture to aim at. Beside it stands what is lived.    actual, evidence
#   4. The distance is the work.                                                   mot gaps, mot map
#
# Leave out what nobody knows yet: it is shown as unknown, never as 0.
mot: 1

project:
  name: Two Wheels
  scale: { min: 0, max: 10 }                  # every score in these files
  words: { company: the shop, customer: rider }

include: [departments/*.yaml, journeys/*.yaml]

channels: [counter, phone]

personas:                                     # real customers, each standing for many
  - id: kim
    name: Kim, rides to work every day
    needs: [the bicycle back the same day, a price before the work]
    flag: Has not missed a day in three winters    # what this customer is proud of
    advocate: Shop manager                         # who speaks for them inside
)";

constexpr std::string_view counter_file = R"(# Owned by the people at the counter. Only id and name are required of a touchpoint.
department:
  id: counter
  name: Counter
  lead: Shop manager                          # owns what names no other owner

touchpoints:
  - id: ask-for-a-date
    name: Ask for a date
    channel: phone
    importance: 3                             # 1 to 5, to the customer
    desired:
      company: { experience: One call and the repair has a date., score: 8 }
      customer: { experience: Somebody picks up and knows the calendar., score: 8, adequate: 5, heard: [riders-on-dates] }
    actual: { experience: The phone rings out over lunch., score: 6 }
    evidence:
      - { id: riders-on-dates, from: talks with 12 riders, date: 2026-03-12, voice: customer, quote: I called three times. }

  - id: pick-up
    name: Pick up the bicycle
    channel: counter
    moment_of_truth: true                     # one of the few that decide
    importance: 5
    role: Counter clerk                       # who meets the customer
    desired:
      company: { experience: The rider sees what was done and rides off glad., score: 9 }
      customer:
        experience: Show me what was wrong and what I pay for.
        score: 9
        adequate: 6                           # the least they accept
        heard: [riders-on-pick-up]
    actual: { experience: A bill and a key., score: 7 }
    empowerment:
      may: [waive small parts, lend a bicycle for a day]
      limit: up to 30 EUR
      knows: [what was repaired, earlier visits]    # what they see when they decide
      asks: Shop manager
    recovery: still-not-right                 # what takes over when it goes wrong
    flags: { kim: A word on the winters behind and ahead }
    evidence:
      - { id: riders-on-pick-up, from: talks with 12 riders, date: 2026-03-12, voice: customer, quote: You lost me at the second word. }

  - id: still-not-right
    name: Come back because it is still not right
    channel: counter
    importance: 4
    when: the repair did not last             # conditional: beside the main path
    desired:
      company: { experience: Put right at once and no discussion., score: 9 }
      customer: { experience: Do not make me prove it., score: 9, adequate: 6, heard: [riders-who-came-back] }
    actual: { experience: Mostly right at once., score: 8 }
    evidence:
      - { id: riders-who-came-back, from: talks with 4 riders, date: 2026-03-19, voice: customer, quote: They believed me. }
)";

constexpr std::string_view workshop_file = R"(# The workshop meets the customer once, and makes everything else possible.
department:
  id: workshop
  name: Workshop
  lead: Head mechanic

touchpoints:
  - id: price-before-work
    name: Hear the price before the work
    channel: phone
    importance: 4
    desired:
      company: { experience: Nothing is repaired that was not agreed., score: 9 }
      customer: { experience: Call me before it gets expensive., score: 10, adequate: 7, heard: [riders-on-price] }
    actual: { experience: Called in time more often than not., score: 7 }
    evidence:
      - { id: riders-on-price, from: talks with 12 riders, date: 2026-03-12, voice: customer, quote: I nodded and hoped. }

  - id: parts-in-stock
    name: Keep common parts in stock
    visibility: backstage                     # frontstage, backstage or support
    supports: [pick-up]
    importance: 3
    desired: 8                                # short for the company's score
    actual: 7
    evidence:
      - { from: count of the shelf, date: 2026-03-20, voice: observer }
)";

constexpr std::string_view journey_file = R"(# A journey is the path of a customer across departments.
journey:
  id: repair
  name: A repair
  personas: [kim]
  stages:
    - { id: arrange, name: Arrange, touchpoints: [ask-for-a-date] }
    - { id: agree, name: Agree, touchpoints: [price-before-work] }
    - { id: ride, name: Ride on, touchpoints: [pick-up, still-not-right] }
)";

}  // namespace

std::span<const StarterFile> starter_files() {
  static constexpr StarterFile files[] = {
      {"mot.yaml", workspace_file},
      {"departments/counter.yaml", counter_file},
      {"departments/workshop.yaml", workshop_file},
      {"journeys/repair.yaml", journey_file},
  };
  return files;
}

}  // namespace mot
