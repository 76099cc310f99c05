/**
 * Whether single letters, digits and marks are commands of the walk. Who speaks to the device or
 * types by chance turns them off (WCAG 2.1.4); arrows, Page keys and buttons do the same.
 */
const KEY = 'switchyard-letter-keys';

class LetterKeys {
  #on = $state(read());

  get on(): boolean {
    return this.#on;
  }
  set on(on: boolean) {
    this.#on = on;
    try {
      if (on) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, 'off');
    } catch {
      // Storage blocked: it holds until the page is left.
      return;
    }
  }
}

function read(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    // Storage blocked: as at first.
    return true;
  }
}

export const letterKeys = new LetterKeys();
