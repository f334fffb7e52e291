import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  repositoryClient
} from "./chunk-chunk-62OROY6N.js";
import {
  fetchPull
} from "./chunk-chunk-N34D2PRV.js";
import "./chunk-chunk-LRUUR27T.js";
import {
  githubSource
} from "./chunk-chunk-KXVWMKOX.js";
import "./chunk-chunk-KGKY7JK4.js";
import {
  logLine
} from "./chunk-chunk-JJTX6MYV.js";
import "./chunk-chunk-S7EX6Z5N.js";
import "./chunk-chunk-6RHMOILS.js";
import {
  InputError
} from "./chunk-chunk-PZOHENPX.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-O53ZM6UU.js";

// src/entry/cli/fetch.ts
init_define_FLAMEGATE_PAGE();
async function fetchCommand(flags) {
  const number = Number(flags.pr);
  if (!Number.isSafeInteger(number) || number < 1) {
    throw new InputError(`--pr ${flags.pr ?? ""} is not the number of a pull request`);
  }
  const client = await repositoryClient(flags);
  const { written, setAside } = await fetchPull(
    githubSource(client),
    number,
    flags.output ?? "flamegate-artifacts"
  );
  const lines = [
    ...setAside.map(({ reason }) => `left out: ${reason}`),
    ...written.flatMap(({ directory, head, base }) => [
      `wrote ${directory}`,
      ...base === null ? [] : [`next: flamegate diff ${base} ${head}`]
    ])
  ];
  process.stdout.write(lines.map((line) => `${logLine(line)}
`).join(""));
  return 0;
}
export {
  fetchCommand
};
