import { Link } from '@/ui/link';
import type { ReactNode } from 'react';
import type { ContentDetailsData } from '../../src/domain/content/content-details';
import { Fact, Facts } from '@/ui/shell/page-header';
import { kindLabel, schemeName } from './title-words';

/** What is known of a title, in its head. */
export function TitleFacts({
  details,
  children,
}: {
  details: ContentDetailsData;
  /** More facts, after the studio. */
  children?: ReactNode;
}) {
  return (
    <Facts>
      <Fact name="Kind">{kindLabel(details.kind)}</Fact>
      {details.releaseYear !== null && <Fact name="Release year">{details.releaseYear}</Fact>}
      <Fact name="Studio">
        <Link
          href={`/content?studio=${encodeURIComponent(details.studio)}`}
          className="-my-0.5 inline-block py-0.5 hover:underline"
        >
          {details.studio}
        </Link>
      </Fact>
      {children}
      {details.identifiers.map(({ scheme, value }) => (
        <Fact key={`${scheme} ${value}`} name={schemeName(scheme)}>
          <span className="font-mono break-all">{value}</span>
        </Fact>
      ))}
      {details.notes !== '' && (
        <Fact name="Notes">
          <span className="block max-w-160 break-words whitespace-pre-line">{details.notes}</span>
        </Fact>
      )}
    </Facts>
  );
}
