'use client';

import NextLink from 'next/link';
import { useRef, useState, type ComponentProps } from 'react';

/** In milliseconds: so long a pointer rests on a link that means to follow it; one that crosses it is gone earlier. */
const REST = 60;

/**
 * A link to a page of the product. What the page shows first is fetched once a pointer rests on the link or the focus comes
 * to it: every page has a dozen links in view, and to fetch them all costs more than the page itself.
 */
export function Link({
  prefetch,
  ...props
}: Omit<
  ComponentProps<typeof NextLink>,
  'prefetch' | 'onPointerEnter' | 'onPointerLeave' | 'onFocus'
> & {
  /** Never where it is false: one link of a hundred rows. */
  prefetch?: false | undefined;
}) {
  const [isMeant, setIsMeant] = useState(false);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const mean = () => setIsMeant(true);
  return (
    <NextLink
      {...props}
      prefetch={isMeant && prefetch !== false ? null : false}
      onFocus={mean}
      onPointerEnter={() => {
        resting.current = setTimeout(mean, REST);
      }}
      onPointerLeave={() => clearTimeout(resting.current)}
    />
  );
}
