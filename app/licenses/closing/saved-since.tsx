import { Button } from '@/ui/button';
import { Notice } from '@/ui/overlays/notice';

/** That somebody has saved one of several licenses since, and the way to see it. */
export function SavedSince({
  name = 'a license',
  kept,
  onRefresh,
}: {
  /** The license's, where it is known. */
  name?: string | undefined;
  /** What was not done: `Nothing was ended.` */
  kept: string;
  onRefresh: () => void;
}) {
  return (
    <Notice
      tone="someone"
      role="alert"
      title={`Somebody has saved ${name} since.`}
      actions={
        <Button variant="secondary" onPress={onRefresh}>
          Check again
        </Button>
      }
    >
      {kept} What you typed is kept.
    </Notice>
  );
}
