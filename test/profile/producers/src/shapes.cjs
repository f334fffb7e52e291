exports.area = function area(n) {
  let sum = 0;
  for (let i = 0; i < 2000; i++) sum += (i * n) % 7;
  return sum;
};
