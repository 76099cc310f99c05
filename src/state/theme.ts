/** Light or dark: the address first, then what the reader saved, then what the device asks. */
import { THEMES, type Theme } from '../core/vocabulary';

const KEY = 'switchyard-theme';

/** The saved theme; null when none is saved or storage is blocked. */
export function savedTheme(): Theme | null {
  try {
    const saved = localStorage.getItem(KEY);
    return THEMES.find((theme) => theme === saved) ?? null;
  } catch {
    // Storage blocked: the device's own setting stands.
    return null;
  }
}

/** Saves the theme where storage allows it; the address carries it in any case. */
export function saveTheme(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    return;
  }
}
