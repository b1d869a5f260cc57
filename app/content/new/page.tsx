import type { Metadata } from 'next';
import * as z from 'zod';
import type { ContentView } from '../../../src/service/content/content-views';
import type { TitleOption } from '../title-option';
import { PageHeader } from '@/ui/shell/page-header';
import { requirePerson } from '@/person';
import { contentViews } from '../../../src/bootstrap';
import { CONTENT_KINDS, contentKind, parentKinds } from '../../../src/domain/content/content-kind';
import { RegisterForm } from '../details/register-form';
import { offersOfLicense } from '../search-actions';
import { titleOption } from '../title-option';

export const metadata: Metadata = { title: 'Register a title' };

const search = z.object({
  license: z.uuid().optional().catch(undefined),
  offer: z.iso.date().optional().catch(undefined),
  parent: z.uuid().optional().catch(undefined),
});

export default async function NewContentPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  await requirePerson('/content/new', 'editor');
  const { license, offer, parent } = search.parse(await searchParams);
  const [chosen, above] = await Promise.all([
    license === undefined ? null : offersOfLicense(license),
    parent === undefined ? null : contentViews().content(parent),
  ]);
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: 'Content', href: '/content' },
          ...(above === null ? [] : [{ label: above.details.title, href: `/content/${above.id}` }]),
        ]}
        title="Register a title"
      />
      <RegisterForm
        initialKind={above === null ? '' : kindBelow(above)}
        initialParent={above === null ? null : parentOption(above)}
        initialLicense={chosen}
        initialOffer={offer}
      />
    </>
  );
}

/** The kind that most often belongs to a title of this one: the last in the order of kinds, a supplement aside. */
function kindBelow({ details }: ContentView): string {
  const above = contentKind(details.kind);
  const below = Object.keys(CONTENT_KINDS)
    .map(contentKind)
    .filter((kind) => parentKinds(kind)[0] === above);
  return below[0] ?? 'supplement';
}

function parentOption(view: ContentView): TitleOption {
  return titleOption({ ...view.details, id: view.id, belongsTo: view.belongsTo });
}
