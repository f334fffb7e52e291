/** Numbers as the judge's sentences write them: the same as in every report (text/numbers.ts). */
export { change, percent, plural, points, signed } from '../text/numbers.ts';
