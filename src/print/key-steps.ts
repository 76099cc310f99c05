/** The steps of a story that are worth a map on paper: those whose maps differ most. Pure. */
import type { Snapshot } from '../core/snapshot-types';
import type { ViewPoint } from '../map/types';

export interface PaperStep {
  snapshot: Snapshot;
  view: ViewPoint | null;
}

/** How much two maps differ; 0 = not to be told apart. */
function difference(a: PaperStep, b: PaperStep): number {
  let points = 0;
  for (const [id, line] of a.snapshot.lines) {
    if (line.group === 'plant' && b.snapshot.lines.get(id)?.state !== line.state) points += 2;
  }
  a.snapshot.units.forEach((unit, i) => {
    if (b.snapshot.units[i]?.state !== unit.state) points += 1;
  });
  if (a.snapshot.reservoir.state !== b.snapshot.reservoir.state) points += 5;
  const [plan, other] = [a.snapshot.scenario, b.snapshot.scenario];
  if ((plan === null) !== (other === null)) points += 8;
  const flows = new Map(other?.flows.map((row) => [row.id, row.mw]));
  for (const row of plan?.flows ?? []) {
    if (row.monitored && Math.abs(row.mw - (flows.get(row.id) ?? 0)) > 200) points += 1;
  }
  if (a.view && b.view && Math.abs(a.view.zoom - b.view.zoom) > 0.5) points += 3;
  return points;
}

/**
 * Indices in order. The first step and then, one by one, the one that differs most from all chosen
 * so far; among equals the later one.
 */
export function keySteps(steps: readonly PaperStep[], most = 3): number[] {
  const chosen = steps.length > 0 ? [0] : [];
  while (chosen.length < most) {
    let best = { index: -1, points: 1 };
    steps.forEach((step, index) => {
      const points = Math.min(...chosen.map((other) => difference(step, steps[other])));
      if (points >= best.points) best = { index, points };
    });
    if (best.index < 0) break;
    chosen.push(best.index);
  }
  return chosen.sort((a, b) => a - b);
}
