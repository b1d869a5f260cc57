import registry from 'language-subtag-registry/data/json/registry.json' with { type: 'json' };
import { LanguageTags } from '../../domain/avails/vocabulary/language-tags';

/** The language tags of the IANA registry, as of the package's release. */
export const LANGUAGES = new LanguageTags(registry);
