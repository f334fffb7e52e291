/** What the colours of a flame graph say. */
import type { PageGraph } from './data.ts';
import { h } from './dom.ts';
import { palette, STEPS } from './flame/colour.ts';
import { isDark } from './theme.ts';

export function legendOf(graph: PageGraph): HTMLElement[] {
  const { fill } = palette(isDark());
  const words = ['5', '2', '1', '0.5', '0.1'];
  const swatch = (step: number): HTMLElement => {
    const made = h('i', { 'aria-hidden': 'true' });
    made.style.backgroundColor = fill[step + 5] ?? '';
    return made;
  };
  const steps = [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5];
  return [
    h(
      'div',
      {
        class: 'scale',
        role: 'img',
        'aria-label': `Colours: blue for less, red for more of the total, in steps of ${STEPS.map((value) => value * 100).join(', ')} percentage points`,
      },
      h('span', {}, 'less'),
      ...steps.map((step) =>
        h(
          'span',
          { class: 'step' },
          swatch(step),
          step === 0 ? '0' : `${step < 0 ? '-' : '+'}${words[5 - Math.abs(step)]}`,
        ),
      ),
      h('span', {}, 'more, in percentage points of the total'),
    ),
    h(
      'p',
      {},
      graph.note !== ''
        ? 'Counted: each difference is coloured as it is. Hatched: only on one side.'
        : graph.tested
          ? 'Pale: inside the noise. Hatched: only on one side.'
          : 'Not tested: there are too few profiles to know the noise, and each difference is coloured as it is. Hatched: only on one side.',
    ),
  ];
}
