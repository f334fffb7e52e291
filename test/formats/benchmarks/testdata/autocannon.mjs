import { spawn } from 'node:child_process';
import { createServer } from 'node:http';

const server = createServer((_, answer) => setTimeout(() => answer.end('hello'), 2));
server.listen(0, '127.0.0.1', () => {
  const at = `http://127.0.0.1:${server.address().port}/`;
  const flags = ['--json', '-c', '4', '-d', '2', '--title', 'home page', at];
  spawn('npx', ['--no-install', 'autocannon', ...flags], { stdio: ['ignore', 'inherit', 'ignore'] })
    .on('close', () => server.close());
});
