import type { Metadata } from 'next';
import { LinkButton } from '@/ui/link-button';
import { Plight } from '@/ui/plight';

export const metadata: Metadata = { title: 'Nothing here' };

export default function NotFound() {
  return (
    <Plight
      title="There is nothing at this address"
      actions={
        <>
          <LinkButton href="/licenses" variant="primary">
            Back to licenses
          </LinkButton>
          <LinkButton href="/history">Look in history</LinkButton>
        </>
      }
    >
      The link may be mistyped or cut short, or it leads to something that was never saved. Start
      from the list, or look for it in history.
    </Plight>
  );
}
