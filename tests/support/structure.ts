/** What a page is made of, as a screen reader has it: judged in the open page, one line a fault. */
import type { Page } from 'playwright-core';

/** @returns faults of the structure as it stands on the screen; none = [] */
export const structureFaults = (page: Page, lang: string): Promise<string[]> =>
  page.evaluate((lang) => {
    const faults: string[] = [];
    const all = <T extends Element = HTMLElement>(selector: string) => [
      ...document.querySelectorAll<T>(selector),
    ];
    const modal = document.querySelector('dialog:modal');
    const said = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
      !element.closest('[inert], [aria-hidden="true"]') &&
      (!modal || modal.contains(element));
    const text = (element: Element | null | undefined) =>
      (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
    const byIds = (element: Element, name: string) =>
      (element.getAttribute(name) ?? '')
        .split(' ')
        .filter(Boolean)
        .map((id) => text(document.getElementById(id)))
        .join(' ')
        .trim();
    const nameOf = (element: Element) =>
      byIds(element, 'aria-labelledby') || element.getAttribute('aria-label')?.trim() || '';
    const short = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className}`.slice(0, 60);

    // Headings: one h1, no level left out. A dialog begins at its own title.
    const headings = all('h1, h2, h3, h4, h5, h6').filter(said);
    const ones = headings.filter(({ tagName }) => tagName === 'H1');
    if (!modal && ones.length !== 1)
      faults.push(`${ones.length} h1: ${ones.map(text).join(' | ')}`);
    let before = modal ? 1 : 0;
    for (const heading of headings) {
      const level = Number(heading.tagName[1]);
      if (level > before + 1) faults.push(`h${level} after h${before}: ${text(heading)}`);
      if (text(heading) === '') faults.push(`empty h${level}`);
      before = level;
    }

    // Landmarks: one main, each other one named, and by a name of its own.
    const mains = all('main, [role="main"]').filter(said);
    if (!modal && mains.length !== 1) faults.push(`${mains.length} main`);
    const roles: Record<string, string> = {
      navigation: 'nav, [role="navigation"]',
      complementary: 'aside, [role="complementary"]',
      region: 'section[aria-label], section[aria-labelledby], [role="region"]',
      search: 'search, [role="search"]',
    };
    for (const [role, selector] of Object.entries(roles)) {
      const marks = all(selector).filter(said);
      const names = marks.map(nameOf);
      for (const [i, name] of names.entries()) {
        const mark = marks[i];
        if (!mark) continue;
        if (name === '' && (marks.length > 1 || role !== 'search')) {
          faults.push(`${role} without a name: ${short(mark)}`);
        } else if (names.indexOf(name) !== i) faults.push(`two ${role} “${name}”`);
      }
    }

    // Language of the page and of what is in another script.
    if (document.documentElement.lang !== lang)
      faults.push(`lang ${document.documentElement.lang}`);
    // Names of outlets and bodies are names in any language; a sentence of Latin letters is longer.
    const foreign =
      lang === 'en'
        ? /[\u0400-\u04ff]{3,}/
        : /^[^\u0400-\u04ff]*(?:[A-Za-z]{2,}[\s,;.]+){7,}[A-Za-z]/;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || !foreign.test(node.nodeValue ?? '') || !said(parent)) continue;
      const own = parent.closest('[lang]')?.getAttribute('lang');
      const code = parent.closest('[translate="no"], textarea, script, style');
      if (own === lang && !code) faults.push(`not marked as another language: ${node.nodeValue}`);
    }
    for (const part of all('[lang]')) {
      if (!/^[a-z]{2}(?:-[A-Za-z]+)*$/.test(part.lang)) faults.push(`lang="${part.lang}"`);
    }

    // Fields: a label on the screen, and an error text that is tied to the field.
    for (const field of all<HTMLInputElement>('input, select, textarea').filter(said)) {
      const labels = [...(field.labels ?? [])].filter((label) => label.checkVisibility());
      const seen = labels.map(text).join('') || byIds(field, 'aria-labelledby');
      // The slider of a number stands below the labelled field; the date picker lies over the date.
      const beside =
        field.type === 'range' ||
        field.readOnly ||
        text(field.parentElement?.querySelector('time'));
      const named =
        seen || (nameOf(field) && beside) || (field.type === 'search' && field.placeholder);
      if (!named) faults.push(`no visible label: ${short(field)} ${nameOf(field)}`);
      const wrong = field.getAttribute('aria-invalid') === 'true';
      if (wrong && !byIds(field, 'aria-describedby') && !byIds(field, 'aria-errormessage')) {
        faults.push(`an error without words: ${nameOf(field) || seen}`);
      }
    }

    // Pictures have words or say nothing; figures have captions.
    for (const picture of all<SVGElement>('svg, img, canvas').filter((it) => said(it))) {
      if (picture.parentElement?.closest('svg, [role="img"]')) continue;
      const named = nameOf(picture) || picture.getAttribute('alt') !== null;
      if (!named && !picture.closest('[role="application"]')) {
        faults.push(
          `picture without words: ${picture.getAttribute('class')} in ${short(picture.parentElement ?? picture)}`,
        );
      }
    }
    for (const figure of all('figure').filter(said)) {
      if (!text(figure.querySelector('figcaption')) && !nameOf(figure)) {
        faults.push(`figure without a caption: ${short(figure)}`);
      }
    }

    // Focus goes in the order of the page and stays where the reader put it.
    for (const part of all('[tabindex], [autofocus]')) {
      if (part.tabIndex > 0 || part.autofocus) faults.push(`takes the focus: ${short(part)}`);
    }
    // No words that only a pointer at rest can read.
    for (const part of all('[title]').filter(said)) {
      const shown = `${text(part)} ${nameOf(part)}`;
      if (part.title && !shown.includes(part.title.trim()))
        faults.push(`only on hover: ${part.title}`);
    }
    // Reduced motion: nothing moves by itself or on its way.
    const running = document.getAnimations().filter(({ playState }) => playState === 'running');
    if (running.length > 0) faults.push(`${running.length} animations run`);
    if (document.querySelector('[data-moving="true"]')) faults.push('flows drift');
    return faults;
  }, lang);
