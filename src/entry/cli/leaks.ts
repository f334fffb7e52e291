/** `flamegate leaks`: which functions hold more and more, over a series of profiles of one process. */
import { seriesGrowth } from '../../compare/functions/growth.ts';
import { readSeries } from '../../formats/profiles/series.ts';
import { isLeaking, judgeGrowth } from '../../judge/growth.ts';
import { growthText } from '../../report/growthtext.ts';
import { readOptions, resolveConfig } from '../../settings/config.ts';
import { readFiles } from '../../source/files/collect.ts';
import { refuseTwins } from '../../source/files/samefiles.ts';
import { emitReports, type Flags, flagLayer, rowOptions } from './flags.ts';

/** A rise by a tenth of the whole over the series; functions as they allocate. */
const defaults = { threshold: 0.1, attribute: 'raw' } as const;

export async function leaksCommand(flags: Flags, paths: readonly string[]): Promise<number> {
  const config = resolveConfig(flagLayer(flags), defaults);
  const options = { ...readOptions(config), ...rowOptions(flags) };
  const files = await readFiles(paths, 'leaks');
  refuseTwins(files);
  const tables = await readSeries(files, options);
  const growth = judgeGrowth(seriesGrowth(tables), config);
  await emitReports(flags, async ({ format }) =>
    format === 'json'
      ? (await import('../../report/json.ts')).leaksJson(growth)
      : growthText(growth),
  );
  return isLeaking(growth) ? 1 : 0;
}
