// What the page embeds is what the lock file names, byte for byte.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { check, end, installed, source } from "./support.mjs";

const embedded = [
  ["sortable.min.js", "sortable-tablesort/dist/sortable.min.js"],
  ["sortable.a11y.min.js", "sortable-tablesort/dist/sortable.a11y.min.js"],
  ["svg-pan-zoom.min.js", "svg-pan-zoom/dist/svg-pan-zoom.min.js"],
];
for (const [part, file] of embedded) {
  const ours = readFileSync(join(source, "lib/mot/page/parts", part));
  check(`${part} is ${file}`, ours.equals(readFileSync(installed(file))));
}
const notice = readFileSync(join(source, "NOTICE"), "utf8");
for (const name of ["sortable-tablesort", "svg-pan-zoom"]) {
  const { version } = JSON.parse(readFileSync(installed(`${name}/package.json`), "utf8"));
  check(`NOTICE names ${name} ${version}`, notice.includes(`\n${name} ${version} (`));
}
end();
