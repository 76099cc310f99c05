/**
 * The hatched area: where a recorded contact line exists, everything on its Russian-held side out
 * to the edge of the map; Crimea at every date (occupied since 2014). The area is a rough cut, to be
 * drawn between Ukraine's land and a mask of everything outside Ukraine, with water above both.
 * Before the first recorded line nothing but Crimea is claimed.
 */
import type { LonLat } from './types';

/** West, south, east, north beyond every map edge, in degrees. */
const EDGE = { south: 43, east: 42, north: 51 } as const;

/** Crimea with room in the sea; the north side follows Perekop, the Syvash and the Arabat Spit. */
const CRIMEA: readonly LonLat[] = [
  [32.0, 46.05],
  [33.0, 46.1],
  [33.55, 46.13],
  [33.7, 46.21],
  [33.95, 46.13],
  [34.25, 46.07],
  [34.5, 46.02],
  [34.8, 45.93],
  [34.95, 45.75],
  [35.3, 45.6],
  [36.8, 45.8],
  [36.8, EDGE.south],
  [32.0, EDGE.south],
  [32.0, 46.05],
];

/**
 * Closed rings of the occupied area.
 * @param contactLine from the river's mouth in the south-west to the north-east; null = none recorded
 * @returns rings in degrees, first point repeated; they may overlap each other
 */
export function occupiedRings(contactLine: readonly LonLat[] | null): LonLat[][] {
  if (!contactLine || contactLine.length < 2) return [[...CRIMEA]];
  const first = contactLine[0];
  const last = contactLine[contactLine.length - 1];
  // West of its first point the line runs out to sea. Past its last point no pair of opposing places
  // is recorded: the drawn line ends there, and the hatching is cut to the north-east, the least
  // that holds the places recorded as occupied.
  const mouthWest: LonLat = [first[0] - 0.25, first[1] - 0.1];
  return [
    [
      ...contactLine,
      [last[0] + (EDGE.north - last[1]), EDGE.north],
      [EDGE.east, EDGE.north],
      [EDGE.east, EDGE.south],
      [mouthWest[0], EDGE.south],
      mouthWest,
      first,
    ],
    [...CRIMEA],
  ];
}

/** Rough land east of the Dnipro's mouth, without Crimea and clear of the Sea of Azov's coast. */
const SOUTH_LAND: readonly LonLat[] = [
  [32.9, 46.5],
  [33.6, 46.3],
  [34.5, 46.35],
  [35.05, 46.6],
  [35.3, 46.85],
  [36.4, 46.95],
  [37.2, 47.12],
  [38.0, 47.3],
  [38.1, 47.6],
  [39.2, 48.1],
  [39.2, 49.4],
  [32.9, 49.4],
];

function isInside([x, y]: LonLat, ring: readonly LonLat[]): boolean {
  let within = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i];
    const [bx, by] = ring[j];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) within = !within;
  }
  return within;
}

const spotsOf = new WeakMap<readonly LonLat[], readonly LonLat[]>();

/** Places on occupied land, some distance from the contact line, for the area's label. */
export function occupiedSpots(contactLine: readonly LonLat[]): readonly LonLat[] {
  const known = spotsOf.get(contactLine);
  if (known) return known;
  const [area] = occupiedRings(contactLine);
  const spots: LonLat[] = [];
  for (let lat = 46.45; lat < 49; lat += 0.07) {
    for (let lon = 33; lon < 39; lon += 0.1) {
      const clear =
        isInside([lon, lat], area) &&
        isInside([lon, lat + 0.1], area) &&
        isInside([lon - 0.1, lat], area);
      if (clear && isInside([lon, lat], SOUTH_LAND)) spots.push([lon, lat]);
    }
  }
  spotsOf.set(contactLine, spots);
  return spots;
}
