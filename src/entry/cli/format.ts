/** A verdict in the format that was asked for; the code of a format is loaded when it is used. */
import type { Evidence } from '../../model/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';

/** Of a verdict that rests on counts alone there are no samples and no stacks. */
const nothing: Evidence = { samples: () => ({ base: [], head: [] }), profiles: [] };

export async function verdictReport(
  verdict: Verdict,
  format = 'text',
  evidence: Evidence = nothing,
): Promise<string> {
  switch (format) {
    case 'markdown':
      return (await import('../../report/markdown/comment.ts')).summary(verdict);
    case 'json':
      return (await import('../../report/json.ts')).gateJson(verdict);
    case 'html':
      return (await import('../htmlreport.ts')).gateHtml(verdict, evidence);
    case 'csv':
      return (await import('../../report/csv.ts')).gateCsv(verdict);
    default:
      return (await import('../../report/text.ts')).gateText(verdict);
  }
}
