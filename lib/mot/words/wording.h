// How outputs for people speak: in the workspace's language, with its own words over that.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "mot/model/duration.h"
#include "mot/model/workspace.h"
#include "mot/words/phrases.h"

namespace mot {

/// What stands at a named place of a phrase.
struct At {
  At(std::string_view its_place, std::string its_text) : place(its_place), text(std::move(its_text)) {}
  At(std::string_view its_place, std::size_t number);

  std::string_view place;
  std::string text;
};
using Places = std::initializer_list<At>;

/// Says phrases, numbers, days and lists of names. English without the words of any workspace unless made for a project, which it points
/// to.
class Wording {
 public:
  Wording() = default;
  explicit Wording(const Project& project);

  /// The phrase, which is found by its English text, with its places filled. What the tables do not have is said as it is.
  std::string operator()(std::string_view english, Places places = {}) const;
  /// The same in the form that the number takes as it is written, to a tenth: `1 point`, `1.5 points`, `0 points`.
  std::string counted(double number, std::string_view english, Places places) const;
  /// The same of a phrase whose one place is `{count}`.
  std::string count(std::size_t number, std::string_view english) const;

  /// `6.4`, `6,4`, `−0,5`.
  std::string points(double points) const;
  /// `72 %`.
  std::string percent(double percent) const;
  /// A number's digits as people write them here: `0.25`, `0,25`.
  std::string number(std::string digits) const;
  /// `2026-03-12`, `12.03.2026`, `12/03/2026`.
  std::string date(Date date) const;
  /// `4 days`, `1 h 30 min`.
  std::string duration(Duration duration) const;
  /// Between this language's quotation marks.
  std::string quoted(std::string_view text) const;
  /// `1, 3 and 7`.
  std::string listed(std::span<const std::string> texts) const;

  /// What the project calls a customer, and itself.
  std::string customer() const;
  std::string company() const;

  Language language() const { return language_; }

 private:
  std::string said(std::string_view english, std::string_view otherwise) const;

  Language language_ = Language::en;
  const Words* words_ = nullptr;
};

}  // namespace mot
