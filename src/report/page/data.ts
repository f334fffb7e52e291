/** From a verdict and what it was made of to what the page shows. */
import type { Evidence } from '../../model/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { PageData } from '../../page/data.ts';
import { pageText } from '../escape.ts';
import { environmentSentence, sourceSentences, warningLines } from '../rows/sentences.ts';
import { type GraphSource, pageGraph } from './graph.ts';
import { pageRows } from './rows.ts';

/** Both sides as they were measured. */
export interface PageSource {
  readonly names: PageData['names'];
  readonly samples: Evidence['samples'];
  readonly graphs: readonly GraphSource[];
}

/** Of the gate, and of rounds. */
export const gatePage = (verdict: Verdict, evidence: PageSource): PageData => ({
  ...shared(verdict, evidence),
  verdict: verdict.verdict,
  headline: verdict.sentence
    .filter(({ place }) => place !== 'plain')
    .map(({ text, isName, isStrong }) => ({ text: pageText(text), isName, isStrong })),
  about: [...sourceSentences(verdict), ...measuredOn(verdict)].map((text) => pageText(text)),
});

/** Of two files side by side, which nobody judges. */
export const diffPage = (verdict: Verdict, evidence: PageSource): PageData => ({
  ...shared(verdict, evidence),
  verdict: 'diff',
  headline: [
    { text: pageText(evidence.names.base), isName: true, isStrong: true },
    { text: ' and ', isName: false, isStrong: false },
    { text: pageText(evidence.names.head), isName: true, isStrong: true },
    { text: ', side by side', isName: false, isStrong: false },
  ],
  about: measuredOn(verdict).map((text) => pageText(text)),
});

const shared = (verdict: Verdict, { names, samples, graphs }: PageSource) =>
  ({
    schema: 1,
    advice: verdict.advice.map((text) => pageText(text)),
    warnings: warningLines(verdict.warnings).map((text) => pageText(text)),
    names: { base: pageText(names.base, 80), head: pageText(names.head, 80) },
    rows: pageRows(verdict.comparisons, { samples }, names),
    graphs: graphs.map(pageGraph),
  }) as const;

function measuredOn(verdict: Verdict): string[] {
  const where = environmentSentence(verdict);
  return where === '' ? [] : [`Measured on ${where}.`];
}
