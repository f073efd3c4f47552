#include "mot/page/tight_svg.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "mot/page/compact_paths.h"

namespace mot {
namespace {

/// A tag of straight lines, and whether its last point leads back to the first.
struct PointsTag {
  std::string_view opening;
  bool is_closed = false;
};

constexpr PointsTag points_tags[] = {{"<polygon ", true}, {"<polyline ", false}};

class Tightener {
 public:
  explicit Tightener(std::string_view svg) : svg_(svg) { tight_.reserve(svg.size()); }

  std::string tightened() && {
    while (at_ < svg_.size()) step();
    return std::move(tight_);
  }

 private:
  void step() {
    const char sign = svg_[at_];
    if (sign == '<' || sign == '>') is_in_tag_ = sign == '<';
    if (is_between_tags()) {
      ++at_;
    } else if (is_in_tag_ &&
               (take_group() || take_points_tag() || take_circle() || take_no_stroke() || take_shape() || take_link() || take_number())) {
      return;
    } else if (sign == '`') {
      tight_ += "&#96;";
      ++at_;
    } else {
      tight_ += sign;
      ++at_;
    }
  }

  bool starts_with(std::string_view text) const { return svg_.substr(at_, text.size()) == text; }

  bool is_between_tags() const {
    return svg_[at_] == '\n' && (at_ == 0 || svg_[at_ - 1] == '>') && (at_ + 1 == svg_.size() || svg_[at_ + 1] == '<');
  }

  /// A group is there for its tooltip, or for nothing.
  bool take_group() {
    constexpr std::string_view opening = "<g ", closing = "</g>", tooltip = "<title";
    if (starts_with(opening)) {
      at_ = svg_.find('>', at_) + 1;
      is_kept_.push_back(svg_.substr(std::min(svg_.find('<', at_), svg_.size())).starts_with(tooltip));
      if (is_kept_.back()) tight_ += "<g>";
    } else if (starts_with(closing) && !is_kept_.empty()) {
      at_ += closing.size();
      if (is_kept_.back()) tight_ += closing;
      is_kept_.pop_back();
    } else {
      return false;
    }
    is_in_tag_ = false;
    return true;
  }

  bool take_points_tag() {
    const auto* const tag = std::ranges::find_if(points_tags, [&](const PointsTag& each) { return starts_with(each.opening); });
    if (tag == std::end(points_tags)) return false;
    is_closed_ = tag->is_closed;
    tight_ += "<path";
    at_ += tag->opening.size() - 1;
    return true;
  }

  bool take_circle() {
    constexpr std::string_view opening = "<path ", shape = " d=\"";
    if (!starts_with(opening)) return false;
    const std::string_view tag = svg_.substr(at_, svg_.find('>', at_) - at_);
    const std::size_t begin = tag.find(shape);
    if (begin == std::string_view::npos) return false;
    const std::string_view path = tag.substr(begin + shape.size());
    circle_ = circle_of_path(path.substr(0, path.find('"')));
    if (circle_.empty()) return false;
    tight_ += "<circle";
    at_ += opening.size() - 1;
    return true;
  }

  bool take_no_stroke() {
    constexpr std::string_view no_stroke = " stroke=\"none\"", width = " stroke-width=\"";
    if (svg_[at_] != ' ' || !starts_with(no_stroke)) return false;
    at_ += no_stroke.size();
    if (starts_with(width)) at_ = svg_.find('"', at_ + width.size()) + 1;
    return true;
  }

  bool take_link() {
    constexpr std::string_view link = " xlink:href=";
    if (!starts_with(link)) return false;
    tight_ += " href=";
    at_ += link.size();
    return true;
  }

  /// The value of an attribute that is a number of tenths or hundredths and nothing else.
  bool take_number() {
    constexpr std::string_view opening = "=\"";
    if (!starts_with(opening)) return false;
    const std::size_t begin = at_ + opening.size(), end = std::min(svg_.find('"', begin), svg_.size());
    const std::string_view value = svg_.substr(begin, end - begin);
    const std::size_t point = value.find('.');
    const bool has_tenths = point != std::string_view::npos && value.size() > point + 1 && value.size() <= point + 3;
    if (!has_tenths || value.find_first_not_of("-.0123456789") != std::string_view::npos) return false;
    tight_.append(opening).append(value.substr(0, value[point + 1] == '0' ? point : point + 2));
    at_ = end;
    return true;
  }

  bool take_shape() {
    constexpr std::string_view path = " d=\"", points = " points=\"";
    const bool is_path = starts_with(path);
    if (!is_path && !starts_with(points)) return false;
    const std::size_t begin = at_ + (is_path ? path : points).size(), end = svg_.find('"', begin);
    const std::string_view shape = svg_.substr(begin, end - begin);
    if (circle_.empty()) {
      tight_.append(path).append(is_path ? compact_path(shape) : path_of_points(shape, is_closed_));
      at_ = end;
    } else {
      tight_ += std::exchange(circle_, "");
      at_ = end + 1;
    }
    return true;
  }

  std::string_view svg_;
  std::string tight_;
  std::size_t at_ = 0;
  bool is_in_tag_ = false;
  bool is_closed_ = false;     ///< of the polygon or polyline that is read
  std::string circle_;         ///< what the path that is read is, if it is one
  std::vector<bool> is_kept_;  ///< of the groups that are open
};

}  // namespace

std::string tight_svg(std::string_view svg) {
  return Tightener(svg).tightened();
}

}  // namespace mot
