'use client';

import { usePageKey } from '@/keys/use-page-key';

const SECTIONS = 7;

/** The keys of the page: a number goes to a section, J and K walk the rows, Enter is the row's own link, O opens it. */
export function TodayKeys() {
  usePageKey(
    { key: 'j', does: 'Next row' },
    () => {
      step(1);
    },
    false,
  );
  usePageKey(
    { key: 'k', does: 'Previous row' },
    () => {
      step(-1);
    },
    false,
  );
  usePageKey({ key: 'o', does: 'Open what the row is about' }, openRow, false);
  return (
    <>
      {Array.from({ length: SECTIONS }, (_, place) => (
        <SectionKey key={place} place={place + 1} />
      ))}
    </>
  );
}

function SectionKey({ place }: { place: number }) {
  usePageKey(
    { key: String(place), does: `Go to section ${place}` },
    () => {
      document.querySelector<HTMLElement>(`[data-section="${place}"] [data-all]`)?.focus();
    },
    false,
  );
  return null;
}

/** From a section that was gone to, its first row is the next one. */
function step(by: 1 | -1): void {
  const verbs = [...document.querySelectorAll<HTMLElement>('[data-row] [data-verb]')];
  const focused = document.activeElement;
  const at = verbs.findIndex((verb) => verb.closest('[data-row]')?.contains(focused));
  const section = focused?.closest('[data-section]');
  const first = verbs.findIndex((verb) => section?.contains(verb));
  const start = at === -1 ? Math.max(first, 0) - (by === 1 ? 1 : 0) : at;
  verbs[Math.min(Math.max(start + by, 0), verbs.length - 1)]?.focus();
}

function openRow(): void {
  document.activeElement?.closest('[data-row]')?.querySelector<HTMLElement>('[data-open]')?.click();
}
