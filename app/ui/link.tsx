'use client';

import NextLink, { useLinkStatus } from 'next/link';
import { useRef, useState, type ComponentProps } from 'react';
import { createPortal } from 'react-dom';

/** In milliseconds: so long a pointer rests on a link that means to follow it; one that crosses it is gone earlier. */
const REST = 60;

/**
 * A link to a page of the product. What the page shows first is fetched once a pointer rests on the link or the focus comes
 * to it: every page has a dozen links in view, and to fetch them all costs more than the page itself.
 */
export function Link({
  prefetch,
  children,
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
    >
      {children}
      <OnItsWay />
    </NextLink>
  );
}

/** Says that the page a link leads to is on its way, once that takes long enough to be noticed (`page-on-its-way`). */
function OnItsWay() {
  const { pending } = useLinkStatus();
  return pending
    ? createPortal(
        <div role="progressbar" aria-label="The page is loading" className="page-on-its-way" />,
        document.body,
      )
    : null;
}
