/** The steps of the plain walk: the overview events, without those about violence. */
import type { Facts, PlantEvent } from '../core/model';

export function walkSteps(facts: Facts): PlantEvent[] {
  return facts.events.filter((event) => event.importance === 1 && !event.violence);
}
