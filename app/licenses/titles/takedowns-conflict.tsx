'use client';

import type { TakedownPlan } from '../../../src/domain/content/takedown';
import type { JointConflict } from '../../../src/service/conflict/joint-conflict';
import type { TakedownEffect } from '../../../src/service/content/takedown-service';
import type { TitleAtVersion } from '../../../src/service/content/title-at-version';
import type { ConflictHandling } from '../../conflict/conflict-dialog';
import { Notice } from '@/ui/overlays/notice';
import { lostWords } from '../../content/takedowns/takedown-words';
import { useTakedownPreview } from '../../content/takedowns/use-takedown-preview';
import { Row } from '../../conflict/comparison';
import { JOINT_HEADS, JointConflictDialog } from '../../conflict/joint-conflict-dialog';
import { titleCount } from './title-count';

/** The conflict of taking several titles down: which were saved since, what they would have lost, and what they lose now. */
export function TakedownsConflictDialog({
  conflict,
  titles,
  plan,
  seen,
  onApply,
  ...handling
}: Omit<ConflictHandling<never>, 'onApply'> & {
  conflict: JointConflict;
  /** What was to be taken down, at the versions that were sent. */
  titles: readonly TitleAtVersion[];
  plan: TakedownPlan;
  /** What the person was shown of it; none where nothing was. */
  seen: readonly TakedownEffect[];
  onApply: (titles: readonly TitleAtVersion[]) => void;
}) {
  const versions = new Map(conflict.changed.map(({ id, latestVersion }) => [id, latestVersion]));
  const latest = titles.map(({ contentId, expectedVersion }) => ({
    contentId,
    expectedVersion: versions.get(contentId) ?? expectedVersion,
  }));
  const { answer } = useTakedownPreview(latest, plan);
  const now = answer?.status === 'takedown-previewed' ? answer.effects : null;
  const refusal = answer?.status === 'refused' && answer.code !== 'stale' ? answer.message : null;
  return (
    <JointConflictDialog
      {...handling}
      conflict={conflict}
      goOn={
        refusal !== null
          ? null
          : {
              label: `Take down ${titleCount(latest.length)} as they are now`,
              apply:
                answer === null
                  ? null
                  : () => {
                      onApply(latest);
                    },
            }
      }
      verdict={
        refusal === null ? (
          <Notice tone="ok" role="status" title="Still possible on the latest versions.">
            {now === null ? 'What it would take is not known yet.' : null}
          </Notice>
        ) : (
          <Notice tone="refused" role="status" title={refusal}>
            Keep editing to change it.
          </Notice>
        )
      }
    >
      {conflict.changed.map(({ id, name }) => {
        const [before, after] = [daysWords(seen, id), now === null ? null : daysWords(now, id)];
        return (
          <Row
            key={id}
            heads={JOINT_HEADS}
            label={`Days of ${name}`}
            yours={before ?? <span className="text-ink-2">not shown</span>}
            theirs={before === after ? <span className="text-ink-2">the same</span> : (after ?? '')}
            result={
              after ?? (
                <span className="animate-breathe text-ink-3">
                  {refusal === null ? 'checking …' : ''}
                </span>
              )
            }
          />
        );
      })}
    </JointConflictDialog>
  );
}

/** The days that a title would lose; `null` where that was not previewed. */
function daysWords(effects: readonly TakedownEffect[], id: string): string | null {
  const effect = effects.find(({ contentId }) => contentId === id);
  if (effect === undefined) return null;
  return effect.lost.length === 0
    ? 'No days are lost'
    : effect.lost.map((one) => Object.values(lostWords(one)).join(': ')).join('\n');
}
