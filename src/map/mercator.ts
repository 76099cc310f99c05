/**
 * Web Mercator for a map that is never turned or tilted, so that everything drawn over the map
 * can be placed without asking the map library. Tiles are 512 px: world width = 512 · 2^zoom.
 */
import type { LonLat, Padding, Xy } from './types';

const TILE_PX = 512;

/** Mercator x of a longitude, 0 to 1 from west to east. */
export function mercatorX(lon: number): number {
  return lon / 360 + 0.5;
}

/** Mercator y of a latitude, 0 to 1 from north to south. */
export function mercatorY(lat: number): number {
  return 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);
}

/** Latitude of a Mercator y; inverse of `mercatorY`. */
export function latitudeAt(y: number): number {
  return (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 360) / Math.PI - 90;
}

/** Width of the whole world in pixels. */
export function worldPx(zoom: number): number {
  return TILE_PX * 2 ** zoom;
}

/** Where the reader looks. `dx`, `dy`: how far padding moves the centre point, in pixels. */
export interface Camera {
  lon: number;
  lat: number;
  zoom: number;
  width: number;
  height: number;
  dx: number;
  dy: number;
}

/** Screen pixels of a place. */
export function project(camera: Camera, at: LonLat): Xy {
  const size = worldPx(camera.zoom);
  return [
    (mercatorX(at[0]) - mercatorX(camera.lon)) * size + camera.width / 2 + camera.dx,
    (mercatorY(at[1]) - mercatorY(camera.lat)) * size + camera.height / 2 + camera.dy,
  ];
}

/** Place under a screen pixel; inverse of `project`. */
export function unproject(camera: Camera, at: Xy): LonLat {
  const size = worldPx(camera.zoom);
  const x = mercatorX(camera.lon) + (at[0] - camera.width / 2 - camera.dx) / size;
  const y = mercatorY(camera.lat) + (at[1] - camera.height / 2 - camera.dy) / size;
  return [(x - 0.5) * 360, latitudeAt(y)];
}

/** West, south, east, north in degrees. */
export type GeoBox = readonly [number, number, number, number];

/** Centre and zoom at which a box of the world just fits what padding leaves free. */
export function fitBox(
  box: GeoBox,
  width: number,
  height: number,
  padding: Padding,
): { lon: number; lat: number; zoom: number } {
  const [west, south, east, north] = box;
  const top = mercatorY(north);
  const bottom = mercatorY(south);
  const freeWidth = Math.max(40, width - padding.left - padding.right);
  const freeHeight = Math.max(40, height - padding.top - padding.bottom);
  const size = Math.min(
    freeWidth / (mercatorX(east) - mercatorX(west)),
    freeHeight / (bottom - top),
  );
  const y = (top + bottom) / 2;
  return {
    lon: (west + east) / 2,
    lat: (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 360) / Math.PI - 90,
    zoom: Math.log2(size / TILE_PX),
  };
}
