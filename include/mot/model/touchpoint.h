// A touchpoint: one contact in which a customer gets an impression, and all that its department wrote down of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mot/model/narrative.h"
#include "mot/model/values.h"
#include "mot/model/vocabulary.h"

namespace mot {

struct Department;
struct Persona;
struct Channel;
struct Touchpoint;
struct SurveySource;

/// An experience in words, in points of the scale, or both.
struct Experience {
  std::optional<Text> experience;
  std::optional<Number> score;
  bool operator==(const Experience&) const = default;
};

/// What customers want to happen. `heard` names the sources or evidence it rests on; without any it is an assumption.
struct CustomerWish : Experience {
  std::optional<Number> adequate;  ///< the least they accept, in points
  std::vector<Text> heard;
  Entries<Link<Persona>, Experience> by;
  bool operator==(const CustomerWish&) const = default;
};

/// How we want it played out and what the customer wants: together the desired picture (Blanchard).
struct Desired {
  std::optional<Experience> company;
  std::optional<CustomerWish> customer;
  bool operator==(const Desired&) const = default;
};

/// How often a commitment was kept: `count` of `of`.
struct Kept {
  Count count;
  Count of;
  std::optional<Placed<Date>> date;
  bool operator==(const Kept&) const = default;
};

/// A service standard, or a promise made to the customer.
struct Commitment {
  std::optional<Text> text;
  std::optional<Number> score;
  std::optional<Kept> kept;
  bool operator==(const Commitment&) const = default;
};

/// A rule at the touchpoint and whom it protects (Bliss: a rule that protects the company from the few collides with the many).
struct Policy {
  Text rule;
  std::vector<Placed<Party>> protects;
  std::vector<Text> exceptions;
  bool operator==(const Policy&) const = default;
};

/// What the frontline may decide, how far, what they see when they decide, and whom they ask beyond that (informed trust).
struct Empowerment {
  Span span;
  std::vector<Text> may;
  std::optional<Text> limit;
  std::vector<Text> knows;
  std::optional<Text> asks;
  bool operator==(const Empowerment&) const = default;
};

/// One thing heard or seen at the touchpoint.
struct Evidence {
  Span span;
  std::optional<Id> id;
  std::optional<Text> from;
  std::optional<Placed<Date>> date;
  std::optional<Placed<Voice>> voice;
  std::optional<Placed<Verdict>> verdict;
  std::optional<Placed<Outcome>> outcome;
  std::optional<Text> quote;
  std::optional<Text> practice;
  std::optional<Number> score;  ///< points; the mean where n is more than 1
  std::optional<Count> n;       ///< how many it rests on; 1 where not said
  std::optional<Number> sd;     ///< standard deviation of the n, in points
  bool operator==(const Evidence&) const = default;
};

/// `moment_of_truth: true`, or a text that says why.
struct MomentOfTruth {
  bool value = false;
  std::optional<Text> why;
  bool operator==(const MomentOfTruth&) const = default;
};

struct Touchpoint {
  Span span;             ///< all of it
  bool is_whole = true;  ///< whether every key could be read; rules about what is missing are silent where not
  Id id;
  Text name;
  Link<Department> department;          ///< empty where no department is named
  std::vector<Link<Channel>> channels;  ///< the main one first
  MomentOfTruth moment_of_truth;
  std::optional<Within<1, 5>> importance;
  std::optional<Text> owner;
  std::optional<Text> role;
  std::vector<Text> customer_does;
  std::vector<Text> customer_thinks;
  std::vector<Text> customer_feels;
  std::vector<Observation> pains;
  std::vector<Observation> gains;
  std::vector<Link<Department>> involves;  ///< other departments that take part; `department` owns it
  std::optional<Timing> takes;             ///< how long the moment lasts
  std::optional<Timing> waits;             ///< how long the customer waits for it
  std::vector<Kpi> kpis;
  Lanes lanes;
  std::vector<Text> tangibles;
  Placed<Visibility> visibility;
  std::vector<Link<Touchpoint>> supports;
  std::optional<Placed<Level>> level;
  std::optional<Text> dimension;
  std::optional<Desired> desired;
  std::optional<Commitment> standard;
  std::optional<Commitment> promise;
  std::optional<Experience> actual;
  std::optional<Policy> policy;
  std::optional<Empowerment> empowerment;
  Entries<Link<Persona>, Text> flags;
  std::vector<Link<Touchpoint>> recovery;
  std::vector<Text> remember;
  std::optional<Placed<Date>> review_by;
  std::optional<Text> when;  ///< conditional: beside the main path, outside peak-end and hand-overs
  Entries<Placed<Facet>, Text> not_applicable;
  std::vector<Evidence> evidence;
  std::vector<Text> tags;
  std::optional<Text> notes;
  std::vector<Reference> links;
  bool operator==(const Touchpoint&) const = default;
};

}  // namespace mot
