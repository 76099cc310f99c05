/** What would have to be true for a proposal, and what was found of it. No DOM, no words. */
import type { Facts, Finding, Proposal } from './model';
import type { ScenarioResult } from './snapshot-types';
import { CONDITION_STATES, type ConditionState } from './vocabulary';

export interface Condition {
  /** Id of the obstacle. */
  id: string;
  /** Id of the obstacle's finding that holds for the proposal. */
  finding: string;
  state: ConditionState;
  /** Last report it rests on; null where the scenario decides. */
  asOf: string | null;
  /** Decided by the scenario, not by reports. */
  modelled: boolean;
  sources: readonly string[];
}

/** MW below which nothing counts as left at the plant: far under what the model can tell. */
const NOTHING_MW = 1;

/** Not asked of a plant at rest. The lines are enough where every section has a way out and nothing is left nowhere to go. */
function linesState(scenario: ScenarioResult | null): ConditionState {
  if (!scenario || scenario.unitsRunning === 0) return 'unknown';
  const enough = scenario.islands.every((i) => i.blocked === null && i.nowhereMw < NOTHING_MW);
  return enough ? 'met' : 'not-met';
}

const stateOf = ({ state }: Finding, scenario: ScenarioResult | null): ConditionState =>
  state === 'model' ? linesState(scenario) : state;

/**
 * The conditions of a proposal, by state in the order of `CONDITION_STATES`, inside a state in the
 * order of the data.
 * @param scenario of this proposal; null where nothing was said about power
 * @throws Error for a finding that the facts do not hold (the data check refuses such facts)
 */
export function obstaclesOf(
  facts: Pick<Facts, 'obstacles'>,
  proposal: Proposal,
  scenario: ScenarioResult | null,
): Condition[] {
  return proposal.obstacles
    .map(({ id, finding: name }): Condition => {
      const obstacle = facts.obstacles.find((one) => one.id === id);
      const finding = obstacle?.findings.find((one) => one.id === name);
      if (!obstacle || !finding) throw new Error(`${proposal.id}: no finding ${name} of ${id}`);
      return {
        id,
        finding: name,
        state: stateOf(finding, scenario),
        asOf: finding.asOf,
        modelled: finding.state === 'model',
        sources: finding.sources ?? obstacle.sources,
      };
    })
    .sort((a, b) => CONDITION_STATES.indexOf(a.state) - CONDITION_STATES.indexOf(b.state));
}
