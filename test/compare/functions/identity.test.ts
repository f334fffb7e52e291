import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  identity,
  packageOf,
  renumbered,
  stableName,
} from '../../../src/compare/functions/identity.ts';

describe('one function under two generated names', () => {
  it.each([
    // Go
    ['example.com/kit/codec.Encode.func1', 'example.com/kit/codec.Encode.func2'],
    ['example.com/kit/codec.Encode.func1.2', 'example.com/kit/codec.Encode.func3.1'],
    ['main.Walk.func1-range1', 'main.Walk.func2-range1'],
    ['main.run.gowrap1', 'main.run.gowrap2'],
    ['main.run.deferwrap1', 'main.run.deferwrap2'],
    ['cmp.Compare[go.shape.int64]', 'cmp.Compare[go.shape.uint32]'],
    ['slices.pdq[go.shape.struct { a [2]int }]', 'slices.pdq[...]'],
    ['example.com/kit/codec.Encode', 'example.com/kit/v2/codec.Encode'],
    ['example.com/kit/v2.Run', 'example.com/kit/v3.Run'],
    ['gopkg.in/yaml%2ev2.Unmarshal', 'gopkg.in/yaml%2ev3.Unmarshal'],
    ['codec.(*Reader).Read', 'codec.(*Reader).Read-fm'],
    // Rust, GCC, LLVM, Java
    ['alloc::vec::push::h0123456789abcdef', 'alloc::vec::push::hfedcba9876543210'],
    ['parse.isra.0', 'parse.constprop.1'],
    ['hash.part.0.cold', 'hash'],
    ['hash.llvm.1234567', 'hash.llvm.7654321'],
    ['org.kit.Main$$Lambda$14/0x00007f', 'org.kit.Main$$Lambda$15/0x00008a'],
    ['org.kit.Main.lambda$main$0', 'org.kit.Main.lambda$main$1'],
  ])('%s is %s', (a, b) => {
    expect(identity(a)).toBe(identity(b));
  });

  it.each([
    ['codec.Encode', 'codec.Decode'],
    ['codec.Encode.func1', 'codec.Decode.func1'],
    ['codec.Encode', 'codec.Encode.func1'],
    ['example.com/kit/a.Run', 'example.com/kit/b.Run'],
    ['example.com/v2ray/core.Run', 'example.com/core.Run'],
    ['[libc.so.6]', '[vdso]'],
    ['sha1.block', 'sha256.block'],
  ])('%s is not %s', (a, b) => {
    expect(identity(a)).not.toBe(identity(b));
  });

  it('takes time in proportion to the length of a hostile name', () => {
    for (const piece of ['[', ']', '.func1', '/v2', '$$Lambda', 'lambda$', '.cold', '::h0']) {
      expect(identity(piece.repeat(100_000)).length).toBeLessThanOrEqual(1_000_000);
    }
  });

  it('is its own identity', () => {
    fc.assert(
      fc.property(fc.string(), (name) => identity(identity(name)) === identity(name)),
      {
        examples: [['a.func1.func2'], ['a[b]']],
      },
    );
  });
});

describe('a name without what every build draws anew', () => {
  it.each([
    // rustc 1.8x, -C symbol-mangling-version=legacy, of `mod shop { pub fn parse() }` and of an impl
    ['_ZN4shop5parse17h0123456789abcdefE', 'shop::parse'],
    ['_ZN4shop5parse17hfedcba9876543210E.llvm.123', 'shop::parse'],
    [
      '_ZN51_$LT$shop..Cart$u20$as$u20$core..iter..Iterator$GT$4next17h0123456789abcdefE',
      '<shop::Cart as core::iter::Iterator>::next',
    ],
    ['shop::parse::h0123456789abcdef', 'shop::parse'],
    ['_RNvCs1234_4shop5parse', '_RNvC4shop5parse'],
    // C++, as `c++filt -p` has it
    ['_ZN4shop4Cart5totalEv', 'shop::Cart::total'],
    ['_ZN4shop5parseERKSs', '_ZN4shop5parseERKSs'],
    ['shop/Cart$$Lambda$301/0x000000008ce72af7.applyAsInt', 'shop/Cart$$Lambda.applyAsInt'],
    ['shop.Cart$$Lambda/0x00007f1b2c0a1000.run', 'shop.Cart$$Lambda.run'],
    ['shop.Gen+0x00007f1b2c0a1000.run', 'shop.Gen.run'],
    ['int32 [App] Shop::Parse(string)[OptimizedTier1]', 'int32 [App] Shop::Parse(string)'],
    ['main.Walk.func1', 'main.Walk.func1'],
    ['_ZN', '_ZN'],
    ['_ZN9999x', '_ZN9999x'],
  ])('%s is %s', (name, stable) => {
    expect(stableName(name)).toBe(stable);
  });

  it('takes time in proportion to the length of a hostile name', () => {
    for (const piece of ['1a', '9', '$u20$', '$LT$', 'Cs1_', '/0xabcdef', '[Tier1]', 'Lambda$1']) {
      const name = `_ZN${piece.repeat(100_000)}E`;
      expect(stableName(name).length).toBeLessThanOrEqual(2 * name.length);
      expect(stableName(`_R${name}`).length).toBeLessThanOrEqual(2 * name.length);
    }
  });
});

describe('what was numbered anew', () => {
  const pairs = (base: string[], head: string[]) => [...renumbered(new Set(base), new Set(head))];
  it('is paired where one of each side is left over', () => {
    expect(pairs(['m.F.func1', 'm.G'], ['m.F.func2', 'm.G'])).toEqual([['m.F.func2', 'm.F.func1']]);
  });
  it('is not, where both sides have the name, or nothing says which is which', () => {
    expect(pairs(['m.F.func1', 'm.F.func2'], ['m.F.func1', 'm.F.func3', 'm.F.func4'])).toEqual([]);
    expect(pairs(['m.F.func1'], ['m.F.func1'])).toEqual([]);
    expect(pairs(['m.F.func1', 'm.F.func2'], ['m.F.func3'])).toEqual([]);
  });
});

describe('the package of a name', () => {
  it.each([
    ['example.com/kit/codec.(*Reader).Read', 'example.com/kit/codec'],
    ['example.com/kit/v2/codec.Encode[go.shape.int]', 'example.com/kit/codec'],
    ['runtime.mallocgc', 'runtime'],
    ['alloc::vec::Vec<T>::push', 'alloc'],
    ['std::map<a/b, c>::find', 'std'],
    ['main', 'main'],
  ])('%s: %s', (name, expected) => {
    expect(packageOf(name)).toBe(expected);
  });
});
