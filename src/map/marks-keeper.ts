/** Labels while the date changes: placed anew only when something that they say or avoid does. */
import type { Marks } from './label-types';
import type { Scene } from './scene';
import { type LabelInput, placeMarks } from './scene-labels';

/** Everything of a snapshot that a label tells, besides what the scene already holds. */
function said({ state, taken }: LabelInput): string {
  const { content, snapshot, mode, selectedEvent } = state;
  const { contactLine, control, lines, outsidePower, reservoir, scenario } = snapshot;
  const own = content.facts.grid.lines
    .filter((line) => line.group === 'plant')
    .map(({ id }) => {
      const line = lines.get(id);
      return line && [line.since, line.approx, line.lastKnown, scenario?.inService.has(id)];
    });
  return JSON.stringify([
    mode,
    selectedEvent,
    contactLine?.id,
    reservoir.state,
    reservoir.since,
    outsidePower.lastKnown,
    scenario?.totals.onSite,
    control.map(({ id, side }) => id + side),
    own,
    taken,
  ]);
}

/**
 * A `placeMarks` that returns its last answer while nothing changes, and moves as few labels as it
 * can while the view stays. One content and language for each keeper.
 */
export function marksKeeper(): (input: LabelInput) => Marks {
  let last: { scene: Scene; view: string; said: string; marks: Marks } | null = null;
  return (input) => {
    const { scene } = input;
    const now = { scene, view: JSON.stringify([scene.zoom, input.view]), said: said(input) };
    if (last && last.scene === scene && last.view === now.view && last.said === now.said) {
      return last.marks;
    }
    const before = last?.view === now.view ? last.marks : null;
    last = { ...now, marks: placeMarks({ ...input, before }) };
    return last.marks;
  };
}
