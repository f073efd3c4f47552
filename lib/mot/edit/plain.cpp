#include "mot/edit/plain.h"

#include <algorithm>
#include <numeric>

#include "mot/yaml/scalar.h"

namespace mot::edit {
namespace {

std::vector<std::size_t> order_of_keys(const Plain& mapping) {
  std::vector<std::size_t> order(mapping.keys.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return mapping.keys[a] < mapping.keys[b]; });
  return order;
}

bool have_the_same_entries(const Plain& one, const Plain& other) {
  const auto ours = order_of_keys(one), theirs = order_of_keys(other);
  for (std::size_t i = 0; i < ours.size(); ++i) {
    const bool is_same = one.keys[ours[i]] == other.keys[theirs[i]] && means_the_same(one.items[ours[i]], other.items[theirs[i]]);
    if (!is_same) return false;
  }
  return true;
}

}  // namespace

const Plain* Plain::find(std::string_view key) const {
  const auto found = std::find(keys.begin(), keys.end(), key);
  return found == keys.end() ? nullptr : &items[static_cast<std::size_t>(found - keys.begin())];
}

Plain* Plain::find(std::string_view key) {
  return const_cast<Plain*>(std::as_const(*this).find(key));
}

void Plain::put(std::string_view key, Plain given) {
  if (Plain* known = find(key)) {
    *known = std::move(given);
    return;
  }
  keys.emplace_back(key);
  items.push_back(std::move(given));
}

bool means_the_same(const Plain& one, const Plain& other) {
  if (one.kind != other.kind || one.value != other.value || one.items.size() != other.items.size()) return false;
  if (one.kind == Plain::Kind::mapping) return have_the_same_entries(one, other);
  return std::equal(one.items.begin(), one.items.end(), other.items.begin(), means_the_same);
}

Plain plain_of(const yaml::Value& value) {
  switch (value.kind()) {
    case yaml::Kind::null:
      return {};
    case yaml::Kind::scalar:
      return yaml::is_text(value) ? Plain::text(std::string(value.text())) : Plain::word(std::string(value.text()));
    case yaml::Kind::sequence: {
      Plain list = Plain::list({});
      list.items.reserve(value.size());
      for (std::size_t i = 0; i < value.size(); ++i) list.items.push_back(plain_of(value.item(i)));
      return list;
    }
    case yaml::Kind::mapping: {
      Plain mapping = Plain::mapping();
      for (std::size_t i = 0; i < value.size(); ++i) {
        mapping.keys.emplace_back(value.key(i).text());
        mapping.items.push_back(plain_of(value.value(i)));
      }
      return mapping;
    }
  }
  return {};
}

Plain* at(Plain& root, const Path& path) {
  Plain* here = &root;
  for (const Step& step : path) {
    if (step.index) {
      here = here->kind == Plain::Kind::list && *step.index < here->items.size() ? &here->items[*step.index] : nullptr;
    } else {
      here = here->kind == Plain::Kind::mapping ? here->find(step.key) : nullptr;
    }
    if (here == nullptr) return nullptr;
  }
  return here;
}

Path operator/(Path path, Step step) {
  path.push_back(std::move(step));
  return path;
}

Path above(Path path) {
  path.pop_back();
  return path;
}

}  // namespace mot::edit
