/** All sections, in the order they are printed. */
import { centreSection } from './centres.ts';
import { confirmation } from './confirmation.ts';
import { dataFigures } from './datafigures.ts';
import { dedicated } from './dedicated.ts';
import { firstDay } from './firstday.ts';
import { firstLook } from './firstlook.ts';
import { heldBack } from './heldback.ts';
import { history } from './history.ts';
import { operating } from './operating.ts';
import { passes } from './passes.ts';
import { secondLook } from './secondlook.ts';
import type { Section } from './section.ts';
import { several } from './several.ts';
import { stages } from './stages.ts';

export const sections: readonly Section[] = [
  operating,
  several,
  history,
  secondLook,
  confirmation,
  firstLook,
  stages,
  passes,
  centreSection,
  dedicated,
  firstDay,
  heldBack,
  dataFigures,
];
