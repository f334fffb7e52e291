/**
 * What the sticky comment says while there is no verdict: that a commit is being measured, or that the
 * job ended without an answer. What was found before, or until then, stays readable below a rule.
 */
import { markdownText } from '../escape.ts';
import { type About, commitLink, gateName, link } from './links.ts';

interface Space extends About {
  /** UTF-16 units that the body may have. */
  readonly maxChars?: number;
}

const longestReason = 1000;
const rule = '\n\n---\n\n';
const clock = '⏳ ';

/** '⏳ Measuring `abc1234`… (the run). Until it is done, this is the last result:' and that result. `last` is our own Markdown. */
export function measuringComment(last: string, { maxChars = 65_536, ...links }: Space): string {
  const commit = links.commit === undefined ? '' : ` ${commitLink(links.commit, links)}`;
  const run = link('the run', links.runUrl);
  const line = `${clock}Measuring${commit}…${run === null ? '' : ` (${run})`}.`;
  const result = resultIn(last);
  return result === ''
    ? `${line}\n`
    : above(`${line} Until it is done, this is the last result:`, result, maxChars);
}

/** '🚧 **flamegate could not finish**: why', the commit and the run; then what was `measured` until then, our own Markdown. */
export function unfinishedComment(
  reason: string,
  { maxChars = 65_536, ...links }: Space,
  measured = '',
): string {
  const commit = links.commit === undefined ? null : commitLink(links.commit, links);
  const small = [gateName(links), commit, link('the run', links.runUrl)];
  const parts = small.filter((part) => part !== null).join(' · ');
  const line = `🚧 <b>flamegate could not finish</b>: ${markdownText(reason, longestReason)}`;
  const text = `${line}\n\n<sub>${parts}</sub>`;
  return measured === ''
    ? `${text}\n`
    : above(`${text}\n\nMeasured until then:`, measured, maxChars);
}

/** Below a line that says a commit is measured, by a job that was ended before it could say more, is the result. */
function resultIn(body: string): string {
  if (!body.startsWith(clock)) return body;
  const [, ...below] = body.split(/\r?\n\r?\n---\r?\n\r?\n/);
  return below.join(rule);
}

/** Where not all of it has room, its first line and the small one: half a table would be no table. */
function above(text: string, below: string, maxChars: number): string {
  const room = maxChars - text.length - rule.length;
  const shown = below.length <= room ? below : below.split(/\r?\n\r?\n/, 2).join('\n\n');
  return shown.length <= room ? `${text}${rule}${shown}` : `${text}\n`;
}
