/** The map's layers from bottom to top. */
import type { MapLayer } from './layer';
import { borders } from './layers/borders';
import { contactLine } from './layers/contact-line';
import { flows } from './layers/flows';
import { labels } from './layers/labels';
import { land } from './layers/land';
import { lines } from './layers/lines';
import { local } from './layers/local';
import { occupation } from './layers/occupation';
import { plant } from './layers/plant';
import { substations } from './layers/substations';
import { water } from './layers/water';

export const LAYERS: readonly MapLayer[] = [
  land,
  occupation,
  water,
  borders,
  local,
  contactLine,
  lines,
  flows,
  substations,
  plant,
  labels,
];
