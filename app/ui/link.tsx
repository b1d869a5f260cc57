'use client';

import NextLink from 'next/link';
import { useState, type ComponentProps } from 'react';

/**
 * A link to a page of the product. What the page shows first is fetched once somebody points at the link or moves the
 * focus to it: every page has a dozen links in view, and to fetch them all costs more than the page itself.
 */
export function Link({
  prefetch,
  ...props
}: Omit<ComponentProps<typeof NextLink>, 'prefetch' | 'onPointerEnter' | 'onFocus'> & {
  /** Never where it is false: rows that a pointer crosses on its way. */
  prefetch?: false | undefined;
}) {
  const [isNear, setIsNear] = useState(false);
  const comeNear = () => setIsNear(true);
  return (
    <NextLink
      {...props}
      prefetch={isNear && prefetch !== false ? null : false}
      onPointerEnter={comeNear}
      onFocus={comeNear}
    />
  );
}
