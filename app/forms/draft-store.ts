/** A form of a person: `license/<id>/new-offer`. */
export interface DraftPlace {
  /** UUID of who types. */
  readonly person: string;
  readonly form: string;
}

/** What was typed into a form and is not saved yet. */
export interface Draft {
  /** The version that the form was opened at; 0 for what is new. */
  readonly version: number;
  /** What the form had at that version. */
  readonly initial: Typed;
  readonly values: Typed;
  /** The instant of the last change, ISO 8601 in UTC. */
  readonly at: string;
}

/** The fields of a form by name: texts, and lists of texts or of rows of texts. */
export type Typed = Readonly<Record<string, unknown>>;

/** With one more, the oldest draft goes. */
export const MAX_DRAFTS = 30;
/** In characters, of one draft as it is stored. */
export const MAX_DRAFT_SIZE = 100_000;

const PREFIX = 'crms.draft';

/**
 * Keeps what was typed until it is saved: through a closed panel, other pages, a reload, an ended session and a stale answer.
 * It is kept in the tab, and goes with it. A storage that is full, broken or turned off ends nothing: `keep` says so.
 */
export class DraftStore {
  /** @param open may throw, as reading `window.sessionStorage` may */
  constructor(private readonly open: () => Storage) {}

  /** Keeps a draft in place of an earlier one against the same version. @returns whether it is kept */
  keep(place: DraftPlace, draft: Draft): boolean {
    const text = JSON.stringify(draft);
    const key = `${prefixOf(place)}${draft.version}`;
    const isKept = this.attempt((storage) => {
      if (text.length > MAX_DRAFT_SIZE) {
        storage.removeItem(key);
        return false;
      }
      storage.setItem(key, text);
      for (const old of keysByAge(storage).slice(MAX_DRAFTS)) storage.removeItem(old);
      return true;
    });
    return isKept ?? false;
  }

  /** The newest draft of a form, against whichever version it was made; `null` where there is none. */
  find(place: DraftPlace): Draft | null {
    const found = this.attempt((storage) => {
      const [newest] = keysByAge(storage, prefixOf(place));
      return newest === undefined ? null : draftIn(storage, newest);
    });
    return found ?? null;
  }

  /** Forgets what was typed into a form, against every version. */
  drop(place: DraftPlace): void {
    this.attempt((storage) => {
      for (const key of keysByAge(storage, prefixOf(place))) storage.removeItem(key);
      return null;
    });
  }

  /** `undefined` where the storage does not work. */
  private attempt<T>(work: (storage: Storage) => T): T | undefined {
    try {
      return work(this.open());
    } catch (error) {
      console.warn('Unsaved changes cannot be kept in this tab.', error);
      return undefined;
    }
  }
}

/** The drafts of this tab. */
export const drafts = new DraftStore(() => window.sessionStorage);

function prefixOf({ person, form }: DraftPlace): string {
  return `${PREFIX}:${person}:${form}:`;
}

/** The keys of drafts, the newest first; what cannot be read counts as the oldest. */
function keysByAge(storage: Storage, prefix = `${PREFIX}:`): string[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
    .filter((key) => key.startsWith(prefix))
    .map((key) => ({ key, at: draftIn(storage, key)?.at ?? '' }))
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .map(({ key }) => key);
}

function draftIn(storage: Storage, key: string): Draft | null {
  const text = storage.getItem(key);
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isDraft(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isDraft(value: unknown): value is Draft {
  return (
    isTyped(value) &&
    Number.isInteger(value.version) &&
    typeof value.at === 'string' &&
    isTyped(value.initial) &&
    isTyped(value.values)
  );
}

function isTyped(value: unknown): value is Typed {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether typed values fit a form: its fields, each of its kind. A draft that an earlier release made may not. */
export function fitsForm(values: Typed, form: Typed): boolean {
  const [given, wanted] = [Object.keys(values), Object.keys(form)];
  return (
    given.length === wanted.length &&
    wanted.every(
      (name) =>
        typeof values[name] === typeof form[name] &&
        Array.isArray(values[name]) === Array.isArray(form[name]),
    )
  );
}
