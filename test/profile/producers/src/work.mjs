/** A program for profilers to look at: two functions, one heavier, and one that keeps what it allocates. */
const kept = [];

function heavy(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += (i * i) % 7;
  return sum;
}

class Cart {
  light(n) {
    return heavy(n / 10) + Math.sqrt(n);
  }
}

function keep(n) {
  for (let i = 0; i < n; i++) kept.push({ id: i, name: `item ${i}` });
}

function serve(until) {
  let total = 0;
  while (performance.now() < until) {
    total += heavy(300_000) + new Cart().light(300_000);
    [1, 2].forEach((n) => {
      total += heavy(n * 1000);
    });
    if (kept.length < 200_000) keep(500);
  }
  return total;
}

serve(performance.now() + Number(process.argv[2]));
