/**
 * Events that have a place, and the plant's own lines and ties, as GeoJSON (RFC 7946). The rest of
 * the grid stays unnamed context and is not handed out; positions are rounded to 0.01° on purpose.
 */
import type { Feature, FeatureCollection, Position } from 'geojson';
import { lineDirection, lineName } from '../content/words';
import type { GridLine } from '../core/model';
import type { Ui } from '../ui/context';
import { sourcesOf } from '../ui/sources';
import { type About, about, eventRecord } from './records';

const GROUPS: readonly GridLine['group'][] = ['plant', 'tie-crimea', 'tie-russia'];

const rounded = ([lon = 0, lat = 0]: readonly number[]): Position => [
  Math.round(lon * 100) / 100,
  Math.round(lat * 100) / 100,
];

/** Without points that rounding has made one. */
function course(path: GridLine['path']): Position[] {
  const points = path.map(rounded);
  return points.filter((at, i) => i === 0 || String(at) !== String(points[i - 1]));
}

/** Longitude and latitude stand in the geometry. */
function eventFeatures(ui: Ui): Feature[] {
  return ui.content.facts.events.flatMap((event) => {
    if (!event.place) return [];
    const { id, longitude: _, latitude: __, ...properties } = eventRecord(ui, event);
    const geometry = { type: 'Point' as const, coordinates: rounded(event.place.at) };
    return [{ type: 'Feature' as const, id: String(id), geometry, properties }];
  });
}

function lineFeatures({ content, t }: Ui): Feature[] {
  return content.facts.grid.lines
    .filter(({ group }) => GROUPS.includes(group))
    .map((line) => ({
      type: 'Feature' as const,
      id: line.id,
      geometry: { type: 'LineString' as const, coordinates: course(line.path) },
      properties: {
        name: lineName(content, line.id),
        direction: lineDirection(content, line.id) || null,
        voltage_kv: line.voltageKv,
        course: line.pathKind,
        /** Half-open: from ≤ day < to; null = open. */
        states: line.history.map(({ from, to, state, approx }) => ({
          from,
          to,
          state: t(`line.state.${state}`),
          approximate: approx ?? false,
        })),
        sources: sourcesOf(content, [
          ...line.sources,
          ...line.history.flatMap((interval) => interval.sources),
        ]).map(({ publisher, date, url }) => ({ publisher, date, url })),
      },
    }));
}

/** The collection says of itself what the other files say. */
export const placesAndLines = (ui: Ui): FeatureCollection & About => ({
  type: 'FeatureCollection',
  ...about(ui, true),
  features: [...eventFeatures(ui), ...lineFeatures(ui)],
});
