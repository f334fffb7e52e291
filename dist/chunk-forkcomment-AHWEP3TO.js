import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  isWanted,
  limitsWithin,
  longestBody,
  pullComment,
  runLinks
} from "./chunk-chunk-QIDPI55T.js";
import {
  say
} from "./chunk-chunk-DGCK55TR.js";
import {
  clientFor
} from "./chunk-chunk-DH4NGTLU.js";
import {
  downloadBundle
} from "./chunk-chunk-MPZVKHO6.js";
import {
  bundleKey
} from "./chunk-chunk-VQVOO6ZB.js";
import {
  gate
} from "./chunk-chunk-7MDF656S.js";
import {
  inputsOf
} from "./chunk-chunk-KBK62P4M.js";
import {
  ancestors,
  defaultBranchOf,
  storedArtifacts
} from "./chunk-chunk-GCNZN3XQ.js";
import {
  githubSource,
  isArtifactOf
} from "./chunk-chunk-TVEMZ2SQ.js";
import {
  calling,
  misshapen
} from "./chunk-chunk-MOWUUCPE.js";
import "./chunk-chunk-6BTFPR5G.js";
import "./chunk-chunk-BXFAX5GC.js";
import "./chunk-chunk-3GVWWS7V.js";
import "./chunk-chunk-GWC6IANW.js";
import "./chunk-chunk-2QTDWZHI.js";
import "./chunk-chunk-YTYFE7V5.js";
import "./chunk-chunk-XWVWMC43.js";
import "./chunk-chunk-EEPNWZZM.js";
import "./chunk-chunk-CAWJPCAF.js";
import "./chunk-chunk-J35JVOHR.js";
import "./chunk-chunk-UKHN3BIT.js";
import "./chunk-chunk-A7VDOM55.js";
import {
  gateText
} from "./chunk-chunk-3R5YXFZF.js";
import "./chunk-chunk-6HBGA7YV.js";
import "./chunk-chunk-RJL3R2SR.js";
import "./chunk-chunk-KDSKOOQQ.js";
import "./chunk-chunk-SXPVU2JQ.js";
import "./chunk-chunk-RKOIVFBX.js";
import {
  setOutput
} from "./chunk-chunk-VICGZEQ2.js";
import "./chunk-chunk-YRLUC6TP.js";
import "./chunk-chunk-MI2EDCOT.js";
import {
  warningKinds
} from "./chunk-chunk-Q2ILLPB5.js";
import "./chunk-chunk-5F4DIWO5.js";
import "./chunk-chunk-VKMI2SIL.js";
import "./chunk-chunk-5PXQR5EY.js";
import "./chunk-chunk-HBB34D3E.js";
import {
  array,
  boolean,
  exactOptional,
  finite,
  getDotPath,
  literal,
  maxLength,
  minLength,
  minValue,
  nullable,
  number,
  object,
  picklist,
  pipe,
  regex,
  safeInteger,
  safeParse,
  string,
  transform,
  tuple
} from "./chunk-chunk-YCAMMWL6.js";
import {
  comment
} from "./chunk-chunk-PBMJK32W.js";
import "./chunk-chunk-4CYSBL3R.js";
import "./chunk-chunk-PDMOKRKF.js";
import "./chunk-chunk-YL6QSUIA.js";
import "./chunk-chunk-UIZSM77V.js";
import "./chunk-chunk-WQKUTA3A.js";
import "./chunk-chunk-F2QYVI5H.js";
import "./chunk-chunk-RL7XGZTW.js";
import "./chunk-chunk-6OBLDVWQ.js";
import "./chunk-chunk-XDSCW632.js";
import "./chunk-chunk-NTMR7OSE.js";
import "./chunk-chunk-4ESYGOAJ.js";
import "./chunk-chunk-IV5T3H63.js";
import "./chunk-chunk-ZY32PDO3.js";
import "./chunk-chunk-3KXZIELT.js";
import "./chunk-chunk-ZUGVML7C.js";
import "./chunk-chunk-K37PVB3B.js";
import "./chunk-chunk-UCI4WEEX.js";
import "./chunk-chunk-MVRN3XQO.js";
import "./chunk-chunk-2NZK6ZYN.js";
import "./chunk-chunk-JF755UJZ.js";
import "./chunk-chunk-Q6W4P34J.js";
import "./chunk-chunk-6BBP5BRQ.js";
import "./chunk-chunk-BANJ3GOK.js";
import "./chunk-chunk-SGSL43OP.js";
import "./chunk-chunk-C6V23FTX.js";
import "./chunk-chunk-ETXR6ESQ.js";
import "./chunk-chunk-OBSUUNSJ.js";
import "./chunk-chunk-JMYYPOXT.js";
import "./chunk-chunk-MQ2NSUXY.js";
import {
  doing
} from "./chunk-chunk-OWNO6LNF.js";
import "./chunk-chunk-UO3SQAG6.js";
import "./chunk-chunk-MKYMQKPK.js";
import "./chunk-chunk-V6FUWQX3.js";
import "./chunk-chunk-3EDRWKZB.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/entry/action/forkcomment.ts
init_define_FLAMEGATE_PAGE();

// src/github/forkrun.ts
init_define_FLAMEGATE_PAGE();
import { readFile } from "node:fs/promises";
var id = pipe(number(), safeInteger(), minValue(1));
var name = pipe(string(), minLength(1), maxLength(1e3));
var sha = pipe(string(), regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/));
var eventSchema = object({
  action: string(),
  workflow_run: object({
    id,
    run_attempt: id,
    event: name,
    path: name,
    status: nullable(name),
    conclusion: nullable(name),
    created_at: name,
    head_sha: sha,
    head_branch: nullable(name),
    repository: object({ id }),
    head_repository: nullable(object({ id, owner: object({ login: name }) }))
  })
});
async function readForkRun(env, { eventName, repository }, workflowPath) {
  if (eventName !== "workflow_run") {
    throw new InputError(
      `mode: comment is for \`on: workflow_run\`, and this is ${JSON.stringify(eventName)}: docs/baselines.md has both workflows`
    );
  }
  const payload = JSON.parse(await readFile(env.GITHUB_EVENT_PATH ?? "", "utf8"));
  const event = safeParse(eventSchema, payload);
  if (!event.success) {
    const where = getDotPath(event.issues[0]) ?? "payload";
    throw new InputError(`the event's payload is not GitHub's: ${where} is missing or malformed`);
  }
  const { action, workflow_run: run } = event.output;
  const refuse = (why) => {
    throw new InputError(`the workflow run ${run.id} ${why}: no comment is written`);
  };
  const path = run.path.replace(/@.*$/s, "");
  if (action !== "completed" || run.status !== "completed") return refuse("has not finished");
  if (run.repository.id !== repository.id) return refuse("belongs to another repository");
  if (run.event !== "pull_request") {
    return refuse(`was started by ${JSON.stringify(run.event)}, not by a pull request`);
  }
  if (path !== workflowPath) {
    return refuse(
      `is of the workflow ${JSON.stringify(path)}, and \`workflow\` names ${workflowPath}`
    );
  }
  if (run.head_repository === null || run.head_branch === null) {
    return refuse("is of a fork or a branch that is gone");
  }
  if (run.head_repository.id === repository.id) {
    return refuse("is of this repository, not of a fork: it has commented itself");
  }
  return {
    id: run.id,
    attempt: run.run_attempt,
    event: run.event,
    headBranch: run.head_branch,
    headSha: run.head_sha,
    repositoryId: run.repository.id,
    headRepositoryId: run.head_repository.id,
    path,
    status: run.status,
    conclusion: run.conclusion,
    createdAt: run.created_at,
    headRepository: run.head_repository.id,
    headOwner: run.head_repository.owner.login,
    branch: run.head_branch
  };
}
var pullSchema = object({
  number: id,
  head: object({ sha, ref: name, repo: nullable(object({ id })) }),
  base: object({ sha, ref: name, repo: object({ id }) })
});
async function pullOfForkRun(client, run) {
  const { owner, repo } = client;
  const doing2 = "list the pull requests of a branch";
  const { data } = await calling(
    doing2,
    "pull-requests: read",
    () => client.octokit.rest.pulls.list({
      ...{ owner, repo, state: "open", per_page: 100 },
      head: `${run.headOwner}:${run.branch}`
    })
  );
  const list2 = safeParse(array(pullSchema), data);
  if (!list2.success) throw misshapen(doing2);
  const found = list2.output.filter(
    ({ head, base }) => head.repo?.id === run.headRepository && head.ref === run.branch && base.repo.id === run.repositoryId
  );
  const [pull, ...others] = found;
  const what = `the workflow run ${run.id} of ${run.headSha.slice(0, 10)}`;
  if (pull === void 0) {
    throw new InputError(`${what} has no open pull request: no comment is written`);
  }
  if (others.length > 0) {
    const numbers = found.map(({ number: number3 }) => `#${number3}`).join(", ");
    throw new InputError(
      `${what} belongs to ${found.length} pull requests (${numbers}): no comment is written`
    );
  }
  if (pull.head.sha !== run.headSha) {
    throw new InputError(
      `${what} is not of the newest commit of #${pull.number}: no comment is written, the run of that commit has its own`
    );
  }
  return {
    number: pull.number,
    headSha: pull.head.sha,
    baseSha: pull.base.sha,
    baseRef: pull.base.ref,
    // It is; but this token can write.
    fork: false
  };
}

// src/report/readgate.ts
init_define_FLAMEGATE_PAGE();
var mostBytes = 32 << 20;
var mostRows = 2e4;
var text = pipe(string(), maxLength(2e4));
var number2 = pipe(number(), finite());
var count = pipe(number(), safeInteger(), minValue(0));
var ratio = nullable(number2);
var pair = nullable(tuple([number2, number2]));
var list = (item, most = mostRows) => pipe(array(item), maxLength(most));
var readonlyText = list(text, 1e3);
var better = picklist(["lower", "higher", "unknown"]);
var rowVerdict = picklist([
  "slower",
  "suspect",
  "faster",
  "ok",
  "moved-with-suite",
  "new",
  "missing",
  "not-run"
]);
var side = nullable(object({ center: number2, n: count, runs: count }));
var waived = exactOptional(object({ reason: text, until: text }));
var comparison = object({
  package: text,
  benchmark: text,
  unit: text,
  better,
  base: side,
  head: side,
  delta: ratio,
  own: ratio,
  ci: pair,
  worst: ratio,
  p: ratio,
  pAdjusted: ratio,
  df: ratio,
  test: picklist(["run-level", "paired", "welch", "mann-whitney", "exact", "counted", "none"]),
  limits: nullable(object({ suspect: number2, slower: ratio, faster: number2 })),
  detectable: ratio,
  follows: nullable(text),
  changedInBase: exactOptional(object({ delta: ratio, runs: count, commit: text })),
  notes: readonlyText,
  threshold: number2,
  gated: boolean(),
  verdict: rowVerdict,
  blind: boolean(),
  reason: text,
  screened: nullable(object({ delta: ratio, runs: count, verdict: rowVerdict })),
  waived
});
var sampleType = object({ type: text, unit: text });
var functionSide = object({
  flat: number2,
  cum: number2,
  flatFraction: number2,
  cumFraction: number2
});
var functionRow = pipe(
  object({
    sampleType,
    slice: exactOptional(text),
    name: text,
    formerName: nullable(text),
    file: text,
    line: count,
    base: functionSide,
    head: functionSide,
    headProfiles: count,
    replicates: count,
    baseRuns: count,
    flatDelta: number2,
    adjustedDelta: number2,
    perOp: nullable(object({ unit: text, base: number2, head: number2, benchmarks: count })),
    ci: pair,
    worst: ratio,
    p: ratio,
    pAdjusted: ratio,
    df: ratio,
    detectable: ratio,
    moved: nullable(
      object({
        from: readonlyText,
        to: readonlyText,
        delta: number2,
        least: number2,
        worst: number2
      })
    ),
    threshold: number2,
    gated: boolean(),
    verdict: picklist([...rowVerdict.options, "moved"]),
    reason: text,
    waived
  }),
  transform((row) => ({ ...row, background: false, seen: null }))
);
var profileSide = object({
  total: number2,
  samples: ratio,
  profiles: count,
  runs: count,
  seconds: ratio
});
var counted = object({
  unit: text,
  base: list(number2),
  head: list(number2),
  spread: ratio,
  tolerance: ratio
});
var counts = object({
  counter: text,
  base: text,
  benchmarks: list(
    object({
      package: text,
      benchmark: text,
      iterations: nullable(tuple([number2, number2])),
      base: list(number2),
      head: list(number2),
      spread: ratio,
      tolerance: ratio,
      metrics: exactOptional(list(counted, 100)),
      functions: nullable(
        object({
          all: count,
          rest: number2,
          moved: list(
            object({ name: text, file: text, line: count, base: number2, head: number2 })
          )
        })
      )
    })
  )
});
var report = object({
  schema: literal(2),
  verdict: picklist(["pass", "fail", "suspect", "incomplete", "no-baseline"]),
  headline: text,
  p: ratio,
  sight: nullable(object({ half: number2, most: number2 })),
  comparisons: list(comparison),
  functions: list(functionRow),
  profiles: list(
    pipe(
      object({
        sampleType,
        slice: exactOptional(text),
        base: profileSide,
        head: profileSide,
        scale: object({
          factor: number2,
          error: number2,
          source: picklist(["functions", "benchmarks", "none"])
        }),
        dispersion: number2
      }),
      transform((item) => ({ ...item, functions: [] }))
    ),
    1e3
  ),
  shift: nullable(
    object({
      delta: number2,
      verdict: picklist(["ok", "suspect", "slower", "faster"]),
      benchmarks: count,
      limits: object({ suspect: number2, slower: number2 }),
      history: pair,
      group: nullable(object({ delta: number2, benchmarks: count }))
    })
  ),
  dedicated: boolean(),
  baseline: object({
    name: text,
    runs: count,
    commits: list(text, 1e3),
    setAside: list(object({ commit: text, time: text, reason: text }), 2e3),
    elsewhere: exactOptional(count)
  }),
  rounds: nullable(
    object({ rounds: count, repeated: count, seed: count, base: text, machine: readonlyText })
  ),
  counts: exactOptional(counts),
  environment: object({
    goos: exactOptional(text),
    goarch: exactOptional(text),
    cpu: exactOptional(text),
    machine: exactOptional(text),
    build: exactOptional(text),
    runner: exactOptional(text),
    toolchain: exactOptional(text)
  }),
  advice: readonlyText,
  warnings: list(
    object({
      kind: picklist(warningKinds),
      file: exactOptional(text),
      line: exactOptional(count),
      message: text
    })
  )
});
function readGateReport(bytes) {
  if (bytes.length > mostBytes) {
    throw new InputError(`the report has ${bytes.length} bytes, the limit is ${mostBytes}`);
  }
  let parsed;
  try {
    parsed = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new InputError("the report is no JSON");
  }
  const read = safeParse(report, parsed, { abortEarly: true });
  if (!read.success) {
    const [issue] = read.issues;
    throw new InputError(
      `the report is not as schema/gate.schema.json has it: ${getDotPath(issue) ?? "it"}: ${issue.message.slice(0, 200)}`
    );
  }
  const { schema: _, ...verdict } = read.output;
  const sentence = [
    { text: verdict.headline, isName: false, isStrong: false, place: "everywhere" }
  ];
  return { ...verdict, sentence };
}

// src/entry/action/forkcomment.ts
var limits = { archiveBytes: 64 << 20, inflatedBytes: 256 << 20, entries: 1e3 };
async function commentForFork(settings, workflowPath, job) {
  doing("finding the pull request");
  const run = await readForkRun(process.env, job, workflowPath);
  const client = await clientFor(settings, job);
  const pullRequest = await pullOfForkRun(client, run);
  doing("reading what the fork's run uploaded");
  const source = githubSource(client);
  const artifact = (await source.artifacts(run.id)).filter(({ name: name2 }) => isArtifactOf(name2, bundleKey(settings.name))).reduce((a, b) => a !== null && a.id > b.id ? a : b, null);
  if (artifact === null) {
    throw new InputError(
      `the workflow run ${run.id} (${run.conclusion}) uploaded no report of the gate ${settings.name}: it did not get as far, or \`name\` is not the one it uses`
    );
  }
  const { bundle, claimed } = await uploaded(source, { artifact, run });
  doing("comparing the fork's measurements with the stored runs");
  const context = {
    ...job,
    ...{ pullRequest, workflowPath, sha: run.headSha },
    ...{ runId: run.id, runAttempt: run.attempt }
  };
  const known = await ancestors(client, pullRequest.baseSha);
  const trust = {
    repositoryId: job.repository.id,
    defaultBranch: await defaultBranchOf(client, job),
    workflowPath,
    isAncestor: (sha2) => known.has(sha2)
  };
  const head = inputsOf(bundle.head);
  const judged = isOfStoredRuns(claimed) ? await gate(
    head,
    {
      name: trust.defaultBranch,
      load: () => storedArtifacts({ source, trust, key: settings.name }),
      keep: async () => {
        throw new TypeError("nothing of a fork is stored");
      }
    },
    settings.config
  ) : null;
  if (judged?.unread) throw new InputError(judged.unread);
  const verdict = judged?.verdict ?? claimed;
  const claim = judged === null ? "report" : "measurements";
  say(gateText(verdict));
  setOutput("verdict", verdict.verdict);
  doing("writing the comment");
  const times = limitsWithin(settings.times.comment);
  const told = pullComment(settings, context, () => false, times, void 0);
  const body = comment(verdict, {
    ...runLinks(context, settings.name),
    maxChars: longestBody,
    claim
  });
  const fails = verdict.verdict === "fail";
  const url = await told?.verdict(body, isWanted(settings.comment, verdict, fails));
  setOutput("comment-url", url ?? "");
  return 0;
}
async function uploaded(source, job) {
  try {
    const bundle = await downloadBundle(source, job, limits);
    return { bundle, claimed: readGateReport(bundle.report) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`artifact ${job.artifact.name}: ${error.message}`);
  }
}
var isOfStoredRuns = ({ rounds, counts: counts2 }) => rounds === null && counts2 === void 0;
export {
  commentForFork
};
