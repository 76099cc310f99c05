/** What the map shows, for those who move it without seeing it: middle, distance, span. Pure. */
import { type Content, isSettlement } from '../content/content';
import { fromPlantWords } from '../content/from-plant';
import { placeName } from '../content/words';
import { distanceKm } from '../core/geo';
import { type Camera, unproject } from './mercator';
import type { LonLat, Padding, Translate } from './types';

/** Further off than this a name helps nobody, km. */
const NEAR_KM = 40;
/** From here on the span is given to the nearest 10 km. */
const COARSE_KM = 100;

/** Name of the settlement nearest to a point; null where none is near. */
function nearestName(content: Content, at: LonLat): string | null {
  let name: string | null = null;
  let least = NEAR_KM;
  for (const place of content.facts.places) {
    if (!isSettlement(place)) continue;
    const km = distanceKm(at, place.at);
    if (km >= least) continue;
    least = km;
    name = placeName(content, place.id);
  }
  return name;
}

/** How much of the world lies between the free edges of the map at its middle, km. */
export function spanKm(camera: Camera, padding: Padding): number {
  const y = camera.height / 2 + camera.dy;
  const west = unproject(camera, [padding.left, y]);
  const east = unproject(camera, [camera.width - padding.right, y]);
  const km = distanceKm(west, east);
  return km < COARSE_KM ? Math.round(km) : Math.round(km / 10) * 10;
}

/** "Centre: near Nikopol, 9 km north of the plant; 60 km across" */
export function spokenView(
  content: Content,
  t: Translate,
  camera: Camera,
  padding: Padding,
): string {
  const at: LonLat = [camera.lon, camera.lat];
  const from = fromPlantWords(content, t, at);
  const name = nearestName(content, at);
  const where = name ? t('map.spoken.near', { name, from }) : from;
  return t('map.spoken', { where, km: spanKm(camera, padding) });
}
