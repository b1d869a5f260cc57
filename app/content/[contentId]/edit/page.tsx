import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import { PageHeader } from '@/ui/shell/page-header';
import { requirePerson } from '@/person';
import { contentViews } from '../../../../src/bootstrap';
import { CorrectForm } from '../../details/correct-form';
import { titleOption } from '../../title-option';

export const metadata: Metadata = { title: 'Edit title' };

export default async function EditContentPage({
  params,
}: {
  params: Promise<{ contentId: string }>;
}) {
  const { contentId } = await params;
  if (!z.uuid().safeParse(contentId).success) notFound();
  await requirePerson(`/content/${contentId}/edit`, 'editor');
  const view = await contentViews().content(contentId);
  if (view === null) notFound();
  const { parentId } = view.details;
  const parent = parentId === null ? null : await contentViews().content(parentId);
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: 'Content', href: '/content' },
          { label: view.details.title, href: `/content/${contentId}` },
        ]}
        title="Edit details"
      />
      <CorrectForm
        contentId={contentId}
        version={view.version}
        details={view.details}
        parent={
          parent && titleOption({ ...parent.details, id: parent.id, belongsTo: parent.belongsTo })
        }
      />
    </>
  );
}
