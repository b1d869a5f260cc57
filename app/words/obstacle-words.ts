import type {
  AvailabilityQuestion,
  Obstacle,
} from '../../src/domain/content/availability-question';
import type { Takedown } from '../../src/domain/content/takedown';
import { formatDay } from '../../src/domain/values/date-range';
import { deviceName } from '../../src/domain/values/device';
import { languageName } from '../../src/domain/values/language-tag';
import { territoryName } from '../../src/domain/values/territory';
import { listed } from '../../src/domain/values/words';
import { closingText } from './closing-words';

/** `Taken down from 15 Nov 2026: rights dispute`. */
export function takedownText({ days, reason }: Takedown): string {
  const { lastDay } = days;
  const when =
    lastDay === null
      ? `from ${formatDay(days.startsOn)}`
      : `${formatDay(days.startsOn)} – ${formatDay(lastDay)}`;
  return `Taken down ${when}: ${reason.replace(/\.$/, '')}`;
}

/** Reason why a title is not available in a language. */
export function languageObstacle(
  obstacle: Extract<Obstacle, { kind: 'not-in-language' | 'held-back' }>,
): string {
  if (obstacle.kind === 'not-in-language')
    return `Only for ${listed(obstacle.only.map(languageName))}.`;
  const { language, license, until } = obstacle;
  const end =
    until === null
      ? ''
      : ` until ${until.licenseName} starts on ${formatDay(until.window.startsOn)}`;
  return `${languageName(language)} is held back by ${license.licenseName}${end}.`;
}

/** Reason why a title is unavailable, in one sentence. */
export function obstacleWords(obstacle: Obstacle, question: AvailabilityQuestion): string {
  const where = territoryName(question.territory);
  const device = deviceName(question.device);
  switch (obstacle.kind) {
    case 'retired':
    case 'void':
      return `${closingText(obstacle)}.`;
    case 'taken-down':
      return `${takedownText(obstacle.takedown)}.`;
    case 'not-licensed-there':
      return obstacle.otherwise.length === 0
        ? `Not licensed in ${where}: no license of this title covers it.`
        : `Not licensed in ${where} as ${question.rightsType}, only as ${listed(obstacle.otherwise)}.`;
    case 'not-for-device':
      return obstacle.offer === null
        ? `Licensed, but not for ${device}: ${obstacle.license.licenseName} does not cover it.`
        : `Licensed, but ${obstacle.offer.name} is not for ${device}.`;
    case 'not-in-language':
    case 'held-back':
      return languageObstacle(obstacle);
    case 'not-in-format':
      return `Not in ${question.format ?? 'that format'}: ${obstacle.offer.name} is ${obstacle.offer.prices.toString()}.`;
    case 'not-started':
      return `Not started: ${obstacle.license.licenseName} starts on ${formatDay(obstacle.startsOn)}.`;
    case 'ended':
      return `Ended: the last day of ${obstacle.license.licenseName} was ${formatDay(obstacle.lastDay)}.`;
    case 'no-offer':
      return `No offer: ${obstacle.license.licenseName} has a free slot there.`;
    case 'not-assigned':
      return (
        `Not assigned: ${obstacle.license.licenseName} offers ${obstacle.offer.name}, ` +
        `${obstacle.offer.prices.toString()}, but the title does not have it.`
      );
    case 'blocked':
      return (
        `Blocked: ${obstacle.offer.name} of ${obstacle.license.licenseName} clashes with ` +
        `${obstacle.by.offer.name} of ${obstacle.by.licenseName}, which the title has.`
      );
  }
}
