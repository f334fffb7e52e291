/** Everything on profiles: which one, how it is drawn, what is searched and selected, its functions and its labels. */
import type { Place } from './address.ts';
import type { PageData, PageGraph } from './data.ts';
import { h, named } from './dom.ts';
import { palette, STEPS } from './flame/colour.ts';
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
import { shortName } from './flame/paint.ts';
import { directCalls, sandwich } from './flame/views.ts';
import { changeOf, fromTo, functionsView, placeOf } from './functions.ts';
import { amount, pointsChange, share } from './numbers.ts';
import { isDark } from './theme.ts';

export interface ProfilesView {
  readonly element: HTMLElement;
  readonly show: (place: Place) => void;
  readonly repaint: () => void;
}

/** A change of the place: a step that can be taken back, or (`keep`) none. */
export type Go = (to: Partial<Place>, keep?: boolean) => void;

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
    describe: (spot) => describe(spot),
  });
  const functions = functionsView((f) => {
    const name = nameOf(f);
    go(place?.s === name ? { s: '', focus: false, z: 0 } : { s: name, z: 0 });
  });

  function describe({ pane, node }: Spot): HTMLElement[] {
    const shape = view?.panes[pane]?.shape;
    if (shape === undefined || place === null) return [];
    const graph = graphAt();
    const f = shape.tree.frame[node] as number;
    const total = modelAt(place.p).total;
    const [before, now] = [shape.baseShare[node] as number, shape.headShare[node] as number];
    const word = graph.words[graph.functions.word[f] ?? 0]?.text ?? '';
    const where = placeOf(graph, f);
    const only =
      before === 0 ? `only in ${data.names.head}` : now === 0 ? `only in ${data.names.base}` : '';
    return [
      h('div', { class: 'title' }, named(nameOf(f).slice(0, 300), '')),
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

  function drawLegend(): void {
    const { fill } = palette(isDark());
    const words = ['5', '2', '1', '0.5', '0.1'];
    const swatch = (step: number): HTMLElement => {
      const made = h('i', { 'aria-hidden': 'true' });
      made.style.backgroundColor = fill[step + 5] ?? '';
      return made;
    };
    const steps = [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5];
    const graph = graphAt();
    legend.replaceChildren(
      h(
        'div',
        {
          class: 'scale',
          role: 'img',
          'aria-label': `Colours: blue for less, red for more of the total, in steps of ${STEPS.map((of) => of * 100).join(', ')} percentage points`,
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
    );
  }

  function drawPanel(model: Model, f: number): void {
    panel.hidden = f < 0;
    if (f < 0 || place === null) return;
    const graph = model.graph;
    const parts = sandwich(model.whole(place.fold), f, graph.functions.name.length);
    const { focus } = place;
    const list = (
      title: string,
      calls: ReturnType<typeof directCalls>,
      none: string,
    ): HTMLElement =>
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
    panel.replaceChildren(
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
        h(
          'button',
          { type: 'button', onclick: () => copyHeaviest(model, f) },
          'Copy its heaviest stack',
        ),
        h('button', { type: 'button', onclick: () => go({ s: '', focus: false, z: 0 }) }, 'Close'),
      ),
      h(
        'div',
        { class: 'calls' },
        list('Called by', directCalls(parts.callers), 'Nothing: stacks begin with it.'),
        list('Calls', directCalls(parts.callees), 'Nothing.'),
      ),
    );
  }

  /** Of the frames of a function the one with the most of the head, or the one that is zoomed to. */
  function copyHeaviest(model: Model, f: number): void {
    const pane = view?.panes.at(-1);
    if (pane === undefined) return;
    const { tree, headShare, baseShare } = pane.shape;
    let best = -1;
    for (let node = 1; node < tree.frame.length; node++) {
      if (tree.frame[node] !== f) continue;
      const more = (of: number): number =>
        (headShare[of] as number) + 1e-9 * (baseShare[of] as number);
      if (best < 0 || more(node) > more(best)) best = node;
    }
    if (best > 0 && model.graph === graphAt())
      copyStack({ pane: (view?.panes.length ?? 1) - 1, node: best });
  }

  function drawTags(model: Model): void {
    const { graph, total } = model;
    tags.replaceChildren(
      ...(graph.tags.length === 0 ? [] : [h('h3', {}, 'Labels')]),
      ...graph.tags.map((tag) =>
        h(
          'details',
          { open: graph.tags.length === 1 },
          h('summary', {}, named(tag.key, '')),
          h(
            'ul',
            {},
            ...tag.values.map(({ value, base, head }) => {
              const [before, now] = [part(base, total.base), part(head, total.head)];
              return h(
                'li',
                {},
                named(value, ''),
                fromTo(before, now),
                changeOf(now - before, !graph.tested),
              );
            }),
          ),
          tag.more > 0 ? h('p', { class: 'hint' }, `and ${tag.more} more values`) : null,
        ),
      ),
    );
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
    drawLegend();
    drawPanel(model, f);
    functions.show({
      graph,
      rows: model.functions(wanted.fold),
      found: found?.of ?? null,
      selected: f,
      evident: model.evident,
    });
    drawTags(model);
  }

  return {
    element,
    show,
    repaint: () => {
      if (place !== null) show(place);
    },
  };
}

const part = (value: number, total: number): number => (total > 0 ? value / total : 0);

const count = (n: number, noun: string): string =>
  `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;

/** Buttons of which one is pressed. */
function choice<Value extends string>(
  label: string,
  values: readonly (readonly [Value, string])[],
  chosen: (value: Value) => void,
): { readonly element: HTMLElement; readonly set: (value: Value) => void } {
  const buttons = values.map(([value, text]) =>
    h('button', { type: 'button', 'data-value': value, onclick: () => chosen(value) }, text),
  );
  const set = (value: Value): void => {
    for (const button of buttons) {
      button.setAttribute('aria-pressed', String(button.dataset.value === value));
    }
  };
  return {
    element: h('div', { class: 'choice', role: 'group', 'aria-label': label }, ...buttons),
    set,
  };
}

/** Where the clipboard is not for scripts, the old way over a selection. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = h('textarea', { readonly: true, class: 'unseen', 'aria-label': 'Copied stack' });
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}
