/**
 * Whether all text of an open page has room: measured by geometry, since a clipped or covered word
 * is no error to the browser.
 */
import type { Page } from 'playwright-core';

/** Text that may be cut or covered, by selector, and why that takes nothing from a reader. */
export const EXCEPTIONS: Readonly<Record<string, string>> = {
  '.frame h1':
    'a frame may be 240 px high: two lines of the title, whole in its name and in its tip',
  '.bar.wide .near': 'the first words of the title beside the date; it stands whole in the panel',
  '.still .names':
    'a phase has its name where it is wide enough, else none: the list has all of them',
  'html:not([data-app="ready"]) .start svg':
    'names find their room by script; without it the map is a picture whose words stand below',
};

/**
 * WCAG 2.2, 1.4.12: what a reader may set and lose nothing. Names in drawings are not set in lines
 * and words: they are placed by their size, and whatever they say stands in words beside.
 */
export const TEXT_SPACING = `*:not(svg, svg *) { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }
  svg { letter-spacing: normal !important; word-spacing: normal !important }`;
/** Sets the reader's own style in place of the one before; the page's policy refuses a style element. */
export async function readersStyle(page: Page, css: string): Promise<void> {
  await page.evaluate(async (text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }, css);
}

/** The size of type that a reader has set in the browser, px; 16 unless they did. */
export async function readersType(page: Page, px: number): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Page.setFontSizes', { fontSizes: { standard: px } });
  await browser.detach();
}

/**
 * What is wrong with the room of the page's texts, one line each; in any scroller also what lies
 * outside the part of it that is seen. Found are: a page or an unnamed part that scrolls sideways,
 * text that is cut by a box, text outside the screen or outside the border or ground that it stands
 * on, lines of text on each other, fields whose hint or choice is longer than they are.
 */
export const lackOfRoom = (page: Page): Promise<string[]> =>
  page.evaluate((exceptions) => {
    /** px; rounding of boxes and the slant of a letter. */
    const SLACK = 1.5;
    /** Parts of a line's box above its capitals and below its letters' feet. */
    const ABOVE = 0.17;
    const BELOW = 0.08;
    type Box = { left: number; right: number; top: number; bottom: number };
    type Line = Box & { text: string; element: Element; group: Element; seen: Box };

    /** What and where → the first text of that kind and how many there are. */
    const found = new Map<string, { text: string; by: string; n: number }>();
    /** Of what is measured something has been said. */
    let bad = false;
    const nameOf = (element: Element) => {
      const part = (e: Element) => {
        const names = [...e.classList].filter((name) => !name.startsWith('svelte-'));
        return `${e.tagName.toLowerCase()}${e.id ? `#${e.id}` : ''}${names.map((n) => `.${n}`).join('')}`;
      };
      const up = element.parentElement;
      return `${up?.parentElement ? `${part(up.parentElement)} > ` : ''}${up ? `${part(up)} > ` : ''}${part(element)}`;
    };
    const say = (what: string, element: Element, text: string, by: string) => {
      if (bad || exceptions.some((selector) => element.closest(selector))) return;
      bad = true;
      const short = text.trim().replace(/\s+/g, ' ').slice(0, 40);
      const key = `${what}: ${nameOf(element)}`;
      const before = found.get(key);
      if (before) before.n += 1;
      else found.set(key, { text: short, by, n: 1 });
    };
    const px = (n: number) => String(Math.round(n * 10) / 10);

    const styles = new Map<Element, CSSStyleDeclaration>();
    const styleOf = (element: Element) => {
      const style = styles.get(element) ?? getComputedStyle(element);
      styles.set(element, style);
      return style;
    };
    const meet = (a: Box, b: Box): Box => ({
      left: Math.max(a.left, b.left),
      right: Math.min(a.right, b.right),
      top: Math.max(a.top, b.top),
      bottom: Math.min(a.bottom, b.bottom),
    });
    const isEmpty = (b: Box) => b.right - b.left < 2 || b.bottom - b.top < 2;
    /** Inside its borders. */
    const insideOf = (element: Element): Box => {
      const { left, top } = element.getBoundingClientRect();
      const x = left + element.clientLeft;
      const y = top + element.clientTop;
      if (element instanceof SVGElement) return element.getBoundingClientRect();
      return { left: x, top: y, right: x + element.clientWidth, bottom: y + element.clientHeight };
    };

    /** For readers who hear the page, or for nobody. */
    const isUnseen = (element: Element): boolean => {
      if (
        !element.checkVisibility({
          visibilityProperty: true,
          opacityProperty: true,
          contentVisibilityAuto: false,
        })
      )
        return true;
      for (let e: Element | null = element; e; e = e.parentElement) {
        const { clipPath, position } = styleOf(e);
        if (position === 'absolute' && clipPath === 'inset(50%)') return true;
        if (e.matches('select, option, datalist, .skip, title, desc, defs')) return true;
      }
      return false;
    };

    /** What reaches furthest to the right in it. */
    const widestIn = (scroller: Element) => {
      const right = (e: Element) => e.getBoundingClientRect().right;
      let widest: Element | null = null;
      for (const e of scroller.querySelectorAll('*'))
        if (
          !(e instanceof SVGElement) &&
          !e.closest('[tabindex][role="region"]') &&
          e.checkVisibility() &&
          !e.closest('.visually-hidden') &&
          (!widest || right(e) >= right(widest))
        )
          widest = e;
      return widest ? `${nameOf(widest)} “${widest.textContent?.trim().slice(0, 30)}”` : '';
    };

    const sticks = (element: Element) => {
      for (let e: Element | null = element; e; e = e.parentElement)
        if (styleOf(e).position === 'sticky') return true;
      return false;
    };

    const clips = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
    const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
    /** Ancestors whose overflow holds for the element: not those that its position leaves. */
    function* holders(element: Element): Generator<Element> {
      let position = 'static';
      for (let e: Element | null = element; e && e !== document.body; e = e.parentElement) {
        const style = styleOf(e);
        const holds =
          position === 'static' ||
          (position === 'absolute' &&
            (style.position !== 'static' ||
              style.transform !== 'none' ||
              style.contain !== 'none')) ||
          (position === 'fixed' && style.transform !== 'none');
        if (holds) {
          yield e;
          position =
            style.position === 'absolute' || style.position === 'fixed' ? style.position : 'static';
        }
        if (e.matches('dialog[open], [popover]') || position === 'fixed') return;
      }
    }
    /** Reached by script or finger under a name of its own (a wide table). */
    const isNamedScroller = (e: Element) =>
      (e.hasAttribute('aria-label') || e.hasAttribute('aria-labelledby')) &&
      e.hasAttribute('tabindex');

    // Rows that wait for their scroller are laid out, and everything answers to a point, so that what
    // lies above it can be asked for.
    const whole = new CSSStyleSheet();
    whole.replaceSync(
      '* { content-visibility: visible !important; pointer-events: auto !important }',
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, whole];

    const screen: Box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
    const lines: Line[] = [];
    const sideScrollers = new Set<Element>();

    const root = document.scrollingElement ?? document.documentElement;
    if (root.scrollWidth > innerWidth + 1)
      found.set('the page scrolls sideways', {
        text: '',
        by: `${root.scrollWidth} of ${innerWidth} px: ${widestIn(root)}`,
        n: 1,
      });

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent ?? '';
      if (!element || !text.trim() || isUnseen(element)) continue;
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        if (rect.width < 2 || rect.height < 2) continue;
        const box: Box = {
          left: rect.left,
          right: rect.right,
          top: rect.top + rect.height * ABOVE,
          bottom: rect.bottom - rect.height * BELOW,
        };
        bad = false;
        let seen = box;
        let group: Element = document.body;
        let sideways = false;
        let stands: Element | null = null;
        let scrolled = false;
        for (const holder of holders(element)) {
          const style = styleOf(holder);
          const inline = style.display === 'inline' || style.display === 'contents';
          // An SVG's inner parts have no overflow and no ground in this sense.
          const isBox = !inline && !(holder instanceof SVGElement && holder.tagName !== 'svg');
          if (!isBox) continue;
          const inside = insideOf(holder);
          const reached = { x: false, y: false };
          if (scrolls(style.overflowX)) {
            reached.x = holder.scrollWidth > holder.clientWidth + 1;
            if (reached.x && !sideScrollers.has(holder) && !isNamedScroller(holder))
              say(
                'scrolls sideways without a name',
                holder,
                '',
                `${holder.scrollWidth} of ${holder.clientWidth} px: ${widestIn(holder)}`,
              );
            if (reached.x) sideScrollers.add(holder);
            sideways ||= reached.x;
          }
          reached.y = scrolls(style.overflowY) && holder.scrollHeight > holder.clientHeight + 1;
          if (scrolls(style.overflowX) || scrolls(style.overflowY)) {
            if (group === document.body) group = holder;
          }
          // A map shows a part of its world: names wholly outside it are not there.
          if (holder instanceof SVGElement && isEmpty(meet(box, inside))) {
            seen = meet(box, inside);
            break;
          }
          const cutX = clips(style.overflowX) && !scrolled;
          const cutY = clips(style.overflowY) && !scrolled;
          if (cutX && (box.left < inside.left - SLACK || box.right > inside.right + SLACK))
            say(
              'cut at the side',
              element,
              text,
              `by ${nameOf(holder)}, ${px(Math.max(inside.left - box.left, box.right - inside.right))} px`,
            );
          if (cutY && (box.top < inside.top - SLACK || box.bottom > inside.bottom + SLACK))
            say(
              'cut above or below',
              element,
              text,
              `by ${nameOf(holder)}, ${px(Math.max(inside.top - box.top, box.bottom - inside.bottom))} px`,
            );
          if (
            (style.textOverflow === 'ellipsis' || /^\d/.test(style.webkitLineClamp)) &&
            (holder.scrollWidth > holder.clientWidth + 1 ||
              holder.scrollHeight > holder.clientHeight + 1)
          )
            say('shortened', element, text, `by ${nameOf(holder)}`);
          if (reached.x || reached.y) scrolled = true;
          if (
            scrolls(style.overflowX) ||
            clips(style.overflowX) ||
            clips(style.overflowY) ||
            scrolls(style.overflowY)
          )
            seen = meet(seen, inside);
          const sides = [
            style.borderTopWidth,
            style.borderRightWidth,
            style.borderBottomWidth,
            style.borderLeftWidth,
          ];
          const bordered =
            sides.filter((w) => Number.parseFloat(w) > 0).length >= 3 &&
            style.borderTopStyle !== 'none';
          const grounded = !/^rgba\(0, 0, 0, 0\)$|^transparent$/.test(style.backgroundColor);
          if (
            !stands &&
            (bordered || grounded || holder.matches('button, a[href], th, td')) &&
            !reached.x
          ) {
            stands = holder;
            const own = holder.getBoundingClientRect();
            const over = Math.max(own.left - box.left, box.right - own.right);
            const high = reached.y ? 0 : Math.max(own.top - box.top, box.bottom - own.bottom);
            if (!scrolled && over > SLACK)
              say('wider than its box', element, text, `${nameOf(holder)}, ${px(over)} px`);
            if (!scrolled && high > SLACK)
              say('higher than its box', element, text, `${nameOf(holder)}, ${px(high)} px`);
          }
        }
        if (isEmpty(seen) && element instanceof SVGElement) continue;
        if (!sideways && (box.left < -SLACK || box.right > innerWidth + SLACK))
          say(
            'outside the screen',
            element,
            text,
            `${px(box.left)} to ${px(box.right)} of ${innerWidth} px`,
          );
        lines.push({ ...box, text, element, group, seen: meet(seen, screen) });
      }
    }

    // Fields cut what is written in them, and no box says so.
    const pen = document.createElement('canvas').getContext('2d');
    for (const field of document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
      'select, input',
    )) {
      if (!pen || !field.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        continue;
      const style = getComputedStyle(field);
      const text =
        field instanceof HTMLSelectElement
          ? (field.selectedOptions[0]?.label ?? '')
          : /^(text|search|url|number|)$/.test(field.type)
            ? field.value || field.placeholder
            : '';
      if (!text || style.clipPath === 'inset(50%)') continue;
      pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      const needs =
        pen.measureText(text).width + text.length * (Number.parseFloat(style.letterSpacing) || 0);
      // A list's arrow is in its padding or drawn beside the text.
      const arrow = field instanceof HTMLSelectElement && style.appearance !== 'none' ? 18 : 0;
      const has =
        field.clientWidth -
        Number.parseFloat(style.paddingLeft) -
        Number.parseFloat(style.paddingRight) -
        arrow;
      bad = false;
      if (needs > has + SLACK)
        say('longer than its field', field, text, `${px(needs)} of ${px(has)} px`);
    }

    const opaque = (element: Element) => {
      const { backgroundColor, opacity } = styleOf(element);
      const alpha = /rgba\(.*, ([\d.]+)\)|\/ ([\d.]+)\)/.exec(backgroundColor);
      return (
        backgroundColor !== 'transparent' &&
        Number(alpha?.[1] ?? alpha?.[2] ?? 1) > 0.6 &&
        Number(opacity) > 0.6
      );
    };
    /** Whether something that is meant to cover lies between the text and the reader's eye. */
    const covered = ({ element }: Line, { left, right, top, bottom }: Box) => {
      for (const above of document.elementsFromPoint((left + right) / 2, (top + bottom) / 2)) {
        if (above === element || above.contains(element) || element.contains(above)) return false;
        if (opaque(above)) return true;
      }
      return false;
    };
    lines.sort((a, b) => a.top - b.top);
    for (const [i, a] of lines.entries()) {
      for (let j = i + 1; j < lines.length; j += 1) {
        const b = lines[j] as Line;
        if (b.top >= a.bottom) break;
        if (a.element === b.element) continue;
        const both = meet(a, b);
        const high = Math.min(a.bottom - a.top, b.bottom - b.top);
        if (both.right - both.left <= 2 || both.bottom - both.top <= Math.max(2, high * 0.2))
          continue;
        const seen = meet(a.seen, b.seen);
        // What sticks to an edge is drawn over the rest of its scroller.
        if (isEmpty(seen) && sticks(a.element) !== sticks(b.element)) continue;
        // Below the edge of the same scroller nothing can be asked, and nothing covers.
        if (
          isEmpty(seen)
            ? a.group !== b.group || a.group === document.body
            : covered(a, seen) || covered(b, seen)
        )
          continue;
        bad = false;
        say(
          'on each other',
          a.element,
          a.text,
          `“${b.text.trim().replace(/\s+/g, ' ').slice(0, 30)}” in ${nameOf(b.element)}, ${px(both.right - both.left)}×${px(both.bottom - both.top)} px`,
        );
      }
    }
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== whole);
    return [...found].map(
      ([key, { text, by, n }]) => `${key}: “${text}” ${by}${n > 1 ? `, and ${n - 1} more` : ''}`,
    );
  }, Object.keys(EXCEPTIONS));
