/** What the page computes without a browser: widths, views of a tree, colours, addresses. */
import { describe, expect, it } from 'vitest';
import { readPlace, writePlace } from '../../src/page/address.ts';
import { palette, STEPS, stepOf } from '../../src/page/flame/colour.ts';
import { modelOf } from '../../src/page/flame/model.ts';
import { eachVisible, layOut, nodeAt, shapeOf } from '../../src/page/flame/shape.ts';
import { directCalls, sandwich, withoutFrames } from '../../src/page/flame/views.ts';
import { amount, pointsChange } from '../../src/page/numbers.ts';
import {
  type CallTree,
  childOf,
  finishTree,
  flatAndCum,
  newTree,
  totals,
} from '../../src/profile/tree.ts';
import { pageGraph } from '../../src/report/page/graph.ts';
import { graphOf } from './report.ts';

const letters = 'abcdefgh';

/** Functions are letters: 'ab' is a calling b; base and head of each stack. */
function treeOf(stacks: Record<string, readonly [number, number]>): CallTree {
  const draft = newTree();
  for (const [stack, [base, head]] of Object.entries(stacks)) {
    let node = 0;
    for (const letter of stack) node = childOf(draft, node, letters.indexOf(letter));
    draft.base[node] = base;
    draft.head[node] = head;
  }
  return finishTree(
    draft,
    Int32Array.from(letters, (_, i) => i),
  );
}

/** Each node's stack with its own values. */
function stacksOf({ parent, frame, base, head }: CallTree): Record<string, [number, number]> {
  const names: string[] = [''];
  const found: Record<string, [number, number]> = {};
  for (let node = 1; node < parent.length; node++) {
    const name = `${names[parent[node] as number]}${letters[frame[node] as number]}`;
    names.push(name);
    found[name] = [base[node] as number, head[node] as number];
  }
  return found;
}

describe('widths', () => {
  const tree = treeOf({ ab: [6, 1], ac: [0, 3], d: [4, 4] });
  const total = { base: 10, head: 8 };
  const shape = shapeOf(tree, total);
  const widths = (of: 'head' | 'base' | 'union') =>
    [...layOut(shape, of, total).width].map((w) => Number(w.toFixed(4)));

  it('are shares of the head, of the base, or of the larger of both', () => {
    expect(widths('head')).toEqual([1, 0.5, 0.125, 0.375, 0.5]);
    expect(widths('base')).toEqual([1, 0.6, 0.6, 0, 0.4]);
    // 0.6 + 0.375 + 0.5 of stacks, as parts of their sum.
    expect(widths('union')).toEqual([1, 0.661, 0.4068, 0.2542, 0.339]);
  });

  it('lie side by side, children under their parents, and are found there', () => {
    const layout = layOut(shape, 'head', total);
    expect([...layout.x]).toEqual([0, 0, 0, 0.125, 0.5]);
    expect(nodeAt(shape, layout, 0.2, 1)).toBe(3);
    expect(nodeAt(shape, layout, 0.2, 0)).toBe(1);
    expect(nodeAt(shape, layout, 0.7, 1)).toBe(-1);
  });

  it('are visited only where a window shows them', () => {
    const layout = layOut(shape, 'head', total);
    const seen = (from: number, to: number, least = 0): number[] => {
      const nodes: number[] = [];
      eachVisible(shape, layout, { from, to }, least, (node) => nodes.push(node));
      return nodes;
    };
    expect(seen(0, 1)).toEqual([1, 2, 3, 4]);
    expect(seen(0, 1, 0.2)).toEqual([1, 3, 4]);
    expect(seen(0.5, 1)).toEqual([4]);
    expect(seen(0, 0.125, 0.2)).toEqual([1, 2]);
  });
});

describe('views', () => {
  it('fold frames into their callers, and keep what nobody called', () => {
    const tree = treeOf({ abc: [1, 2], adc: [3, 4], b: [5, 6] });
    const hidden = Uint8Array.from(letters, (letter) => (letter === 'b' || letter === 'd' ? 1 : 0));
    expect(stacksOf(withoutFrames(tree, hidden))).toEqual({ a: [0, 0], ac: [4, 6], b: [5, 6] });
  });

  it('show the callers and callees of a function, the outermost of a recursion', () => {
    const tree = treeOf({ abc: [1, 2], dbc: [3, 4], db: [5, 6], abab: [7, 8], e: [9, 9] });
    const { callers, callees } = sandwich(tree, letters.indexOf('b'), letters.length);
    expect(stacksOf(callees)).toEqual({ b: [5, 6], ba: [0, 0], bab: [7, 8], bc: [4, 6] });
    expect(stacksOf(callers)).toEqual({ b: [0, 0], ba: [8, 10], bd: [8, 10] });
    expect(directCalls(callees)).toEqual([
      { frame: 0, base: 7, head: 8 },
      { frame: 2, base: 4, head: 6 },
    ]);
  });

  it('of a real profile have the cum of each function, and lose nothing', async () => {
    const graph = pageGraph(await graphOf('cpu', []));
    const model = modelOf(graph);
    const tree = model.whole(false);
    const count = graph.functions.name.length;
    const { cum } = flatAndCum(tree, tree.head, count);
    expect(totals(tree, tree.head)[0]).toBe(graph.head.total);
    const folded = model.whole(true);
    expect(totals(folded, folded.head)[0]).toBe(graph.head.total);
    expect(folded.parent.length).toBeLessThan(tree.parent.length);
    for (let f = 0; f < count; f++) {
      const { callers, callees } = sandwich(tree, f, count);
      expect(totals(callees, callees.head)[0]).toBe(cum[f]);
      expect(totals(callers, callers.head)[0]).toBe(cum[f]);
    }
  });
});

describe('colours', () => {
  it('are of fixed steps, the same to both sides', () => {
    expect([0, 0.0009, 0.001, 0.02, 0.3].map(stepOf)).toEqual([0, 0, 1, 4, 5]);
    for (const limit of STEPS) expect(stepOf(-limit)).toBe(-stepOf(limit));
    // 0.3 - 0.25 is less than 0.05 in floating point, and is printed as 5.0 pp.
    expect(stepOf(0.3 - 0.25)).toBe(5);
  });

  const luminance = (hex: string): number => {
    const full = hex.length === 4 ? `#${[...hex.slice(1)].map((c) => c + c).join('')}` : hex;
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const value = Number.parseInt(full.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };

  it.each([false, true])('let their names be read (dark: %s)', (isDark) => {
    const { fill, ink } = palette(isDark);
    expect(fill.length).toBe(2 * STEPS.length + 1);
    for (const [i, colour] of fill.entries()) {
      const [a, b] = [luminance(colour), luminance(ink[i] as string)].sort((x, y) => y - x);
      expect(((a ?? 0) + 0.05) / ((b ?? 0) + 0.05), `${colour} ${ink[i]}`).toBeGreaterThan(4.5);
    }
  });
});

describe('addresses', () => {
  it('say only what is not as at the beginning, and are read back', () => {
    expect(writePlace(readPlace(''))).toBe('#');
    const place = {
      ...readPlace(''),
      b: 'Encode/a=1&b=#2 sec/op',
      p: 2,
      s: 'a <b>',
      focus: true,
      z: 7,
    };
    expect(readPlace(writePlace({ ...place, w: 'union', fold: true }))).toEqual({
      ...place,
      w: 'union',
      fold: true,
    });
    expect(writePlace({ ...readPlace(''), b: 'x', focus: true })).toBe('#b=x&focus');
  });

  it('that nobody wrote lead to the beginning', () => {
    expect(readPlace('#z=-1&p=x&w=all&flame=0')).toMatchObject({ z: 0, p: 0, w: 'head' });
    expect(readPlace('#%zz&&==')).toMatchObject({ b: '', s: '' });
  });
});

describe('numbers', () => {
  it('have three digits and their unit', () => {
    expect(amount(1.3e9, 'nanoseconds')).toBe('1.30 s');
    expect(amount(410_000_000, 'nanoseconds')).toBe('410 ms');
    expect(amount(12.5 * 2 ** 20, 'bytes')).toBe('12.5 MiB');
    expect(amount(5723, 'count')).toBe('5,723');
    expect(amount(0, 'bytes')).toBe('0 B');
    expect([0.0533, -0.0031, 0.00001].map(pointsChange)).toEqual(['+5.3 pp', '-0.31 pp', '0 pp']);
  });
});
