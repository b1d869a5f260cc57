import { languageOptions } from './language-options';
import { territoryOptions } from './territory-options';

/** Lists of options that are too long to be sent with every page that filters by them. */
export const LONG_LISTS = { territories: territoryOptions, languages: languageOptions } as const;
