import type { ColumnKey } from '../columns';
import type { RowFindings } from './row-findings';

const MEMBERS: ColumnKey = 'Avail/BundledALIDs';

/** R10: the members of a collection, which has some, and of nothing else; `null`, with an error, when they are wrong. */
export function membersOf(findings: RowFindings): readonly string[] | null {
  const text = findings.text(MEMBERS);
  const isCollection = findings.text('AvailAsset/WorkType') === 'Collection';
  if (text === '' && !isCollection) return [];
  if (!isCollection) {
    const message = 'Only a collection has members.';
    findings.error('R10', MEMBERS, message, 'Clear this cell, or write Collection as WorkType.');
    return null;
  }
  const usesCommas = text.includes(',') && !text.includes(';');
  const members = [
    ...new Set(text.split(usesCommas ? ',' : ';').map((member) => member.trim())),
  ].filter((member) => member !== '');
  if (members.length === 0) {
    const message = 'A collection has members.';
    findings.error(
      'R10',
      MEMBERS,
      message,
      'Write the ALIDs of the members with semicolons between.',
    );
    return null;
  }
  const own = findings.text('Avail/ALID');
  if (members.some((member) => /\s/.test(member) || member === own)) {
    const message = 'A member is another title’s ALID, without blanks in it.';
    findings.error(
      'R10',
      MEMBERS,
      message,
      'Write the ALIDs of the members with semicolons between.',
    );
    return null;
  }
  if (usesCommas)
    findings.warn(
      'R10',
      MEMBERS,
      'The commas are taken for separators.',
      'Write semicolons between the ALIDs.',
    );
  return members;
}
