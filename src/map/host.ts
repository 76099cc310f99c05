/**
 * The only module that touches MapLibre: makes the base map and hands out a small interface.
 * Load it with `import()` after the first paint. Without WebGL2 the constructor throws
 * `GPUInitializationError`; the caller keeps its drawn map then. MapLibre 6.17 itself pings its
 * workers when the page comes back and rebuilds after their loss, so nothing is done here for that.
 */
import { Map as GlMap, GPUInitializationError, type MapOptions, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Snapshot } from '../core/snapshot-types';
import type { Theme } from '../core/vocabulary';
import { type BasemapSource, loadBasemap } from './basemap';
import { HATCH_PIXEL_RATIO, hatchImage, hatchLines } from './hatch-image';
import type { GroundState, LayerContext } from './layer';
import { BOUNDS, MAX_ZOOM, MIN_ZOOM } from './limits';
import { LAYERS } from './order';
import { HATCH_OPACITY, type MapTokens } from './tokens';
import type { Padding, ViewPoint, Xy } from './types';

type Style = Exclude<NonNullable<MapOptions['style']>, string>;
export type BaseLayer = Style['layers'][number];
export type BaseSource = Style['sources'][string];
/** What a layer record may call when the snapshot changes; unchanged values cost nothing. */
export type BaseMap = Pick<GlMap, 'setFilter' | 'setPaintProperty' | 'setLayoutProperty'>;

const FLY_MS = 600;

export interface HostOptions {
  container: HTMLElement;
  basemap: BasemapSource;
  contactLines: LayerContext['contactLines'];
  tokens: MapTokens;
  theme: Theme;
  view: ViewPoint;
  padding: Padding;
  /** Accessible name of the map. */
  title: string;
  /** Id of the text that tells its keys; null = none. */
  describedBy: string | null;
  onmove(view: ViewPoint): void;
  onmoveend(view: ViewPoint, byReader: boolean): void;
  onclick(at: Xy): void;
  onhover(at: Xy): boolean;
  /** First complete picture. */
  onready(): void;
  /** The picture is gone (context lost) or back. */
  onlost(lost: boolean): void;
}

export interface MapHost {
  setTokens(tokens: MapTokens, theme: Theme): void;
  setSnapshot(snapshot: Snapshot, mode: 'app' | 'present'): void;
  setPadding(padding: Padding): void;
  moveTo(view: ViewPoint, animate: boolean): void;
  zoomBy(steps: number): void;
  remove(): void;
}

/** True for the error that means "no WebGL2 here". */
export function isNoWebgl(error: unknown): boolean {
  return error instanceof GPUInitializationError;
}

let workerReady = false;

/**
 * The library starts its worker without looking at the answer and then waits for ever.
 * @throws Error when the worker's script is not there
 */
async function findWorker(): Promise<void> {
  if (workerReady) return;
  const { ok, status, headers } = await fetch(workerUrl);
  if (!ok || !headers.get('content-type')?.includes('javascript')) {
    throw new Error(`map worker: the server answered ${status}, ${headers.get('content-type')}`);
  }
  setWorkerUrl(workerUrl);
  workerReady = true;
}

/**
 * @throws GPUInitializationError without WebGL2
 * @throws Error when the base map's data or the worker's script do not arrive
 */
export async function createMap(options: HostOptions): Promise<MapHost> {
  const [base] = await Promise.all([loadBasemap(options.basemap), findWorker()]);
  const context: LayerContext = { base, contactLines: options.contactLines };
  const style: Style = { version: 8, sources: {}, layers: [] };
  for (const layer of LAYERS) {
    Object.assign(style.sources, layer.sources?.(context));
    style.layers.push(...(layer.layers?.(options.tokens, options.theme) ?? []));
  }

  const map = new GlMap({
    container: options.container,
    style,
    center: [options.view.lon, options.view.lat],
    zoom: options.view.zoom,
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    maxBounds: BOUNDS,
    renderWorldCopies: false,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: 0,
    locale: { 'Map.Title': options.title },
  });
  const canvas = map.getCanvas();
  // Screen readers hand the keys to an application and keep them from a region.
  canvas.setAttribute('role', 'application');
  if (options.describedBy) canvas.setAttribute('aria-describedby', options.describedBy);
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.setPadding(options.padding);

  const reduced = matchMedia('(prefers-reduced-motion: reduce)');
  const viewNow = (): ViewPoint => {
    const { lng, lat } = map.getCenter();
    return { zoom: map.getZoom(), lat, lon: lng };
  };
  let { tokens, theme } = options;
  let shown: (GroundState & { mode: string }) | null = null;
  let hatchDrawn = 0;
  const drawHatch = () => {
    hatchDrawn = hatchLines(map.getZoom());
    const image = hatchImage(tokens.hatch, HATCH_OPACITY[theme], hatchDrawn);
    if (map.hasImage('hatch')) map.updateImage('hatch', image);
    else map.addImage('hatch', image, { pixelRatio: HATCH_PIXEL_RATIO });
  };

  map.on('zoom', () => {
    if (hatchDrawn && hatchLines(map.getZoom()) !== hatchDrawn) drawHatch();
  });
  map.on('move', () => options.onmove(viewNow()));
  map.on('moveend', (event) => {
    const byReader = event.originalEvent !== undefined || 'byReader' in event;
    options.onmoveend(viewNow(), byReader);
  });
  map.on('click', (event) => options.onclick([event.point.x, event.point.y]));
  map.on('mousemove', (event) => {
    const over = options.onhover([event.point.x, event.point.y]);
    canvas.style.cursor = over ? 'pointer' : '';
  });
  map.once('idle', () => options.onready());
  map.on('webglcontextlost', () => options.onlost(true));
  map.on('webglcontextrestored', () => options.onlost(false));

  // The style is an object, so it is in place after the first event-loop turn; changes asked for
  // before that wait.
  let whenLoaded: (() => void)[] | null = [];
  const loaded = (job: () => void) => {
    if (whenLoaded) whenLoaded.push(job);
    else job();
  };
  map.once('style.load', () => {
    drawHatch();
    const jobs = whenLoaded ?? [];
    whenLoaded = null;
    for (const job of jobs) job();
  });

  // To check a value the library copies the whole style, data included; these are our own.
  const TRUSTED = { validate: false };
  // The library draws a new picture at every call, even when the value is the old one.
  const asked = new Map([['padding', JSON.stringify(options.padding)]]);
  const isNew = (key: string, value: unknown): boolean => {
    const text = JSON.stringify(value);
    if (asked.get(key) === text) return false;
    asked.set(key, text);
    return true;
  };
  const changes = {
    setFilter: (layer: string, filter: unknown) => {
      if (isNew(layer, filter)) map.setFilter(layer, filter as null, TRUSTED);
    },
    setPaintProperty: (layer: string, name: 'fill-opacity', value: unknown) => {
      if (isNew(`${layer} ${name}`, value))
        map.setPaintProperty(layer, name, value as number, TRUSTED);
    },
    setLayoutProperty: (layer: string, name: 'visibility', value: unknown) => {
      if (isNew(`${layer} ${name}`, value))
        map.setLayoutProperty(layer, name, value as 'none', TRUSTED);
    },
  } as BaseMap;

  return {
    setTokens(nextTokens, nextTheme) {
      tokens = nextTokens;
      theme = nextTheme;
      loaded(() => {
        drawHatch();
        for (const record of LAYERS) {
          for (const layer of record.layers?.(tokens, theme) ?? []) {
            for (const [key, value] of Object.entries(layer.paint ?? {})) {
              if (key.endsWith('-color'))
                map.setPaintProperty(layer.id, key as 'fill-color', value);
            }
          }
        }
      });
    },
    setSnapshot(snapshot, mode) {
      const { contactLine, reservoir } = snapshot;
      const same =
        shown?.contactLine === contactLine && shown.reservoir === reservoir && shown.mode === mode;
      if (same) return;
      shown = { contactLine, reservoir, mode };
      loaded(() => {
        for (const layer of LAYERS) layer.update?.(changes, snapshot, mode);
      });
    },
    setPadding(padding) {
      if (isNew('padding', padding)) map.setPadding(padding);
    },
    moveTo(view, animate) {
      const now = viewNow();
      const there = view.zoom === now.zoom && view.lat === now.lat && view.lon === now.lon;
      if (there && !map.isMoving()) return;
      const target = { center: [view.lon, view.lat] as [number, number], zoom: view.zoom };
      if (animate && !reduced.matches) map.easeTo({ ...target, duration: FLY_MS });
      else map.jumpTo(target);
    },
    zoomBy(steps) {
      map.easeTo(
        { zoom: map.getZoom() + steps, duration: reduced.matches ? 0 : 200 },
        { byReader: true },
      );
    },
    remove() {
      map.remove();
    },
  };
}
