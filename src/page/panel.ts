/** What is known of the function that is selected: its callers and callees, before and now. */
import type { Place } from './address.ts';
import { h, named } from './dom.ts';
import type { Model } from './flame/model.ts';
import { shortName } from './flame/paint.ts';
import { directCalls, sandwich } from './flame/views.ts';
import { changeOf, fromTo, placeOf } from './functions.ts';
import { part } from './numbers.ts';

/** A change of the place: a step that can be taken back, or (`keep`) none. */
export type Go = (to: Partial<Place>, keep?: boolean) => void;

interface Acts {
  readonly go: Go;
  readonly copyHeaviest: () => void;
}

export function panelOf(
  model: Model,
  f: number,
  { fold, focus }: Place,
  acts: Acts,
): HTMLElement[] {
  const { graph } = model;
  const nameOf = (value: number): string => graph.functions.name[value] ?? '';
  const { go, copyHeaviest } = acts;
  const parts = sandwich(model.whole(fold), f, graph.functions.name.length);
  const list = (title: string, calls: ReturnType<typeof directCalls>, none: string): HTMLElement =>
    h(
      'div',
      {},
      h('h4', {}, title),
      calls.length === 0 ? h('p', { class: 'hint' }, none) : null,
      h(
        'ul',
        {},
        ...calls.slice(0, 8).map(({ frame, base, head }) => {
          const [before, now] = [part(base, model.total.base), part(head, model.total.head)];
          return h(
            'li',
            {},
            h(
              'button',
              { type: 'button', class: 'open', onclick: () => go({ s: nameOf(frame), z: 0 }) },
              named(shortName(nameOf(frame)).slice(0, 200), ''),
            ),
            fromTo(before, now),
            changeOf(now - before, model.evident[frame] === 1),
          );
        }),
      ),
      calls.length > 8 ? h('p', { class: 'hint' }, `and ${calls.length - 8} more`) : null,
    );
  const word = graph.words[graph.functions.word[f] ?? 0];
  return [
    h(
      'div',
      { class: 'head' },
      h('h3', {}, named(nameOf(f).slice(0, 400), 'name')),
      named(placeOf(graph, f, 6), 'place'),
      word === undefined || word.text === ''
        ? null
        : h('span', { class: `tag ${word.tone}` }, word.text),
    ),
    ...(graph.reasons[f] === undefined ? [] : [h('p', { class: 'reason' }, graph.reasons[f])]),
    h(
      'div',
      { class: 'acts' },
      h(
        'button',
        {
          type: 'button',
          'aria-pressed': String(focus),
          onclick: () => go({ focus: !focus, z: 0 }),
        },
        'Callers and callees in the graph',
      ),
      h('button', { type: 'button', onclick: copyHeaviest }, 'Copy its heaviest stack'),
      h('button', { type: 'button', onclick: () => go({ s: '', focus: false, z: 0 }) }, 'Close'),
    ),
    h(
      'div',
      { class: 'calls' },
      list('Called by', directCalls(parts.callers), 'Nothing: stacks begin with it.'),
      list('Calls', directCalls(parts.callees), 'Nothing.'),
    ),
  ];
}
