/** Questions "which proposal says …": only what the record states for one choice and not for the others. */
import type { Chance } from './chance';
import { dayNumber } from './dates';
import type { Proposal } from './model';
import type { ProposalClue, ProposalQuestion } from './quiz-types';
import { type Party, type ProposalKind, RECIPIENTS } from './vocabulary';

/** First reports that lie closer together are not told apart by their day. */
const DAYS_APART = 60;
const CHOICES = 4;

/**
 * Destinations that could be taken for one another. Proposals with one of the same family never
 * stand beside each other; a destination that is in no family is not asked.
 */
const FAMILIES: readonly (readonly string[])[] = [
  ['minerals_industry'],
  ['us_decides', 'us_share_unallocated'],
  ['onsite_mining', 'onsite_data_centres', 'local_population'],
  [
    'caucasus',
    'crimea',
    'occupied_regions',
    'russian_grid',
    'russian_held_areas',
    'russian_held_areas_or_russia',
    'russia_or_russian_held_areas',
  ],
];

/** Kinds that nobody takes for another one, with the kinds they may stand beside. */
const PLAIN_KINDS: readonly ProposalKind[] = ['proposal', 'counter-proposal'];
const TELLING_KINDS: readonly ProposalKind[] = ['decree', 'principle', 'inference'];

const MAKERS: readonly Proposal['proposedBy'][number][] = ['ua', 'ru', 'us', 'eu', 'iaea'];
const REFUSERS: readonly Party[] = ['ua', 'ru'];

interface Candidate {
  right: Proposal;
  clue: ProposalClue;
  /** True for a proposal of which the clue is certainly not true. */
  differs: (other: Proposal) => boolean;
}

const powerKey = (p: Proposal): string => RECIPIENTS.map((r) => p.power[r] ?? 'open').join('/');

function byPower(proposals: readonly Proposal[]): Candidate[] {
  return proposals
    .filter((p) => p.draw.class === 'stated' && p.destinations.every((d) => d.basis === 'stated'))
    .map((right) => ({
      right,
      clue: { by: 'power', power: right.power },
      differs: (other) => other.draw.class === 'stated' && powerKey(other) !== powerKey(right),
    }));
}

function byDestination(proposals: readonly Proposal[]): Candidate[] {
  return proposals.flatMap((right) =>
    right.destinations.flatMap(({ to, basis }): Candidate[] => {
      const alike = FAMILIES.filter((family) => family.includes(to)).flat();
      if (basis !== 'stated' || alike.length === 0) return [];
      const onSite = alike.includes('onsite_mining');
      const occupied = alike.includes('crimea');
      return [
        {
          right,
          clue: { by: 'destination', to },
          differs: (other) =>
            other.destinations.length > 0 &&
            other.destinations.every((d) => !alike.includes(d.to)) &&
            !(onSite && other.mining !== 'none') &&
            !(occupied && (other.draw.split?.ru ?? 0) > 0),
        },
      ];
    }),
  );
}

function byMaker(proposals: readonly Proposal[]): Candidate[] {
  return proposals.flatMap((right): Candidate[] => {
    const [party, ...others] = right.proposedBy;
    if (!party || others.length > 0 || !MAKERS.includes(party)) return [];
    return [
      {
        right,
        clue: { by: 'who', party },
        differs: ({ proposedBy }) => !proposedBy.includes(party) && !proposedBy.includes('press'),
      },
    ];
  });
}

function byFirstReport(proposals: readonly Proposal[]): Candidate[] {
  return proposals.map((right) => ({
    right,
    clue: { by: 'first', date: right.firstReported },
    differs: (other) =>
      Math.abs(dayNumber(other.firstReported) - dayNumber(right.firstReported)) >= DAYS_APART,
  }));
}

function byKind(proposals: readonly Proposal[]): Candidate[] {
  return proposals
    .filter(({ kind }) => TELLING_KINDS.includes(kind))
    .map((right) => ({
      right,
      clue: { by: 'kind', kind: right.kind },
      differs: ({ kind }) => PLAIN_KINDS.includes(kind),
    }));
}

function byRefusal(proposals: readonly Proposal[]): Candidate[] {
  return REFUSERS.flatMap((party) =>
    proposals
      .filter(({ stances }) => stances[party].stance === 'rejects' && !stances[party].inferred)
      .map((right) => ({
        right,
        clue: { by: 'stance', party } as const,
        differs: ({ stances }: Proposal) =>
          stances[party].stance === 'supports' && !stances[party].inferred,
      })),
  );
}

const MAKING: Record<ProposalClue['by'], (proposals: readonly Proposal[]) => Candidate[]> = {
  power: byPower,
  destination: byDestination,
  who: byMaker,
  first: byFirstReport,
  kind: byKind,
  stance: byRefusal,
};

/**
 * @param proposals by id
 * @param uncertain ids whose first report has no certain day
 * @param taken ids of proposals that are asked about already
 * @returns null where the record has nothing more to ask
 */
export function askProposal(
  proposals: readonly Proposal[],
  uncertain: ReadonlySet<string>,
  taken: ReadonlySet<string>,
  chance: Chance,
): ProposalQuestion | null {
  for (const by of chance.shuffled(Object.keys(MAKING) as ProposalClue['by'][])) {
    const asked = by === 'first' ? proposals.filter(({ id }) => !uncertain.has(id)) : proposals;
    const candidates = MAKING[by](asked)
      .map((candidate) => ({ ...candidate, others: asked.filter(candidate.differs) }))
      .filter(({ right, others }) => !taken.has(right.id) && others.length >= CHOICES - 1);
    if (candidates.length === 0) continue;
    const { right, clue, others } = chance.pick(candidates);
    const wrong = chance.shuffled(others).slice(0, CHOICES - 1);
    return {
      kind: 'proposal',
      id: `proposal:${right.id}:${by}`,
      clue,
      choices: chance.shuffled([right, ...wrong]).map(({ id }) => id),
      right: [right.id],
      sources: right.sources,
      show: { panel: 'proposals', proposal: right.id },
    };
  }
  return null;
}
