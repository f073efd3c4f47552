#include "mot/write/json/explanation_json.h"

#include "mot/write/json/json_values.h"

namespace mot {
namespace {

struct ValueJson {
  Json operator()(const Unknown&) const { return nullptr; }
  Json operator()(const std::string& text) const { return text; }
  Json operator()(double number) const { return number; }
  Json operator()(const Interval& interval) const { return Json::array({interval.low, interval.high}); }
};

Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json places_json(const std::vector<Span>& places, const Sources& sources) {
  Json list = Json::array();
  for (const Span& place : places) {
    const Position begin = sources.begin_of(place);
    list.push_back({{"file", sources[place.file].name}, {"line", begin.line}, {"column", begin.column}});
  }
  return list;
}

Json step_json(const Step& step, const Sources& sources) {
  return {{"key", step.key},
          {"name", step.name},
          {"formula", text_or_null(step.formula)},
          {"numbers", text_or_null(step.numbers)},
          {"value", std::visit(ValueJson{}, step.value)},
          {"remark", text_or_null(step.remark)},
          {"places", places_json(step.places, sources)}};
}

Json parts_json(const Explanation& explanation, const Sources& sources) {
  Json parts = Json::array();
  for (const ExplanationPart& part : explanation.parts) {
    Json steps = Json::array();
    for (const Step& step : part.steps) steps.push_back(step_json(step, sources));
    parts.push_back({{"key", part.key}, {"title", part.title}, {"steps", std::move(steps)}});
  }
  return parts;
}

}  // namespace

std::string explanation_json(const Explanation& explanation, const Sources& sources) {
  return document_text({{"format_version", 1},
                        {"id", explanation.id},
                        {"name", explanation.name},
                        {"file", sources[explanation.place.file].name},
                        {"line", sources.begin_of(explanation.place).line},
                        {"parts", parts_json(explanation, sources)}});
}

}  // namespace mot
