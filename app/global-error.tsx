'use client';

import { GeistMono } from 'geist/font/mono';
import { GeistSans } from 'geist/font/sans';
import { useEffect } from 'react';
import { buttonLook } from '@/ui/button-look';
import { ErrorPage } from '@/ui/shell/error-page';
import './globals.css';

/** Error page for a failed layout. It renders its own document and depends on nothing else. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <html lang="en" className={`${GeistSans.variable} ${GeistMono.variable}`}>
      <body className="flex min-h-dvh flex-col">
        <title>CRMS could not be loaded</title>
        <main className="flex flex-1 flex-col">
          <ErrorPage
            title="CRMS could not be loaded"
            actions={
              <>
                <button type="button" onClick={retry} className={buttonLook('primary', 'regular')}>
                  Try again
                </button>
                {/* A full page load, because the running app failed. */}
                <button
                  type="button"
                  onClick={() => {
                    location.reload();
                  }}
                  className={buttonLook('secondary', 'regular')}
                >
                  Reload the page
                </button>
              </>
            }
          >
            An error occurred on the server. Saved changes are safe. Try again in a moment.
          </ErrorPage>
        </main>
      </body>
    </html>
  );
}
