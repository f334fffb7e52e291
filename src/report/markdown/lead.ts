/** The two lines that everybody reads: the answer, then small what was compared with what and where there is more. */
import type { Phrase } from '../../model/phrase.ts';
import type { Verdict } from '../../model/verdict.ts';
import { oneIn, plural } from '../../text/numbers.ts';
import { markdownCode, markdownText } from '../escape.ts';
import { mark } from '../rows/sentences.ts';
import { type About, commitLink, gateName, link } from './links.ts';

/** A name of ten thousand characters would leave no room for the answer. */
const longestWords = 400;

/** '❌ **`codec.Encode` is 89 % slower** because of `codec.escape` (`codec/escape.go:24`).' */
export function lead({ verdict, sentence }: Verdict): string {
  const shown = sentence.filter(({ place }) => place !== 'plain');
  let line = `${mark(verdict)} `;
  let isStrong = false;
  for (const [i, phrase] of shown.entries()) {
    const starts = phrase.isStrong && !isStrong;
    const ends = phrase.isStrong && !shown[i + 1]?.isStrong;
    line += `${starts ? '<b>' : ''}${written(phrase)}${ends ? '</b>' : ''}`;
    isStrong = phrase.isStrong;
  }
  return `${line}\n`;
}

/** Spaces at the ends stay: these words are a part of a sentence. */
function words(text: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return `${before && ' '}${markdownText(inner, longestWords)}${after && ' '}`;
}

const written = ({ text, isName }: Phrase): string => (isName ? markdownCode(text) : words(text));

/** 'flamegate · `abc1234` against 12 runs of `main`, newest `6ab0c4f` · measured again in 8 rounds here · report' */
export function about(verdict: Verdict, item: About): string {
  const commit = item.commit === undefined ? '' : `${commitLink(item.commit, item)} `;
  const parts = [
    gateName(item),
    `${commit}${against(verdict, item)}`,
    ...howSure(verdict),
    link('report with flame graph', item.reportUrl),
    link('all numbers', item.runUrl),
    link('files of both sides', item.artifactUrl),
  ];
  const small = parts.filter((part) => part !== null && part !== '').join(' · ');
  return `\n<sub>${small}</sub>\n${notes(item)
    .map((note) => `\n> ${note}\n`)
    .join('')}`;
}

const notes = ({ claim, accepted }: About): string[] => [
  ...(accepted ? ['Accepted with the label `perf-accepted`: the job passes.'] : []),
  ...(claim === undefined ? [] : [claims[claim]]),
];

const claims = {
  measurements:
    "Measured by the fork's own run, and compared with the stored runs here. The fork's code ran in that job, and could have written these numbers.",
  report:
    "This is what the fork's own run says of itself. The fork's code ran in that job, and could have written it.",
};

function against({ baseline, rounds, counts }: Verdict, item: About): string {
  const [newest = ''] = baseline.commits;
  if (baseline.runs > 0) {
    const { behind = 0 } = item;
    const late = behind === 0 ? '' : ` (${plural(behind, 'commit')} behind)`;
    const last = newest === '' ? '' : `, newest ${commitLink(newest, item)}${late}`;
    return `against ${plural(baseline.runs, 'run')} of ${markdownCode(baseline.name, 60)}${last}`;
  }
  const base = rounds?.base ?? counts?.base ?? '';
  if (rounds === null && counts === undefined) return 'against nothing: no stored run was used';
  return `against ${base === '' ? markdownCode(baseline.name, 60) : commitLink(base, item)}`;
}

/** How it was measured here; of stored runs alone how often an unchanged run fails like this. */
function howSure({ verdict, rounds, counts, baseline, p }: Verdict): string[] {
  const again = baseline.runs > 0 ? 'measured again' : 'measured';
  return [
    ...(rounds === null || rounds.rounds === 0
      ? []
      : [`${again} in ${plural(rounds.rounds, 'round')} here`]),
    ...(counts === undefined ? [] : [`counted here with ${markdownText(counts.counter, 60)}`]),
    ...(verdict === 'fail' && p !== null && (rounds === null || rounds.rounds === 0)
      ? [`${markdownText(oneIn(p), 60)} runs without a change looks like this`]
      : []),
  ];
}
