/**
 * Plane geometry for the basemap build. Coordinates are [lon, lat] in degrees (WGS 84); rings are
 * closed (first position = last), lines are open. Areas are in km² and lengths in km on a sphere,
 * flattened locally at the shape's own latitude, good to about 1 % inside the map box.
 */

/** @typedef {[number, number]} Pos @typedef {Pos[]} Ring @typedef {Ring[]} Poly */

const KM_PER_DEGREE = 111.195;

/** @param {number} lat @returns {number} km per degree of longitude */
export const kmPerLon = (lat) => KM_PER_DEGREE * Math.cos((lat * Math.PI) / 180);

/** @param {Ring} ring @returns {[number, number, number, number]} west, south, east, north */
export function bounds(ring) {
  let [w, s, e, n] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring) {
    if (x < w) w = x;
    if (x > e) e = x;
    if (y < s) s = y;
    if (y > n) n = y;
  }
  return [w, s, e, n];
}

/** @param {Ring} ring @returns {number} area in km², never negative */
export function areaKm2(ring) {
  let sum = 0;
  for (let i = 0; i < ring.length - 1; i++)
    sum += ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
  const [, s, , n] = bounds(ring);
  return (Math.abs(sum) / 2) * KM_PER_DEGREE * kmPerLon((s + n) / 2);
}

/** Area of a polygon without its holes, km². @param {Poly} poly */
export const polyAreaKm2 = (poly) =>
  poly.slice(1).reduce((sum, hole) => sum - areaKm2(hole), areaKm2(poly[0]));

/** Even-odd test; holes count as outside. @param {Pos} point @param {Poly} poly */
export function inPoly([px, py], poly) {
  let inside = false;
  for (const ring of poly) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i];
      const [xj, yj] = ring[j];
      if (yi > py !== yj > py && px < ((xj - xi) * (py - yi)) / (yj - yi) + xi) inside = !inside;
    }
  }
  return inside;
}

/** @param {Pos} point @param {Poly[]} multi */
export const inMulti = (point, multi) => multi.some((poly) => inPoly(point, poly));

/**
 * Sutherland–Hodgman clip of a closed ring to a box. Parts that leave and re-enter stay joined
 * along the box edge; a later union separates them.
 * @param {Ring} ring @param {number[]} box west, south, east, north @returns {Ring} maybe empty
 */
export function clipRing(ring, [w, s, e, n]) {
  /** @type {[number, number, number][]} axis, limit, sign */
  const sides = [
    [0, w, 1],
    [0, e, -1],
    [1, s, 1],
    [1, n, -1],
  ];
  let points = ring.slice(0, -1);
  for (const [axis, limit, sign] of sides) {
    const kept = [];
    for (let i = 0; i < points.length; i++) {
      const a = points[(i + points.length - 1) % points.length];
      const b = points[i];
      const aIn = (a[axis] - limit) * sign >= 0;
      const bIn = (b[axis] - limit) * sign >= 0;
      if (aIn !== bIn) {
        const t = (limit - a[axis]) / (b[axis] - a[axis]);
        const other = a[1 - axis] + t * (b[1 - axis] - a[1 - axis]);
        kept.push(axis === 0 ? [limit, other] : [other, limit]);
      }
      if (bIn) kept.push(b);
    }
    points = kept;
    if (points.length < 3) return [];
  }
  return /** @type {Ring} */ ([...points, points[0]]);
}

/**
 * Cuts a line into the pieces whose positions pass `keep`, stepping finely between vertices so
 * that cuts fall within `stepKm` of the true place.
 * @param {Pos[]} line @param {(p: Pos) => boolean} keep @param {number} stepKm
 * @returns {Pos[][]}
 */
export function cutLine(line, keep, stepKm) {
  /** @type {Pos[][]} */
  const pieces = [];
  /** @type {Pos[]} */
  let current = [];
  const end = () => {
    if (current.length > 1) pieces.push(current);
    current = [];
  };
  for (let i = 0; i < line.length; i++) {
    const here = keep(line[i]);
    if (here) current.push(line[i]);
    else end();
    if (i === line.length - 1) break;
    const [ax, ay] = line[i];
    const [bx, by] = line[i + 1];
    const steps = Math.ceil(
      Math.hypot((bx - ax) * kmPerLon(ay), (by - ay) * KM_PER_DEGREE) / stepKm,
    );
    let was = here;
    /** @type {Pos} */
    let last = line[i];
    for (let k = 1; k < steps; k++) {
      /** @type {Pos} */
      const p = [ax + ((bx - ax) * k) / steps, ay + ((by - ay) * k) / steps];
      const now = keep(p);
      if (now && !was) current.push(p);
      if (!now && was) {
        if (current.length && current[current.length - 1] !== last) current.push(last);
        end();
      }
      was = now;
      last = p;
    }
  }
  end();
  return pieces;
}

/**
 * Chaikin corner cutting. @param {Pos[]} points closed ring or open line
 * @param {number} rounds @param {boolean} closed @returns {Pos[]}
 */
export function chaikin(points, rounds, closed) {
  let p = points;
  for (let r = 0; r < rounds; r++) {
    /** @type {Pos[]} */
    const out = closed ? [] : [p[0]];
    for (let i = 0; i < p.length - 1; i++) {
      const [ax, ay] = p[i];
      const [bx, by] = p[i + 1];
      out.push([ax * 0.75 + bx * 0.25, ay * 0.75 + by * 0.25]);
      out.push([ax * 0.25 + bx * 0.75, ay * 0.25 + by * 0.75]);
    }
    out.push(closed ? out[0] : p[p.length - 1]);
    p = out;
  }
  return p;
}

/**
 * Visvalingam–Whyatt simplification, triangles weighted so that sharp corners go first. Vertices
 * on the edge of `box` stay. Threshold in m: a triangle goes when its weighted area is below
 * (m / 0.65)², the same scale as the usual "interval" of map tools.
 * @param {Pos[]} points closed ring or open line @param {number} metres
 * @param {{closed: boolean, box?: number[]}} options
 * @returns {Pos[]} rings keep at least four positions
 */
export function simplify(points, metres, { closed, box }) {
  const open = closed ? points.slice(0, -1) : points;
  const n = open.length;
  const least = closed ? 3 : 2;
  if (n <= least) return points;
  const limit = (metres / 650) ** 2;
  const kx = kmPerLon(open[0][1]);
  const xy = open.map(([x, y]) => [x * kx, y * KM_PER_DEGREE]);
  const prev = Int32Array.from({ length: n }, (_, i) => (i + n - 1) % n);
  const next = Int32Array.from({ length: n }, (_, i) => (i + 1) % n);
  const fixed = open.map(
    ([x, y], i) =>
      (!closed && (i === 0 || i === n - 1)) ||
      (box !== undefined && (x <= box[0] || x >= box[2] || y <= box[1] || y >= box[3])),
  );
  const weight = (/** @type {number} */ i) => {
    if (fixed[i]) return Infinity;
    const [ax, ay] = xy[prev[i]];
    const [bx, by] = xy[i];
    const [cx, cy] = xy[next[i]];
    const area = Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;
    const ab = Math.hypot(bx - ax, by - ay);
    const bc = Math.hypot(cx - bx, cy - by);
    if (ab === 0 || bc === 0) return 0;
    const cos = ((ax - bx) * (cx - bx) + (ay - by) * (cy - by)) / (ab * bc);
    return area * (1 - 0.7 * cos);
  };
  /** @type {[number, number][]} binary heap of [weight, index]; stale entries are skipped */
  const heap = [];
  const push = (/** @type {[number, number]} */ item) => {
    let i = heap.push(item) - 1;
    while (i > 0) {
      const up = (i - 1) >> 1;
      if (heap[up][0] <= item[0]) break;
      heap[i] = heap[up];
      i = up;
    }
    heap[i] = item;
  };
  const pop = () => {
    const top = heap[0];
    const item = /** @type {[number, number]} */ (heap.pop());
    if (heap.length) {
      let i = 0;
      for (;;) {
        let child = 2 * i + 1;
        if (child >= heap.length) break;
        if (child + 1 < heap.length && heap[child + 1][0] < heap[child][0]) child++;
        if (heap[child][0] >= item[0]) break;
        heap[i] = heap[child];
        i = child;
      }
      heap[i] = item;
    }
    return top;
  };
  const value = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    value[i] = weight(i);
    push([value[i], i]);
  }
  const gone = new Uint8Array(n);
  let left = n;
  while (heap.length && left > least) {
    const [w, i] = pop();
    if (gone[i] || w !== value[i]) continue;
    if (w >= limit) break;
    gone[i] = 1;
    left--;
    next[prev[i]] = next[i];
    prev[next[i]] = prev[i];
    for (const j of [prev[i], next[i]]) {
      value[j] = Math.max(w, weight(j));
      push([value[j], j]);
    }
  }
  const kept = open.filter((_, i) => !gone[i]);
  return closed ? [...kept, kept[0]] : kept;
}

/**
 * Polygon pieces that together cover a line at a given width: one capsule a segment, to be merged
 * by a union. @param {Pos[]} line @param {number} widthM full width in metres @returns {Poly[]}
 */
export function capsules(line, widthM) {
  const r = widthM / 2000;
  return line.slice(1).map((b, i) => {
    const a = line[i];
    const kx = kmPerLon(a[1]);
    const turn = Math.atan2((b[1] - a[1]) * KM_PER_DEGREE, (b[0] - a[0]) * kx);
    /** @type {Ring} */
    const ring = [];
    for (const [centre, from] of /** @type {[Pos, number][]} */ ([
      [b, turn - Math.PI / 2],
      [a, turn + Math.PI / 2],
    ]))
      for (let k = 0; k <= 6; k++) {
        const t = from + (k * Math.PI) / 6;
        ring.push([
          centre[0] + (r * Math.cos(t)) / kx,
          centre[1] + (r * Math.sin(t)) / KM_PER_DEGREE,
        ]);
      }
    ring.push(ring[0]);
    return [ring];
  });
}

/** Rounds, drops repeated positions and rings that collapse. @param {Poly[]} multi @param {number} digits */
export function roundMulti(multi, digits) {
  return multi
    .map((poly) => poly.map((ring) => roundLine(ring, digits)))
    .filter((poly) => poly[0].length >= 4)
    .map((poly) => poly.filter((ring) => ring.length >= 4));
}

/** @param {Pos[]} line @param {number} digits @returns {Pos[]} */
export function roundLine(line, digits) {
  const f = 10 ** digits;
  const rounded = line.map(
    ([x, y]) => /** @type {Pos} */ ([Math.round(x * f) / f, Math.round(y * f) / f]),
  );
  return rounded.filter(
    (p, i) => i === 0 || p[0] !== rounded[i - 1][0] || p[1] !== rounded[i - 1][1],
  );
}
