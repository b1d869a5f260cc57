'use client';

import type { DecidedOffers } from '../../../src/domain/bulk/offers-change';
import type { OfferData } from '../../../src/domain/license/offer';
import { EffectSection } from '@/forms/effect-section';
import { DateRange } from '../../../src/domain/values/date-range';
import { samplesOf } from '../../../src/domain/bulk/bulk-sample';
import { classes } from '@/ui/classes';
import { StateMark } from '@/ui/state-mark';
import { counted } from '../../timeline/model';
import { causeWords } from '../bulk/bulk-words';

/** So many offers stand in a list before the rest is counted. */
const MAX_SHOWN = 6;

/** The dry run of a change of offers: how many change, what blocks the others by cause, and what changes. */
export function OffersEffect({
  decided,
  version,
}: {
  decided: DecidedOffers | null;
  /** The version that it is decided on. */
  version: number;
}) {
  return (
    <EffectSection title="Dry run" state={<>nothing saved yet · checked against v{version}</>}>
      {decided !== null && <Effect decided={decided} />}
    </EffectSection>
  );
}

function Effect({ decided }: { decided: DecidedOffers }) {
  const { change, changing, same, onTiers, blocked } = decided;
  const numbers = [
    { count: changing, words: 'will change', tone: 'text-ink' },
    {
      count: blocked.length,
      words: blocked.length === 1 ? 'is blocked' : 'are blocked',
      tone: 'text-clay-ink',
    },
    { count: same, words: same === 1 ? 'stays as it is' : 'stay as they are', tone: 'text-ink-2' },
  ].filter(({ count }, index) => index === 0 || count > 0);
  const along = (change?.replaced.length ?? 0) + (change?.withdrawn.length ?? 0) - changing;
  const samples = change === null ? [] : samplesOf(change, MAX_SHOWN);
  return (
    <>
      <dl className="grid grid-cols-3 gap-x-4">
        {numbers.map(({ count, words, tone }) => (
          <div key={words} className="flex min-w-0 flex-col-reverse justify-end">
            <dt className="text-ink-2">{words}</dt>
            <dd className={classes('text-title font-heading', tone)}>{count}</dd>
          </div>
        ))}
      </dl>
      {onTiers > 0 && (
        <p className="text-ink-2">
          {counted(onTiers, 'offer')} on a price tier {onTiers === 1 ? 'stays' : 'stay'}: change the
          price table instead.
        </p>
      )}
      {along > 0 && (
        <p className="text-ink-2">
          {counted(along, 'more offer')} {along === 1 ? 'moves' : 'move'} along.
        </p>
      )}
      {blocked.length > 0 && <Blocked blocked={blocked} />}
      {change !== null && change.withdrawn.length > 0 && <Withdrawn offers={change.withdrawn} />}
      {samples.length > 0 && (
        <div>
          <h4 className="pb-1 text-body font-heading">Will change</h4>
          <ul>
            {samples.map(({ offer, before, after }) => (
              <li
                key={`${offer ?? ''} ${before} ${after}`}
                className="flex flex-wrap justify-between gap-x-3 border-t border-line py-1.5 first:border-t-0"
              >
                <span className="min-w-0 break-words text-ink">
                  {offer === before ? '' : offer}
                </span>
                <span className="ms-auto text-ink-2">
                  {before} → <strong className="font-emphasis text-ink">{after}</strong>
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Withdrawn({ offers }: { offers: readonly OfferData[] }) {
  return (
    <div>
      <h4 className="pb-1 text-body font-heading">Will be withdrawn</h4>
      <ul>
        {offers.slice(0, MAX_SHOWN).map(({ name, window }) => (
          <li
            key={window.startsOn}
            className="flex flex-wrap justify-between gap-x-3 border-t border-line py-1.5 first:border-t-0"
          >
            <span className="min-w-0 break-words text-ink">{name}</span>
            <span className="ms-auto text-ink-2">
              {DateRange.of(window.startsOn, window.endsOn).toString()}
            </span>
          </li>
        ))}
        {offers.length > MAX_SHOWN && (
          <li className="border-t border-line py-1.5 text-ink-3">
            and {counted(offers.length - MAX_SHOWN, 'more offer')}
          </li>
        )}
      </ul>
    </div>
  );
}

function Blocked({ blocked }: Pick<DecidedOffers, 'blocked'>) {
  const causes = new Map<string, DecidedOffers['blocked'][number][]>();
  for (const one of blocked) {
    const group = causes.get(one.refusal.code);
    if (group === undefined) causes.set(one.refusal.code, [one]);
    else group.push(one);
  }
  return (
    <div>
      <h4 className="pb-1 text-body font-heading">Blocked, by cause</h4>
      <ul>
        {[...causes].map(([code, group]) => (
          <li key={code} className="flex flex-col gap-1 border-t border-line py-2 first:border-t-0">
            <div className="flex justify-between gap-3">
              <StateMark state="refused">
                <strong className="font-heading">{causeWords(code)}</strong>
              </StateMark>
              <span className="shrink-0 text-ink-3">{counted(group.length, 'offer')}</span>
            </div>
            <ul className="flex flex-col gap-1 ps-6 text-ink-2">
              {group.slice(0, MAX_SHOWN).map(({ offer, refusal }) => (
                <li key={offer.window.startsOn} className="break-words">
                  {!refusal.message.startsWith(offer.name) && (
                    <>
                      <strong className="font-emphasis text-ink">{offer.name}</strong>:{' '}
                    </>
                  )}
                  {refusal.message}
                </li>
              ))}
              {group.length > MAX_SHOWN && (
                <li>and {counted(group.length - MAX_SHOWN, 'more offer')}</li>
              )}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}
