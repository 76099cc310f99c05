/**
 * Reads the water polygons that touch a box out of @geo-maps/earth-waterbodies-100m (122 MB of
 * GeoJSON, OpenStreetMap of 2017, ODbL 1.0), and undoes the traces of the tiles it was made from.
 */
import { createReadStream } from 'node:fs';
import polygonClipping from 'polygon-clipping';
import { areaKm2, bounds, clipRing } from './geometry.mjs';

/** @typedef {import('./geometry.mjs').Ring} Ring @typedef {import('./geometry.mjs').Poly} Poly */

/** @param {number[]} a @param {number[]} b bounds as west, south, east, north */
const touches = (a, b) => a[2] >= b[0] && a[0] <= b[2] && a[3] >= b[1] && a[1] <= b[3];

/**
 * Polygons clipped to `box` as read, not merged. Holes outside the box are left out.
 * @param {string} file path of map.geo.json @param {number[]} box west, south, east, north
 * @returns {Promise<Poly[]>}
 */
export async function readWater(file, box) {
  /** @type {Poly[]} */
  const found = [];
  let buffer = '';
  for await (const chunk of createReadStream(file, {
    encoding: 'latin1',
    highWaterMark: 1 << 22,
  })) {
    buffer += chunk;
    let from = 0;
    for (;;) {
      const end = buffer.indexOf(']]]', from);
      if (end < 0) break;
      let start = buffer.indexOf('[[[', from);
      while (buffer[start + 3] === '[') start++;
      if (start >= 0 && start < end) {
        /** @type {Poly} */
        const poly = JSON.parse(buffer.slice(start, end + 3));
        if (touches(bounds(poly[0]), box)) {
          const rings = poly
            .filter((ring, i) => i === 0 || touches(bounds(ring), box))
            .map((ring) => clipRing(ring, box));
          if (rings[0].length) found.push(rings.filter((ring) => ring.length));
        }
      }
      from = end + 3;
    }
    buffer = buffer.slice(from);
  }
  return found;
}

/**
 * True for a corner where four zoom-13 tiles meet: not a shore, only where the source's tiles were
 * cut. 0.004 of a tile is 4 decimals' rounding.
 * @param {import('./geometry.mjs').Pos} pos
 */
export function isTileCorner([lon, lat]) {
  const x = ((lon + 180) / 360) * 8192;
  const y = ((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * 8192;
  return Math.abs(x - Math.round(x)) < 0.004 && Math.abs(y - Math.round(y)) < 0.004;
}

/**
 * True for a vertex on a zoom-13 tile edge whose corner is sharper than 75°: a splinter left where
 * a narrow water was cut, not a shore.
 * @param {Ring} points ring without its closing position @param {number} i
 */
function isSplinter(points, i) {
  const [bx, by] = points[i];
  const x = ((bx + 180) / 360) * 8192;
  const y = ((1 - Math.asinh(Math.tan((by * Math.PI) / 180)) / Math.PI) / 2) * 8192;
  if (Math.abs(x - Math.round(x)) >= 0.004 && Math.abs(y - Math.round(y)) >= 0.004) return false;
  const [ax, ay] = points[(i + points.length - 1) % points.length];
  const [cx, cy] = points[(i + 1) % points.length];
  const k = Math.cos((by * Math.PI) / 180);
  const dot = (ax - bx) * (cx - bx) * k * k + (ay - by) * (cy - by);
  const cross = ((ax - bx) * (cy - by) - (ay - by) * (cx - bx)) * k;
  return Math.atan2(Math.abs(cross), dot) < (75 * Math.PI) / 180;
}

/**
 * Merges pieces cut at tile edges and drops tile corners and splinters.
 * @param {Poly[]} polys @param {number[]} box clip box, whose own edge stays
 * @param {number} leastKm2 smaller pieces are left out before merging
 * @returns {Poly[]}
 */
export function mergeTiles(polys, box, leastKm2) {
  const large = polys.filter((poly) => areaKm2(poly[0]) >= leastKm2);
  const merged = /** @type {Poly[]} */ (polygonClipping.union(large));
  const onEdge = (/** @type {number[]} */ [x, y]) =>
    x <= box[0] || x >= box[2] || y <= box[1] || y >= box[3];
  const clean = (/** @type {Ring} */ ring) => {
    let kept = ring.slice(0, -1).filter((p) => onEdge(p) || !isTileCorner(p));
    for (let round = 0; round < 2 && kept.length > 8; round++)
      kept = kept.filter((p, i) => onEdge(p) || !isSplinter(kept, i));
    return kept.length < 3 ? [] : [...kept, kept[0]];
  };
  return merged
    .map((poly) => poly.map(clean))
    .filter((poly) => poly[0].length)
    .map((poly) => poly.filter((ring) => ring.length));
}
