'use client';

import { useState } from 'react';
import type { OfferData } from '../../../src/domain/license/offer';
import type { ContentSaved } from '../../../src/service/content/title-at-version';
import type { TrialOfTitle } from '../../../src/service/content/assign-titles';
import type { CommandResult } from '../../commands/command-result';
import { listed } from '../../../src/domain/values/words';
import { useCommand } from '../../commands/use-command';
import { typedOffer } from '../license-commands';

/** Whether titles get the offer or lose it. */
export type Way = 'assign' | 'unassign';

/** The outcome of a dry run for titles that the command then changes. */
export const READY = { assign: 'assigned', unassign: 'unassigned' } as const;

/** A dry run, and the offer it was of. */
export interface Trial {
  readonly way: Way;
  readonly offer: OfferData;
  readonly titles: readonly TrialOfTitle[];
}

export interface Assigning {
  readonly way: Way;
  /** What would become of the titles, as of the last check. */
  readonly trial: Trial | null;
  /** What somebody did between a check and the command, in a sentence. */
  readonly surprise: string | null;
  readonly isBusy: boolean;
  /** The answer to the last check, where it was none. */
  readonly checked: CommandResult | null;
  /** The answer to the last command, where it is not known to have been refused or done. */
  readonly sent: CommandResult | null;
  readonly check: (offer: OfferData, contentIds: readonly string[]) => void;
  /** Changes what the check said would be changed, at the versions it saw. */
  readonly apply: () => void;
  readonly again: () => void;
  /** Forgets the check: the titles or the offer are no longer those that were checked. */
  readonly reset: () => void;
}

/** In milliseconds. A check takes at least this long, so that a double click does not assign what nobody has looked at. */
const SECOND_CLICK = 400;

/**
 * Assigning one offer to many titles, or taking it from them: first a dry run, then the command. What turns out to have
 * changed in between is said and checked again, so that the person decides on what is true now.
 *
 * @param onDone called with the titles that got the offer or lost it
 * @param onOutdated called when the page no longer shows the license as it is
 */
export function useAssigning(
  way: Way,
  licenseId: string,
  onDone: (titles: readonly ContentSaved[], offer: OfferData) => void,
  onOutdated: () => void,
): Assigning {
  const [trial, setTrial] = useState<Trial | null>(null);
  const [surprise, setSurprise] = useState<string | null>(null);
  const [isLooking, setLooking] = useState(false);
  const dryRun = useCommand();
  const command = useCommand();

  const look = async (offer: OfferData, contentIds: readonly string[]): Promise<Trial | null> => {
    setLooking(true);
    const ids = { contentIds: [...contentIds] };
    const [answer] = await Promise.all([
      dryRun.send(
        way === 'assign'
          ? { kind: 'try-assigning', input: { ...chosenOf(licenseId, offer), ...ids } }
          : { kind: 'try-unassigning', input: { ...assignmentOf(licenseId, offer), ...ids } },
      ),
      pause(SECOND_CLICK),
    ]);
    setLooking(false);
    if (answer?.status === 'refused' && answer.code === 'offer-gone') onOutdated();
    const seen = answer?.status === 'tried' ? { way, offer, titles: answer.titles } : null;
    setTrial(seen);
    return seen;
  };
  const receive = async (answer: CommandResult | null, sent: Trial): Promise<void> => {
    if (answer?.status === 'assigned') onDone(answer.titles, sent.offer);
    if (answer?.status !== 'refused' || answer.code === 'signed-out') return;
    command.dismiss();
    const now = await look(
      sent.offer,
      sent.titles.map(({ contentId }) => contentId),
    );
    if (now !== null) setSurprise(whatChanged(sent, now, answer.message));
  };
  return {
    way,
    trial,
    surprise,
    isBusy: isLooking || command.phase !== 'idle',
    checked: dryRun.result,
    sent: command.result,
    check: (offer, contentIds) => {
      command.dismiss();
      setSurprise(null);
      void look(offer, contentIds);
    },
    apply: () => {
      if (trial === null) return;
      setSurprise(null);
      const titles = trial.titles
        .filter(({ outcome }) => outcome === READY[way])
        .map(({ contentId, version }) => ({ contentId, expectedVersion: version }));
      void command
        .send(
          way === 'assign'
            ? { kind: 'assign-titles', input: { ...chosenOf(licenseId, trial.offer), titles } }
            : {
                kind: 'unassign-titles',
                input: { ...assignmentOf(licenseId, trial.offer), titles },
              },
        )
        .then((answer) => receive(answer, trial));
    },
    again: () => {
      if (trial === null) return;
      void command.resend().then((answer) => receive(answer, trial));
    },
    reset: () => {
      dryRun.dismiss();
      command.dismiss();
      setTrial(null);
      setSurprise(null);
    },
  };
}

/** The offer, as commands that assign it say it. */
export function chosenOf(licenseId: string, offer: OfferData) {
  return { chosen: { licenseId, offer: typedOffer(offer) } };
}

/** The offer, as commands that take it away say it. */
export function assignmentOf(licenseId: string, offer: OfferData) {
  return { assignment: { licenseId, startsOn: offer.window.startsOn } };
}

const MAX_NAMED = 3;

/** What happened between two checks of the same titles, so that nothing was changed. */
function whatChanged(before: Trial, now: Trial, refusal: string): string {
  const versions = new Map(before.titles.map(({ contentId, version }) => [contentId, version]));
  const changed = now.titles.filter(
    ({ contentId, version }) => versions.get(contentId) !== version,
  );
  const names = changed.slice(0, MAX_NAMED).map(({ title }) => title);
  const what =
    changed.length === 0
      ? refusal
      : `Another person changed ${listed(names, changed.length)} after your check.`;
  return `${what} Nothing was ${READY[before.way]}. Below is the current state.`;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
