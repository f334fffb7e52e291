/** The table of functions of a graph, sorted and filtered; one of them is selected. */
import type { PageGraph } from './data.ts';
import { h, named, wrapping } from './dom.ts';
import { palette, stepOf } from './flame/colour.ts';
import type { FunctionTotals } from './flame/model.ts';
import { pointsChange, share } from './numbers.ts';
import { isDark } from './theme.ts';

const AT_FIRST = 20;
const AND_THEN = 200;

type Key = 'name' | 'flat' | 'flatChange' | 'cum' | 'cumChange' | 'word';

const columns: readonly {
  readonly key: Key;
  readonly title: string;
  readonly className: string;
}[] = [
  { key: 'name', title: 'Function', className: 'what' },
  { key: 'flat', title: 'Flat', className: 'number' },
  { key: 'flatChange', title: 'Change', className: 'number' },
  { key: 'cum', title: 'Cum', className: 'number' },
  { key: 'cumChange', title: 'Change', className: 'number cum' },
  { key: 'word', title: 'Evidence', className: 'word' },
];

export interface FunctionsShown {
  readonly graph: PageGraph;
  readonly rows: readonly FunctionTotals[];
  /** 1: found by the search; null where nothing is searched. */
  readonly found: Uint8Array | null;
  readonly selected: number;
  /** 1: its own change is evident. */
  readonly evident: Uint8Array;
}

export interface FunctionsView {
  readonly element: HTMLElement;
  readonly show: (shown: FunctionsShown) => void;
}

export function functionsView(select: (f: number) => void): FunctionsView {
  let sort: { key: Key; falling: boolean } = { key: 'flatChange', falling: true };
  let most = AT_FIRST;
  let last: FunctionsShown | null = null;
  const body = h('tbody', { role: 'rowgroup' });
  const more = h('button', {
    type: 'button',
    class: 'more',
    onclick: () => {
      most += AND_THEN;
      again();
    },
  });
  const heads = columns.map(({ key, title, className }) =>
    h(
      'th',
      { scope: 'col', role: 'columnheader', class: className },
      h(
        'button',
        {
          type: 'button',
          class: 'sort',
          onclick: () => {
            sort = { key, falling: sort.key === key ? !sort.falling : key !== 'name' };
            again();
          },
        },
        title,
      ),
    ),
  );
  const element = h(
    'div',
    { class: 'functions' },
    h('h3', {}, 'Functions'),
    h(
      'table',
      { role: 'table', class: 'rows' },
      h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, ...heads)),
      body,
    ),
    more,
  );

  function again(): void {
    if (last !== null) show(last);
  }

  function show(shown: FunctionsShown): void {
    if (last?.rows !== shown.rows) most = AT_FIRST;
    last = shown;
    const { graph, rows, found, selected, evident } = shown;
    const value = (totals: FunctionTotals): number | string => {
      switch (sort.key) {
        case 'name':
          return graph.functions.name[totals.number] ?? '';
        case 'flat':
          return totals.flatNow;
        case 'flatChange':
          return Math.abs(totals.flatNow - totals.flatBefore);
        case 'cum':
          return totals.cumNow;
        case 'cumChange':
          return Math.abs(totals.cumNow - totals.cumBefore);
        case 'word':
          return graph.words[graph.functions.word[totals.number] ?? 0]?.text ?? '';
      }
    };
    const sorted = rows
      .filter(({ number }) => found === null || found[number] === 1)
      .map((totals) => ({ of: totals, value: value(totals) }))
      .sort((a, b) => {
        const order = a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
        return (sort.falling ? -order : order) || a.of.number - b.of.number;
      });
    const shownRows = sorted.slice(0, most).map(({ of: totals }) => totals);
    const chosen = rows.find(({ number }) => number === selected);
    if (chosen !== undefined && !shownRows.includes(chosen)) shownRows.unshift(chosen);
    body.replaceChildren(
      ...shownRows.map((totals) => line(graph, totals, totals.number === selected, evident)),
    );
    const left = sorted.length - most;
    more.hidden = left <= 0;
    more.textContent = `Show ${Math.min(left, AND_THEN)} more of ${sorted.length}`;
    for (const [i, { key }] of columns.entries()) {
      const direction = sort.key !== key ? 'none' : sort.falling ? 'descending' : 'ascending';
      heads[i]?.setAttribute('aria-sort', direction);
    }
  }

  function line(
    graph: PageGraph,
    totals: FunctionTotals,
    isSelected: boolean,
    evident: Uint8Array,
  ): HTMLElement {
    const { name, word } = graph.functions;
    const found = graph.words[word[totals.number] ?? 0];
    const cell = (className: string, ...children: (Node | string | null)[]): HTMLElement =>
      h('td', { role: 'cell', class: className }, ...children);
    return h(
      'tr',
      { role: 'row', class: isSelected ? 'selected' : null },
      cell(
        'what',
        h(
          'button',
          {
            type: 'button',
            class: 'open',
            'aria-pressed': String(isSelected),
            onclick: () => select(totals.number),
          },
          wrapping(name[totals.number] ?? ''),
        ),
        named(placeOf(graph, totals.number), 'place'),
      ),
      cell('number', fromTo(totals.flatBefore, totals.flatNow)),
      cell('number', changeOf(totals.flatNow - totals.flatBefore, evident[totals.number] === 1)),
      cell('number', fromTo(totals.cumBefore, totals.cumNow)),
      cell('number cum', changeOf(totals.cumNow - totals.cumBefore, evident[totals.number] === 1)),
      cell(
        'word',
        found === undefined || found.text === ''
          ? null
          : h('span', { class: `tag ${found.tone}` }, found.text),
      ),
    );
  }

  return { element, show };
}

export const fromTo = (before: number, now: number): HTMLElement =>
  h('span', { class: 'fromto' }, h('span', { class: 'before' }, share(before)), ' → ', share(now));

/** The change of a share, with the colour that it has in the graph; pale inside the noise. */
export function changeOf(change: number, isLit: boolean): HTMLElement {
  const swatch = h('i', { class: 'swatch', 'aria-hidden': 'true' });
  const colours = palette(isDark());
  swatch.style.backgroundColor = (isLit ? colours.fill : colours.faint)[stepOf(change) + 5] ?? '';
  return h('span', { class: 'points' }, swatch, pointsChange(change));
}

/** `codec/escape.go:24`: the last parts of the path; '' where the profile names no file. */
export function placeOf({ functions, files }: PageGraph, f: number, parts = 3): string {
  const file = files[functions.file[f] ?? 0] ?? '';
  const line = functions.line[f] ?? 0;
  const short = file.split('/').slice(-parts).join('/');
  return file === '' ? '' : line > 0 ? `${short}:${line}` : short;
}
