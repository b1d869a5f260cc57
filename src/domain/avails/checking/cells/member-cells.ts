import type { ColumnKey } from '../../vocabulary/columns';
import type { RowFindings } from '../row-findings';

const MEMBERS: ColumnKey = 'Avail/BundledALIDs';

/**
 * R10: the members of a collection, which are required for a collection and not allowed for other titles; `null`, with an
 * error, when they are wrong.
 */
export function membersOf(findings: RowFindings): readonly string[] | null {
  const text = findings.text(MEMBERS);
  const isCollection = findings.text('AvailAsset/WorkType') === 'Collection';
  if (text === '' && !isCollection) return [];
  if (!isCollection) {
    const message = 'Only a collection can have members.';
    findings.error('R10', MEMBERS, message, 'Clear this cell, or write Collection as WorkType.');
    return null;
  }
  const usesCommas = text.includes(',') && !text.includes(';');
  const members = [
    ...new Set(text.split(usesCommas ? ',' : ';').map((member) => member.trim())),
  ].filter((member) => member !== '');
  if (members.length === 0) {
    const message = 'A collection needs members.';
    findings.error(
      'R10',
      MEMBERS,
      message,
      'Enter the ALIDs of the members, separated by semicolons.',
    );
    return null;
  }
  const own = findings.text('Avail/ALID');
  if (members.some((member) => /\s/.test(member) || member === own)) {
    const message = 'A member is the ALID of another title, without spaces.';
    findings.error(
      'R10',
      MEMBERS,
      message,
      'Enter the ALIDs of the members, separated by semicolons.',
    );
    return null;
  }
  if (usesCommas)
    findings.warn(
      'R10',
      MEMBERS,
      'The commas are read as separators.',
      'Separate the ALIDs with semicolons.',
    );
  return members;
}
