import type { Territory } from '../../territory';
import type { RowFindings } from './row-findings';
import { quoted } from '../../words';
import { RATING_SYSTEM_NAMES, isUsualIn, ratingValues } from '../rating-systems';
import { truth } from '../vocabulary';

const SYSTEM = 'AvailMetadata/RatingSystem';
const RATING = 'AvailMetadata/RatingValue';
const CAPTIONS = 'AvailMetadata/CaptionIncluded';
const EXEMPTION = 'AvailMetadata/CaptionExemption';

/** R13: a rating is a value of a known system, usually one of the territory. It grants nothing, so it stops no row. */
export function checkRating(findings: RowFindings, territories: readonly Territory[] | null): void {
  const [system, rating] = [findings.text(SYSTEM), findings.text(RATING)];
  if (system === '' && rating === '') return;
  if (system === '') {
    findings.invalid(
      'R13',
      SYSTEM,
      'There is a rating, but no system.',
      'Write the rating system.',
    );
    return;
  }
  const values = ratingValues(system);
  if (values === undefined) {
    const close = RATING_SYSTEM_NAMES.find((one) => one.toLowerCase() === system.toLowerCase());
    const remedy = close === undefined ? 'Write a known system, such as MPAA.' : `Write ${close}.`;
    findings.invalid('R13', SYSTEM, `${quoted([system])} is no rating system we know.`, remedy);
    return;
  }
  if (!values.includes(rating))
    findings.invalid(
      'R13',
      RATING,
      rating === '' ? 'There is a system, but no rating.' : `${system} has no such rating.`,
      `Write one of: ${values.join(', ')}.`,
    );
  if (territories !== null && !isUsualIn(system, territories))
    findings.warn(
      'R13',
      SYSTEM,
      `${system} is not usual in this territory.`,
      'Check that the rating belongs to the territory.',
    );
}

/** R11: rows for the United States say whether there are captions, and if not, why. */
export function checkCaptions(
  findings: RowFindings,
  territories: readonly Territory[] | null,
): void {
  if (territories?.some((territory) => territory === 'US') !== true) return;
  const captions = findings.text(CAPTIONS);
  if (captions === '') {
    const message = 'A row for the United States says whether there are captions.';
    findings.warn('R11', CAPTIONS, message, 'Write Yes or No.');
  } else if (truth(captions) === false && findings.text(EXEMPTION) === '') {
    const message = 'Without captions, a row for the United States says why.';
    findings.warn('R11', EXEMPTION, message, 'Write the number of the reason, 1 to 6.');
  }
}

/** R8: a pre-order says from when it may be shown, and only a pre-order says when it is delivered. */
export function checkPreOrder(findings: RowFindings): void {
  const isPreOrder = findings.text('AvailTrans/LicenseType') === 'POEST';
  const [lift, delivery] = [
    'AvailTrans/SuppressionLiftDate',
    'AvailTrans/SpecialPreOrderFulfillDate',
  ] as const;
  if (isPreOrder && findings.text(lift) === '') {
    const message = 'A pre-order says from when it may be shown.';
    findings.error('R8', lift, message, 'Write the day as YYYY-MM-DD.');
  }
  if (!isPreOrder && findings.text(delivery) !== '') {
    const message = 'Only a pre-order (POEST) is delivered on a day of its own.';
    findings.error('R8', delivery, message, 'Clear this cell.');
  }
}
