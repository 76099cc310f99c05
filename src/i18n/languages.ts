/** How each language is called: in its own words, and short for a button. */
import type { Language } from '../core/vocabulary';

export const LANGUAGE_NAMES: Record<Language, { name: string; short: string }> = {
  en: { name: 'English', short: 'EN' },
  uk: { name: 'Українська', short: 'УКР' },
  de: { name: 'Deutsch', short: 'DE' },
  pl: { name: 'Polski', short: 'PL' },
  fr: { name: 'Français', short: 'FR' },
  es: { name: 'Español', short: 'ES' },
};
