/** Records of the facts that texts may rest on, by `kind/id`, with the sources each names. */
import type { Bundle } from './bundle';
import type { Data } from './data';
import { isObject } from './shapes';

export interface NamedRecord {
  /** The record as its file has it. */
  value: unknown;
  /** Every source named anywhere inside it. */
  sources: Set<string>;
}
/** By `events/<id>`, `mining/<id>` … `plant/<part>`. */
export type Records = Map<string, NamedRecord>;

function sourcesIn(value: unknown, into = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const item of value) sourcesIn(item, into);
  else if (isObject(value)) {
    for (const [key, part] of Object.entries(value)) {
      if (key === 'sources' && Array.isArray(part)) for (const id of part) into.add(String(id));
      else sourcesIn(part, into);
    }
  }
  return into;
}

/** Two checks ask for the records of the same facts. */
const known = new WeakMap<Data, Records>();

/** The records on which a text may rest; of the grid only the lines that have a name. */
export function recordsOf(data: Data, bundle: Bundle): Records {
  let records = known.get(data);
  if (!records) {
    records = readRecords(data, bundle);
    known.set(data, records);
  }
  return records;
}

function readRecords(data: Data, { files }: Bundle): Records {
  const records: Records = new Map();
  const put = (name: string, value: unknown) =>
    records.set(name, { value, sources: sourcesIn(value) });
  const add = (kind: string, list: readonly { id: string }[]) => {
    for (const record of list) put(`${kind}/${record.id}`, record);
  };
  add('events', data.events);
  add('losses', data.losses);
  add('proposals', data.proposals);
  add('claims', data.claims);
  add('obstacles', data.obstacles);
  add('decisions', data.decisions);
  add(
    'lines',
    data.lines.filter((line) => line.group !== 'grid'),
  );
  add('nodes', data.nodes);
  for (const load of data.raw('data/grid/loads.json')) put(`loads/${String(load['id'])}`, load);
  const { mining, control } = data;
  if (control) {
    add('places', control.places);
    add('contact-line', control.statements);
  }
  if (mining) {
    for (const part of ['numbers', 'machines', 'precedents', 'chain'] as const) {
      add('mining', mining[part]);
    }
  }
  const plant = files['data/plant.json'];
  for (const [part, value] of Object.entries(isObject(plant) ? plant : {})) {
    put(`plant/${part}`, value);
  }
  return records;
}
