/** Where the map may go. */
import type { ViewPoint } from './types';

/** West, south, east, north: where the base map has data. */
export const BOUNDS: [number, number, number, number] = [30, 44.3, 39.5, 49.8];
export const MIN_ZOOM = 5.6;
/** Positions are rounded on purpose: closer would pretend to more than is known. */
export const MAX_ZOOM = 12.5;

const between = (low: number, value: number, high: number) => Math.min(high, Math.max(low, value));

/** The nearest view whose centre and zoom are within limits. */
export function clampView(view: ViewPoint): ViewPoint {
  return {
    zoom: between(MIN_ZOOM, view.zoom, MAX_ZOOM),
    lon: between(BOUNDS[0], view.lon, BOUNDS[2]),
    lat: between(BOUNDS[1], view.lat, BOUNDS[3]),
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
