// Reads a Gantt chart with Mermaid's own parser and prints what it understood.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(`${process.argv[2]}/`);
const load = (name) => import(pathToFileURL(require.resolve(name)));
const { JSDOM } = await load("jsdom");
const { window } = new JSDOM("<!doctype html>");
globalThis.window = window;
globalThis.document = window.document;

const { default: mermaid } = await import(
  pathToFileURL(`${process.argv[2]}/mermaid/dist/mermaid.core.mjs`)
);
const text = readFileSync(0, "utf8");
await mermaid.parse(text);
// Drawing hands signs on in this form, and turns them back in the finished picture.
const coded = text.replace(/#(\d+);/g, "ﬂ°°$1¶ß");
const { db, type } = await mermaid.mermaidAPI.getDiagramFromText(coded);
const shown = (words) =>
  words.replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(Number(code)));
const day = (moment) =>
  [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
const tags = ["done", "active", "crit", "milestone"];
console.log(
  JSON.stringify({
    type,
    title: shown(db.getDiagramTitle()),
    sections: db.getSections().map(shown),
    tasks: db.getTasks().map((task) => ({
      name: shown(task.task),
      section: shown(task.section),
      start: day(task.startTime),
      end: day(task.endTime),
      tags: tags.filter((tag) => task[tag]),
    })),
  }),
);
