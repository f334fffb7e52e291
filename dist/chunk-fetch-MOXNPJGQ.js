import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  fetchPull
} from "./chunk-chunk-NJZZHQD4.js";
import "./chunk-chunk-QN26YILH.js";
import {
  repositoryClient
} from "./chunk-chunk-CROFTSQT.js";
import {
  githubSource
} from "./chunk-chunk-JPDDNMI2.js";
import "./chunk-chunk-W5T5ZST2.js";
import "./chunk-chunk-JCBOAFGM.js";
import "./chunk-chunk-N5QMFNMI.js";
import "./chunk-chunk-MGEZL6RU.js";
import {
  logLine
} from "./chunk-chunk-A5MM4BUN.js";
import {
  InputError
} from "./chunk-chunk-KXCXWWAW.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-LVQEZM7Y.js";

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
