/** Where the map may go. */
import { latitudeAt, mercatorX, mercatorY, worldPx } from './mercator';
import type { ViewPoint } from './types';

/** West, south, east, north: where the base map has data. */
export const BOUNDS: [number, number, number, number] = [30, 44.3, 39.5, 49.8];
export const MIN_ZOOM = 5.6;
/** Positions are rounded on purpose: closer would pretend to more than is known. */
export const MAX_ZOOM = 12.5;

const between = (low: number, value: number, high: number) => Math.min(high, Math.max(low, value));

/** The nearest number whose surroundings are within; the middle where there is no room for them. */
const withRoom = (low: number, value: number, high: number, room: number) =>
  2 * room >= high - low ? (low + high) / 2 : between(low + room, value, high - room);

/**
 * The nearest view within limits, as the map library would have it: no edge of the box leaves the
 * base map's data.
 * @param box the map's box in px
 */
export function clampView(view: ViewPoint, box: { width: number; height: number }): ViewPoint {
  const [west, south, east, north] = BOUNDS;
  const [top, bottom] = [mercatorY(north), mercatorY(south)];
  const least = Math.log2(
    Math.max(box.width / (mercatorX(east) - mercatorX(west)), box.height / (bottom - top)) /
      worldPx(0),
  );
  const zoom = between(Math.max(MIN_ZOOM, least), view.zoom, MAX_ZOOM);
  const size = worldPx(zoom);
  const y = withRoom(top, mercatorY(view.lat), bottom, box.height / 2 / size);
  return {
    zoom,
    lon: withRoom(west, view.lon, east, (box.width / 2 / size) * 360),
    lat: latitudeAt(y),
  };
}

/** True for views that look alike, such as one and its rounded form in the address. */
export function sameView(a: ViewPoint, b: ViewPoint): boolean {
  return (
    Math.abs(a.zoom - b.zoom) < 0.02 &&
    Math.abs(a.lon - b.lon) < 0.002 &&
    Math.abs(a.lat - b.lat) < 0.002
  );
}
