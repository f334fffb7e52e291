/** The HTML report of a verdict and its evidence; loaded only when it is asked for. */
import type { FileEvidence } from '../flow/evidence.ts';
import type { ReadOptions } from '../formats/profiles/readtable.ts';
import type { Evidence, Stacks } from '../model/evidence.ts';
import { typeKey } from '../model/keys.ts';
import type { Verdict } from '../model/verdict.ts';
import { page } from '../page/built.ts';
import type { PageData, PageSide } from '../page/data.ts';
import { callTree } from '../profile/calltree.ts';
import { tagTotals } from '../profile/tags.ts';
import { html } from '../report/html.ts';
import { diffPage, gatePage } from '../report/page/data.ts';
import type { GraphSource } from '../report/page/graph.ts';

/** Of the gate, or of rounds. */
export async function gateHtml(verdict: Verdict, evidence: Evidence): Promise<string> {
  const isStored = verdict.baseline.runs > 0;
  const names = { base: verdict.baseline.name, head: isStored ? 'this run' : 'head' };
  const graphs = await graphSources(verdict, evidence);
  return html(gatePage(verdict, { names, samples: evidence.samples, graphs }), page);
}

/** Of two sides that are only shown. Of one profile each, its labels are shown, too. */
export async function diffHtml(
  verdict: Verdict,
  evidence: FileEvidence,
  names: PageData['names'],
  { sampleType }: ReadOptions,
): Promise<string> {
  const graphs = await graphSources(verdict, evidence);
  const whole = (await evidence.whole?.()) ?? null;
  const tags = whole && {
    base: tagTotals(whole.base, sampleType),
    head: tagTotals(whole.head, sampleType),
  };
  // Slices are of a label themselves.
  const labelled = graphs.map((source) =>
    tags === null || source.slice !== undefined ? source : { ...source, tags },
  );
  return html(diffPage(verdict, { names, samples: evidence.samples, graphs: labelled }), page);
}

/** As the verdict's, shares are of what is charged to user code. */
const sideOf = ({ total, background = 0, profiles }: Stacks): PageSide => ({
  total: total - background,
  background,
  profiles,
});

/** What was left out of both trees. */
function unfoldedOf({ unfolded: base }: Stacks, { unfolded: head }: Stacks) {
  if (base === undefined || head === undefined) return {};
  const unfolded = {
    circles: base.circles + head.circles,
    rare: base.rare + head.rare,
    small: base.small + head.small,
  };
  return { unfolded };
}

/** A call tree for each kind and slice that both sides have. */
async function graphSources(verdict: Verdict, evidence: Evidence): Promise<GraphSource[]> {
  const graphs: GraphSource[] = [];
  for (const { sampleType, slice, ...stacks } of evidence.profiles) {
    const [base, head] = [await stacks.base(), await stacks.head()];
    if (base === null || head === null) continue;
    graphs.push({
      sampleType,
      ...(slice === undefined ? {} : { slice }),
      tree: callTree(base, head),
      base: sideOf(base),
      head: sideOf(head),
      ...unfoldedOf(base, head),
      functions: verdict.functions.filter(
        (row) => typeKey(row.sampleType) === typeKey(sampleType) && row.slice === slice,
      ),
    });
  }
  return graphs;
}
