/** Ids that point to nothing. */
import { NAMED_RECORDS, SECTION_LINES, TRANSFORMER_CHAIN } from '../../src/core/line-sets';
import type { Mining } from '../../src/core/model';
import type { Problem } from './bundle';
import type { Data } from './data';

/** Collects the problems of one file: `need(id, set, wanted, what)`. */
function collector(file: string) {
  const problems: Problem[] = [];
  const need = (id: string, known: ReadonlySet<string>, wanted: string, what: string): void => {
    if (!known.has(wanted)) problems.push({ file, id, reason: `${what} ${wanted} does not exist` });
  };
  return { problems, need };
}

/** Steps come from steps above them, and keep only what one of these added. */
function checkChain(chain: Mining['chain'], claims: ReadonlySet<string>): Problem[] {
  const { problems, need } = collector('data/mining.json');
  const above = new Set<string>();
  const added = new Set<string>();
  for (const step of chain) {
    const add = (reason: string) =>
      problems.push({ file: 'data/mining.json', id: step.id, reason });
    if (above.has(step.id)) add('stands twice in the chain');
    for (const id of step.from) need(step.id, above, id, 'step above it');
    for (const id of step.claims ?? []) need(step.id, claims, id, 'claim');
    for (const id of step.carried ?? []) {
      if (!added.has(id)) add(`keeps ${id}, which no step above it added`);
    }
    const begins = step.role === 'meeting' || step.role === 'other-strand';
    if (begins !== (step.from.length === 0)) {
      add(begins ? `role ${step.role} begins a strand` : 'comes from no step');
    }
    if (step.until !== undefined && step.until < step.date) add('ends before it begins');
    above.add(step.id);
    for (const id of step.added ?? []) added.add(id);
  }
  return problems;
}

function checkStory(data: Data): Problem[] {
  const lines = data.ids('data/grid/lines.json');
  const losses = data.ids('data/losses.json');
  const proposals = data.ids('data/proposals.json');
  const claims = data.ids('data/claims.json');
  const events = data.ids('data/events.json');
  const findings = new Map(
    data.obstacles.map(({ id, findings }) => [id, new Set(findings.map((finding) => finding.id))]),
  );
  const places = new Set(data.control?.places.map(({ id }) => id));
  const obstacles = data.ids('data/obstacles.json');
  const destinations = new Set(Object.keys(data.words('en', 'destinations')));
  const eventPlaces = new Set(Object.keys(data.words('en', 'event-places')));

  const ofEvents = collector('data/events.json');
  for (const event of data.events) {
    const { need } = ofEvents;
    if (event.place) need(event.id, eventPlaces, event.place.name, 'event place');
    if (event.loss) need(event.id, losses, event.loss, 'loss');
    for (const id of event.proposals ?? []) need(event.id, proposals, id, 'proposal');
    for (const effect of event.effects ?? []) {
      if ('line' in effect) need(event.id, lines, effect.line, 'line');
      if ('place' in effect) need(event.id, places, effect.place, 'place of control');
    }
  }
  const ofProposals = collector('data/proposals.json');
  for (const proposal of data.proposals) {
    const { need } = ofProposals;
    for (const { to } of proposal.destinations) need(proposal.id, destinations, to, 'destination');
    for (const id of proposal.follows ?? []) need(proposal.id, proposals, id, 'proposal');
    for (const { id, finding } of proposal.obstacles) {
      need(proposal.id, obstacles, id, 'obstacle');
      const known = findings.get(id);
      if (known) need(proposal.id, known, finding, `finding of ${id}`);
    }
  }
  const ofObstacles = collector('data/obstacles.json');
  const held = new Set(
    data.proposals.flatMap(({ obstacles }) =>
      obstacles.map(({ id, finding }) => `${id} ${finding}`),
    ),
  );
  for (const { id, findings } of data.obstacles) {
    for (const finding of findings) {
      if (held.has(`${id} ${finding.id}`)) continue;
      ofObstacles.problems.push({
        file: 'data/obstacles.json',
        id,
        reason: `finding ${finding.id} is not used`,
      });
    }
  }
  const ofClaims = collector('data/claims.json');
  for (const claim of data.claims) {
    for (const id of claim.events ?? []) ofClaims.need(claim.id, events, id, 'event');
    for (const id of claim.proposals ?? []) ofClaims.need(claim.id, proposals, id, 'proposal');
  }
  const ofMining = collector('data/mining.json');
  const machines = new Set(data.mining?.machines.map((machine) => machine.id));
  for (const { machine, units } of data.mining?.scenarios ?? []) {
    ofMining.need(`${machine}, ${units} units`, machines, machine, 'machine');
  }
  const numbers = new Set(data.mining?.numbers.map((number) => number.id));
  for (const { id, price } of data.mining?.machines ?? []) {
    if (price) ofMining.need(id, numbers, price, 'number');
  }
  for (const { id, finding } of data.mining?.law ?? []) {
    ofMining.need(id, obstacles, id, 'obstacle');
    const known = findings.get(id);
    if (known && finding) ofMining.need(id, known, finding, `finding of ${id}`);
  }
  for (const { id, claims: named } of [
    ...(data.mining?.law ?? []),
    ...(data.mining?.precedents ?? []),
  ]) {
    for (const claim of named ?? []) ofMining.need(id, claims, claim, 'claim');
  }
  ofMining.problems.push(...checkChain(data.mining?.chain ?? [], claims));
  const ofNotUsed = collector('data/not-used.json');
  const asked = data.mining?.openQuestions.map(({ id }) => id) ?? [];
  const placed = new Set([...claims, ...asked]);
  for (const { place, publisher } of data.notUsed) {
    if (place !== null) ofNotUsed.need(publisher, placed, place, 'claim or open question');
  }
  const subjects = new Set([
    ...losses,
    ...lines,
    ...events,
    ...claims,
    ...(data.plant?.units.map((unit) => `unit-${unit.n}`) ?? []),
    ...Object.keys(data.words('en', 'method', 'subjects')),
  ]);
  const ofDecisions = collector('data/decisions.json');
  const ofUnverified = collector('data/unverified.json');
  const ofCorrections = collector('data/corrections.json');
  for (const { id, about } of data.decisions) ofDecisions.need(id, subjects, about, 'subject');
  for (const { id, events: named } of data.unverified) {
    for (const event of named ?? []) ofUnverified.need(id, events, event, 'event');
  }
  for (const { id, event } of data.corrections) {
    if (event) ofCorrections.need(id, events, event, 'event');
  }
  return [
    ofEvents,
    ofProposals,
    ofObstacles,
    ofClaims,
    ofMining,
    ofNotUsed,
    ofDecisions,
    ofUnverified,
    ofCorrections,
  ].flatMap((part) => part.problems);
}

function checkGridReferences(data: Data): Problem[] {
  const nodes = data.ids('data/grid/nodes.json');
  const buses = data.ids('data/grid/buses.json');
  const elements = new Set([
    ...data.ids('data/grid/lines.json'),
    ...data.ids('data/grid/transformers.json'),
  ]);
  const ofLines = collector('data/grid/lines.json');
  for (const line of data.lines) {
    ofLines.need(line.id, nodes, line.from, 'node');
    ofLines.need(line.id, nodes, line.to, 'node');
    if (!line.inModel) continue;
    ofLines.need(line.id, buses, line.fromBus, 'bus');
    ofLines.need(line.id, buses, line.toBus, 'bus');
  }
  const ofBuses = collector('data/grid/buses.json');
  for (const bus of data.buses) ofBuses.need(bus.id, nodes, bus.node, 'node');
  const ofTransformers = collector('data/grid/transformers.json');
  for (const { id, hvBus, lvBus } of data.transformers) {
    ofTransformers.need(id, buses, hvBus, 'bus');
    ofTransformers.need(id, buses, lvBus, 'bus');
  }
  const ofTopologies = collector('data/grid/topologies.json');
  for (const { id, inService } of data.topologies) {
    for (const element of inService)
      ofTopologies.need(id, elements, element, 'line or transformer');
  }
  const ofCases = collector('data/grid/reference-cases.json');
  for (const one of data.cases) {
    ofCases.need(one.id, buses, one.slackBus, 'bus');
    for (const bus of Object.keys(one.injectionsMw)) ofCases.need(one.id, buses, bus, 'bus');
    const named = new Set([
      ...one.inService,
      ...one.outOfService,
      ...one.overRating,
      ...Object.keys(one.flowsMw),
    ]);
    for (const element of named) ofCases.need(one.id, elements, element, 'line or transformer');
  }
  const ofCore = collector('src/core/line-sets.ts');
  for (const element of [...SECTION_LINES.ua, ...SECTION_LINES.ru, ...TRANSFORMER_CHAIN]) {
    ofCore.need(element, elements, element, 'line or transformer');
  }
  const topologies = data.ids('data/grid/topologies.json');
  for (const id of NAMED_RECORDS.topologies) ofCore.need(id, topologies, id, 'topology');
  const cases = data.ids('data/grid/reference-cases.json');
  for (const id of NAMED_RECORDS.cases) ofCore.need(id, cases, id, 'reference case');
  for (const id of NAMED_RECORDS.buses) ofCore.need(id, buses, id, 'bus');
  return [ofLines, ofBuses, ofTransformers, ofTopologies, ofCases, ofCore].flatMap(
    (part) => part.problems,
  );
}

/** Refuses references between records that lead nowhere. */
export function checkReferences(data: Data): Problem[] {
  return [...checkStory(data), ...checkGridReferences(data)];
}
