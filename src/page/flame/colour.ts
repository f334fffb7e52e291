/**
 * What a change of a share is drawn in: five steps of red for more and of blue for less on one fixed scale,
 * which the usual kinds of colour blindness tell apart; grey for what is inside the noise.
 */

/** From these changes of a share on, in fractions of the total, each step begins. */
export const STEPS: readonly number[] = [0.001, 0.005, 0.01, 0.02, 0.05];

/** -5 .. 5: how far a share moved, 0 for not at all. */
export function stepOf(change: number): number {
  const size = Math.abs(change);
  let step = 0;
  // What is printed as the step's own limit is on it.
  while (step < STEPS.length && size >= (STEPS[step] as number) - 1e-12) step++;
  return change < 0 ? -step : step;
}

/** A colour with four fifths of grey in it. */
function faded(fill: readonly string[]): string[] {
  const parts = (hex: string): number[] =>
    [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const grey = parts(fill[STEPS.length] ?? '#808080');
  return fill.map((hex) => {
    const mixed = parts(hex).map((value, i) => Math.round(0.18 * value + 0.82 * (grey[i] ?? 0)));
    return `rgb(${mixed.join(',')})`;
  });
}

export interface Palette {
  /** By step + 5. */
  readonly fill: readonly string[];
  /** The same of changes inside the noise: nearly grey. */
  readonly faint: readonly string[];
  readonly ink: readonly string[];
  readonly gap: string;
  readonly hatch: string;
  readonly mark: string;
}

const light: Omit<Palette, 'faint'> = {
  fill: [
    '#2b6cb8',
    '#5e9bd3',
    '#97c0e6',
    '#c3dbf1',
    '#dde9f5',
    '#e6e7ea',
    '#f8e3dc',
    '#f6c9bb',
    '#f0a38d',
    '#de7259',
    '#bd3a2b',
  ],
  ink: [
    '#fff',
    '#0d1420',
    '#0d1420',
    '#0d1420',
    '#0d1420',
    '#24272d',
    '#24100b',
    '#24100b',
    '#24100b',
    '#1c0703',
    '#fff',
  ],
  gap: '#ffffff',
  hatch: 'rgba(0,0,0,.28)',
  mark: '#14161a',
};

const dark: Omit<Palette, 'faint'> = {
  fill: [
    '#6db3f8',
    '#4a8fd6',
    '#356ea9',
    '#2b5380',
    '#28405d',
    '#363b44',
    '#57352f',
    '#7a3d31',
    '#a64b39',
    '#d66349',
    '#ff8a6e',
  ],
  ink: [
    '#06121f',
    '#06121f',
    '#fff',
    '#eef4fb',
    '#e1e9f3',
    '#dfe2e7',
    '#f7e6e1',
    '#fdeae5',
    '#fff',
    '#1c0703',
    '#1c0703',
  ],
  gap: '#15181d',
  hatch: 'rgba(255,255,255,.32)',
  mark: '#f2f4f7',
};

const whole = (item: Omit<Palette, 'faint'>): Palette => ({ ...item, faint: faded(item.fill) });
const both = { light: whole(light), dark: whole(dark) };

export const palette = (isDark: boolean): Palette => (isDark ? both.dark : both.light);
