// html-validate is content with the page, but for what pictures in a page need.
import { readFileSync } from "node:fs";
import { check, end, needed, pageOf } from "./support.mjs";

const { HtmlValidate, StaticConfigLoader } = needed("html-validate");
const rules = {
  "long-title": "off",         // a project may be called anything
  "no-inline-style": "error",
  "no-raw-characters": "off",  // scripts of others
  "no-implicit-close": "off",  // items of lists end by themselves, as HTML lets them: the arithmetic of a page has thousands
  "svg-focusable": "off",      // for a browser that is gone
  "no-trailing-whitespace": "off",
  "valid-id": ["error", { relaxed: true }],
};
const validate = new HtmlValidate(new StaticConfigLoader({ extends: ["html-validate:recommended"], rules }));
const report = await validate.validateString(readFileSync(pageOf("skyline-air"), "utf8"));
const told = new Map();
for (const { messages } of report.results) {
  for (const { ruleId, message, line } of messages) {
    if (!told.has(ruleId)) told.set(ruleId, []);
    told.get(ruleId).push(`${line}: ${message}`);
  }
}
check("the page was looked at", report.results.length <= 1);
for (const [rule, messages] of told) check(`${rule} (${messages.length})`, false, messages.slice(0, 3));
end();
