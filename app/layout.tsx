import { GeistMono } from 'geist/font/mono';
import { GeistSans } from 'geist/font/sans';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { AppShell } from '@/ui/shell/app-shell';
import { FindOrRun } from '@/palette/find-or-run';
import { DeviceSprite } from '@/ui/device-sprite';
import { PLACING_SCRIPT } from '@/ui/with-style';
import { Providers } from '@/ui/shell/providers';
import { currentPerson } from '@/person';
import './globals.css';

/**
 * As React Aria would insert it once the page has come alive: a style sheet that comes then makes the browser style and lay
 * out all of the page again. It looks for this id first.
 */
const PRESSABLE_STYLE = {
  id: 'react-aria-pressable-style',
  css: '@layer{[data-react-aria-pressable]{touch-action:pan-x pan-y pinch-zoom}}',
};

export const metadata: Metadata = {
  title: { default: 'CRMS', template: '%s · CRMS' },
  description: 'Manage what you may offer: where, on which devices, when and at what price.',
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f6f4' },
    { media: '(prefers-color-scheme: dark)', color: '#0d0f11' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [person, asked] = await Promise.all([currentPerson(), headers()]);
  const nonce = asked.get('x-nonce') ?? '';
  return (
    <html
      lang="en"
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      suppressHydrationWarning
    >
      <head>
        <meta property="csp-nonce" nonce={nonce} />
        <style id={PRESSABLE_STYLE.id} nonce={nonce}>
          {PRESSABLE_STYLE.css}
        </style>
        <script nonce={nonce} dangerouslySetInnerHTML={{ __html: PLACING_SCRIPT }} />
      </head>
      <body>
        <DeviceSprite />
        <Providers nonce={nonce} person={person && { id: person.id, role: person.role }}>
          <AppShell
            person={person}
            finder={person && <FindOrRun person={{ id: person.id, role: person.role }} />}
          >
            {children}
          </AppShell>
        </Providers>
      </body>
    </html>
  );
}
