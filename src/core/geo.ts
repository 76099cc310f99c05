/** Distances and directions on the ground. Pure; longitude and latitude in degrees, WGS 84. */

/** Longitude, latitude. */
export type GeoPoint = readonly [number, number];

/** Eight points of the compass, clockwise from north. */
export const COMPASS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
export type Compass = (typeof COMPASS)[number];

/** Mean radius R1 of the WGS 84 ellipsoid (Moritz 2000, Geodetic Reference System 1980), km. */
const EARTH_KM = 6371.0088;

const rad = (degrees: number): number => (degrees * Math.PI) / 180;

/**
 * Great-circle distance in km on a sphere of the Earth's mean radius (haversine formula). Within
 * 0.6 % of the distance on the ellipsoid.
 */
export function distanceKm([lon1, lat1]: GeoPoint, [lon2, lat2]: GeoPoint): number {
  const a =
    Math.sin(rad(lat2 - lat1) / 2) ** 2 +
    Math.cos(rad(lat1)) * Math.cos(rad(lat2)) * Math.sin(rad(lon2 - lon1) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(a)));
}

/**
 * Direction in which a great circle leaves the first point towards the second, in degrees
 * clockwise from north, 0 ≤ bearing < 360. 0 where both points are one.
 */
export function bearing([lon1, lat1]: GeoPoint, [lon2, lat2]: GeoPoint): number {
  const by = rad(lon2 - lon1);
  const east = Math.sin(by) * Math.cos(rad(lat2));
  const north =
    Math.cos(rad(lat1)) * Math.sin(rad(lat2)) -
    Math.sin(rad(lat1)) * Math.cos(rad(lat2)) * Math.cos(by);
  return ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360;
}

/** The nearest of the eight points of the compass, seen from the first point. */
export function compass(from: GeoPoint, to: GeoPoint): Compass {
  return COMPASS[Math.round(bearing(from, to) / 45) % 8] ?? 'n';
}

/**
 * The point of a path that is nearest to a place. Each segment is taken as straight on a plane
 * that touches the Earth at the place: right to about 1 % within 300 km.
 * @param path at least one point
 * @throws RangeError for a path without points
 */
export function nearestOnPath(from: GeoPoint, path: readonly GeoPoint[]): GeoPoint {
  const first = path[0];
  if (!first) throw new RangeError('a path without points');
  // Degrees of latitude; those of longitude are shorter by the cosine.
  const narrow = Math.cos(rad(from[1]));
  const flat = ([lon, lat]: GeoPoint) => [(lon - from[0]) * narrow, lat - from[1]] as const;
  let best: GeoPoint = first;
  let least = Math.hypot(...flat(first));
  for (let i = 1; i < path.length; i += 1) {
    const [start, end] = [path[i - 1] as GeoPoint, path[i] as GeoPoint];
    const [ax, ay] = flat(start);
    const [bx, by] = flat(end);
    const length2 = (bx - ax) ** 2 + (by - ay) ** 2;
    const along = length2 > 0 ? -(ax * (bx - ax) + ay * (by - ay)) / length2 : 0;
    const part = Math.min(1, Math.max(0, along));
    const distance = Math.hypot(ax + part * (bx - ax), ay + part * (by - ay));
    if (distance >= least) continue;
    least = distance;
    best = [start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1])];
  }
  return best;
}
