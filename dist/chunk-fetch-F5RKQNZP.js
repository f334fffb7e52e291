import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  fetchPull
} from "./chunk-chunk-MPZVKHO6.js";
import "./chunk-chunk-VQVOO6ZB.js";
import {
  repositoryClient
} from "./chunk-chunk-ESNXKPUY.js";
import {
  githubSource
} from "./chunk-chunk-TVEMZ2SQ.js";
import "./chunk-chunk-MOWUUCPE.js";
import "./chunk-chunk-Q2ILLPB5.js";
import "./chunk-chunk-HBB34D3E.js";
import "./chunk-chunk-YCAMMWL6.js";
import {
  logLine
} from "./chunk-chunk-3KXZIELT.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

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
