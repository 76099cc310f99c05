/** The bare map's page: the app's base map and 24 flow lines, styled anew for each proposal. */
import { Map as GlMap } from './maplibre-gl.mjs';

const BASE = [
  'ukraine',
  'water',
  'rivers',
  'oblasts',
  'stateLine',
  'reservoirBed',
  'reservoirAfter',
];
const COLOURS = ['#1F6FB2', '#B5452C'];

const flows = await (await fetch('flows.json')).json();
const base = await (await fetch('base.json')).json();
const query = new URLSearchParams(location.search);
const way = query.get('way');
const container = document.getElementById('map');
container.style.width = `${query.get('width')}px`;
container.style.height = `${query.get('height')}px`;

const widthOf = (mw) => Math.max(1, Math.abs(mw) / 150);
const colourOf = (mw) => COLOURS[mw < 0 ? 1 : 0];

/** Lines with width and colour as their properties. */
function dataFor({ mw }) {
  return {
    type: 'FeatureCollection',
    features: flows.lines.map(({ id, path }) => ({
      type: 'Feature',
      properties: { id, width: widthOf(mw[id] ?? 0), colour: colourOf(mw[id] ?? 0) },
      geometry: { type: 'LineString', coordinates: path },
    })),
  };
}

/** Width and colour by line: in the data where these change, else in the style itself. */
function paintFor({ mw }) {
  if (way === 'data') return { 'line-width': ['get', 'width'], 'line-color': ['get', 'colour'] };
  const match = (value, other) => [
    'match',
    ['get', 'id'],
    ...flows.lines.flatMap(({ id }) => [id, value(mw[id] ?? 0)]),
    other,
  ];
  return { 'line-width': match(widthOf, 1), 'line-color': match(colourOf, COLOURS[0]) };
}

/**
 * The base map's sources are data at hand, as in the app. Given by address they would all be loaded
 * again at each change of style: MapLibre 6.17 compares the address with the data that came.
 */
function styleFor(proposal) {
  const fill = (id, colour) => ({
    id,
    type: 'fill',
    source: id,
    paint: { 'fill-color': colour, 'fill-antialias': false },
  });
  const line = (id, source, paint) => ({ id, type: 'line', source, paint });
  return {
    version: 8,
    sources: {
      ...Object.fromEntries(BASE.map((id) => [id, { type: 'geojson', data: base[id] }])),
      flows: { type: 'geojson', data: dataFor(way === 'data' ? proposal : flows.proposals[0]) },
    },
    layers: [
      { id: 'background', type: 'background', paint: { 'background-color': '#E4E1D9' } },
      fill('ukraine', '#F7F4EC'),
      fill('reservoirBed', '#E3E3CB'),
      fill('water', '#C3DBE7'),
      line('shore', 'water', { 'line-color': '#94BACD', 'line-width': 0.6 }),
      line('rivers', 'rivers', { 'line-color': '#8FBBD1', 'line-width': 1.5 }),
      fill('reservoirAfter', '#C3DBE7'),
      line('oblasts', 'oblasts', { 'line-color': '#CFC7B7', 'line-dasharray': [5, 3, 1.5, 3] }),
      line('stateLine', 'stateLine', { 'line-color': '#9C9282', 'line-width': 1.6 }),
      line('flows', 'flows', paintFor(proposal)),
    ],
  };
}

const map = new GlMap({
  container,
  style: styleFor(flows.proposals[0]),
  center: [34.8, 47.4],
  zoom: 6.4,
  attributionControl: false,
  fadeDuration: 0,
  renderWorldCopies: false,
});

const WAYS = {
  /** The flow layer's paint properties. */
  paint(proposal) {
    for (const [name, value] of Object.entries(paintFor(proposal))) {
      map.setPaintProperty('flows', name, value);
    }
  },
  /** The flow source's data; the layer reads width and colour from it. */
  data: (proposal) => map.getSource('flows').setData(dataFor(proposal)),
  /** Another style for the whole map, of which the library applies the difference. */
  style: (proposal) => map.setStyle(styleFor(proposal), { diff: true }),
};

/** Changes to a proposal and answers when the new lines were asked for and when they were painted. */
globalThis.change = async (index) => {
  const next = flows.proposals[index];
  await globalThis.bench.afterFrame();
  const events = [];
  const note = (event) => {
    if (event.type !== 'render' && event.sourceId !== 'flows') return;
    const entry = { type: event.type, at: performance.now() };
    events.push(entry);
    if (event.type === 'render') {
      globalThis.bench.afterPaint().then((at) => {
        entry.at = at;
      });
    }
  };
  map.on('sourcedata', note);
  map.on('render', note);
  const idle = new Promise((done) => map.once('idle', () => done(globalThis.bench.afterPaint())));
  const from = performance.now();
  WAYS[way](next);
  const newMs = performance.now() - from;
  const idleMs = (await idle) - from;
  map.off('sourcedata', note);
  map.off('render', note);
  // The first picture that has all of it: the one after the source's last news.
  const news = events.findLastIndex(({ type }) => type === 'sourcedata');
  const render = events.find(({ type }, i) => type === 'render' && i > news);
  return { newMs, pictureMs: (render?.at ?? from + idleMs) - from, idleMs };
};

map.once('idle', () => {
  document.documentElement.dataset.ready = 'true';
});
