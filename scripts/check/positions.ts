/** Positions inside the region of their kind, lines that meet their nodes, buses of the right node. */
import type { Bundle, Problem } from './bundle';
import type { Data } from './data';
import { isObject } from './shapes';

/** West, east, south, north in degrees. */
type BoxOf = readonly [number, number, number, number];

/** Ukraine with Crimea and the two Russian ends of the ties. */
const GRID: BoxOf = [22, 41, 44, 52.5];
/** The map's own region: southern Ukraine from Odesa to the eastern border. */
const SOUTH: BoxOf = [29.5, 40.3, 44.2, 50.2];
/** Both banks between Zaporizhzhia, Nikopol, the dam and the Azov coast. */
const EVENTS: BoxOf = [33, 37.5, 46.5, 48.2];
const PLANT: BoxOf = [34.5, 34.7, 47.4, 47.6];
/** The plant's surroundings and, apart from them, the dam. */
const LOCAL: BoxOf = [33.3, 34.7, 46.7, 47.6];

/** Outlines that may be drawn near the plant: no buildings, no equipment. */
const LOCAL_KINDS = ['plant', 'pond', 'shore', 'channel', 'dam', 'town'];

function outside(at: unknown, [west, east, south, north]: BoxOf): boolean {
  if (!Array.isArray(at)) return true;
  const [lon, lat] = at;
  return !(lon >= west && lon <= east && lat >= south && lat <= north);
}

function problemAt(file: string, id: string, at: unknown, box: BoxOf): Problem[] {
  if (!outside(at, box)) return [];
  const [west, east, south, north] = box;
  return [
    {
      file,
      id,
      reason: `coordinates ${JSON.stringify(at)} outside the region ${west} to ${east} E, ${south} to ${north} N`,
    },
  ];
}

/** The positions at the bottom of nested GeoJSON coordinates. */
function leaves(coordinates: unknown): unknown[] {
  if (!Array.isArray(coordinates)) return [coordinates];
  return typeof coordinates[0] === 'number' ? [coordinates] : coordinates.flatMap(leaves);
}

function checkGeo(bundle: Bundle, file: string, box: BoxOf, kinds?: readonly string[]): Problem[] {
  const collection = bundle.files[file];
  const features =
    isObject(collection) && Array.isArray(collection['features'])
      ? collection['features'].filter(isObject)
      : [];
  return features.flatMap((feature, i) => {
    const properties = isObject(feature['properties']) ? feature['properties'] : {};
    const geometry = isObject(feature['geometry']) ? feature['geometry'] : {};
    const id = String(properties['id'] ?? feature['id'] ?? `#${i}`);
    const kind = String(properties['kind']);
    const wrong = leaves(geometry['coordinates']).find((at) => outside(at, box));
    return [
      ...(wrong === undefined ? [] : problemAt(file, id, wrong, box)),
      ...(kinds && !kinds.includes(kind)
        ? [{ file, id, reason: `kind ${kind} is not drawn near the plant` }]
        : []),
    ];
  });
}

const isHundredth = (n: number): boolean => Math.abs(n * 100 - Math.round(n * 100)) < 1e-6;

function checkGridPositions(data: Data): Problem[] {
  const nodes = new Map(data.nodes.map((node) => [node.id, node]));
  const buses = new Map(data.buses.map((bus) => [bus.id, bus]));
  const problems: Problem[] = [];
  for (const { id, at } of data.nodes) {
    const file = 'data/grid/nodes.json';
    problems.push(...problemAt(file, id, at, GRID));
    if (!at.every(isHundredth)) {
      problems.push({ file, id, reason: `position ${at} is finer than 0.01 degrees` });
    }
  }
  for (const line of data.lines) {
    const file = 'data/grid/lines.json';
    const add = (reason: string) => problems.push({ file, id: line.id, reason });
    const wrong = line.path.find((at) => outside(at, GRID));
    if (wrong) problems.push(...problemAt(file, line.id, wrong, GRID));
    for (const [end, at, busId] of [
      [line.from, line.path[0], line.fromBus],
      [line.to, line.path.at(-1), line.toBus],
    ] as const) {
      const node = nodes.get(end);
      if (node && String(at) !== String(node.at)) {
        add(`path ends at ${at}, node ${end} stands at ${node.at}`);
      }
      const bus = buses.get(busId);
      if (!line.inModel || !bus) continue;
      if (bus.node !== end) add(`bus ${busId} belongs to node ${bus.node}, not to ${end}`);
      // A node with one bus stands for all its voltages.
      const fitting = data.buses.some((b) => b.node === end && b.kv === line.voltageKv);
      if (bus.kv !== line.voltageKv && fitting) {
        add(`bus ${busId} has ${bus.kv} kV, the line ${line.voltageKv} kV`);
      }
    }
    for (const [name, value] of Object.entries({
      lengthKm: line.lengthKm,
      circuits: line.circuits,
      ratingMw: line.ratingMw,
      xOhmPerKm: line.xOhmPerKm,
    })) {
      if (!(value > 0)) add(`${name} is ${value}`);
    }
  }
  for (const { id, hvBus, lvBus } of data.transformers) {
    const hv = buses.get(hvBus);
    const lv = buses.get(lvBus);
    // The low sides of the western plants are merged into the balancing point.
    const oneNode = hv?.node === lv?.node || nodes.get(lv?.node ?? '')?.kind === 'boundary';
    if (hv && lv && (!oneNode || hv.kv <= lv.kv)) {
      problems.push({
        file: 'data/grid/transformers.json',
        id,
        reason: `buses ${hvBus} and ${lvBus} are not the high and low side of one node`,
      });
    }
  }
  return problems;
}

/** Refuses positions outside their region and a grid whose ends do not meet. */
export function checkPositions(bundle: Bundle, data: Data): Problem[] {
  const { plant, control } = data;
  return [
    ...data.events.flatMap(({ id, place }) =>
      place ? problemAt('data/events.json', id, place.at, EVENTS) : [],
    ),
    ...data.places.flatMap(({ id, at }) => problemAt('data/places.json', id, at, SOUTH)),
    ...(plant ? problemAt('data/plant.json', 'plant', plant.at, PLANT) : []),
    ...(control?.places ?? []).flatMap(({ id, at }) =>
      problemAt('data/control.json', id, at, SOUTH),
    ),
    ...(control?.contactLine ?? []).flatMap(({ id, path }) => {
      const wrong = path.find((at) => outside(at, SOUTH));
      return wrong ? problemAt('data/control.json', id, wrong, SOUTH) : [];
    }),
    ...checkGridPositions(data),
    ...checkGeo(bundle, 'data/geo/local.json', LOCAL, LOCAL_KINDS),
    ...checkGeo(bundle, 'data/geo/water.json', SOUTH),
    ...checkGeo(bundle, 'data/geo/basemap_extra.json', GRID),
  ];
}
