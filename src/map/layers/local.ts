import type { MapLayer } from '../layer';
import Local from '../overlay/Local.svelte';

/** Plant outline, cooling pond, channels and the dam, drawn alike with and without WebGL. */
export const local: MapLayer = { id: 'local', overlay: Local };
