import type { Territory } from '../../../values/territory';
import type { RowFindings } from '../row-findings';
import { quoted } from '../../../values/words';
import { RATING_SYSTEM_NAMES, isUsualIn, ratingValues } from '../../vocabulary/rating-systems';
import { truth } from '../../vocabulary/vocabulary';

const SYSTEM = 'AvailMetadata/RatingSystem';
const RATING = 'AvailMetadata/RatingValue';
const CAPTIONS = 'AvailMetadata/CaptionIncluded';
const EXEMPTION = 'AvailMetadata/CaptionExemption';

/**
 * R13: a rating must be a value of a known system, normally one used in the territory. A rating grants nothing, so it
 * excludes no row.
 */
export function checkRating(findings: RowFindings, territories: readonly Territory[] | null): void {
  const [system, rating] = [findings.text(SYSTEM), findings.text(RATING)];
  if (system === '' && rating === '') return;
  if (system === '') {
    findings.invalid(
      'R13',
      SYSTEM,
      'This rating has no rating system.',
      'Enter the rating system.',
    );
    return;
  }
  const values = ratingValues(system);
  if (values === undefined) {
    const close = RATING_SYSTEM_NAMES.find((one) => one.toLowerCase() === system.toLowerCase());
    const remedy = close === undefined ? 'Enter a known system, such as MPAA.' : `Enter ${close}.`;
    findings.invalid('R13', SYSTEM, `${quoted([system])} is not a known rating system.`, remedy);
    return;
  }
  if (!values.includes(rating))
    findings.invalid(
      'R13',
      RATING,
      rating === '' ? 'This rating system has no rating.' : `${system} does not have this rating.`,
      `Enter one of: ${values.join(', ')}.`,
    );
  if (territories !== null && !isUsualIn(system, territories))
    findings.warn(
      'R13',
      SYSTEM,
      `${system} is not used in this territory.`,
      'Check that the rating belongs to the territory.',
    );
}

/** R11: rows for the United States must state whether there are captions and, if not, why. */
export function checkCaptions(
  findings: RowFindings,
  territories: readonly Territory[] | null,
): void {
  if (territories?.some((territory) => territory === 'US') !== true) return;
  const captions = findings.text(CAPTIONS);
  if (captions === '') {
    const message = 'A row for the United States must state whether captions are included.';
    findings.warn('R11', CAPTIONS, message, 'Enter Yes or No.');
  } else if (truth(captions) === false && findings.text(EXEMPTION) === '') {
    const message = 'A row for the United States without captions must give a reason.';
    findings.warn('R11', EXEMPTION, message, 'Enter the number of the reason, 1 to 6.');
  }
}

/** R8: a pre-order needs the day on which it may be shown, and only a pre-order may have a delivery day. */
export function checkPreOrder(findings: RowFindings): void {
  const isPreOrder = findings.text('AvailTrans/LicenseType') === 'POEST';
  const [lift, delivery] = [
    'AvailTrans/SuppressionLiftDate',
    'AvailTrans/SpecialPreOrderFulfillDate',
  ] as const;
  if (isPreOrder && findings.text(lift) === '') {
    const message = 'A pre-order needs the day from which it may be shown.';
    findings.error('R8', lift, message, 'Enter the day as YYYY-MM-DD.');
  }
  if (!isPreOrder && findings.text(delivery) !== '') {
    const message = 'Only a pre-order (POEST) has its own fulfillment date.';
    findings.error('R8', delivery, message, 'Clear this cell.');
  }
}
