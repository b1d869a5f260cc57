'use client';

import { Button, type ButtonProps } from '@/ui/button';
import { classes } from '@/ui/classes';
import { ForEditors } from '@/ui/role';
import { useDecision } from './decision-desk';

/**
 * Gives a decision, for who may, or sends the form that holds it. While it is under way the button breathes but is not pending: what a
 * pending button says aloud points at itself, and this one is gone as soon as the import moves on.
 */
export function DecisionButton({
  decision,
  className,
  ...props
}: Omit<ButtonProps, 'isPending'> & {
  /** The name the decision is made under. */
  decision: string;
}) {
  const { pending } = useDecision();
  return (
    <ForEditors>
      <Button
        {...props}
        className={classes(
          pending === decision && 'cursor-progress motion-safe:animate-breathe',
          className,
        )}
      />
    </ForEditors>
  );
}
