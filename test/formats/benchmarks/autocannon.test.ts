/** The JSON of autocannon. */
import { recordedFile } from './recorded.ts';

recordedFile('autocannon', 'autocannon.json');
