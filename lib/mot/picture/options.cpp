#include "mot/picture/options.h"

namespace mot {

namespace {

constexpr std::array<std::string_view, 8> names_of_parts = {"how many answered",
                                                            "how flags are flown",
                                                            "what else is written",
                                                            "what customers do",
                                                            "voices",
                                                            "what no customer sees",
                                                            "words where little is missing",
                                                            "actions"};

}  // namespace

std::span<const std::string_view> story_parts() {
  return names_of_parts;
}

}  // namespace mot
