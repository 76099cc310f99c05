/** A question in the reader's language: what is asked, the choices, and why the answer is right. */
import {
  claimSaid,
  eventSaid,
  eventTitle,
  lineDirection,
  lineName,
  proposalSaid,
  type Said,
  said,
} from '../content/words';
import { DEFAULT_CHOICE } from '../core/choice';
import type { ProposalClue, Question } from '../core/quiz-types';
import { snapshotAt } from '../core/snapshot';
import { RECIPIENTS } from '../core/vocabulary';
import type { Ui } from '../ui/context';

export interface QuestionWords {
  ask: string;
  /** What the question is about, word for word; null = the question says it all. */
  quoted: Said | null;
  /** What stands for the choices' short names. */
  notes: readonly string[];
  /** In the order of the question's choices. */
  choices: readonly { id: string; said: Said }[];
  /** Why the answer is right, in the words of the record. */
  why: readonly Said[];
  /** What the link leads to. */
  show: string;
}

const plain = (text: string): Said => ({ text });
const present = (list: readonly (Said | null)[]): Said[] => list.filter((one) => one !== null);

/** Shares of the electricity that are stated and not nothing: "Ukraine 50 %, Russia 50 %". */
function sharesInWords({ t, fmt }: Ui, clue: Extract<ProposalClue, { by: 'power' }>): string {
  return RECIPIENTS.flatMap((who) => {
    const share = clue.power[who];
    return share ? [`${t(`recipient.${who}.short`)} ${fmt.percent(share)}`] : [];
  }).join(', ');
}

function askProposal(ui: Ui, clue: ProposalClue): string {
  const { content, t, fmt } = ui;
  switch (clue.by) {
    case 'power':
      return t('quiz.ask.power', { shares: sharesInWords(ui, clue) });
    case 'destination': {
      const { destinations } = content.words;
      const where = destinations[clue.to] ?? content.english.destinations[clue.to] ?? clue.to;
      return t('quiz.ask.destination', { where });
    }
    case 'who':
      return t(`quiz.ask.who.${clue.party}`);
    case 'first':
      return t('quiz.ask.first', { date: fmt.day(clue.date) });
    case 'kind':
      return t(`quiz.ask.kind.${clue.kind}`);
    case 'stance':
      return t(`quiz.ask.stance.${clue.party}`);
  }
}

function whyProposal(ui: Ui, id: string, clue: ProposalClue): Said[] {
  const { content, t, fmt } = ui;
  const words = proposalSaid(content, id);
  const proposal = content.proposalById.get(id);
  const status = words('status');
  switch (clue.by) {
    case 'power':
      return present([words('power'), status]);
    case 'destination':
      return present([words('direction'), status]);
    case 'first':
      return present([
        plain(t('quiz.why.first', { date: fmt.day(clue.date) })),
        words('summary'),
        status,
      ]);
    case 'stance': {
      const stance = said(
        content.words.proposals[id]?.stances?.[clue.party],
        content.english.proposals[id]?.stances?.[clue.party],
        content.lang,
      );
      const asOf = proposal?.stances[clue.party].asOf;
      return present([
        stance,
        asOf ? plain(t('quiz.why.asOf', { date: fmt.day(asOf) })) : null,
        status,
      ]);
    }
    default:
      return present([words('summary'), status]);
  }
}

const versionsOf = ({ content }: Ui, id: string) => {
  const own = content.words.events[id]?.versions;
  return {
    lang: own || content.lang === 'en' ? undefined : ('en' as const),
    list: own ?? content.english.events[id]?.versions ?? [],
  };
};

const saidIn = (text: string, lang: 'en' | undefined): Said => (lang ? { text, lang } : { text });

type Part<K extends Question['kind']> = (
  ui: Ui,
  question: Extract<Question, { kind: K }>,
) => Omit<QuestionWords, 'show'>;

const order: Part<'order'> = ({ content, t }, { choices }) => ({
  ask: t('quiz.ask.order'),
  quoted: null,
  notes: [],
  choices: choices.map((id) => ({
    id,
    said: eventSaid(content, id)('title') ?? plain(id),
  })),
  // The right order with its days is the explanation, and stands in the list itself.
  why: [],
});

const lines: Part<'lines'> = ({ content, t, fmt }, { date, lines: pair, choices }) => {
  const on = snapshotAt(content.facts, { ...DEFAULT_CHOICE, date }).lines;
  const [first, second] = pair.map((id) => lineName(content, id)) as [string, string];
  return {
    ask: t('quiz.ask.lines', { date: fmt.day(date) }),
    quoted: null,
    notes: pair.map((id) => {
      const kv = content.lineById.get(id)?.voltageKv ?? 0;
      const line = lineName(content, id);
      const direction = lineDirection(content, id);
      return t(kv === 750 ? 'quiz.line.main' : 'quiz.line.backUp', { line, kv, direction });
    }),
    choices: choices.map((id) => ({
      id,
      said: plain(
        id === 'both' || id === 'neither'
          ? t(`quiz.lines.${id}`)
          : t('quiz.lines.only', { line: id === 'first' ? first : second }),
      ),
    })),
    why: pair.flatMap((id) => {
      const status = on.get(id);
      if (!status) return [];
      const state = t(`line.state.${status.state}`);
      const line = lineName(content, id);
      return [
        plain(
          status.since
            ? t('quiz.why.line', { line, state, date: fmt.day(status.since) })
            : t('quiz.why.lineAlways', { line, state }),
        ),
      ];
    }),
  };
};

const proposal: Part<'proposal'> = (ui, { clue, choices, right }) => ({
  ask: askProposal(ui, clue),
  quoted: null,
  notes: [],
  choices: choices.map((id) => ({
    id,
    // Some of the full names give the month away.
    said: proposalSaid(ui.content, id)(clue.by === 'first' ? 'short' : 'name') ?? plain(id),
  })),
  why: right.flatMap((id) => whyProposal(ui, id, clue)),
});

const claim: Part<'claim'> = ({ content, t }, { claim: id, choices }) => {
  const words = claimSaid(content, id);
  const who = content.claimById.get(id)?.articles.map((by) => t(`publisher.${by}`)) ?? [];
  return {
    ask: t('quiz.ask.claim', { who: who.join(', ') }),
    quoted: words('claim'),
    notes: [],
    choices: choices.map((verdict) => ({
      id: verdict,
      said: plain(t(`verdict.${verdict}`)),
    })),
    why: present([words('evidence')]),
  };
};

const losses: Part<'losses'> = ({ content, t, fmt }, question) => {
  const from = content.lossById.get(question.loss)?.from ?? question.date;
  return {
    ask: t('quiz.ask.losses', { date: fmt.day(question.date) }),
    quoted: null,
    notes: [t('quiz.losses.note')],
    choices: question.choices.map((id) => ({ id, said: plain(id) })),
    why: [
      plain(
        t('quiz.why.losses', {
          n: Number(question.right[0]),
          date: fmt.day(from),
          next: fmt.day(question.next),
        }),
      ),
    ],
  };
};

const reservoir: Part<'reservoir'> = ({ content, t, fmt }, { date, event, choices }) => {
  const on = snapshotAt(content.facts, { ...DEFAULT_CHOICE, date }).reservoir;
  const params = { state: t(`reservoir.${on.state}`), date: on.since ? fmt.day(on.since) : '' };
  const since = t(on.approx ? 'quiz.why.reservoirAbout' : 'quiz.why.reservoir', params);
  const day = content.eventById.get(event)?.date ?? date;
  const title = `${fmt.day(day)}: ${eventTitle(content, event)}.`;
  return {
    ask: t('quiz.ask.reservoir', { date: fmt.day(date) }),
    quoted: null,
    notes: [],
    choices: choices.map((state) => ({ id: state, said: plain(t(`reservoir.${state}`)) })),
    why: present([
      on.since ? plain(since) : null,
      plain(title),
      eventSaid(content, event)('summary'),
    ]),
  };
};

const versions: Part<'versions'> = (ui, { event, choices, right }) => {
  const { lang, list } = versionsOf(ui, event);
  const version = list[Number(right[0])];
  return {
    ask: ui.t('quiz.ask.versions', { event: eventTitle(ui.content, event) }),
    quoted: version ? saidIn(version.says, lang) : null,
    notes: [],
    choices: choices.map((id) => ({ id, said: saidIn(list[Number(id)]?.who ?? id, lang) })),
    why: list.map(({ who, says }) => saidIn(`${who}: ${says}`, lang)),
  };
};

const PARTS = { order, lines, proposal, claim, losses, reservoir, versions };

/** All words of one question; texts that are not translated come in English, marked so. */
export function questionWords(ui: Ui, question: Question): QuestionWords {
  const part = PARTS[question.kind] as Part<Question['kind']>;
  const { panel } = question.show;
  const show =
    panel === 'proposals'
      ? 'quiz.show.proposal'
      : panel === 'claims'
        ? 'quiz.show.claim'
        : 'quiz.show.map';
  return { ...part(ui, question as never), show: ui.t(show) };
}
