'use client';

import { ThemeProvider } from 'next-themes';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import type { Role } from '../../src/domain/role';
import { RoleProvider } from './role';

/** English everywhere with the day before the month, whatever the browser prefers: server and browser write the same text. */
export function Providers({
  nonce,
  role,
  children,
}: {
  nonce: string;
  /** Of who is signed in. */
  role: Role | null;
  children: ReactNode;
}) {
  return (
    <ThemeProvider
      attribute="class"
      defaultTheme="system"
      enableColorScheme={false}
      disableTransitionOnChange
      nonce={nonce}
    >
      <I18nProvider locale="en-GB">
        <RoleProvider role={role}>{children}</RoleProvider>
      </I18nProvider>
    </ThemeProvider>
  );
}
