/** How far and in which direction a place lies from the plant, in words. Pure. */
import type { Content } from './content';

type Say = (key: string, params: Record<string, string | number>) => string;

import { compass, distanceKm, type GeoPoint } from '../core/geo';

/** Whole km: positions are rounded to about one. */
export const kmFromPlant = ({ facts }: Content, at: GeoPoint): number =>
  Math.round(distanceKm(facts.plant.at, at));

/**
 * "9 km north of the plant", "at the plant" within half a kilometre.
 * @param short the plant is understood: "9 km north"
 */
export function fromPlantWords(
  content: Content,
  t: Say,
  at: GeoPoint,
  short: boolean = false,
): string {
  const km = kmFromPlant(content, at);
  if (km === 0) return t('geo.here', {});
  const direction = t(`compass.${compass(content.facts.plant.at, at)}`, {});
  return t(short ? 'geo.distance' : 'geo.fromPlant', { km, direction });
}
