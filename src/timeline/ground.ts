/**
 * What lies behind and over all lanes: tints of the phases with their names, hatching after the
 * newest fact, and the labelled lines "facts end here", "today" and first report of a proposal.
 */
import type { Phase } from '../core/model';
import { LAST_DATE } from '../core/vocabulary';
import { AXIS_END, AXIS_START, percent, timeOf, type View, xOf } from './view';

export interface GroundWords {
  phase(id: Phase['id']): string;
  factsEnd: string;
  today: string;
}

export interface Ground {
  /** Behind the lanes and over them; both in the host's container. */
  under: HTMLElement;
  over: HTMLElement;
  place(view: View): void;
  /** Where the date's knob stands, px from the left edge of the view: a label in its way gives way. */
  avoid(x: number): void;
  /** Draws or takes away the line of the day on which a proposal was first reported. */
  setFirst(day: string | null): void;
}

/** Between a line or the edge and a label, and between two labels. */
const GAP_PX = 5;
/** Half the cursor's knob and a gap. */
const KNOB_PX = 9;

const make = (className: string, text = ''): HTMLElement => {
  const element = document.createElement('div');
  element.className = className;
  element.textContent = text;
  return element;
};

interface Label {
  element: HTMLElement;
  /** Measured once it stands in the page. */
  width: number;
}

/**
 * @param today the reader's own day; its line is left out if it is not on the axis
 */
export function createGround(phases: readonly Phase[], today: string, words: GroundWords): Ground {
  const under = make('tl-under');
  const over = make('tl-over');
  const behind = make('tl-wide');
  const before = make('tl-wide');
  under.append(behind);
  over.append(before);

  const ends = timeOf(LAST_DATE);
  const now = timeOf(today);
  const todayIsOn = now > ends && now < AXIS_END;

  const label = (text: string, layer = under): Label => {
    const element = make('tl-label', text);
    layer.append(element);
    return { element, width: 0 };
  };
  const line = (className: string, time: number): HTMLElement => {
    const element = make(`tl-line ${className}`);
    element.style.left = percent(time);
    before.append(element);
    return element;
  };

  const names = phases.map((phase, i) => {
    const from = timeOf(phase.from);
    const to = phase.to === null ? ends : timeOf(phase.to);
    const band = make(`tl-band${i % 2 === 1 ? ' tl-odd' : ''}`);
    band.style.left = percent(from);
    band.style.right = `calc(100% - ${percent(to)})`;
    behind.append(band);
    return { from, to, ...label(words.phase(phase.id)) };
  });
  const hatch = make('tl-no-records');
  hatch.style.left = percent(ends);
  behind.append(hatch);

  line('tl-facts-end', ends);
  const factsEnd = label(words.factsEnd, over);
  if (todayIsOn) line('tl-today', now);
  const todayLabel = todayIsOn ? label(words.today) : null;
  const labels: Label[] = [...names, factsEnd, ...(todayLabel ? [todayLabel] : [])];

  const firstLine = line('tl-first', AXIS_START);
  firstLine.hidden = true;

  /** Left edge of the label below the lanes; null where it stands above or has no room. */
  let below: number | null = null;

  function put({ element }: Label, x: number, fits: boolean): void {
    element.hidden = !fits;
    if (fits) element.style.transform = `translateX(${x.toFixed(1)}px)`;
  }

  return {
    under,
    over,
    place(view) {
      if (labels[0]?.width === 0) {
        for (const each of labels) each.width = Math.ceil(each.element.offsetWidth);
      }
      const width = `${(((AXIS_END - AXIS_START) / (view.end - view.start)) * view.width).toFixed(2)}px`;
      const shift = `translateX(${xOf(view, AXIS_START).toFixed(2)}px)`;
      for (const wide of [behind, before]) {
        if (wide.style.width !== width) wide.style.width = width;
        wide.style.transform = shift;
      }
      const endX = xOf(view, ends);
      let right = view.width;
      if (todayLabel) {
        const x = xOf(view, now) - GAP_PX - todayLabel.width;
        const fits = x > Math.max(0, endX + GAP_PX) && x + todayLabel.width <= view.width;
        put(todayLabel, x, fits);
        right = Math.min(right, fits ? x : xOf(view, now));
      }
      // Above, to the right of its line; without room there, below the lanes, left of the knob.
      const above = endX + factsEnd.width + 2 * GAP_PX <= right;
      factsEnd.element.classList.toggle('tl-below', !above);
      const left = endX - factsEnd.width - KNOB_PX;
      const fits = endX >= 0 && endX <= view.width && (above || left > 0);
      put(factsEnd, above ? endX + GAP_PX : left, fits);
      below = fits && !above ? left : null;
      for (const name of names) {
        const x = Math.max(0, xOf(view, name.from)) + GAP_PX;
        put(name, x, x + name.width + GAP_PX <= Math.min(view.width, xOf(view, name.to)));
      }
    },
    avoid(x) {
      if (below === null) return;
      const inTheWay = x > below - KNOB_PX && x < below + factsEnd.width + KNOB_PX - 1;
      if (factsEnd.element.hidden !== inTheWay) factsEnd.element.hidden = inTheWay;
    },
    setFirst(day) {
      firstLine.hidden = day === null;
      if (day !== null) firstLine.style.left = percent(timeOf(day));
    },
  };
}
