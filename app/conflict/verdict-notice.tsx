import type { Authors } from '@/live/authors';
import type { AnyConflict } from './conflict-words';
import { Notice } from '@/ui/overlays/notice';
import { listed } from '../../src/domain/values/words';
import { KIND_WORDS } from './conflict-words';

/** Whether the change can still be made, and what to do when not. */
export function VerdictNotice({ conflict, authors }: { conflict: AnyConflict; authors: Authors }) {
  const { kind, verdict, latestVersion, reason, ways, dispute } = conflict;
  const { bestWay, noWay } = KIND_WORDS[kind];
  const [best] = ways;
  switch (verdict) {
    case 'legal':
      return (
        <Notice tone="ok" role="status" title={`Still legal on version ${latestVersion}.`}>
          {authors.isYou
            ? 'Your two changes don’t conflict. Both will be saved.'
            : `Your change and that of ${authors.names} don’t conflict. Both will be saved.`}
        </Notice>
      );
    case 'disputed': {
      const fields = listed(
        conflict.rows
          .filter(({ field }) => dispute?.fields.includes(field))
          .map(({ label }) => label.toLowerCase()),
      );
      return (
        <Notice
          tone="attention"
          role="status"
          title={
            authors.isYou
              ? `You changed the ${fields} here and in another window.`
              : `You and ${authors.names} both changed the ${fields}.`
          }
        >
          Choose one<span className="max-sm:hidden"> with 1 or 2</span>. Everything else can be
          saved.
        </Notice>
      );
    }
    case 'refused':
      return (
        <Notice tone="refused" role="status" title={reason ?? ''}>
          {best === undefined ? noWay : bestWay(best.label)}
        </Notice>
      );
    case 'gone':
      return (
        <Notice
          tone="attention"
          role="status"
          title={reason ?? `${authors.subject} withdrew this offer.`}
        >
          {best === undefined
            ? reason === null
              ? 'There is no free slot left to recreate it.'
              : 'This offer went with it. Discard your change, or bring the license back first.'
            : `You can recreate it with your change: ${best.label}.`}
        </Notice>
      );
    case 'settled':
      return (
        <Notice tone="ok" role="status" title="Already saved.">
          The latest version already has your change. Discard your change to see it.
        </Notice>
      );
  }
}
