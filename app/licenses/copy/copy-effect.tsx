'use client';

import { Link } from '@/ui/link';
import type { LicenseCopyPreview } from '../../../src/service/bulk/preview-license-copy';
import type { CheckedVersion } from '@/live/checked-against';
import type { CopyPreviewRun } from './use-copy-preview';
import { EffectSection, EffectTrouble } from '@/forms/effect-section';
import { CheckedAgainst } from '@/live/checked-against';
import { classes } from '@/ui/classes';
import { Notice } from '@/ui/overlays/notice';
import { StateMark } from '@/ui/state-mark';
import { DateRange } from '../../../src/domain/values/date-range';
import { counted } from '../../timeline/model';

/** What a copy would be, before it is made: what comes along, and what cannot and why. */
export function CopyEffect({ run, checked }: { run: CopyPreviewRun; checked: CheckedVersion }) {
  const { preview, isChecking, trouble, refusal, again } = run;
  return (
    <EffectSection
      title="What this makes"
      state={
        isChecking && checked.since === null ? (
          'checking …'
        ) : (
          <CheckedAgainst checked={checked} isStale={run.isStale} />
        )
      }
    >
      <EffectTrouble
        trouble={trouble}
        refusal={refusal}
        nothing="Nothing was copied."
        onAgain={again}
      />
      {preview !== null && refusal === null && <Effect preview={preview} />}
    </EffectSection>
  );
}

function Effect({ preview }: { preview: LicenseCopyPreview }) {
  const { window, offers, titles, blockedOffers, blockedTitles, blocked, twin, onOtherTiers } =
    preview;
  const left = blockedOffers.length + blockedTitles;
  const numbers = [
    { count: offers.length, words: offers.length === 1 ? 'offer' : 'offers', tone: 'text-ink' },
    { count: titles.length, words: titles.length === 1 ? 'title' : 'titles', tone: 'text-ink' },
    { count: left, words: 'left out', tone: 'text-clay-ink' },
  ].filter(({ count }, index) => index < 2 || count > 0);
  return (
    <>
      {twin !== null && (
        <Notice tone="attention" title="The contract already grants these rights.">
          <Link href={`/licenses/${twin.id}`} className="underline">
            {twin.name}
          </Link>{' '}
          covers them. Copying grants them twice.
        </Notice>
      )}
      <dl className="grid grid-cols-3 gap-x-4">
        {numbers.map(({ count, words, tone }) => (
          <div key={words} className="flex min-w-0 flex-col-reverse justify-end">
            <dt className="text-ink-2">{words}</dt>
            <dd className={classes('text-title font-heading', tone)}>
              {count.toLocaleString('en-US')}
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-ink-2">
        The copy runs {daysOf(window)}.
        {onOtherTiers > 0 &&
          ` ${counted(onOtherTiers, 'offer')} on a price tier ${onOtherTiers === 1 ? 'costs' : 'cost'} what the other studio’s price table says.`}
      </p>
      {left > 0 && (
        <section className="flex flex-col gap-1">
          <h4 className="text-body font-heading">Cannot come along</h4>
          <Blocked
            cause="No day left in a shorter month"
            noun="offer"
            total={blockedOffers.length}
            named={blockedOffers.map(({ from, reason }) => ({ key: from, words: reason }))}
          />
          <Blocked
            cause="Two prices at once"
            noun="title"
            total={blockedTitles}
            named={blocked.map(({ contentId, title, reason }) => ({
              ...{ key: contentId, name: title, href: `/content/${contentId}` },
              words: withoutName(reason, title),
            }))}
          />
        </section>
      )}
      <Coming offers={offers} />
    </>
  );
}

/** So many of each lot stand there. */
const MAX_SHOWN = 4;

function Blocked({
  cause,
  noun,
  total,
  named,
}: {
  cause: string;
  noun: string;
  total: number;
  named: readonly {
    readonly key: string;
    readonly name?: string;
    readonly href?: string;
    readonly words: string;
  }[];
}) {
  if (total === 0) return null;
  return (
    <div className="flex flex-col gap-1 py-1">
      <div className="flex justify-between gap-3">
        <StateMark state="refused">
          <strong className="font-heading">{cause}</strong>
        </StateMark>
        <span className="shrink-0 text-ink-3">{counted(total, noun)}</span>
      </div>
      <ul className="flex flex-col gap-1 ps-6 text-ink-2">
        {named.slice(0, MAX_SHOWN).map(({ key, name, href, words }) => (
          <li key={key} className="break-words">
            {name !== undefined && href !== undefined && (
              <>
                <Link href={href} className="font-emphasis text-ink underline">
                  {name}
                </Link>{' '}
              </>
            )}
            {words}
          </li>
        ))}
        {total > MAX_SHOWN && <li>and {counted(total - MAX_SHOWN, `more ${noun}`)}</li>}
      </ul>
    </div>
  );
}

function Coming({ offers }: Pick<LicenseCopyPreview, 'offers'>) {
  if (offers.length === 0) return null;
  return (
    <section>
      <h4 className="pb-1 text-body font-heading">Offers of the copy</h4>
      <ul>
        {offers.slice(0, MAX_SHOWN).map(({ from, offer }) => (
          <li
            key={from}
            className="flex flex-wrap justify-between gap-x-3 border-t border-line py-1.5 first:border-t-0"
          >
            <span className="min-w-0 break-words text-ink">{offer.name}</span>
            <span className="ms-auto text-ink-2">{daysOf(offer.window)}</span>
          </li>
        ))}
        {offers.length > MAX_SHOWN && (
          <li className="border-t border-line py-1.5 text-ink-3">
            and {counted(offers.length - MAX_SHOWN, 'more offer')}
          </li>
        )}
      </ul>
    </section>
  );
}

/** A sentence about a title, after its name. */
function withoutName(sentence: string, title: string): string {
  return sentence.startsWith(`${title} `) ? sentence.slice(title.length + 1) : sentence;
}

function daysOf({ startsOn, endsOn }: LicenseCopyPreview['window']): string {
  return DateRange.of(startsOn, endsOn).toString();
}
