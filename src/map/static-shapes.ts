/**
 * The map's layer records as plain shapes, for the SVG that stands in before script and without
 * WebGL. From the start map's coarse data, which every page has, or from the full base map's. Drawn
 * once at one zoom, relative to the plant; views scale it.
 */
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import type { Content } from '../content/content';
import { perObject } from '../core/cache';
import type { BasemapData } from './basemap';
import type { BaseLayer, BaseMap } from './host';
import type { GroundState } from './layer';
import { BOUNDS } from './limits';
import { mercatorX, mercatorY, worldPx } from './mercator';
import { LAYERS } from './order';
import type { Frame, Part } from './static-frame';
import { MAP_TOKEN_NAMES, type MapTokens } from './tokens';
import type { LonLat, Xy } from './types';

/** Zoom at which the start map is drawn on a phone. */
export const STATIC_ZOOM = 4.62;

/** Pixels at `STATIC_ZOOM` relative to an anchor. */
export function staticPlace(at: LonLat, anchor: LonLat): Xy {
  const size = worldPx(STATIC_ZOOM);
  return [
    (mercatorX(at[0]) - mercatorX(anchor[0])) * size,
    (mercatorY(at[1]) - mercatorY(anchor[1])) * size,
  ];
}

export interface StaticShape {
  /** Layer and place in it. */
  id: string;
  /** SVG path data in whole units of `StaticDrawing.unit`. */
  d: string;
  kind: 'fill' | 'line';
  /** A colour, or the hatching. */
  paint: string | 'hatch';
  opacity: number;
  /** Lines: px on the screen at any zoom. */
  width: number;
  dash: string | null;
  /** Where in the dashes it begins, px. */
  dashOffset: number;
  round: boolean;
}

export interface StaticDrawing {
  /** px at `STATIC_ZOOM` */
  unit: number;
  /** @param frame where only a part of all is shown, and the rest is to weigh nothing */
  shapes(
    ground: GroundState,
    mode: 'app' | 'present',
    zoom: number,
    frame?: Frame | null,
  ): StaticShape[];
}

/** The page's own properties, so that the picture follows the theme by itself. */
const TOKENS = Object.fromEntries(
  MAP_TOKEN_NAMES.map((name) => [name, `var(--map-${name})`]),
) as MapTokens;
/** Units of the path data: whole numbers are short, and these lose nothing that is seen. */
const COARSE_PX = 0.1;
const FINE_PX = 0.002;

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** The start map's data in the base map's form. */
function coarseBase({ maps: { start } }: Content): BasemapData {
  const all = (name: keyof typeof start.layers): FeatureCollection => ({
    type: 'FeatureCollection',
    features: [...start.layers[name].features],
  });
  const bed = all('reservoirBed');
  return {
    meta: { box: BOUNDS, data_box: BOUNDS },
    layers: {
      ukraine: all('ukraine'),
      stateLine: all('stateLine'),
      water: all('water'),
      oblasts: NOTHING,
      rivers: all('dnipro'),
      reservoirBefore: bed,
      reservoirAfter: { bed, riverLine: NOTHING, pools: NOTHING, water: NOTHING },
    },
  };
}

/** Path data with relative steps: less than half of the bytes of absolute ones. */
function stepsOf({ points, close }: Part, apart = 0): string {
  let [atX, atY] = (points[0] ?? [0, 0]).map(Math.round);
  let d = `M${atX} ${atY}l`;
  const last = points.length - 1;
  for (let i = 1; i <= last; i += 1) {
    const [x, y] = points[i].map(Math.round);
    if (x === atX && y === atY) continue;
    if (i < last && Math.hypot(x - atX, y - atY) < apart) continue;
    const dy = y - atY;
    d += `${d.endsWith('l') ? '' : ' '}${x - atX}${dy < 0 ? '' : ' '}${dy}`;
    [atX, atY] = [x, y];
  }
  if (d.endsWith('l')) return '';
  return close ? `${d}z` : d;
}

/** Outer rings run one way and holes the other, so that polygons may overlap (rule "nonzero"). */
function ringsOf(rings: readonly Position[][], place: (at: Position) => Xy): Part[] {
  return rings.map((ring, i) => {
    let area = 0;
    for (let k = 1; k < ring.length; k++) {
      area += ring[k - 1][0] * ring[k][1] - ring[k][0] * ring[k - 1][1];
    }
    const turned = area > 0 === (i === 0) ? ring : ring.toReversed();
    return { points: turned.map(place), close: true };
  });
}

function partsOf(geometry: Geometry, place: (at: Position) => Xy): Part[] {
  const line = (positions: readonly Position[]): Part => ({
    points: positions.map(place),
    close: false,
  });
  switch (geometry.type) {
    case 'Polygon':
      return ringsOf(geometry.coordinates, place);
    case 'MultiPolygon':
      return geometry.coordinates.flatMap((rings) => ringsOf(rings, place));
    case 'LineString':
      return [line(geometry.coordinates)];
    case 'MultiLineString':
      return geometry.coordinates.map(line);
    default:
      return [];
  }
}

/**
 * A value of a record at a zoom.
 * @throws Error for an expression that no record has used so far
 */
function valueAt(value: unknown, zoom: number): unknown {
  if (!Array.isArray(value) || typeof value[0] !== 'string') return value;
  const [how, ...rest] = value;
  if (how === 'step') {
    const [, first, ...stops] = rest as [unknown, unknown, ...unknown[]];
    let found = first;
    for (let i = 0; i < stops.length; i += 2) if (zoom >= Number(stops[i])) found = stops[i + 1];
    return found;
  }
  if (how === 'interpolate' && rest[0][0] === 'exponential') {
    const base = Number(rest[0][1]);
    const stops = rest.slice(2).map(Number);
    let i = 0;
    while (i + 4 < stops.length && zoom > stops[i + 2]) i += 2;
    const [z0, v0, z1, v1] = stops.slice(i);
    const along = Math.min(1, Math.max(0, (base ** (zoom - z0) - 1) / (base ** (z1 - z0) - 1)));
    return v0 + along * (v1 - v0);
  }
  throw new Error(`map: the drawn map does not know the expression “${how}”`);
}

/** True if a feature passes a filter of the one form that records use. */
function passes(filter: unknown, feature: Feature): boolean {
  if (!Array.isArray(filter)) return true;
  const [how, [, key], wanted] = filter as ['==', ['get', string], unknown];
  if (how !== '==') throw new Error(`map: the drawn map does not know the filter “${how}”`);
  return feature.properties?.[key] === wanted;
}

function makeDrawing(content: Content, base: BasemapData, unit: number): StaticDrawing {
  const context = { base, contactLines: content.facts.control.contactLine };
  const anchor = content.facts.plant.at;
  const place = ([lon = 0, lat = 0]: Position): Xy => {
    const [x, y] = staticPlace([lon, lat], anchor);
    return [Math.round(x / unit), Math.round(y / unit)];
  };
  const sources = Object.assign({}, ...LAYERS.map((layer) => layer.sources?.(context)));
  const layers = LAYERS.flatMap((layer) => layer.layers?.(TOKENS, 'light') ?? []);
  const partsIn = perObject((feature: Feature) => partsOf(feature.geometry, place));
  const pathOf = perObject((feature: Feature) =>
    partsOf(feature.geometry, place)
      .map((part) => stepsOf(part))
      .join(''),
  );
  /** Path data; dashes go on where the frame cut them, so each of their parts is for itself. */
  const framed = (feature: Feature, type: 'fill' | 'line', dashed: boolean, frame: Frame) => {
    const { x, y, w, h } = frame.box;
    const box = { x: x / unit, y: y / unit, w: w / unit, h: h / unit };
    const draw = (part: Part) => stepsOf(part, frame.apart / unit);
    const parts = partsIn(feature);
    if (type === 'fill') {
      const rings = parts.flatMap((part) => frame.ring(part, box));
      return [{ d: rings.map(draw).join(''), from: 0 }];
    }
    const runs = parts.flatMap((part) => frame.runs(part, box, dashed));
    if (dashed) return runs.map((run) => ({ d: stepsOf(run), from: run.from }));
    return [{ d: runs.map(draw).join(''), from: 0 }];
  };
  const featuresOf = (layer: BaseLayer): Feature[] => {
    const source = 'source' in layer ? sources[String(layer.source)] : undefined;
    const data = source?.data as Feature | FeatureCollection | undefined;
    if (!data) return [];
    return data.type === 'FeatureCollection' ? data.features : [data];
  };

  return {
    unit,
    shapes(ground, mode, zoom, frame = null) {
      /** What the records change for this snapshot: "layer property" → value. */
      const changed = new Map<string, unknown>();
      const note = (layer: string, name: string, value: unknown) =>
        changed.set(`${layer} ${name}`, value);
      const changes = {
        setFilter: (layer: string, filter: unknown) => note(layer, 'filter', filter),
        setPaintProperty: note,
        setLayoutProperty: note,
      } as unknown as BaseMap;
      for (const layer of LAYERS) layer.update?.(changes, ground, mode);

      return layers.flatMap((layer): StaticShape[] => {
        if (layer.type !== 'fill' && layer.type !== 'line') return [];
        const { id, type } = layer;
        const own = { ...layer.paint, ...layer.layout } as Record<string, unknown>;
        const get = (name: string) => valueAt(changed.get(`${id} ${name}`) ?? own[name], zoom);
        const opacity = Number(get(`${type}-opacity`) ?? 1);
        if (opacity === 0 || get('visibility') === 'none') return [];
        const filter = changed.get(`${id} filter`) ?? layer.filter;
        const width = Number(get('line-width') ?? 1);
        const dash = get('line-dasharray') as number[] | undefined;
        const paths = featuresOf(layer)
          .filter((feature) => passes(filter, feature))
          .flatMap((feature) =>
            frame
              ? framed(feature, type, dash !== undefined, frame)
              : [{ d: pathOf(feature), from: 0 }],
          )
          .filter(({ d }) => d !== '');
        const dashes = dash ? dash.map((part) => part * width).join(' ') : null;
        const square = frame && dashes ? frame.squareDots(dashes, width) : null;
        const shape = {
          kind: type,
          paint: String(get('fill-pattern') ?? get(`${type}-color`)),
          opacity,
          width,
          dash: square?.dash ?? dashes,
          round: !square && get('line-cap') === 'round',
        };
        const blur = Number(get('line-blur') ?? 0);
        return paths.flatMap(({ d, from }, i): StaticShape[] => {
          const dashOffset = from * unit * 2 ** (zoom - STATIC_ZOOM) + (square?.before ?? 0);
          const whole = { ...shape, d, dashOffset, id: `${id} ${i}` };
          if (!blur) return [whole];
          // A soft edge in two steps; a real blur would be drawn anew in each frame of a pan.
          const core = { ...whole, id: `${whole.id} core`, width: width - blur };
          return [{ ...whole, opacity: opacity * 0.4 }, core];
        });
      });
    },
  };
}

/** From the start map, which every page has. */
export const coarseDrawing = perObject((content: Content) =>
  makeDrawing(content, coarseBase(content), COARSE_PX),
);

const fine = new WeakMap<BasemapData, StaticDrawing>();

/** From the full base map's file, once it is there. */
export function fineDrawing(content: Content, base: BasemapData): StaticDrawing {
  let drawing = fine.get(base);
  if (!drawing) {
    drawing = makeDrawing(content, base, FINE_PX);
    fine.set(base, drawing);
  }
  return drawing;
}
