/** Everything on profiles: which one, how it is drawn, what is searched and selected, its functions and its labels. */
import type { Place } from './address.ts';
import { choice } from './choice.ts';
import { copyText } from './copy.ts';
import type { PageData, PageGraph } from './data.ts';
import { h, named } from './dom.ts';
import { flameGraph, type Spot } from './flame/graph.ts';
import {
  type Found,
  focusView,
  type Model,
  modelOf,
  search,
  type View,
  wholeView,
} from './flame/model.ts';
import { functionsView, placeOf } from './functions.ts';
import { legendOf } from './legend.ts';
import { amount, share } from './numbers.ts';
import { type Go, panelOf } from './panel.ts';
import { tagsOf } from './tags.ts';
import { tooltipOf } from './tooltip.ts';

export interface ProfilesView {
  readonly element: HTMLElement;
  readonly show: (place: Place) => void;
  readonly repaint: () => void;
}

export function profilesView(data: PageData, go: Go): ProfilesView {
  const models: Model[] = [];
  const modelAt = (p: number): Model => {
    models[p] ??= modelOf(data.graphs[p] as PageGraph);
    return models[p];
  };
  let place: Place | null = null;
  let view: View | null = null;
  let viewKey = '';
  let found: Found | null = null;

  const graphAt = (): PageGraph => data.graphs[place?.p ?? 0] as PageGraph;
  const frameOf = ({ pane, node }: Spot): number => view?.panes[pane]?.shape.tree.frame[node] ?? -1;
  const nameOf = (f: number): string => graphAt().functions.name[f] ?? '';

  const flame = flameGraph({
    zoom: (spot) => {
      const f = frameOf(spot);
      const isCaller = spot.pane < (view?.panes.length ?? 1) - 1;
      if (isCaller) go({ s: nameOf(f), z: 0 });
      else go({ s: nameOf(f), z: spot.node, ...(place?.focus === true ? { s: place.s } : {}) });
    },
    reset: () => go({ z: 0, focus: false, s: '' }),
    focus: (f) => go({ s: nameOf(f), focus: true, z: 0 }),
    copy: (spot) => copyStack(spot),
    describe: ({ pane, node }) => {
      const shape = view?.panes[pane]?.shape;
      return shape === undefined || place === null
        ? []
        : tooltipOf(modelAt(place.p), shape, node, data.names);
    },
  });
  const functions = functionsView((f) => {
    const name = nameOf(f);
    go(place?.s === name ? { s: '', focus: false, z: 0 } : { s: name, z: 0 });
  });

  function copyStack({ pane, node }: Spot): void {
    const shown = view?.panes[pane];
    if (shown === undefined) return;
    const { tree } = shown.shape;
    const lines: string[] = [];
    for (let at = node; at > 0; at = tree.parent[at] as number) {
      const f = tree.frame[at] as number;
      const where = placeOf(graphAt(), f, 99);
      lines.push(where === '' ? nameOf(f) : `${nameOf(f)} ${where}`);
    }
    // Whoever was called last is first, as stacks are printed.
    if (shown.grows === -1 && (view?.panes.length ?? 1) > 1) lines.reverse();
    void copyText(lines.join('\n')).then((done) => {
      said.textContent = done
        ? `Copied ${lines.length} frames`
        : 'The browser did not allow copying';
    });
  }

  const said = h('span', { class: 'said', role: 'status' });
  const tabs = data.graphs.map((graph, p) =>
    h(
      'button',
      { type: 'button', onclick: () => go({ p, z: 0, s: '', focus: false }) },
      named(graph.title, ''),
    ),
  );
  const input = h('input', {
    type: 'search',
    placeholder: 'Search functions  /',
    'aria-label': 'Search functions in the graph and the table',
    oninput: () => go({ q: input.value }, true),
  });
  const hits = h('span', { class: 'hits', role: 'status' });
  const widths = choice<Place['w']>(
    'Width of frames',
    [
      ['head', 'now'],
      ['base', 'before'],
      ['union', 'both'],
    ],
    (w) => go({ w, z: 0 }, true),
  );
  const ways = choice<'icicle' | 'flame'>(
    'Direction',
    [
      ['icicle', 'icicle'],
      ['flame', 'flame'],
    ],
    (way) => go({ flame: way === 'flame' }, true),
  );
  const fold = h('input', {
    type: 'checkbox',
    onchange: () => go({ fold: fold.checked, z: 0 }, true),
  });
  const back = h(
    'button',
    { type: 'button', onclick: () => go({ z: 0, focus: false }) },
    'Show all',
  );
  const legend = h('div', { class: 'legend' });
  const summary = h('p', { class: 'summary' });
  const panel = h('div', { class: 'panel', hidden: true });
  const tags = h('div', { class: 'tags' });
  const element = h(
    'section',
    { class: 'profiles', 'aria-labelledby': 'profiles' },
    h('h2', { id: 'profiles' }, 'Profiles'),
    tabs.length > 1
      ? h('div', { class: 'choice tabs', role: 'group', 'aria-label': 'Profile' }, ...tabs)
      : null,
    summary,
    h(
      'div',
      { class: 'bar' },
      input,
      widths.element,
      ways.element,
      h('label', { class: 'check' }, fold, 'Fold runtime'),
      back,
      hits,
      said,
    ),
    flame.element,
    legend,
    panel,
    functions.element,
    tags,
  );
  addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof HTMLInputElement;
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    input.focus();
  });

  /** Of the frames of a function the one with the most of the head, or the one that is zoomed to. */
  function copyHeaviest(model: Model, f: number): void {
    const pane = view?.panes.at(-1);
    if (pane === undefined) return;
    const { tree, headShare, baseShare } = pane.shape;
    let best = -1;
    for (let node = 1; node < tree.frame.length; node++) {
      if (tree.frame[node] !== f) continue;
      const more = (value: number): number =>
        (headShare[value] as number) + 1e-9 * (baseShare[value] as number);
      if (best < 0 || more(node) > more(best)) best = node;
    }
    if (best > 0 && model.graph === graphAt())
      copyStack({ pane: (view?.panes.length ?? 1) - 1, node: best });
  }

  function show(next: Place): void {
    const wanted = { ...next, p: next.p < data.graphs.length ? next.p : 0 };
    place = wanted;
    const model = modelAt(wanted.p);
    const { graph } = model;
    const f = wanted.s === '' ? -1 : graph.functions.name.indexOf(wanted.s);
    const key = JSON.stringify([
      wanted.p,
      wanted.fold,
      wanted.w,
      wanted.flame,
      wanted.focus ? f : -1,
    ]);
    if (key !== viewKey || view === null) {
      view =
        (wanted.focus && f >= 0 ? focusView(model, f, wanted) : null) ?? wholeView(model, wanted);
      viewKey = key;
    }
    const nodes = view.panes.at(-1)?.shape.depth.length ?? 0;
    const zoom = wanted.z < nodes ? wanted.z : 0;
    found = search(model, view.panes, wanted.q);
    flame.show({ graph, view, zoom, found: found?.of ?? null, selected: f });
    if (input.value !== wanted.q) input.value = wanted.q;
    widths.set(wanted.w);
    ways.set(wanted.flame ? 'flame' : 'icicle');
    fold.checked = wanted.fold;
    back.hidden = zoom === 0 && !wanted.focus;
    for (const [p, tab] of tabs.entries()) tab.setAttribute('aria-pressed', String(p === wanted.p));
    hits.textContent =
      found === null
        ? ''
        : found.functions === 0
          ? 'not found'
          : `${count(found.functions, 'function')}, ${count(found.frames, 'frame')}: ${share(found.before)} → ${share(found.now)}`;
    const noun = graph.note === '' ? 'profile' : 'run';
    summary.replaceChildren(
      `${graph.title}: ${amount(model.total.base, graph.unit)} in ${count(graph.base.profiles, noun)} of `,
      named(data.names.base, ''),
      `, ${amount(model.total.head, graph.unit)} in ${count(graph.head.profiles, noun)} of `,
      named(data.names.head, ''),
      '. Shares are of each side’s own total',
      graph.base.background + graph.head.background === 0
        ? '.'
        : `, without the ${amount(graph.base.background, graph.unit)} and ${amount(graph.head.background, graph.unit)} of background work (collector, scheduler).`,
      graph.note === '' ? '' : ` ${graph.note}`,
    );
    legend.replaceChildren(...legendOf(graph));
    panel.hidden = f < 0;
    if (f >= 0) {
      const acts = { go, copyHeaviest: () => copyHeaviest(model, f) };
      panel.replaceChildren(...panelOf(model, f, wanted, acts));
    }
    functions.show({
      graph,
      rows: model.functions(wanted.fold),
      found: found?.of ?? null,
      selected: f,
      evident: model.evident,
    });
    tags.replaceChildren(...tagsOf(model));
  }

  return {
    element,
    show,
    repaint: () => {
      if (place !== null) show(place);
    },
  };
}

const count = (n: number, noun: string): string =>
  `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;
