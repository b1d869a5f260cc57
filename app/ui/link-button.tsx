import type { LinkProps } from 'next/link';
import type { ReactNode } from 'react';
import { buttonLook, type ButtonSize, type ButtonVariant } from './button-look';
import { classes } from './classes';
import { given } from './given';
import { KeyCap } from './key-cap';
import { Link } from './link';

/** A link that looks like a button. */
export function LinkButton({
  children,
  href,
  variant = 'secondary',
  size = 'regular',
  keyCap,
  className,
  ...props
}: {
  children: ReactNode;
  href: LinkProps<string>['href'];
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  keyCap?: string | undefined;
  prefetch?: false | undefined;
  'aria-label'?: string | undefined;
  /** Placement only. */
  className?: string | undefined;
}) {
  return (
    <Link
      {...given(props)}
      href={href}
      className={classes(buttonLook(variant, size), 'cursor-pointer', className)}
    >
      {children}
      {keyCap !== undefined && <KeyCap isOnInk={variant === 'primary'}>{keyCap}</KeyCap>}
    </Link>
  );
}
