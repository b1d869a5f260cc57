import type { ContentSaved } from '../../../src/service/content/title-at-version';

/** `1 title`, `118 titles`. */
export function titleCount(count: number): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? 'title' : 'titles'}`;
}

/** Titles as a command on several left them, for one that takes it back. */
export function atVersion(titles: readonly ContentSaved[]) {
  return titles.map(({ id, version }) => ({ contentId: id, expectedVersion: version }));
}
