'use client';

import { ThemeProvider } from 'next-themes';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { SignedInProvider, type SignedIn } from '../role';

/** English with the day before the month, regardless of the browser's locale, so that server and browser render the same text. */
export function Providers({
  nonce,
  person,
  children,
}: {
  nonce: string;
  person: SignedIn | null;
  children: ReactNode;
}) {
  return (
    <ThemeProvider attribute="class" defaultTheme="system" enableColorScheme={false} nonce={nonce}>
      <I18nProvider locale="en-GB">
        <SignedInProvider person={person}>{children}</SignedInProvider>
      </I18nProvider>
    </ThemeProvider>
  );
}
