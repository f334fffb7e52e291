/** Which preset goes with which tool's output (formats/benchmarks/index.ts has the formats' names). */
import { cargoPreset } from './cargo.ts';
import { goPreset } from './go.ts';
import {
  type Checkout,
  cannot,
  type NoPreset,
  type Preset,
  type PresetOf,
  type Wanted,
} from './preset.ts';
import { pytestPreset } from './pytest.ts';
import { vitestPreset } from './vitest.ts';

export { checkoutAt } from './place.ts';
export { prepareTree } from './prepare.ts';
export type { Checkout, NoPreset, Preset, PresetCounts, Wanted } from './preset.ts';

const presets: ReadonlyMap<string, PresetOf> = new Map([
  ['go', goPreset],
  ['pytest-benchmark', pytestPreset],
  ['bencher', cargoPreset],
  ['vitest', vitestPreset],
]);

/** How what is wanted is measured in this checkout, in `seconds` at most; or why it cannot be. */
export async function presetFor(
  format: string | null,
  wanted: Wanted,
  checkout: Checkout,
  seconds: number,
): Promise<Preset | NoPreset> {
  if (process.platform === 'win32') return cannot('this is Windows');
  if (format === null) return cannot('there is no benchmark output that says what to run');
  const preset = presets.get(format);
  if (preset === undefined) return cannot(`how ${format} is run is not known`);
  return preset(wanted, checkout, seconds);
}
