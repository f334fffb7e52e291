/** What a frame says of itself. */
import type { PageData } from './data.ts';
import { h, named } from './dom.ts';
import type { Model } from './flame/model.ts';
import type { Shape } from './flame/shape.ts';
import { placeOf } from './functions.ts';
import { amount, pointsChange, share } from './numbers.ts';

export function tooltipOf(
  { graph, total }: Model,
  shape: Shape,
  node: number,
  names: PageData['names'],
): HTMLElement[] {
  const f = shape.tree.frame[node] as number;
  const [before, now] = [shape.baseShare[node] as number, shape.headShare[node] as number];
  const word = graph.words[graph.functions.word[f] ?? 0]?.text ?? '';
  const where = placeOf(graph, f);
  const only = before === 0 ? `only in ${names.head}` : now === 0 ? `only in ${names.base}` : '';
  return [
    h('div', { class: 'title' }, named((graph.functions.name[f] ?? '').slice(0, 300), '')),
    ...(where === '' ? [] : [h('div', { class: 'place' }, named(where, ''))]),
    h(
      'div',
      { class: 'figures' },
      `${share(before)} → ${share(now)} (${pointsChange(now - before)})`,
    ),
    h(
      'div',
      { class: 'figures' },
      `${amount(before * total.base, graph.unit)} → ${amount(now * total.head, graph.unit)}`,
    ),
    ...(only === '' ? [] : [h('div', {}, only)]),
    ...(word === '' ? [] : [h('div', {}, `function: ${word}`)]),
  ];
}
