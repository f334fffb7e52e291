const { Suite } = require('benchmark');

const many = Array.from({ length: 300 }, (_, i) => (i * 7919) % 1009);
new Suite('arrays')
  .add('sort: a, b', () => many.slice().sort((a, b) => a - b), { maxTime: 0.3 })
  .add('reverse', () => many.slice().reverse(), { maxTime: 0.3 })
  .add('broken', () => {
    throw new Error('no input');
  })
  .on('cycle', (event) => console.log(String(event.target)))
  .on('complete', function () {
    console.log(`Fastest is ${this.filter('fastest').map('name')}`);
  })
  .run();
