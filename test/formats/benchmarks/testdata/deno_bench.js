const many = Array.from({ length: 300 }, (_, i) => (i * 7919) % 1009);
Deno.bench({ name: 'sort', group: 'arrays', baseline: true, n: 20 }, () => {
  many.slice().sort((a, b) => a - b);
});
Deno.bench({ name: 'reverse', group: 'arrays', n: 20 }, () => {
  many.slice().reverse();
});
Deno.bench('alone', () => {
  Math.hypot(3, 4);
});
Deno.bench('broken', () => {
  throw new Error('no input');
});
