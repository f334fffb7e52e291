/**
 * Puts printed tables into docs/evidence.md and docs/statistics.md, between the marks that name their sections:
 *
 *   node eval/verdict/main.ts | node eval/verdict/docs.ts
 *   node eval/verdict/main.ts operating | node eval/verdict/docs.ts
 *
 * A mark is `<!-- table: Beginning of the section's title -->`, closed by `<!-- /table -->`. Marks
 * whose section was not printed keep their table; a printed section without a mark is an error.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const files = ['evidence', 'statistics'].map((name) =>
  join(import.meta.dirname, `../../docs/${name}.md`),
);
const printed = await text(process.stdin);

const sections = new Map<string, string>();
for (const section of printed.split(/^### /m).slice(1)) {
  const [title = '', ...lines] = section.split('\n');
  sections.set(title, lines.filter((line) => line.startsWith('|')).join('\n'));
}

const used = new Set<string>();
for (const file of files) {
  const page = readFileSync(file, 'utf8').replace(
    /<!-- table: (.*?) -->\n[\s\S]*?<!-- \/table -->/g,
    (whole, beginning: string) => {
      const title = [...sections.keys()].find((of) => of.startsWith(beginning));
      if (title === undefined) return whole;
      used.add(title);
      return `<!-- table: ${beginning} -->\n${sections.get(title)}\n<!-- /table -->`;
    },
  );
  writeFileSync(file, page);
}
const unused = [...sections.keys()].filter((title) => !used.has(title));
if (unused.length > 0) throw new Error(`no mark in docs/ for: ${unused.join('; ')}`);
console.log(`${used.size} tables written`);
