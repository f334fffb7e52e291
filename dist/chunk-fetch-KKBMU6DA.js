import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  repositoryClient
} from "./chunk-chunk-KY64Q2SO.js";
import {
  fetchPull
} from "./chunk-chunk-T7WFDUET.js";
import "./chunk-chunk-5IJFQRTV.js";
import {
  githubSource
} from "./chunk-chunk-FMSHY64V.js";
import "./chunk-chunk-ISAV2AX6.js";
import "./chunk-chunk-HELSTOOM.js";
import {
  logLine
} from "./chunk-chunk-4EYZ7PQE.js";
import "./chunk-chunk-QDTPVPHV.js";
import "./chunk-chunk-IIMA2IPC.js";
import {
  InputError
} from "./chunk-chunk-ET5KLPX2.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OPJI6KHM.js";

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
