import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  say
} from "./chunk-chunk-DGCK55TR.js";
import {
  createClient,
  within
} from "./chunk-chunk-TVEMZ2SQ.js";
import {
  describe,
  statusOf
} from "./chunk-chunk-MOWUUCPE.js";
import {
  debug,
  notice
} from "./chunk-chunk-VICGZEQ2.js";
import {
  commitLink,
  gateName,
  isQuiet,
  link
} from "./chunk-chunk-PBMJK32W.js";
import {
  annotationText,
  markdownText
} from "./chunk-chunk-3KXZIELT.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/github/comment.ts
init_define_FLAMEGATE_PAGE();
import { createHash } from "node:crypto";
var longestBody = 65536 - 256;
var mostPages = 100;
async function writeComment(client, target, compose, { pages = mostPages, replaces = false } = {}) {
  try {
    const found = await findOurs(client, target, pages, "first page with one");
    const old = found.length > 1 ? await oneOf(client, found) : found[0];
    if (old !== void 0) {
      if (isNewer(old.writer, target)) return { kind: "newer", url: old.url };
      if (isOfOtherJob(old.writer, target) && !replaces) return { kind: "clash", url: old.url };
      const full2 = fullBody(target, compose(old.body));
      if (full2 === null || isSame(old, target, full2)) return { kind: "unchanged", url: old.url };
      if (await edit(client, old.id, full2)) return { kind: "updated", url: old.url };
    }
    const full = fullBody(target, compose(null));
    if (full === null) return { kind: "none" };
    return await createOne(client, target, full, pages);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return { kind: "denied", reason: describe(error, "take the comment", "pull-requests: write") };
  }
}
async function createOne(client, target, full, pages) {
  const made = await create(client, target.pullRequest, full).catch((error) => {
    if ((statusOf(error) ?? 500) < 500) throw error;
    return { error };
  });
  const url = typeof made === "string" ? made : "";
  const found = await findOurs(client, target, pages, "all").catch(() => []);
  if (typeof made !== "string" && !found.some((one) => isSame(one, target, full))) throw made.error;
  const other = found.find(({ writer }) => isOfOtherJob(writer, target));
  const kept = found.length > 1 ? await oneOf(client, found).catch(() => void 0) : found[0];
  if (other !== void 0) return { kind: "clash", url: kept?.url ?? url };
  return { kind: "created", url: kept?.url ?? url };
}
async function oneOf(client, found) {
  const [oldest, ...younger] = found.toSorted((a, b) => a.id - b.id);
  if (oldest === void 0) throw new TypeError("one of none");
  const newest = younger.reduce((a, b) => isNewer(a.writer, b.writer) ? a : b, oldest);
  if (newest !== oldest) await edit(client, oldest.id, newest.full);
  for (const { id } of younger) await remove(client, id).catch(() => {
  });
  return { ...newest, id: oldest.id, url: oldest.url };
}
function fullBody(target, body) {
  if (body === null) return null;
  if (body.length > longestBody) {
    throw new RangeError(`a comment of ${body.length} characters, at most ${longestBody} fit`);
  }
  return `${marker(target)}
${body}`;
}
var isSame = (comment, target, full) => isOfAttempt(comment.writer, target) && `${marker(target)}
${comment.body}`.trimEnd() === full.trimEnd();
var actionsBot = "github-actions[bot]";
async function findOurs(client, target, pages, which) {
  const ours = [];
  const others = [];
  for (let page = 1; page <= pages; page++) {
    const { data } = await client.octokit.rest.issues.listComments({
      owner: client.owner,
      repo: client.repo,
      issue_number: target.pullRequest,
      per_page: 100,
      page
    });
    if (!Array.isArray(data))
      throw Object.assign(new Error("no list of comments"), { status: 502 });
    for (const { id, html_url: url, user, body } of data) {
      const parsed = parse(body ?? "", target.key);
      if (parsed === void 0 || user === null) continue;
      const comment = { id: Number(id), url, full: body ?? "", ...parsed };
      if (user.login === actionsBot && user.type === "Bot") ours.push(comment);
      else if (user.login !== actionsBot) others.push({ comment, login: user.login });
    }
    if (data.length < 100 || which !== "all" && ours.length > 0) break;
  }
  if (ours.length > 0 || others.length === 0) return ours;
  const self = await ownLogin(client);
  return others.flatMap(({ login, comment }) => login === self ? [comment] : []);
}
async function ownLogin(client) {
  const answer = await client.octokit.graphql("query { viewer { login } }").catch((error) => {
    if (statusOf(error) === void 0 && !isGraphqlError(error)) throw error;
    return void 0;
  });
  return answer?.viewer?.login;
}
function isGraphqlError(error) {
  return error instanceof Error && error.name === "GraphqlResponseError";
}
async function edit(client, id, body) {
  try {
    await client.octokit.rest.issues.updateComment({
      owner: client.owner,
      repo: client.repo,
      comment_id: id,
      body
    });
    return true;
  } catch (error) {
    if (statusOf(error) === 404) return false;
    throw error;
  }
}
async function remove(client, id) {
  const { owner, repo } = client;
  try {
    await client.octokit.rest.issues.deleteComment({ owner, repo, comment_id: id });
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
  }
}
async function create(client, pullRequest, body) {
  const { data } = await client.octokit.rest.issues.createComment({
    owner: client.owner,
    repo: client.repo,
    issue_number: pullRequest,
    body,
    // A 502 may come after the comment was made: trying again could make a second one.
    request: { retries: 0 }
  });
  return typeof data?.html_url === "string" ? data.html_url : "";
}
function marker({ key, runId, runAttempt, job }) {
  const writer = `${runId}.${runAttempt}${job === void 0 ? "" : `.${job}`}`;
  return `<!-- flamegate:v1:${plainKey(key)}:${writer} -->`;
}
function plainKey(key) {
  let plain = "";
  for (const byte of Buffer.from(key)) {
    const char = String.fromCharCode(byte);
    plain += /[A-Za-z0-9_.]/.test(char) ? char : `%${byte.toString(16).padStart(2, "0")}`;
  }
  return plain.length <= 150 ? plain : `%sha256.${createHash("sha256").update(key).digest("hex")}`;
}
function parse(text, key) {
  const match = /^<!-- flamegate:v1:([A-Za-z0-9_.%]{0,150}):([0-9]{1,16})\.([0-9]{1,9})(?:\.([0-9a-f]{8}))? -->\r?\n/.exec(
    text
  );
  if (match === null || match[1] !== plainKey(key)) return void 0;
  return {
    writer: { runId: Number(match[2]), runAttempt: Number(match[3]), job: match[4] },
    body: text.slice(match[0].length)
  };
}
var isOfAttempt = (writer, item) => writer.runId === item.runId && writer.runAttempt === item.runAttempt;
var isOfOtherJob = (writer, than) => isOfAttempt(writer, than) && writer.job !== void 0 && than.job !== void 0 && writer.job !== than.job;
function isNewer(writer, than) {
  return writer.runId === than.runId ? writer.runAttempt > than.runAttempt : writer.runId > than.runId;
}

// src/entry/action/pullcomment.ts
init_define_FLAMEGATE_PAGE();
import { randomBytes } from "node:crypto";

// src/report/markdown/interim.ts
init_define_FLAMEGATE_PAGE();
var longestReason = 1e3;
var rule = "\n\n---\n\n";
var clock = "\u23F3 ";
function measuringComment(last, { maxChars = 65536, ...links }) {
  const commit = links.commit === void 0 ? "" : ` ${commitLink(links.commit, links)}`;
  const run = link("the run", links.runUrl);
  const line = `${clock}Measuring${commit}\u2026${run === null ? "" : ` (${run})`}.`;
  const result = resultIn(last);
  return result === "" ? `${line}
` : above(`${line} Until it is done, this is the last result:`, result, maxChars);
}
function unfinishedComment(reason, { maxChars = 65536, ...links }, measured = "") {
  const commit = links.commit === void 0 ? null : commitLink(links.commit, links);
  const small = [gateName(links), commit, link("the run", links.runUrl)];
  const parts = small.filter((part) => part !== null).join(" \xB7 ");
  const line = `\u{1F6A7} <b>flamegate could not finish</b>: ${markdownText(reason, longestReason)}`;
  const text = `${line}

<sub>${parts}</sub>`;
  return measured === "" ? `${text}
` : above(`${text}

Measured until then:`, measured, maxChars);
}
function resultIn(body) {
  if (!body.startsWith(clock)) return body;
  const [, ...below] = body.split(/\r?\n\r?\n---\r?\n\r?\n/);
  return below.join(rule);
}
function above(text, below, maxChars) {
  const room = maxChars - text.length - rule.length;
  const shown = below.length <= room ? below : below.split(/\r?\n\r?\n/, 2).join("\n\n");
  return shown.length <= room ? `${text}${rule}${shown}` : `${text}
`;
}

// src/entry/action/pullcomment.ts
var NameClash = class extends InputError {
};
var thisJob = randomBytes(4).toString("hex");
var limitsWithin = (all) => ({ call: 3e4, interim: 1e4, all });
function pullComment({ comment, name, token }, context, isCancelled, limits, job = thisJob) {
  const { pullRequest, repository } = context;
  if (pullRequest === null || comment === "never") return null;
  const target = {
    pullRequest: pullRequest.number,
    key: `${context.workflowPath ?? ""}/${name}`,
    runId: context.runId,
    runAttempt: context.runAttempt,
    job
  };
  const clash = `two jobs of this run have a gate called ${name}, and one comment cannot be of both: give each job, each leg of a matrix and each use of the action its own \`name\`, or judge all legs in one job (docs/matrix.md)`;
  const links = { ...runLinks(context, name), maxChars: longestBody };
  const write = async (compose, isInterim = false) => {
    const outcome = await writeOnce(compose, isInterim, false);
    if (outcome.kind !== "clash" || isInterim) return outcome;
    await writeOnce(() => unfinishedComment(clash, links), false, true);
    throw new NameClash(clash);
  };
  const writeOnce = async (compose, isInterim, replaces) => {
    const given = new AbortController();
    const client = await createClient({
      ...{ token, owner: repository.owner, repo: repository.name, apiUrl: context.apiUrl },
      callMilliseconds: limits.call,
      signal: given.signal,
      ...isInterim ? { retries: 0 } : {}
    });
    const time = isInterim ? limits.interim : limits.all;
    const how = { pages: isInterim ? 1 : mostPages, replaces };
    const writing = writeComment(client, target, compose, how);
    const ending = await within(time, writing);
    if (ending.kind === "settled") return ending.value;
    given.abort(new Error("given up"));
    throw new InputError(
      ending.kind === "late" ? `GitHub took more than ${time / 1e3} seconds` : "GitHub's answer broke off"
    );
  };
  let said = Promise.resolve();
  let isAnswered = false;
  return {
    measuring() {
      if (pullRequest.fork) return;
      const body = (old) => old === null ? null : measuringComment(old, links);
      said = write(body, true).then(
        (outcome) => debug(annotationText(`comment while measuring: ${JSON.stringify(outcome)}`)),
        notWritten
      );
    },
    async verdict(body, isWanted2) {
      isAnswered = true;
      await said;
      const writing = write((old) => old === null && (!isWanted2 || isCancelled()) ? null : body);
      said = writing.catch(() => {
      });
      const outcome = await writing;
      if (outcome.kind === "denied") {
        notice(annotationText(`no comment, the report is in the job summary: ${outcome.reason}`));
        return void 0;
      }
      if (outcome.kind === "none") {
        say(`no comment: there is none yet, and this result creates none (comment: ${comment})`);
        return void 0;
      }
      say(`comment ${outcome.kind}: ${outcome.url || "GitHub did not say where"}`);
      return outcome.url;
    },
    async unfinished(reason) {
      await said;
      if (isAnswered) return;
      const body = unfinishedComment(isCancelled() ? "the job was cancelled" : reason, links);
      const isMade = comment === "always" && !isCancelled();
      const compose = (old) => old === null && !isMade ? null : body;
      await write(compose).then(
        (outcome) => debug(annotationText(`comment on the failure: ${JSON.stringify(outcome)}`)),
        notWritten
      );
    }
  };
}
function notWritten(failure) {
  debug(annotationText(`no comment: ${failure instanceof Error ? failure.message : failure}`));
}
function isWanted(choice, verdict, fails) {
  switch (choice) {
    case "always":
      return true;
    case "changes":
      return fails || !(isQuiet(verdict) || verdict.verdict === "no-baseline");
    case "failures":
      return fails || verdict.verdict === "fail" || verdict.verdict === "incomplete";
    case "never":
      return false;
  }
}
function runLinks({ serverUrl, repository, pullRequest, ...item }, name) {
  const repositoryUrl = `${serverUrl}/${repository.owner}/${repository.name}`;
  return {
    gate: name === "default" ? "" : name,
    commit: pullRequest?.headSha ?? item.sha,
    repositoryUrl,
    runUrl: `${repositoryUrl}/actions/runs/${item.runId}`
  };
}

export {
  longestBody,
  unfinishedComment,
  NameClash,
  limitsWithin,
  pullComment,
  isWanted,
  runLinks
};
