import type { Takedown } from './takedown';
import { DomainError } from '../errors';
import { formatDay } from '../values/date-range';
import { territoryName } from '../values/territory';
import { listed } from '../values/words';
import { takedownPlaces } from './takedown';

const MAX_NAMED = 3;

/** A title cannot be taken down where it has no rights. */
export class NoRightsThere extends DomainError {
  readonly code = 'no-rights-there';

  /** @param field the part of the plan that names places without rights */
  constructor(
    readonly title: string,
    override readonly field: 'territories' | 'rightsTypes',
    readonly places: readonly string[],
  ) {
    const named = places.slice(0, MAX_NAMED);
    const where =
      field === 'territories'
        ? `in ${listed(named.map(territoryName), places.length)}`
        : `as ${listed(named, places.length)}`;
    super(`${title} has no rights ${where}, so there is nothing to take down.`);
  }
}

/** Another takedown of the title covers the same places from the same day or before. */
export class TakenDownAlready extends DomainError {
  readonly code = 'taken-down-already';
  override readonly field = 'startsOn';

  constructor(
    readonly title: string,
    readonly takedown: Takedown,
  ) {
    super(
      `${title} is already taken down ${takedownPlaces(takedown)} from ${formatDay(takedown.days.startsOn)}.`,
    );
  }
}

/** The takedown that a command names has ended, or never was. */
export class TakedownGone extends DomainError {
  readonly code = 'takedown-gone';

  constructor(readonly title: string) {
    super(`${title} has already been brought back. Reload the page.`);
  }
}
