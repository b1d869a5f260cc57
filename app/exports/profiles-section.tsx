import type { StoredExportProfile } from '../../src/domain/export/export-profile';
import { instantWords } from '@/words/instant';
import { styleWords } from '../../src/domain/export/export-style-words';
import { ProfileDesk } from './profile-desk';

/** The receivers of exports, and how files are written for each. */
export function ProfilesSection({ profiles }: { profiles: readonly StoredExportProfile[] }) {
  return (
    <details className="border-b border-line">
      <summary className="min-h-10 cursor-pointer px-4 py-2.5 text-panel-title">
        Receivers <span className="font-normal text-ink-3">{profiles.length}</span>
      </summary>
      <ProfileDesk
        profiles={profiles.map(({ id, name, style, revision, changedBy, changedAt }) => ({
          ...{ id, name, style, revision, words: styleWords(style) },
          origin: `Saved by ${changedBy}, ${instantWords(changedAt)}`,
        }))}
      />
    </details>
  );
}
