import type { LicenseChange, LicenseState } from '../../../src/domain/license/license-change';
import { DomainError } from '../../../src/domain/errors';
import { License } from '../../../src/domain/license/license';
import { inverse, offersAddedBy } from '../../../src/domain/license/license-change';
import { LicenseDetails } from '../../../src/domain/license/license-details';
import { generateLadder } from '../../../src/domain/price-plan/ladder';
import { Offer } from '../../../src/domain/license/offer';
import { Timeline } from '../../../src/domain/license/timeline';
import type { GenerationPlan } from '../../../src/service/license/generate-offers';
import { anId } from '../../builders/license-builders';
import { MOVING_DETAILS } from '../../builders/license-moves';
import type { Answer, Request } from '../../race/requests';

/** A license by the rules of the domain, without a database. */
export class LicenseModel {
  readonly id = anId();
  readonly history: LicenseChange[] = [];
  private readonly answers = new Map<string, Answer>();
  state: LicenseState = { details: MOVING_DETAILS, offers: [], closing: null };

  constructor(private readonly contractId: string) {}

  /** Predicts the answer to a request and applies its change. */
  predict(request: Request): Answer {
    const { key } = request.command;
    const earlier = this.answers.get(key);
    if (earlier !== undefined) return { ...earlier, replayed: true } as Answer;
    const answer = this.decide(request);
    if (answer.kind === 'accepted') this.answers.set(key, answer);
    return answer;
  }

  private decide(request: Request): Answer {
    const license = this.license(request);
    if ('expectedVersion' in request.command) {
      const { expectedVersion } = request.command;
      if (expectedVersion < license.version) return { kind: 'refused', code: 'stale' };
      if (expectedVersion > license.version) return { kind: 'refused', code: 'version-ahead' };
    }
    try {
      this.act(license, request);
    } catch (error) {
      if (error instanceof DomainError) return { kind: 'refused', code: error.code };
      throw error;
    }
    const { change, version, details, timeline, closing } = license;
    if (change === null) return { kind: 'unchanged', version };
    this.history.push(change);
    this.state = {
      details: details.toData(),
      offers: timeline.offers.map((offer) => offer.toData()),
      closing,
    };
    const offers =
      change.kind === 'offers-generated' || change.kind === 'license-reopened'
        ? change.offers
        : change.kind === 'offer-replaced'
          ? [change.after]
          : change.kind === 'offers-rearranged'
            ? [...change.replaced.map(({ after }) => after), ...offersAddedBy(change)]
            : [];
    return { kind: 'accepted', version: version + 1, offers, replayed: false };
  }

  private license(request: Request): License {
    if (request.kind === 'grant') return License.grant(this.id, this.contractId, MOVING_DETAILS);
    return License.reconstitute({
      id: this.id,
      contractId: this.contractId,
      version: this.history.length,
      details: LicenseDetails.of(this.state.details),
      timeline: Timeline.whole(this.state.offers.map(Offer.of)),
      closing: this.state.closing,
    });
  }

  private act(license: License, request: Request): void {
    switch (request.kind) {
      case 'generate':
        return this.generate(license, request.command.plan);
      case 'replace':
        return license.replace(Offer.of(request.command.before), Offer.of(request.command.after));
      case 'rearrange':
        return license.rearrange(request.command);
      case 'withdraw':
        return license.withdraw(request.command.offers.map(Offer.of));
      case 'amend':
        return license.amend(LicenseDetails.of(request.command.details));
      case 'close':
        return license.close(request.command.plan);
      case 'undo': {
        const newest = this.history.at(-1);
        const compensation = newest === undefined ? null : inverse(newest);
        if (compensation === null) throw new NothingToUndoHere();
        return license.perform(compensation);
      }
      case 'grant':
      case 'record':
      case 'correct':
        return;
      case 'close licenses':
      case 'reopen licenses':
      case 'change licenses':
      case 'undo licenses':
      case 'copy':
      case 'undo copy':
        throw new Error('This model is of one license.');
      case 'register':
      case 'correct title':
      case 'assign':
      case 'unassign':
      case 'move':
      case 'assign titles':
      case 'unassign titles':
      case 'take down':
      case 'take down titles':
      case 'undo takedowns':
      case 'record prices':
      case 'change prices':
      case 'remove price day':
      case 'undo prices':
      case 'bring back':
      case 'close title':
      case 'reopen title':
        throw new Error('Titles and price tables have models of their own.');
    }
  }

  private generate(license: License, plan: GenerationPlan): void {
    switch (plan.kind) {
      case 'at':
        return license.generate(plan.offers.map(Offer.of));
      case 'first-free':
        return license.generateInFirstFreeSlot(plan.offer, plan.days, plan.onOrAfter);
      case 'ladder':
        return generateLadder(license, plan);
      case 'price-plan':
        throw new Error('The model knows no price plans.');
    }
  }
}

class NothingToUndoHere extends DomainError {
  readonly code = 'nothing-to-undo';
}
