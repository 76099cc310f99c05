/**
 * Everything drawn over the base map, as shapes in pixels relative to the anchor (the plant), for
 * one zoom and one snapshot. Panning moves the whole scene; only zooming or a new snapshot rebuilds
 * it. Words and their places are added by `scene-labels.ts`. Pure.
 */
import type { Content } from '../content/content';
import { AT_PLANT } from '../content/named-nodes';
import { SECTION_LINES } from '../core/line-sets';
import type { GridLine, GridNode } from '../core/model';
import type { FlowRow, Snapshot } from '../core/snapshot-types';
import type { LineState } from '../core/vocabulary';
import {
  corridorOffsets,
  type GridPath,
  type GridPaths,
  pixelPath,
  prepareGrid,
} from './corridors';
import { arrowhead, flowWidth, type RibbonShape, ribbon } from './flow-geometry';
import {
  BACKGROUND_FACTOR,
  dashes,
  LINE_HALO,
  STORY_FACTOR,
  stateWidth,
  voltageWidth,
} from './line-style';
import { mercatorX, mercatorY, worldPx } from './mercator';
import { cut, pathLength, pointAt, toPath } from './paths';
import { type Course, SceneCache, type Shapes } from './scene-cache';
import type { LonLat, Xy } from './types';

export interface LineShape {
  id: string;
  line: GridLine;
  state: LineState;
  /** Feeds or is fed by the plant and is what the moment is about. */
  story: boolean;
  /** Quiet context behind a scenario's flows. */
  background: boolean;
  width: number;
  halo: number;
  dash: string | undefined;
  /** Where in the dashes it begins, px; none = at their start. */
  dashOffset?: number;
  d: string;
  arrows: string[];
  /** From the plant outwards for the plant's own lines. */
  course: readonly Xy[];
}

export interface FlowShape {
  row: FlowRow;
  line: GridLine;
  shape: RibbonShape;
  /** Beyond the plant's own lines power is mixed: drawn paler. */
  mixed: boolean;
  /** Node that the power goes to. */
  to: string;
}

export interface NodeShape {
  node: GridNode;
  at: Xy;
  kind: 'large' | 'small' | 'nuclear';
}

export interface DiscShape {
  id: string;
  at: Xy;
  /** Lines it stands for. */
  lines: readonly string[];
}

export interface Scene {
  zoom: number;
  scale: number;
  lines: readonly LineShape[];
  flows: readonly FlowShape[];
  nodes: readonly NodeShape[];
  discs: readonly DiscShape[];
  /** Pixels of a place relative to the anchor. */
  place(at: LonLat): Xy;
}

/** The plate hides this much of a flow's length. */
const UNDER_PLATE = 17;
/** Both end where several lines meet, so that a strip of each line can be seen. */
const DISC_DISTANCE = { corridor: 68, single: 150 } as const;

export function isMonitored(line: GridLine): boolean {
  return line.group !== 'grid' && line.group !== 'plant-link';
}

/** Courses and corridors of a content's grid, with the plant as the anchor. */
export function gridPathsOf(content: Content): GridPaths {
  const { lines } = content.facts.grid;
  const shared = new Set(lines.filter(isMonitored).map((line) => line.id));
  return prepareGrid(lines, shared, content.facts.plant.at);
}

/** The plant's lines towards sides that its power cannot reach in a scenario. */
function blockedLines({ scenario }: Snapshot): ReadonlySet<string> {
  const blocked = scenario?.islands.filter((island) => island.blocked) ?? [];
  return new Set(blocked.flatMap(({ island }) => SECTION_LINES[island]));
}

function stateOf(snapshot: Snapshot, id: string, blocked: ReadonlySet<string>): LineState {
  const dated = snapshot.lines.get(id)?.state ?? 'unknown';
  if (!snapshot.scenario) return dated;
  if (snapshot.scenario.inService.has(id) && !blocked.has(id)) return 'in';
  return dated === 'unknown' ? 'unknown' : 'out';
}

export interface SceneInput {
  content: Content;
  paths: GridPaths;
  snapshot: Snapshot;
  zoom: number;
  mwPerPx: number;
  /** 1 on screens, more for projectors. */
  scale: number;
  /** `present`: the plant's own lines of known state and nothing else of the grid. */
  mode?: 'app' | 'present';
  /** Of the same content's earlier scenes; what the date leaves alone is taken from it. */
  cache?: SceneCache;
}

const flowKey = ({ id, mw, over, loading, strands }: FlowRow): string =>
  [id, mw.toFixed(1), over, loading.toFixed(3), ...strands.map((s) => s.share.toFixed(3))].join();

export function buildScene(input: SceneInput): Scene {
  const { content, paths, snapshot, zoom, mwPerPx, scale, mode = 'app' } = input;
  const { cache = new SceneCache() } = input;
  const parts = [snapshot.lines, snapshot.units, snapshot.scenario, zoom, mwPerPx, scale, mode];
  const known = cache.same(parts);
  if (known) return known;
  const { grid } = content.facts;
  const size = worldPx(zoom);
  const origin: Xy = [mercatorX(paths.anchor[0]), mercatorY(paths.anchor[1])];
  const place = (at: LonLat): Xy => [
    (mercatorX(at[0]) - origin[0]) * size,
    (mercatorY(at[1]) - origin[1]) * size,
  ];
  const scenario = snapshot.scenario;
  /** Recorded to draw from the grid: every unit's state known, none in operation. */
  const plantDraws = snapshot.units.every((u) => u.state !== 'operating' && u.state !== 'unknown');
  const flowOf = new Map(
    (scenario?.flows ?? [])
      .filter((row) => row.monitored && row.kind === 'line' && roundsToSomething(row))
      .map((row) => [row.id, row]),
  );

  const isStory = (line: GridLine, state: LineState) =>
    !scenario && line.group === 'plant' && state === 'in' && plantDraws;
  const shown = mode === 'app' ? grid.lines : grid.lines.filter((line) => line.group === 'plant');
  const blocked = blockedLines(snapshot);
  const drawn = new Map<string, Look>();
  for (const line of shown) {
    const state = stateOf(snapshot, line.id, blocked);
    if (mode === 'present' && state === 'unknown') continue;
    const story = isStory(line, state);
    const full =
      voltageWidth(line.voltageKv, zoom) *
      scale *
      (story ? STORY_FACTOR : scenario && line.group === 'grid' ? BACKGROUND_FACTOR : 1);
    drawn.set(line.id, { state, width: stateWidth(full, state), story });
  }
  const looks = [...drawn].map(([id, look]) => `${id}${look.state}${look.story}`);
  const key = [zoom, scale, mwPerPx, mode, scenario !== null, ...looks]
    .concat([...flowOf.values()].map(flowKey))
    .join(' ');
  return cache.scene(zoom, parts, key, draw);

  function draw(shapes: Shapes): Scene {
    const occupied = new Map<string, number>();
    for (const [id, look] of drawn) {
      const row = flowOf.get(id);
      // In steps of half a pixel, so that a small change of a flow does not move its neighbours.
      const width = row ? flowWidth(row.mw, mwPerPx) * scale + 2 : look.width + 1;
      occupied.set(id, Math.round(width * 2) / 2);
    }
    const occupiedWidth = (id: string): number => occupied.get(id) ?? 0;
    const courseOf = (path: GridPath, isFlow: boolean): Course => {
      const beside = neighboursOf(path);
      const widths = beside.map(occupiedWidth).join();
      const own = occupiedWidth(path.id);
      const shift = beside.length ? own : '';
      const courseKey = `${path.id} ${scale} ${isFlow} ${shift} ${widths}`;
      return shapes.courses.get(courseKey, () => {
        const offsets = corridorOffsets(path, paths.rank, size, occupiedWidth, 3 * scale);
        const course = pixelPath(path, size, offsets, isFlow ? own : 0);
        return { key: courseKey, course, d: toPath(course) };
      });
    };

    const lines: LineShape[] = [];
    const flows: FlowShape[] = [];
    for (const line of shown) {
      const path = paths.paths.get(line.id);
      const look = drawn.get(line.id);
      if (!path || !look || path.points.length < 2) continue;
      const row = flowOf.get(line.id);
      const course = courseOf(path, row !== undefined);
      const flow =
        row &&
        shapes.flows.get(`${course.key} ${mwPerPx} ${flowKey(row)}`, () =>
          flowShape(line, row, course, flowWidth(row.mw, mwPerPx) * scale, scale),
        );
      if (flow) {
        flows.push(flow);
        continue;
      }
      const background = scenario !== null && !isMonitored(line);
      const { state, story, width } = look;
      const lookKey = [course.key, state, story, width, background].join(' ');
      lines.push(shapes.lines.get(lookKey, () => lineShape(line, look, course, background, scale)));
    }
    // Quiet under loud, thin under thick. By voltage and not by state, so that a line which comes
    // or goes with the date keeps its place in the page.
    lines.sort(
      (a, b) => Number(b.background) - Number(a.background) || a.line.voltageKv - b.line.voltageKv,
    );
    flows.sort((a, b) => a.shape.width - b.shape.width);

    const ends = new Set(lines.flatMap(({ line }) => [line.from, line.to]));
    const nodes = mode === 'app' ? grid.nodes : grid.nodes.filter((node) => ends.has(node.id));
    return {
      zoom,
      scale,
      lines,
      flows,
      nodes: shapes.nodes.get(nodes.map(({ id }) => id).join(), () =>
        nodeShapes(nodes, place, zoom),
      ),
      discs: scenario ? [] : discShapes(lines, paths, zoom, scale),
      place,
    };
  }
}

interface Look {
  state: LineState;
  width: number;
  story: boolean;
}

function flowShape(
  line: GridLine,
  row: FlowRow,
  { course }: Course,
  width: number,
  scale: number,
): FlowShape | null {
  const onward = row.mw >= 0 ? course : [...course].reverse();
  const hidden = line.group === 'plant' ? UNDER_PLATE * scale : 0;
  const shape = ribbon(onward, width, row.strands, hidden);
  if (!shape) return null;
  const to = row.mw >= 0 ? line.to : line.from;
  return { row, line, shape, mixed: line.group !== 'plant', to };
}

function lineShape(
  line: GridLine,
  { state, story, width }: Look,
  { course, d }: Course,
  background: boolean,
  scale: number,
): LineShape {
  const outward = AT_PLANT.has(line.to) ? [...course].reverse() : course;
  return {
    id: line.id,
    line,
    state,
    story,
    background,
    width,
    halo: LINE_HALO * scale,
    dash: dashes(state, width),
    d,
    arrows: story ? storyArrows(outward, scale) : [],
    course: isMonitored(line) ? outward : [],
  };
}

const neighbours = new WeakMap<GridPath, readonly string[]>();

/** Other lines that run along a path anywhere. */
function neighboursOf(path: GridPath): readonly string[] {
  let ids = neighbours.get(path);
  if (!ids) {
    ids = [...new Set(path.beside.flat().map(({ line }) => line))].sort();
    neighbours.set(path, ids);
  }
  return ids;
}

function roundsToSomething(row: FlowRow): boolean {
  return Math.abs(row.mw) >= 5;
}

/** Two heads towards the plant, clear of the plate. `course` runs outwards. */
function storyArrows(course: readonly Xy[], scale: number): string[] {
  const inward = [...course].reverse();
  const length = pathLength(inward) - 30 * scale;
  if (length < 24 * scale) return [];
  const at = length < 70 * scale ? [length * 0.6] : [length * 0.42, length * 0.86];
  return at.map((distance) => arrowhead(inward, distance, 1.15 * scale));
}

function nodeShapes(
  nodes: readonly GridNode[],
  place: (at: LonLat) => Xy,
  zoom: number,
): NodeShape[] {
  const shapes: NodeShape[] = [];
  for (const node of nodes) {
    if (AT_PLANT.has(node.id)) continue;
    const high = Math.max(...node.voltagesKv) >= 500;
    if (!high && zoom < 6) continue;
    const kind = node.kind === 'nuclear' ? 'nuclear' : high ? 'large' : 'small';
    shapes.push({ node, at: place(node.at), kind });
  }
  return shapes;
}

/** One disc for each out line of the plant, or for all out lines that leave it together. */
function discShapes(
  lines: readonly LineShape[],
  paths: GridPaths,
  zoom: number,
  scale: number,
): DiscShape[] {
  const out = lines.filter(
    (shape) =>
      shape.line.group === 'plant' &&
      shape.state === 'out' &&
      (shape.line.voltageKv >= 500 || zoom >= 8.8),
  );
  const left = new Map(out.map((shape) => [shape.id, shape]));
  const discs: DiscShape[] = [];
  for (const first of [...out].sort((a, b) => b.line.voltageKv - a.line.voltageKv)) {
    if (!left.has(first.id)) continue;
    const group: LineShape[] = [];
    const queue = [first];
    left.delete(first.id);
    for (let shape = queue.pop(); shape; shape = queue.pop()) {
      group.push(shape);
      const beside = paths.paths.get(shape.id)?.beside ?? [];
      for (const { line } of beside.slice(1, Math.ceil(beside.length / 2)).flat()) {
        const next = left.get(line);
        if (next) {
          left.delete(line);
          queue.push(next);
        }
      }
    }
    const middle = group.filter((shape) => shape.line.voltageKv === first.line.voltageKv);
    const bearer = middle.sort((a, b) => (paths.rank.get(a.id) ?? 0) - (paths.rank.get(b.id) ?? 0))[
      Math.floor(middle.length / 2)
    ];
    const length = pathLength(bearer.course);
    const wanted = group.length > 1 ? DISC_DISTANCE.corridor : DISC_DISTANCE.single;
    const distance = Math.min(wanted * scale, length * 0.45);
    if (distance < 34 * scale) continue;
    discs.push({
      id: bearer.id,
      at: pointAt(bearer.course, distance).at,
      lines: group.map((shape) => shape.id),
    });
  }
  return discs;
}

/** The part of a course within a distance of its start. */
export function nearPart(course: readonly Xy[], distance: number): Xy[] {
  return cut(course, 0, Math.min(distance, pathLength(course)));
}
