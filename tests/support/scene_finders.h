// Finds things in a scene, and what they say.
#pragma once

#include <string>
#include <vector>

#include "mot/picture/scene.h"

namespace mot::testing {

template <class Kind>
const Kind* find_item(const Scene& scene, const std::string& id) {
  for (const Item& item : scene.items) {
    if (const auto* kind = std::get_if<Kind>(&item); kind && kind->identity.id == id) return kind;
  }
  return nullptr;
}

inline const Connector* find_connector(const Scene& scene, const std::string& id) {
  for (const Connector& connector : scene.connectors) {
    if (connector.identity.id == id) return &connector;
  }
  return nullptr;
}

inline const Panel* find_panel(const Scene& scene, const std::string& id) {
  for (const Panel& panel : scene.panels) {
    if (panel.identity.id == id) return &panel;
  }
  return nullptr;
}

inline std::string text_in(const std::vector<Line>& lines) {
  std::string text;
  for (const Line& line : lines) {
    if (!text.empty()) text += " / ";
    for (const Run& run : line.runs) text += run.text;
  }
  return text;
}

inline std::string card_text_in(const Scene& scene, const std::string& id) {
  const Card* card = find_item<Card>(scene, id);
  return card ? text_in(card->lines) : "no such card";
}

inline std::string joined_texts(const Scene& scene, const std::string& css_class) {
  std::string text;
  for (const Item& item : scene.items) {
    if (const auto* label = std::get_if<Label>(&item); label && label->identity.css_class == css_class)
      text += (text.empty() ? "" : "; ") + text_in(label->lines);
  }
  return text;
}

}  // namespace mot::testing
