import type { TermsData } from '../../../src/domain/license/terms';
import { Fact } from '@/ui/shell/page-header';
import { FORMATS } from '../../../src/domain/values/format';
import { languageName } from '../../../src/domain/values/language-tag';
import { listed } from '../../../src/domain/values/words';

/** Languages named in full before the rest is counted. */
const MAX_NAMED = 4;

/** For which formats and languages a license is, in its head. */
export function LicensedFacts({ terms: { formats, languages } }: { terms: TermsData }) {
  const { allowed, heldBack } = languages;
  return (
    <>
      <Fact name="Formats">
        {formats === null ? 'All' : formats.join(', ')}
        {formats !== null && (
          <span className="sr-only">
            {' '}
            not {listed(FORMATS.filter((one) => !formats.includes(one)))}
          </span>
        )}
      </Fact>
      <Fact name="Languages">
        {allowed === null ? 'All' : <Names tags={allowed} />}
        {heldBack.length > 0 && (
          <span className="text-straw-ink">
            {' '}
            <Names tags={heldBack} /> held back
          </span>
        )}
      </Fact>
    </>
  );
}

function Names({ tags }: { tags: readonly string[] }) {
  return (
    <span title={tags.map((tag) => `${languageName(tag)} (${tag})`).join(', ')}>
      {tags.slice(0, MAX_NAMED).map(languageName).join(', ')}
      {tags.length > MAX_NAMED && <span className="text-ink-3"> +{tags.length - MAX_NAMED}</span>}
    </span>
  );
}
