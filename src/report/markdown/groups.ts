/**
 * A gate of several groups as GitHub Markdown: its answer, then a section for each group, the worst first. Held to
 * GitHub's limits by showing of a group the answer alone, and beyond that by counting groups.
 */
import { byVerdict, type NamedVerdict, type OverGroups } from '../../model/groups.ts';
import { plural } from '../../text/numbers.ts';
import { markdownText } from '../escape.ts';
import { mark } from '../rows/sentences.ts';
import { comment, isQuiet, shortComment, summary } from './comment.ts';
import { type About, commitLink, gateName, link } from './links.ts';

export interface GroupSection extends NamedVerdict {
  readonly links: About;
}

interface Overall extends About {
  readonly over: OverGroups;
  /** UTF-16 units of the comment, bytes of the summary. */
  readonly max: number;
  /** Why not all shards are in it; or null. */
  readonly problem?: string | null;
}

const longestHeadline = 1000;
/** Below it a whole section may not hold its frame. */
const leastSection = 20_000;

/** The body of the pull request comment. */
export function groupsComment(groups: readonly GroupSection[], overall: Overall): string {
  const whole = ({ verdict, links }: GroupSection, room: number) =>
    isQuiet(verdict)
      ? shortComment(verdict, links)
      : comment(verdict, { ...links, maxChars: room });
  return written(groups, overall, whole, (text) => text.length);
}

/** The job summary. */
export function groupsSummary(groups: readonly GroupSection[], overall: Overall): string {
  const { problem } = overall;
  const gap = problem ? `🚧 <b>${markdownText(problem, longestHeadline)}</b>\n\n` : '';
  const whole = ({ verdict, links }: GroupSection, room: number) =>
    summary(verdict, { ...links, maxBytes: room });
  const bytes = (text: string) => Buffer.byteLength(text);
  const max = overall.max - bytes(gap);
  return gap + written(groups, { ...overall, max }, whole, bytes);
}

type Whole = (group: GroupSection, room: number) => string;

function written(
  groups: readonly GroupSection[],
  { over, max, ...about }: Overall,
  whole: Whole,
  measure: (text: string) => number,
): string {
  const sorted = byVerdict(groups);
  const head = headOf(over, about);
  const reserve = measure(andMore(groups.length));
  const shorts = sorted.map((groupSection) =>
    section(groupSection, shortComment(groupSection.verdict, groupSection.links)),
  );
  // The worst one whole, then all others by their answer; what is left makes more of them whole.
  let room = max - measure(head) - reserve - leastSection;
  const fitting = shorts.filter((text) => {
    room -= measure(text);
    return room >= 0;
  });
  room = Math.max(room, 0) + leastSection;
  const shown = fitting.map((short, i) => {
    const group = sorted[i];
    if (group === undefined) return short;
    const left = room + measure(short) - measure(title(group));
    // What follows has as much as this one, as long as that is enough.
    const share = Math.max(Math.floor(left / Math.min(4, fitting.length - i)), leastSection);
    if (left < leastSection) return short;
    const text = section(group, whole(group, Math.min(share, left)));
    room -= measure(text) - measure(short);
    return text;
  });
  const more = sorted.length - shown.length;
  return head + shown.join('') + (more > 0 ? andMore(more) : '');
}

const title = ({ name, verdict: { verdict } }: NamedVerdict): string =>
  `\n### ${mark(verdict)} ${markdownText(name, 60)}\n\n`;

const section = (verdict: NamedVerdict, text: string): string => title(verdict) + text;

const andMore = (count: number): string =>
  `\nand ${plural(count, 'more group')}, in the JSON report\n`;

function headOf({ verdict, headline }: OverGroups, links: About): string {
  const commit = links.commit === undefined ? null : commitLink(links.commit, links);
  const parts = [gateName(links), commit, link('all numbers', links.runUrl)];
  const small = parts.filter((part) => part !== null).join(' · ');
  return `${mark(verdict)} <b>${markdownText(headline, longestHeadline)}</b>\n\n<sub>${small}</sub>\n`;
}
