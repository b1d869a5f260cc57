import type { ColumnKey } from '../../vocabulary/columns';
import type { RowFindings } from '../row-findings';
import { InvalidIdentifier, eidr } from '../../../content/identifier';
import { InvalidText, MAX_NAME_LENGTH, shortText } from '../../../values/text';

const BLANKS = /\s/;
/** Matches nearly all identifiers; the others need closer inspection. */
const PLAIN = /^[!-~]+$/;

/** Reads an identifier without spaces; `null` for a blank cell and, with an error (R2), for any other text. */
export function identifierText(findings: RowFindings, column: ColumnKey): string | null {
  const text = findings.text(column);
  if (text === '') return null;
  if (text.length <= MAX_NAME_LENGTH && PLAIN.test(text)) return text;
  const wrong = whatIsWrong(text);
  if (wrong === null) return text;
  findings.error(
    'R2',
    column,
    wrong,
    `Enter an identifier without spaces, of at most ${MAX_NAME_LENGTH} characters.`,
  );
  return null;
}

function whatIsWrong(text: string): string | null {
  if (BLANKS.test(text)) return 'An identifier cannot contain spaces.';
  try {
    shortText(text, 'identifier', 'An identifier', MAX_NAME_LENGTH);
    return null;
  } catch (error) {
    if (error instanceof InvalidText) return error.message;
    throw error;
  }
}

/** The scheme prefix of an identifier: `md:titleid:`. */
const NAMESPACE = /^md:[a-z]+:(?=eidr-s:)/i;
/** A stray colon that some files have in an EIDR. */
const STRAY_COLON = /^10\.5240\/:/;
/** Identifiers of other schemes: `md:titleid:org:…`, and EIDRs with a private suffix. */
const OTHER_SCHEME = /^(?:md:[a-z]+:\S+|eidr-x:\S+)$/i;
const WRITE_AN_EIDR = 'Enter the EIDR as the registry does: 10.5240/XXXX-XXXX-XXXX-XXXX-XXXX-C.';

/** The EIDRs in the given cells. An invalid one is a warning (R2) and is ignored. */
export function eidrsOf(findings: RowFindings, columns: readonly ColumnKey[]): string[] {
  return columns.flatMap((column) => {
    const text = findings.text(column).replace(NAMESPACE, '');
    if (text === '' || OTHER_SCHEME.test(text)) return [];
    try {
      const found = eidr(text.replace(STRAY_COLON, '10.5240/'));
      if (text.startsWith('10.5240/:'))
        findings.warn('R2', column, 'The colon after the slash is ignored.', WRITE_AN_EIDR);
      return [found];
    } catch (error) {
      if (!(error instanceof InvalidIdentifier)) throw error;
      const message = 'This is not an EIDR, or its check character is wrong; it is ignored.';
      findings.warn('R2', column, message, WRITE_AN_EIDR);
      return [];
    }
  });
}
