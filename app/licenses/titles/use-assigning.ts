'use client';

import { useState } from 'react';
import type { OfferData } from '../../../src/domain/license/offer';
import type { ContentSaved } from '../../../src/service/content/title-at-version';
import type { TrialOfTitle } from '../../../src/service/content/assign-titles';
import type { CommandResult } from '../../commands/command-result';
import { listed } from '../../../src/domain/values/words';
import { useCommand } from '../../commands/use-command';
import { typedOffer } from '../license-commands';

/** A dry run, and the offer it was of. */
export interface Trial {
  readonly offer: OfferData;
  readonly titles: readonly TrialOfTitle[];
}

export interface Assigning {
  /** What would become of the titles, as of the last check. */
  readonly trial: Trial | null;
  /** What somebody did between a check and the assignment, in a sentence. */
  readonly surprise: string | null;
  readonly isBusy: boolean;
  /** The answer to the last check, where it was none. */
  readonly checked: CommandResult | null;
  /** The answer to the last assignment, where it is not known to have been refused or done. */
  readonly sent: CommandResult | null;
  readonly check: (offer: OfferData, contentIds: readonly string[]) => void;
  /** Assigns what the check said would be assigned, at the versions it saw. */
  readonly assign: () => void;
  readonly again: () => void;
  /** Forgets the check: the titles or the offer are no longer those that were checked. */
  readonly reset: () => void;
}

/** In milliseconds. A check takes at least this long, so that a double click does not assign what nobody has looked at. */
const SECOND_CLICK = 400;

/**
 * Assigning one offer to many titles: first a dry run, then the command. What turns out to have changed in between is said
 * and checked again, so that the person decides on what is true now.
 *
 * @param onAssigned called with the titles that got the offer
 * @param onOutdated called when the page no longer shows the license as it is
 */
export function useAssigning(
  licenseId: string,
  onAssigned: (titles: readonly ContentSaved[], offer: OfferData) => void,
  onOutdated: () => void,
): Assigning {
  const [trial, setTrial] = useState<Trial | null>(null);
  const [surprise, setSurprise] = useState<string | null>(null);
  const [isLooking, setLooking] = useState(false);
  const dryRun = useCommand();
  const command = useCommand();

  const look = async (offer: OfferData, contentIds: readonly string[]): Promise<Trial | null> => {
    setLooking(true);
    const chosen = { licenseId, offer: typedOffer(offer) };
    const [answer] = await Promise.all([
      dryRun.send({ kind: 'try-assigning', input: { chosen, contentIds: [...contentIds] } }),
      pause(SECOND_CLICK),
    ]);
    setLooking(false);
    if (answer?.status === 'refused' && answer.code === 'offer-gone') onOutdated();
    const seen = answer?.status === 'tried' ? { offer, titles: answer.titles } : null;
    setTrial(seen);
    return seen;
  };
  const receive = async (answer: CommandResult | null, sent: Trial): Promise<void> => {
    if (answer?.status === 'assigned') onAssigned(answer.titles, sent.offer);
    if (answer?.status !== 'refused' || answer.code === 'signed-out') return;
    command.dismiss();
    const now = await look(
      sent.offer,
      sent.titles.map(({ contentId }) => contentId),
    );
    if (now !== null) setSurprise(whatChanged(sent, now, answer.message));
  };
  return {
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
    assign: () => {
      if (trial === null) return;
      setSurprise(null);
      void command
        .send({
          kind: 'assign-titles',
          input: {
            chosen: { licenseId, offer: typedOffer(trial.offer) },
            titles: trial.titles
              .filter(({ outcome }) => outcome === 'assigned')
              .map(({ contentId, version }) => ({ contentId, expectedVersion: version })),
          },
        })
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

const MAX_NAMED = 3;

/** What happened between two checks of the same titles, so that nothing was assigned. */
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
  return `${what} Nothing was assigned. Below is the current state.`;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
