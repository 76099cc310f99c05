/**
 * A map without an app around it, for comparison: MapLibre itself, the app's base map, 24 lines.
 * Written into a folder of its own and served from there.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';

const LIBRARY = ['', '-shared', '-worker'].map((part) => `maplibre-gl${part}.mjs`);

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>A bare map</title>
<link rel="stylesheet" href="maplibre-gl.css">
<style>body { margin: 0 }</style>
<div id="map"></div>
<script type="module" src="bare-page.js"></script>
`;

/**
 * @param {string} folder made here
 * @param {string} site the built app, whose base map is taken
 * @param {import('./solve.ts').BareFlows} flows
 */
export function writeBareMap(folder, site, flows) {
  mkdirSync(folder, { recursive: true });
  const library = join(root, 'node_modules/maplibre-gl/dist');
  for (const file of [...LIBRARY, 'maplibre-gl.css']) {
    copyFileSync(join(library, file), join(folder, file));
  }
  copyFileSync(join(root, 'scripts/bench/bare-page.js'), join(folder, 'bare-page.js'));

  const assets = join(site, 'assets');
  const name = readdirSync(assets).find((file) => /^basemap-.*\.json$/.test(file));
  if (!name) throw new Error(`no base map in ${assets}`);
  const { layers } = JSON.parse(readFileSync(join(assets, name), 'utf8'));
  const { reservoirAfter, ...rest } = layers;
  const base = { ...rest, reservoirBed: reservoirAfter.bed, reservoirAfter: reservoirAfter.water };
  writeFileSync(join(folder, 'base.json'), JSON.stringify(base));
  writeFileSync(join(folder, 'flows.json'), JSON.stringify(flows));
  writeFileSync(join(folder, 'index.html'), PAGE);
}
