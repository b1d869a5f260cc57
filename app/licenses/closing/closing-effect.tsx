import type { ReactNode } from 'react';
import type { LicenseClosing } from '../../../src/domain/closing';
import type { ClosedLicense, ClosingPreview } from '../../../src/service/license/closing-preview';
import type { ClosingPreviewRun } from './use-closing-preview';
import type { EffectNumber } from './closing-words';
import { EffectSection } from '@/forms/effect-section';
import { losesOffers } from '../../../src/domain/license/license-closing';
import { CheckedAgainst, type CheckedVersion } from '@/live/checked-against';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Notice } from '@/ui/overlays/notice';
import { StateMark } from '@/ui/state-mark';
import { counted } from '../../timeline/model';
import { darkWords, TitleLot } from '../titles/title-lot';
import {
  cutWords,
  effectNumbers,
  noEffectWords,
  otherTitlesWords,
  windowWords,
} from './closing-words';

/** What closing does, before it does: numbers, before and after, then offers and titles. */
export function ClosingEffect({
  kind,
  run,
  checked,
  isBehind: isOneSaved = false,
  children,
}: {
  kind: LicenseClosing['kind'];
  run: ClosingPreviewRun;
  /** The version that it is checked against; left out for several licenses. */
  checked?: CheckedVersion | undefined;
  /** Whether somebody has saved one of several licenses since. */
  isBehind?: boolean | undefined;
  /** Before and after, on one scale. */
  children?: ReactNode;
}) {
  const { preview, isChecking, trouble, again } = run;
  const isBehind = checked !== undefined && checked.since !== null;
  return (
    <EffectSection
      title="What this does"
      state={
        isChecking && !isBehind && !isOneSaved ? (
          'checking …'
        ) : checked === undefined ? (
          isOneSaved ? (
            <StateMark state="someone">saved since</StateMark>
          ) : (
            'not saved yet'
          )
        ) : (
          <CheckedAgainst checked={checked} isStale={run.stale !== null} />
        )
      }
    >
      {trouble === 'unanswered' && (
        <Notice
          tone="attention"
          role="alert"
          title="The server did not answer."
          actions={
            <Button variant="secondary" onPress={again}>
              Check again
            </Button>
          }
        >
          Nothing was saved.
        </Notice>
      )}
      {(trouble === 'waiting' || trouble === 'offline') && (
        <Notice tone="attention" role="status" title="Nothing was saved yet.">
          {trouble === 'offline'
            ? 'You are offline. This is checked as soon as you are online.'
            : 'The server did not answer. It is asked again in a moment.'}
        </Notice>
      )}
      {preview !== null && (
        <Effect kind={kind} preview={preview}>
          {children}
        </Effect>
      )}
    </EffectSection>
  );
}

function Effect({
  kind,
  preview,
  children,
}: {
  kind: LicenseClosing['kind'];
  preview: ClosingPreview;
  children: ReactNode;
}) {
  const { licenses, dark, darkTitles, retired, retiredTitles } = preview;
  const numbers = effectNumbers(preview);
  const others = otherTitlesWords(preview);
  const isMany = licenses.length > 1;
  return (
    <>
      {numbers.length === 0 ? (
        <p className="text-ink-2">{noEffectWords(kind)}</p>
      ) : (
        <dl className="grid grid-cols-2 gap-x-4 gap-y-2 sm:grid-cols-[repeat(4,auto)] sm:justify-start">
          {numbers.map((number) => (
            <BigNumber key={number.words} {...number} />
          ))}
        </dl>
      )}
      {children}
      {licenses.some(losesOffers) && (
        <section className="flex flex-col gap-1">
          <h4 className="text-body font-heading">Offers</h4>
          <ul className="flex flex-col">
            {licenses.map((license) => (
              <LicenseRows key={license.licenseId} license={license} isNamed={isMany} />
            ))}
          </ul>
        </section>
      )}
      {darkTitles > 0 && (
        <TitleLot
          heading={
            <StateMark state="attention">{counted(darkTitles, 'title')} would go dark</StateMark>
          }
          titles={dark}
          total={darkTitles}
          about={darkWords}
        />
      )}
      {retiredTitles > 0 && (
        <TitleLot
          heading={
            <StateMark state="retired">
              {counted(retiredTitles, 'title')} with nothing left, retired
            </StateMark>
          }
          titles={retired}
          total={retiredTitles}
        />
      )}
      {others !== null && <p className="text-ink-2">{others}</p>}
    </>
  );
}

const TONES: Record<EffectNumber['tone'], string> = {
  plain: 'text-ink',
  attention: 'text-straw-ink',
  loss: 'text-clay-ink',
};

function BigNumber({ count, words, tone }: EffectNumber) {
  return (
    <div className="flex min-w-0 flex-col-reverse justify-end">
      <dt className="text-ink-2">{words}</dt>
      <dd className={classes('text-title font-heading', TONES[tone])}>
        {count.toLocaleString('en-US')}
      </dd>
    </div>
  );
}

/** So many withdrawn offers of a license are named before the rest is counted. */
const MAX_NAMED = 20;

function LicenseRows({ license, isNamed }: { license: ClosedLicense; isNamed: boolean }) {
  const { name, cut, withdrawn } = license;
  const of = isNamed ? `${name}: ` : '';
  return (
    <>
      {cut !== null && (
        <OfferRow name={`${of}${cut.before.name}`} fate="cut">
          {cutWords(cut.before, cut.after)}
        </OfferRow>
      )}
      {withdrawn.slice(0, MAX_NAMED).map((offer) => (
        <OfferRow key={offer.window.startsOn} name={`${of}${offer.name}`} fate="withdrawn">
          {windowWords(offer.window)}
        </OfferRow>
      ))}
      {withdrawn.length > MAX_NAMED && (
        <li className="border-t border-line py-1.5 text-ink-3">
          {of}and {counted(withdrawn.length - MAX_NAMED, 'more offer')}
        </li>
      )}
    </>
  );
}

function OfferRow({ name, fate, children }: { name: string; fate: string; children: ReactNode }) {
  return (
    <li className="flex flex-wrap justify-between gap-x-3 border-t border-line py-1.5 first:border-t-0">
      <span className="min-w-0 break-words">
        <strong className="font-emphasis text-ink">{name}</strong>{' '}
        <span className="text-clay-ink">{fate}</span>
      </span>
      <span className="text-ink-2">{children}</span>
    </li>
  );
}
