'use client';

import { Link } from '@/ui/link';
import type { BlockedGroup, BulkPreview } from '../../../src/service/bulk/preview-licenses-change';
import type { BulkPreviewRun } from './use-bulk-preview';
import type { BulkKind } from './bulk-typed';
import type { WayOut } from './bulk-words';
import { EffectSection, EffectTrouble } from '@/forms/effect-section';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { StateMark } from '@/ui/state-mark';
import { counted } from '../../timeline/model';
import { isOfOffers } from './bulk-typed';
import { causeWords, WAY_WORDS, wayOut } from './bulk-words';

/** The dry run of a bulk change: how many would change, what blocks the others and the ways out, and samples. */
export function BulkEffect({
  kind,
  run,
  checkedAt,
  behind,
  onWay,
  onLeaveOut,
}: {
  kind: BulkKind;
  run: BulkPreviewRun;
  /** The time of day of the last answer; `null` before there is one. */
  checkedAt: string | null;
  /** How many of the licenses were saved since. */
  behind: number;
  onWay: (way: WayOut, group: BlockedGroup) => void;
  onLeaveOut: (group: BlockedGroup) => void;
}) {
  const { preview, isChecking, trouble, refusal, again } = run;
  return (
    <EffectSection
      title="Dry run"
      state={
        isChecking ? (
          'checking …'
        ) : behind > 0 && checkedAt !== null ? (
          <>
            <StateMark state="someone">
              checked {checkedAt}, {behind.toLocaleString('en-US')} changed since
            </StateMark>
            <Button variant="secondary" size="toolbar" onPress={again}>
              Check again
            </Button>
          </>
        ) : (
          `nothing saved yet${checkedAt === null ? '' : ` · checked ${checkedAt}`}`
        )
      }
    >
      <EffectTrouble
        trouble={trouble}
        refusal={refusal}
        nothing="Nothing was saved."
        onAgain={again}
      />
      {preview !== null && refusal === null && (
        <>
          <Numbers kind={kind} preview={preview} />
          {preview.blocked.length > 0 && (
            <div>
              <h4 className="pb-1 text-body font-heading">Blocked, by cause</h4>
              <ul>
                {preview.blocked.map((group) => (
                  <Blocked
                    key={group.code}
                    group={group}
                    way={wayOut(group, kind)}
                    onWay={onWay}
                    onLeaveOut={onLeaveOut}
                  />
                ))}
              </ul>
            </div>
          )}
          <Samples preview={preview} />
        </>
      )}
    </EffectSection>
  );
}

function Numbers({ kind, preview }: { kind: BulkKind; preview: BulkPreview }) {
  const { changes, offers, same, onTiers, blocked, titles } = preview;
  const blockedCount = blocked.reduce((sum, { all }) => sum + all.length, 0);
  const parts = [
    { count: changes.length, words: 'will change', look: 'bg-tide', tone: 'text-ink' },
    {
      count: blockedCount,
      words: blockedCount === 1 ? 'is blocked' : 'are blocked',
      look: 'hatch-clay border border-clay-line',
      tone: 'text-clay-ink',
    },
    {
      count: same,
      words: same === 1 ? 'stays as it is' : 'stay as they are',
      look: 'bg-past border border-past-line',
      tone: 'text-ink-2',
    },
  ].filter(({ count }, index) => index === 0 || count > 0);
  const notes = [
    isOfOffers(kind) && changes.length > 0 ? `${counted(offers, 'offer')} in them.` : '',
    kind === 'price-plan' && offers > 0 ? `${counted(offers, 'offer')} would be added.` : '',
    onTiers === 0
      ? ''
      : `${counted(onTiers, 'offer')} on a price tier ${onTiers === 1 ? 'stays' : 'stay'}: change the price table instead.`,
    titles === null || titles.releasedTitles === 0
      ? ''
      : `${counted(titles.releasedTitles, 'title')} would lose an offer, ${counted(titles.retiredTitles, 'title')} would be retired.`,
  ].filter(Boolean);
  return (
    <>
      <dl className="grid grid-cols-3 gap-x-4">
        {parts.map(({ count, words, tone }) => (
          <div key={words} className="flex min-w-0 flex-col-reverse justify-end">
            <dt className="text-ink-2">{words}</dt>
            <dd className={classes('text-title font-heading', tone)}>
              {count.toLocaleString('en-US')}
            </dd>
          </div>
        ))}
      </dl>
      <div aria-hidden className="flex h-2 gap-px">
        {parts
          .filter(({ count }) => count > 0)
          .map(({ count, words, look }) => (
            <span
              key={words}
              className={classes('min-w-1 rounded-[2px]', look)}
              style={{ flexGrow: count }}
            />
          ))}
      </div>
      {notes.length > 0 && <p className="text-ink-2">{notes.join(' ')}</p>}
    </>
  );
}

/** So many licenses of a cause stand there with their reasons. */
const MAX_SHOWN = 3;

function Blocked({
  group,
  way,
  onWay,
  onLeaveOut,
}: {
  group: BlockedGroup;
  way: WayOut | null;
  onWay: (way: WayOut, group: BlockedGroup) => void;
  onLeaveOut: (group: BlockedGroup) => void;
}) {
  const { code, all, named } = group;
  const cause = causeWords(code);
  const leave = all.length === 1 ? 'Leave it out' : 'Leave them out';
  return (
    <li className="flex flex-col gap-1 border-t border-line py-2 first:border-t-0">
      <div className="flex justify-between gap-3">
        <StateMark state="refused">
          <strong className="font-heading">{cause}</strong>
        </StateMark>
        <span className="shrink-0 text-ink-3">{counted(all.length, 'license')}</span>
      </div>
      <ul className="flex flex-col gap-1 ps-6 text-ink-2">
        {named.slice(0, MAX_SHOWN).map(({ licenseId, name, reason }) => (
          <li key={licenseId} className="break-words">
            <Link href={`/licenses/${licenseId}`} className="font-emphasis text-ink underline">
              {name}
            </Link>
            : {reason}
          </li>
        ))}
        {all.length > MAX_SHOWN && <li>and {counted(all.length - MAX_SHOWN, 'more license')}</li>}
      </ul>
      <div className="flex flex-wrap gap-2 ps-6">
        {way !== null && (
          <Button
            variant="secondary"
            size="toolbar"
            aria-label={`${WAY_WORDS[way]}: ${cause}`}
            onPress={() => {
              onWay(way, group);
            }}
          >
            {WAY_WORDS[way]}
          </Button>
        )}
        <Button
          variant="quiet"
          size="toolbar"
          aria-label={`${leave}: ${cause}`}
          onPress={() => {
            onLeaveOut(group);
          }}
        >
          {leave}
        </Button>
      </div>
    </li>
  );
}

function Samples({ preview: { samples, changes } }: { preview: BulkPreview }) {
  if (samples.length === 0) return null;
  return (
    <div>
      <h4 className="pb-1 text-body font-heading">
        Will change{changes.length > samples.length ? ', for example' : ''}
      </h4>
      <ul>
        {samples.map(({ licenseId, license, offer, before, after }) => (
          <li
            key={`${licenseId} ${offer ?? ''} ${before} ${after}`}
            className="flex flex-wrap justify-between gap-x-3 border-t border-line py-1.5 first:border-t-0"
          >
            <span className="min-w-0 break-words text-ink">
              {license}
              {offer === null || offer === before ? '' : `, ${offer}`}
            </span>
            <span className="ms-auto text-ink-2">
              {before === '' ? '' : `${before} → `}
              <strong className="font-emphasis text-ink">{after}</strong>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
