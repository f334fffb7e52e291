/** mitata, as JSON and as it prints on Node and on Bun. */
import { recordedFile } from './recorded.ts';

recordedFile('mitata', 'mitata.json');
recordedFile('mitata-text', 'mitata.txt');
recordedFile('mitata-text', 'bun.txt');
